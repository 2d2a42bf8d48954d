import type { Span } from '../../server/text/span.js';

/** A case: a report that marks in itself what a rule must find. */
export interface RuleCase {
  /** The report without marks. */
  readonly text: string;
  readonly expected: readonly ExpectedFinding[];
  /** Other rules that rightly speak at error or warning in this case. */
  readonly also: ReadonlySet<string>;
}

/** One marked place. */
export interface ExpectedFinding {
  readonly span: Span;
  /** Undefined: the rule's own severity. */
  readonly severity: string | undefined;
}

const ALSO = /^⟪also: ([a-z -]+)⟫(?:\r\n|\r|\n)/u;

/**
 * Reads a case. Marks: `⟦…⟧` round what the rule must find, with the severity after it where it is not
 * the rule's own (`⟦…⟧!information`); `⟦⟧` for an empty span. A first line `⟪also: rule-a rule-b⟫`
 * names other rules that speak as well.
 *
 * Throws where marks do not pair.
 */
export function readCase(marked: string): RuleCase {
  const also = ALSO.exec(marked);
  const body = also === null ? marked : marked.slice(also[0].length);
  const expected: ExpectedFinding[] = [];
  let text = '';
  let open: number | undefined;
  for (const token of body.split(/(⟦|⟧(?:!(?:error|warning|information|hint))?)/u)) {
    if (token === '⟦') {
      if (open !== undefined) throw new Error(`nested ⟦ after ${JSON.stringify(text.slice(-20))}`);
      open = text.length;
    } else if (token.startsWith('⟧')) {
      if (open === undefined) throw new Error(`⟧ without ⟦ after ${JSON.stringify(text.slice(-20))}`);
      expected.push({ span: { start: open, end: text.length }, severity: token.slice(2) || undefined });
      open = undefined;
    } else {
      text += token;
    }
  }
  if (open !== undefined) throw new Error('⟦ is not closed');
  return { text, expected, also: new Set(also?.[1]?.split(' ') ?? []) };
}
