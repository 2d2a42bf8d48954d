import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { OpenDocument } from './open-document.js';

interface Result {
  readonly resultId: string;
  readonly data: readonly number[];
}

/** Numbers that make one token. */
const TOKEN = 5;

/** Remembers the semantic tokens that each open document was given last, so that only what differs is sent. */
export class TokenResults {
  private readonly last = new WeakMap<OpenDocument, Result>();
  private count = 0;

  /** All tokens, under an id that changes with them. */
  full(document: OpenDocument, data: readonly number[]): SemanticTokens {
    return { resultId: this.remember(document, data).resultId, data: [...data] };
  }

  /** What has changed since a result; all tokens where that is not the last one. */
  delta(document: OpenDocument, data: readonly number[], previousResultId: string): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(document);
    if (before === undefined || before.resultId !== previousResultId) return this.full(document, data);
    const { resultId } = this.remember(document, data);
    return { resultId, edits: resultId === previousResultId ? [] : [editBetween(before.data, data)] };
  }

  private remember(document: OpenDocument, data: readonly number[]): Result {
    const last = this.last.get(document);
    if (last !== undefined && last.data.length === data.length && sharedBeginning(last.data, data) === data.length) return last;
    this.count++;
    const result = { resultId: String(this.count), data };
    this.last.set(document, result);
    return result;
  }
}

/** The one stretch of whole tokens by which two lists differ. */
function editBetween(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'][number] {
  const start = wholeTokens(sharedBeginning(before, after));
  const most = Math.min(before.length, after.length) - start;
  let same = 0;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const end = wholeTokens(same);
  return { start, deleteCount: before.length - end - start, data: after.slice(start, after.length - end) };
}

function sharedBeginning(one: readonly number[], other: readonly number[]): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one[at] === other[at]) at++;
  return at;
}

function wholeTokens(numbers: number): number {
  return numbers - (numbers % TOKEN);
}
