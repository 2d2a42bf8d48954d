import { describe, expect, it } from 'vitest';
import { call } from '../cli/helper.js';
import { projectText } from './made.js';

describe('the page of the npm package', () => {
  const page = projectText('docs/npm.md');
  const lines = [...page.matchAll(/^npx fazhi-report (\w+)([^#\n]*)/gmu)].map(([, command = '', rest = '']) => ({ command, rest }));

  it('calls commands with options that there are', async () => {
    expect(lines.length).toBeGreaterThan(6);
    for (const { command, rest } of lines) {
      const { stdout, status } = await call([command, '--help']);
      expect(status).toBe(0);
      for (const option of rest.match(/--[\w-]+/gu) ?? []) expect(stdout, `${command} ${option}`).toContain(option);
    }
  });

  it('has no links into the sources that would lead nowhere at npm', () => {
    for (const [, target = ''] of page.matchAll(/\]\(([^)]+)\)/gu)) expect(target).toMatch(/^(?:https:\/\/|#)/u);
  });
});
