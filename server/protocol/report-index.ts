import type { CancellationToken } from 'vscode-languageserver';
import { canonical, isWithin, nameOf } from '../check/addresses.js';
import type { Project } from '../report/project.js';
import type { Report } from '../report/report.js';
import { SourceText } from '../text/source-text.js';
import type { Engine } from './engine.js';
import { cardOf, type ReportCard } from './report-cards.js';
import { isTextFile, NO_REPORT_FILES, type ReportFiles } from './report-files.js';

/** How many files of the workspace are looked at; which ones where there are more, the file system says. */
export const MOST_FILES = 5000;
/** How many files of a folder outside of the workspace are looked at. */
const MOST_FILES_OUTSIDE = 1000;
/** How many reports are remembered by their cards, each of some kilobytes; behind that no more files are read. */
const MOST_CARDS = 3000;
/** Length (UTF-16) of the texts of the reports that are kept whole: some two hundred. */
const MOST_TEXT = 4_000_000;
/** How many files are asked for at a time. */
const BATCH = 16;
/** A file that is written again and again while it is read is left for the next time. */
const MOST_ROUNDS = 3;

/** Where the files are that are asked for. */
export type Where = { readonly folders: readonly string[] } | { readonly outside: string };

/** How patient somebody is who asks. */
export interface Asking {
  readonly token?: CancellationToken;
  /** Where more files than this would have to be read first, those that are known have to do. */
  readonly mostReads?: number;
  /** A file that is there. Where it is not known to be, something has changed that nobody told of. */
  readonly knownFile?: string;
}

/** What the index needs of the server. */
export interface IndexHost {
  readonly engine: Engine;
  /** What the user's project says of the reports at an address. */
  readonly projectOf: (uri: string) => Promise<Project>;
  /** Somebody wants to know of a place from now on. */
  readonly watch: (where: Where) => void;
  /** Lets other work of the server go first. */
  readonly pause: () => Promise<void>;
}

/** A file as it was when it was read; `card` is absent where it is no report. */
interface Entry {
  readonly card: ReportCard | undefined;
  /** What the project said that the card was made under, and when that was last looked up. */
  readonly projectKey: string;
  generation: number;
}

/** The files of a place: in order, and by canonical address. */
interface Listing {
  readonly uris: readonly string[];
  readonly addresses: ReadonlySet<string>;
  /** Whether there are no more than were asked for. */
  readonly isComplete: boolean;
}

/** A change of a file that the client tells of. */
export interface FileChange {
  readonly uri: string;
  readonly isNewOrGone: boolean;
}

/**
 * Knows the reports on disk. Reads nothing before it is asked; what it has read it keeps until it hears that it has changed.
 * Questions wait for one another, so that no file is read twice.
 */
