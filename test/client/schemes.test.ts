import { describe, expect, it } from 'vitest';
import { isUserScheme } from '../../client/schemes.js';

const writable: Readonly<Record<string, boolean>> = { sftp: true, 'vscode-userdata': true, git: false };
const isUser = (scheme: string): boolean => isUserScheme(scheme, (other) => writable[other] === true);

describe('where reports can be', () => {
  it.each(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'sftp'])('%s: yes', (scheme) => expect(isUser(scheme)).toBe(true));
  it.each(['output', 'git', 'vscode-userdata', 'debug', 'vscode-scm'])('%s: no', (scheme) => expect(isUser(scheme)).toBe(false));
});
