/** Name of the request by which the server asks for the texts of the workspace (server to client). */
export const LIST_FILES_REQUEST = 'fazhiReport/listFiles';

/** Parameters of `fazhiReport/listFiles`. */
export interface ListFilesParams {
  /** A folder, maybe outside of the workspace; absent for all folders of the workspace. */
  readonly folder?: string;
  /** How many files at most. */
  readonly limit: number;
}

/** Answer to `fazhiReport/listFiles`: addresses of `.txt` and `.md` files in no order, excluded, hidden and installed ones left out. */
export interface ListFilesResult {
  readonly uris: readonly string[];
}

/** Name of the request by which the server reads reports that are not open (server to client). */
export const READ_REPORTS_REQUEST = 'fazhiReport/readReports';

/** Parameters of `fazhiReport/readReports`. */
export interface ReadReportsParams {
  readonly uris: readonly string[];
}

/** Answer to `fazhiReport/readReports`: the text of each file in the order of the question; null where it is no report or cannot be read. */
export interface ReadReportsResult {
  readonly texts: readonly (string | null)[];
}
