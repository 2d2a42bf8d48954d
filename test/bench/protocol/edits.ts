import { median, percentile } from '../measure.js';
import type { Client, Edit } from './client.js';

/** What is typed. */
export type Key = 'ordinary' | 'quote' | 'parenthesis' | 'enter';

/** What each key types. An ordinary one types a sentence, a character at a time. */
const TYPED: Readonly<Record<Key, string>> = {
  ordinary: '依法行政各项任务落到实处群众办事更加方便满意度稳步提升',
  quote: '“',
  parenthesis: '（',
  enter: '\n',
};

/** How many edits, and how long it may take. */
export interface EditPlan {
  readonly count: number;
  /** Milliseconds after which no further edit is made, but for the first few. */
  readonly budget: number;
}

/** Times from an edit to its findings, in milliseconds. */
export interface EditTimes {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Processor time of the server for each edit, in milliseconds. */
  readonly processor: number;
}

/** However slow a server is. */
const FEWEST = 3;
/** So many edits are made before the first that counts, as a share of those that count. */
const WARMING = 1;
/** Edits in one turn, before another server has its turn. */
const TURN = 20;

/** Where in a document is typed: the middle of a long line near the middle of the text. */
export function caretIn(text: string): number {
  let start = text.lastIndexOf('\n', text.length / 2) + 1;
  let fallback = start;
  for (let line = 0; line < 200 && start > 0 && start < text.length; line++) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    if (end - start > 60) return Math.floor((start + end) / 2);
    if (end - start > 10) fallback = Math.floor((start + end) / 2);
    start = end + 1;
  }
  return fallback;
}

/** Types in one open document of one server. */
class Typist {
  private readonly times: number[] = [];
  private processor = 0;
  private sent = 0;
  private spent = 0;
  private typed = 0;
  private readonly caret: number;

  constructor(
    private readonly client: Client,
    private readonly uri: string,
    private readonly key: Key,
    private readonly plan: EditPlan,
    caret: number | undefined,
  ) {
    this.caret = caret ?? caretIn(client.document(uri).getText());
  }

  get isDone(): boolean {
    const { length } = this.times;
    return length >= this.plan.count || (length >= FEWEST && this.spent > this.plan.budget);
  }

  /** Unmeasured edits: the server warms up. */
  async warm(): Promise<void> {
    const begin = performance.now();
    for (let edit = 0; edit < this.plan.count * WARMING && performance.now() - begin < this.plan.budget / 4; edit++) await this.type();
    this.times.length = 0;
    this.sent = 0;
    this.spent = 0;
  }

  /** Some measured edits. */
  async turn(): Promise<void> {
    const before = this.client.processorTime;
    for (let edit = 0; edit < TURN && !this.isDone; edit++) await this.type();
    this.processor += this.client.processorTime - before;
  }

  /** Leaves the document as it was. */
  async undo(): Promise<void> {
    if (this.typed === 0) return;
    await this.client.edit(this.uri, { start: this.caret, end: this.caret + this.typed, text: '' });
    this.sent++;
    this.typed = 0;
  }

  get result(): EditTimes {
    const { times } = this;
    const [p50, p95, p99] = [median(times), percentile(times, 0.95), percentile(times, 0.99)];
    return { count: times.length, p50, p95, p99, processor: this.processor / this.sent };
  }

  private async type(): Promise<void> {
    const text = TYPED[this.key];
    const at = this.caret + this.typed;
    const begin = performance.now();
    await this.client.edit(this.uri, { start: at, end: at, text: text[this.typed % text.length] ?? '' });
    const time = performance.now() - begin;
    this.times.push(time);
    this.spent += time;
    this.sent++;
    this.typed++;
    // One “ is typed into a text that is right; a sentence goes on and on.
    if (this.key !== 'ordinary' || this.typed >= text.length) await this.undo();
  }
}

/** A document that is open at a server. */
export interface OpenDocument {
  readonly client: Client;
  readonly uri: string;
  /** Where to type; by default in a long line near the middle. */
  readonly caret?: number;
}

/** Types into documents of several servers in turns, so that noise falls on all of them. */
export async function typeInTurns(documents: readonly OpenDocument[], key: Key, plan: EditPlan): Promise<readonly EditTimes[]> {
  const typists = documents.map(({ client, uri, caret }) => new Typist(client, uri, key, plan, caret));
  for (const typist of typists) await typist.warm();
  while (typists.some(({ isDone }) => !isDone)) {
    for (const typist of typists) await typist.turn();
  }
  for (const typist of typists) await typist.undo();
  return typists.map(({ result }) => result);
}

/**
 * Edits that come to nothing: a character typed and taken away again.
 * @returns how many were made in the time that there is: an even number.
 */
export async function typeAndErase({ client, uri }: OpenDocument, { count, budget }: EditPlan): Promise<number> {
  const caret = caretIn(client.document(uri).getText());
  const until = performance.now() + budget;
  let edit = 0;
  for (; edit < count && (edit % 2 === 1 || performance.now() < until); edit++) {
    const change: Edit = edit % 2 === 0 ? { start: caret, end: caret, text: '的' } : { start: caret, end: caret + 1, text: '' };
    await client.edit(uri, change);
  }
  return edit;
}
