import type { CheckConfiguration } from '../check/configuration.js';
import type { CheckResult } from '../check/check.js';
import type { Project } from '../report/project.js';
import type { Report } from '../report/report.js';
import type { Engine } from './engine.js';
import { LANGUAGE_ID } from './messages.js';
import type { OpenDocument } from './open-document.js';
import { isProjectFile } from './projects.js';

const NOTHING_CHECKED: CheckResult = Object.freeze({ findings: [], ignored: [], unmatched: [] });

interface Analysis {
  readonly document: OpenDocument;
  readonly version: number;
  readonly report: Report | undefined;
  readonly project: Project;
  /** How long reading and checking took so far. */
  milliseconds: number;
  checked: { readonly configuration: CheckConfiguration; readonly result: CheckResult } | undefined;
}

/** Keeps what is known of each open document: read once a version, checked once a version and configuration. */
export class Analyses {
  private readonly analyses = new Map<string, Analysis>();

  /**
   * @param configurationOf what a document is checked under.
   * @param now a clock in milliseconds.
   */
  constructor(
    private readonly engine: Engine,
    private readonly configurationOf: (uri: string) => CheckConfiguration,
    private readonly now: () => number,
  ) {}

  /**
   * The report that a document holds. Documents of our language always are one; others only where
   * their content is, and else undefined.
   */
  reportOf(document: OpenDocument): Report | undefined {
    return this.analysisOf(document).report;
  }

  /** What a check of a document comes to; nothing where it is not checked. */
  resultOf(document: OpenDocument): CheckResult {
    const analysis = this.analysisOf(document);
    if (analysis.report === undefined) return NOTHING_CHECKED;
    const configuration = this.configurationOf(document.uri);
    if (analysis.checked?.configuration !== configuration) {
      const isFirst = analysis.checked === undefined;
      const since = this.now();
      analysis.checked = { configuration, result: this.engine.examine(analysis.report, configuration) };
      // Checked anew under another configuration it was not read anew.
      analysis.milliseconds = (isFirst ? analysis.milliseconds : 0) + this.now() - since;
    }
    return analysis.checked.result;
  }

  /** How many milliseconds the last check of a document took, reading included: of `resultOf`, which comes first. */
  millisecondsOf(document: OpenDocument): number {
    return this.analysisOf(document).milliseconds;
  }

  /** Forgets a document that was closed. */
  drop(uri: string): void {
    this.analyses.delete(uri);
  }

  private analysisOf(document: OpenDocument): Analysis {
    const known = this.analyses.get(document.uri);
    const { project } = this.configurationOf(document.uri);
    const isCurrent = known?.document === document && known.version === document.version && known.project === project;
    if (known !== undefined && isCurrent) return known;
    const since = this.now();
    const report = this.read(document, project, known?.project === project ? known.report : undefined);
    const analysis: Analysis = {
      document,
      version: document.version,
      report,
      milliseconds: this.now() - since,
      project,
      checked: undefined,
    };
    this.analyses.set(document.uri, analysis);
    return analysis;
  }

  /** @param previous what an earlier version was, so that what did not change need not be read again. */
  private read(document: OpenDocument, project: Project, previous: Report | undefined): Report | undefined {
    if (isProjectFile(document.uri)) return undefined;
    const isOurs = document.languageId === LANGUAGE_ID;
    if (!isOurs && !this.engine.looksLikeReport(document.getText())) return undefined;
    const report = this.engine.parse(document.source, project, previous);
    return isOurs || report.isReport ? report : undefined;
  }
}
