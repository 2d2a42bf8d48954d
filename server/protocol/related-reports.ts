import { findPrevious } from '../folder/previous-report.js';
import type { Report } from '../report/report.js';
import type { Analyses } from './analyses.js';
import type { OpenDocument } from './open-document.js';

/** A report of the workspace. */
export interface KnownReport {
  readonly uri: string;
  /** As it stands in the editor where it is open there, else as it is on disk. */
  readonly report: Report;
}

/** Finds the reports beside one. */
export interface RelatedReports {
  /** Every report of the workspace that is known, each once, by address. */
  readonly all: () => Promise<readonly KnownReport[]>;
  /** The report of the same agency for the year before; undefined where none is known. */
  readonly previousOf: (uri: string) => Promise<KnownReport | undefined>;
}

/** Knows the reports that are open in the editor. */
export class OpenReports implements RelatedReports {
  constructor(
    private readonly documents: () => readonly OpenDocument[],
    private readonly analyses: Analyses,
  ) {}

  async all(): Promise<readonly KnownReport[]> {
    const reports = this.documents().flatMap((document): KnownReport[] => {
      const report = this.analyses.reportOf(document);
      return report === undefined ? [] : [{ uri: document.uri, report }];
    });
    return reports.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  async previousOf(uri: string): Promise<KnownReport | undefined> {
    const all = await this.all();
    const own = all.find((candidate) => candidate.uri === uri);
    return own && findPrevious(own, all);
  }
}
