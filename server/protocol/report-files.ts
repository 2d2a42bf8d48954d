import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  LIST_FILES_REQUEST,
  type ListFilesParams,
  type ListFilesResult,
  READ_REPORTS_REQUEST,
  type ReadReportsParams,
  type ReadReportsResult,
} from './messages/report-files.js';

/** Finds and reads reports that are not open. Nothing of it ever throws: what cannot be looked at is not there. */
export interface ReportFiles {
  /**
   * Addresses of the texts (`.txt`, `.md`) in the folders of the workspace, those in hidden folders and node_modules left out.
   *
   * @param folders the open folders.
   * @param limit how many at most.
   */
  readonly inWorkspace: (folders: readonly string[], limit: number, token?: CancellationToken) => Promise<readonly string[]>;
  /** The same for one folder, which may lie outside of the workspace. */
  readonly inFolder: (folder: string, limit: number, token?: CancellationToken) => Promise<readonly string[]>;
  /** The text of each file, without byte order mark, in the order of the question; undefined where it is no report. */
  readonly read: (uris: readonly string[], token?: CancellationToken) => Promise<readonly (string | undefined)[]>;
}

/** Whether the address is that of a text that may be a report. */
export function isTextFile(uri: string): boolean {
  return /\.(?:txt|md)$/iu.test(uri);
}

/** Asks the client: its file systems may be virtual, remote, or a browser's. */
export function clientReportFiles(connection: Connection): ReportFiles {
  // A token that is not there would go along as a second parameter.
  const ask = <R>(method: string, params: object, token?: CancellationToken): Promise<R> =>
    token === undefined ? connection.sendRequest<R>(method, params) : connection.sendRequest<R>(method, params, token);
  const list = async (params: ListFilesParams, token?: CancellationToken): Promise<readonly string[]> => {
    try {
      const { uris } = await ask<ListFilesResult>(LIST_FILES_REQUEST, params, token);
      return uris.slice(0, params.limit);
    } catch {
      return [];
    }
  };
  return {
    inWorkspace: (_folders, limit, token) => list({ limit }, token),
    inFolder: (folder, limit, token) => list({ folder, limit }, token),
    read: async (uris, token) => {
      const params: ReadReportsParams = { uris };
      try {
        const { texts } = await ask<ReadReportsResult>(READ_REPORTS_REQUEST, params, token);
        return uris.map((_, index) => texts[index] ?? undefined);
      } catch {
        return uris.map(() => undefined);
      }
    },
  };
}

/** Where nothing can be read: only what is open in the editor is known. */
export const NO_REPORT_FILES: ReportFiles = Object.freeze({
  inWorkspace: async () => [],
  inFolder: async () => [],
  read: async (uris: readonly string[]) => uris.map(() => undefined),
});
