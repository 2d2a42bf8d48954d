import type { Span } from '../text/span.js';

/** A place of a text that a writer fills in. */
export interface Hole {
  readonly span: Span;
  /** What stands there until it is filled in; may be empty. */
  readonly placeholder: string;
  /** Holes of one group are filled in together; absent for a hole of its own. */
  readonly group?: string;
}

/** Escapes what has a meaning in the snippet syntax of the protocol. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * A text with holes in the snippet syntax: tab stops from 1 in order, the last one behind the text.
 *
 * @param holes non-overlapping, in order.
 */
export function toSnippet(text: string, holes: readonly Hole[]): string {
  const groups = new Map<string, number>();
  let snippet = '';
  let at = 0;
  let next = 1;
  for (const { span, placeholder, group } of holes) {
    snippet += escapeSnippet(text.slice(at, span.start));
    const known = group === undefined ? undefined : groups.get(group);
    if (known !== undefined) {
      snippet += `$\{${known}}`;
    } else {
      snippet += placeholder === '' ? `$\{${next}}` : `$\{${next}:${escapeSnippet(placeholder)}}`;
      if (group !== undefined) groups.set(group, next);
      next++;
    }
    at = span.end;
  }
  return `${snippet}${escapeSnippet(text.slice(at))}$0`;
}

/** The same text for clients without snippets: every hole replaced by its placeholder. */
export function toPlainText(text: string, holes: readonly Hole[]): string {
  let plain = '';
  let at = 0;
  for (const { span, placeholder } of holes) {
    plain += text.slice(at, span.start) + placeholder;
    at = span.end;
  }
  return plain + text.slice(at);
}