export class ReportIndex {
  private files: ReportFiles = NO_REPORT_FILES;
  private readonly listings = new Map<string, Listing>();
  /** Files that are there and in no listing: they were looked for once. */
  private readonly unlisted = new Set<string>();
  private readonly entries = new Map<string, Entry>();
  /** Reports that were read, the last used last. */
  private readonly whole = new Map<string, Report>();
  /** Counts changes of projects. */
  private generation = 0;
  /** What has changed while a batch of files is being read. */
  private readonly changed = new Set<string>();
  private isAllChanged = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly host: IndexHost) {}

  /** Says how files are found and read; before the first question. */
  readThrough(files: ReportFiles): void {
    this.files = files;
  }

  /** The reports of some place, each once, in the order of their addresses. What is asked for no more is not finished. */
  cards(where: Where, asking: Asking): Promise<readonly ReportCard[]> {
    const answer = this.turn.then(() => this.read(where, asking));
    // A question that failed must not fail those behind it.
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  /** A report in full; undefined where it is gone, or none any more. */
  async report(uri: string): Promise<Report | undefined> {
    const key = canonical(uri);
    const known = this.whole.get(key);
    if (known !== undefined) {
      this.whole.delete(key);
      this.whole.set(key, known);
      return known;
    }
    const { generation } = this;
    const [text] = await this.files.read([uri]);
    const report = text === undefined ? undefined : this.parse(text, await this.host.projectOf(uri));
    if (report !== undefined && generation === this.generation) this.keep(key, report);
    return report;
  }

  /** Files have changed, come or gone; folders likewise. */
  filesChanged(changes: readonly FileChange[]): void {
    for (const { uri, isNewOrGone } of changes) {
      const isText = isTextFile(uri);
      // A name without a dot is a folder's, with all that lies in it.
      if (!isText && (!isNewOrGone || nameOf(uri).includes('.'))) continue;
      if (isNewOrGone) this.listings.clear();
      if (isText) this.forget(canonical(uri));
      else for (const key of this.entries.keys()) if (isWithin(uri, key)) this.forget(key);
    }
  }

  /** A file was open and is to be read anew. */
  closed(uri: string): void {
    this.forget(canonical(uri));
  }

  /** Nobody tells what has changed: everything is looked at again when next asked for. */
  forgetAll(): void {
    this.listings.clear();
    this.unlisted.clear();
    this.entries.clear();
    this.whole.clear();
    this.isAllChanged = true;
  }

  /** Project files, or the open folders, have changed: reports may belong to others now. */
  projectsChanged(): void {
    this.generation++;
    this.listings.clear();
    this.whole.clear();
  }

  private async read(where: Where, { token, mostReads = Number.POSITIVE_INFINITY, knownFile }: Asking): Promise<readonly ReportCard[]> {
    const isStopped = (): boolean => token?.isCancellationRequested === true;
    if (isStopped()) return [];
    if (knownFile !== undefined) this.expect(canonical(knownFile), where);
    const uris = await this.list(where, token);
    for (let round = 0; round < MOST_ROUNDS && !isStopped(); round++) {
      const unread = uris.filter((uri) => !this.entries.has(canonical(uri)));
      if (unread.length === 0 || unread.length > mostReads) break;
      for (let at = 0; at < unread.length && !isStopped() && this.cardCount < MOST_CARDS; at += BATCH) {
        await this.readBatch(unread.slice(at, at + BATCH), token);
      }
    }
    const cards: ReportCard[] = [];
    for (const uri of uris) {
      const entry = this.entries.get(canonical(uri));
      if (entry?.card === undefined || isStopped()) continue;
      const card = entry.generation === this.generation ? entry.card : await this.settled(uri, entry);
      if (card !== undefined) cards.push(card);
    }
    return cards;
  }

  private get cardCount(): number {
    let count = 0;
    for (const { card } of this.entries.values()) if (card !== undefined) count++;
    return count;
  }

  /** Lists a place anew, once, where a file that is there is not listed. */
  private expect(address: string, where: Where): void {
    const key = keyOfPlace(where);
    const listing = this.listings.get(key);
    if (listing?.isComplete !== true || listing.addresses.has(address) || this.unlisted.has(address)) return;
    this.unlisted.add(address);
    this.listings.delete(key);
  }

  private async list(where: Where, token: CancellationToken | undefined): Promise<readonly string[]> {
    const key = keyOfPlace(where);
    const known = this.listings.get(key);
    if (known !== undefined) return known.uris;
    const { generation } = this;
    this.host.watch(where);
    const most = 'outside' in where ? MOST_FILES_OUTSIDE : MOST_FILES;
    const found =
      'outside' in where ? await this.files.inFolder(where.outside, most, token) : await this.files.inWorkspace(where.folders, most, token);
    const byAddress = new Map(found.map((uri) => [canonical(uri), uri] as const));
    const uris = [...byAddress].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri);
    if (token?.isCancellationRequested !== true && generation === this.generation) {
      this.listings.set(key, { uris, addresses: new Set(byAddress.keys()), isComplete: uris.length < most });
    }
    return uris;
  }

  private async readBatch(uris: readonly string[], token: CancellationToken | undefined): Promise<void> {
    this.changed.clear();
    this.isAllChanged = false;
    const texts = await this.files.read(uris, token);
    if (token?.isCancellationRequested === true) return;
    for (const [index, uri] of uris.entries()) {
      const text = texts[index];
      const { generation } = this;
      const project = text === undefined ? undefined : await this.host.projectOf(uri);
      const key = canonical(uri);
      if (this.isAllChanged || this.changed.has(key)) continue;
      const report = text === undefined || project === undefined ? undefined : this.parse(text, project);
      const card = report === undefined ? undefined : cardOf(uri, report);
      this.entries.set(key, { card, generation, projectKey: project === undefined ? '' : keyOf(project) });
      if (report !== undefined) await this.host.pause();
    }
  }

  /** The card of a report after a change of projects; made anew only where its own project says something else now. */
  private async settled(uri: string, entry: Entry): Promise<ReportCard | undefined> {
    const { generation } = this;
    const project = await this.host.projectOf(uri);
    if (keyOf(project) === entry.projectKey) {
      entry.generation = generation;
      return entry.card;
    }
    const report = await this.report(uri);
    const card = report === undefined ? undefined : cardOf(uri, report);
    this.entries.set(canonical(uri), { card, generation, projectKey: keyOf(project) });
    return card;
  }

  private parse(text: string, project: Project): Report | undefined {
    const report = this.host.engine.parse(new SourceText(text), project);
    return report.isReport ? report : undefined;
  }

  private keep(key: string, report: Report): void {
    this.whole.set(key, report);
    let length = 0;
    for (const { source } of this.whole.values()) length += source.text.length;
    for (const [oldest, { source }] of this.whole) {
      if (length <= MOST_TEXT || oldest === key) return;
      this.whole.delete(oldest);
      length -= source.text.length;
    }
  }

  private forget(key: string): void {
    this.entries.delete(key);
    this.whole.delete(key);
    this.changed.add(key);
  }
}

/** By what a place is remembered; empty for the open folders. */
function keyOfPlace(where: Where): string {
  return 'outside' in where ? canonical(where.outside) : '';
}

/** What of a project decides whose report it is and what its sections are. */
function keyOf({ agency, headings }: Project): string {
  return JSON.stringify([agency, headings]);
}
