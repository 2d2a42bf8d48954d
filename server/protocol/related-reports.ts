import type { CancellationToken } from 'vscode-languageserver';
import { canonical, isWithin } from '../check/addresses.js';
import { choosePrevious } from '../folder/previous-report.js';
import type { Report } from '../report/report.js';
import type { Analyses } from './analyses.js';
import type { OpenDocument } from './open-document.js';
import { cardOf, type ReportCard } from './report-cards.js';
import type { Asking, ReportIndex } from './report-index.js';

/** A report of the workspace. */
export interface KnownReport {
  readonly uri: string;
  /** As it stands in the editor where it is open there, else as it is on disk. */
  readonly report: Report;
}

/** Finds the reports beside one. */
export interface RelatedReports {
  /** Every report of the workspace that is known, each once, by address; no more than some hundred of those that are not open. */
  readonly all: (token?: CancellationToken) => Promise<readonly KnownReport[]>;
  /** The report of the same agency for the year before; undefined where none is known. */
  readonly previousOf: (uri: string, token?: CancellationToken) => Promise<KnownReport | undefined>;
  /** Address of that report, as far as it can be told without reading many files. */
  readonly nearPreviousOf: (uri: string, token?: CancellationToken) => Promise<string | undefined>;
  /** What is kept of every report of the workspace, each once, by address. */
  readonly cards: (token?: CancellationToken) => Promise<readonly ReportCard[]>;
}

/** What finding related reports needs of the server. */
export interface RelatedHost {
  readonly documents: () => readonly OpenDocument[];
  readonly analyses: Analyses;
  /** The open folders. */
  readonly folders: () => readonly string[];
  /** The folder that the project of a document names for last year's reports. */
  readonly previousYearFolder: (uri: string) => Promise<string | undefined>;
  /** Resolves when it is known what a document is checked under. */
  readonly ready: (uri: string) => Promise<void>;
}

/** How many reports that are not open are given in full. */
const MOST_WHOLE = 200;
/** How many files are read for somebody who will not wait. */
const FEW_READS = 200;

/** Knows the reports of the workspace: those that are open as they are in the editor, the others as they are on disk. */
export class WorkspaceReports implements RelatedReports {
  /** The card of an open report stays the same as long as the report does. */
  private readonly openCards = new WeakMap<Report, ReportCard>();

  constructor(
    private readonly index: ReportIndex,
    private readonly host: RelatedHost,
  ) {}

  async all(token?: CancellationToken): Promise<readonly KnownReport[]> {
    const known: KnownReport[] = [];
    let closed = 0;
    for (const { uri } of await this.cards(token)) {
      if (token?.isCancellationRequested === true) break;
      const open = this.openReport(uri);
      if (open === undefined && ++closed > MOST_WHOLE) continue;
      const report = open ?? (await this.index.report(uri));
      if (report !== undefined) known.push({ uri, report });
    }
    return known;
  }

  async previousOf(uri: string, token?: CancellationToken): Promise<KnownReport | undefined> {
    const previous = await this.findPrevious(uri, token === undefined ? {} : { token });
    if (previous === undefined) return undefined;
    const report = this.openReport(previous) ?? (await this.index.report(previous));
    return report === undefined ? undefined : { uri: previous, report };
  }

  nearPreviousOf(uri: string, token?: CancellationToken): Promise<string | undefined> {
    return this.findPrevious(uri, { mostReads: FEW_READS, ...(token === undefined ? {} : { token }) });
  }

  async cards(token?: CancellationToken): Promise<readonly ReportCard[]> {
    return this.withOpen(await this.closedCards(token === undefined ? {} : { token }));
  }

  private async findPrevious(uri: string, asking: Asking): Promise<string | undefined> {
    const own = find(await this.withOpen([]), uri) ?? find(await this.closedCards(asking), uri);
    if (own?.year === undefined || own.body === undefined) return undefined;
    const folder = await this.host.previousYearFolder(uri);
    if (folder !== undefined) {
      const named = choosePrevious(own, others(own, await this.replaced(await this.index.cards({ outside: folder }, asking))));
      if (named !== undefined) return named.uri;
    }
    // Nothing that the editor only knows, like an unsaved report, lies in a folder.
    const isThere = this.host.folders().some((above) => isWithin(above, uri));
    const all = await this.withOpen(await this.closedCards(isThere ? { ...asking, knownFile: uri } : asking));
    return choosePrevious(own, others(own, all))?.uri;
  }

  private closedCards(asking: Asking): Promise<readonly ReportCard[]> {
    return this.index.cards({ folders: this.host.folders() }, asking);
  }

  /** Reports on disk and all that are open, each once, by address. */
  private async withOpen(closed: readonly ReportCard[]): Promise<readonly ReportCard[]> {
    const cards = new Map(closed.map((card) => [canonical(card.uri), card] as const));
    for (const [address, card] of await this.allOpen()) {
      if (card === undefined) cards.delete(address);
      else cards.set(address, card);
    }
    return [...cards].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, card]) => card);
  }

  /** Reports on disk, those that are open as they are in the editor. */
  private async replaced(closed: readonly ReportCard[]): Promise<readonly ReportCard[]> {
    const open = new Map(await this.allOpen());
    return closed.flatMap((card) => {
      const address = canonical(card.uri);
      const now = open.has(address) ? open.get(address) : card;
      return now === undefined ? [] : [now];
    });
  }

  /** The card of each open document, by canonical address; undefined where it is no report. */
  private async allOpen(): Promise<(readonly [string, ReportCard | undefined])[]> {
    const open: (readonly [string, ReportCard | undefined])[] = [];
    for (const document of this.host.documents()) {
      await this.host.ready(document.uri);
      const report = this.host.analyses.reportOf(document);
      open.push([canonical(document.uri), report === undefined ? undefined : this.openCard(document.uri, report)]);
    }
    return open;
  }

  private openCard(uri: string, report: Report): ReportCard {
    const known = this.openCards.get(report) ?? cardOf(uri, report);
    this.openCards.set(report, known);
    return known;
  }

  private openReport(uri: string): Report | undefined {
    const address = canonical(uri);
    const document = this.host.documents().find((candidate) => canonical(candidate.uri) === address);
    return document && this.host.analyses.reportOf(document);
  }
}

function find(cards: readonly ReportCard[], uri: string): ReportCard | undefined {
  return cards.find((card) => canonical(card.uri) === canonical(uri));
}

function others(own: ReportCard, cards: readonly ReportCard[]): readonly ReportCard[] {
  return cards.filter(({ uri }) => canonical(uri) !== canonical(own.uri));
}
