import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { CheckConfiguration } from '../../check/configuration.js';
import type { DiagnosticOptions } from '../../language/diagnostics.js';
import type { Report } from '../../report/report.js';
import type { Analyses } from '../analyses.js';
import type { Engine } from '../engine.js';
import type { ClientFeatures } from '../features.js';
import type { Guarded } from '../guard.js';
import type { OpenDocument } from '../open-document.js';
import type { ProjectService } from '../project-service.js';
import type { RelatedReports } from '../related-reports.js';
import type { EffectiveSettings } from '../settings.js';
import type { ShownFindings } from '../shown-findings.js';

/** What becomes of a request about a place where the text has changed since it was asked. */
export type WhenChanged = 'answer' | 'refuse';

/** What the handlers of requests get of the server. */
export interface RequestContext {
  readonly connection: Connection;
  readonly engine: Engine;
  /** What is known of each open document. */
  readonly analyses: Analyses;
  /** The findings as the user is shown them: whatever tells of findings tells of these. */
  readonly shown: ShownFindings;
  readonly projects: ProjectService;
  /** Reports beside the one that a request is about. */
  readonly related: RelatedReports;
  readonly features: () => ClientFeatures;
  readonly settings: () => EffectiveSettings;
  /** Whether the client runs a command, so that an answer may name it. */
  readonly runsCommand: (command: string) => boolean;
  /** An open document as it stands. */
  readonly document: (uri: string) => OpenDocument | undefined;
  readonly openDocuments: () => readonly OpenDocument[];
  /** Resolves when it is known what a document is checked under. */
  readonly ready: (uri: string) => Promise<void>;
  /** What a document is checked under, as far as it is known: `ready` first. */
  readonly configurationOf: (uri: string) => CheckConfiguration;
  readonly diagnosticOptions: (uri: string) => DiagnosticOptions;
  /**
   * A handler for requests about a document that is checked; any other one is answered with nothing.
   *
   * @param whenChanged what stands at a place may be something else once the text has changed: the client asks again when it
   *   is refused. For completions it does not: its user types on while it asks, and the words typed since narrow down what it
   *   is given.
   */
  readonly onReport: <P extends { readonly textDocument: { readonly uri: string } }, R>(
    method: string,
    empty: R,
    answer: (report: Report, params: P, document: OpenDocument, token: CancellationToken) => R | Promise<R>,
    whenChanged?: WhenChanged,
  ) => Guarded<P, R>;
}
