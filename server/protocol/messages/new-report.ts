import type { AgencyKind } from '../../report/report.js';

/** Name of the request for the skeleton of a new report (client to server). */
export const NEW_REPORT_REQUEST = 'fazhiReport/newReport';

/** Parameters of `fazhiReport/newReport`. */
export interface NewReportParams {
  readonly agency: string;
  /** Absent: read from the name of the agency. */
  readonly kind?: AgencyKind;
  readonly year: number;
}

/** Answer to `fazhiReport/newReport`; null where agency or year can be none. Lines end with `\n`. */
export interface NewReportResult {
  readonly title: string;
  readonly text: string;
  /** The text in the snippet syntax, a tab stop at every blank. */
  readonly snippet: string;
}

/** Name of the request for the agencies that a new report may be of (client to server). */
export const AGENCIES_REQUEST = 'fazhiReport/agencies';

/** Parameters of `fazhiReport/agencies`. */
export interface AgenciesParams {
  /** Addresses of the folders of the workspace. */
  readonly folders: readonly string[];
}

/** Answer to `fazhiReport/agencies`: those that project files name come first, then those of known reports, newest first. */
export interface AgenciesResult {
  readonly agencies: readonly { readonly name: string; readonly kind: AgencyKind }[];
}

/** Name of the request for what kind of body a name belongs to (client to server). */
export const AGENCY_KIND_REQUEST = 'fazhiReport/agencyKind';

/** Parameters of `fazhiReport/agencyKind`. */
export interface AgencyKindParams {
  readonly name: string;
}

/** Answer to `fazhiReport/agencyKind`; `other` where the name does not tell. */
export interface AgencyKindResult {
  readonly kind: AgencyKind;
}
