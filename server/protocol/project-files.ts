import type { Connection } from 'vscode-languageserver';
import type { FileText } from '../check/project-loading.js';
import { READ_FILE_REQUEST, type ReadFileParams, type ReadFileResult } from './messages.js';

/** Reads project files. Never throws. */
export interface ProjectFiles {
  readonly read: (uri: string) => Promise<FileText>;
}

/** Reads through the client: its file systems may be virtual, remote, or a browser's. */
export function clientFiles(connection: Connection): ProjectFiles {
  return {
    read: async (uri) => {
      const params: ReadFileParams = { uri };
      try {
        return await connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, params);
      } catch (error) {
        return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** Where nothing can be read: only what is open in the editor is known. */
export const NO_FILES: ProjectFiles = Object.freeze({ read: async (): Promise<FileText> => ({ kind: 'missing' }) });
