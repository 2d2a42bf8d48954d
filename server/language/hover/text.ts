import type { Locale, LocalizedText } from '../../rules/rule.js';
import type { Span } from '../../text/span.js';

/** In which form and language a client wants a hover. */
export interface HoverOptions {
  readonly locale: Locale;
  /** False for clients that show plain text only. */
  readonly markdown: boolean;
  /** Address of the document, for links to its lines; absent where there can be none. */
  readonly uri?: string;
}

/** What a rule says of itself in a hover. */
export interface RuleReason {
  readonly name: LocalizedText;
  readonly why: LocalizedText;
  readonly basis?: LocalizedText;
}

/** One thing to tell of a place. */
export interface HoverPart {
  /** Where it is told, in the untouched text. */
  readonly span: Span;
  /** One string a paragraph; in Markdown where the client shows that. */
  readonly paragraphs: readonly string[];
}

/** Words of the report in a hover, so that none of their characters is taken for markup. */
export function plain(text: string, { markdown }: HoverOptions): string {
  return markdown ? text.replace(/[\\`*_{}[\]<>()#+!|~&-]/gu, '\\$&') : text;
}

/** Words that are told first. */
export function strong(text: string, options: HoverOptions): string {
  return options.markdown ? `**${plain(text, options)}**` : text;
}

/** Several short things below one another. */
export function lines(items: readonly string[], { markdown }: HoverOptions): string {
  return items.join(markdown ? '  \n' : '\n');
}

/** A link, or the words and the address where links are not shown. */
export function link(text: string, address: string, options: HoverOptions): string {
  return options.markdown ? `[${plain(text, options)}](${address.replace(/[()\s]/gu, encodeURIComponent)})` : `${text}：${address}`;
}

/** A line of the report (from 0) by its number, which leads there where the client can follow. */
export function lineLink(line: number, options: HoverOptions): string {
  const text = options.locale === 'en' ? `line ${line + 1}` : `第${line + 1}行`;
  const { uri, markdown } = options;
  // Editors open no other addresses from a hover.
  return markdown && uri?.startsWith('file:') === true ? `[${text}](${withoutBrackets(uri)}#L${line + 1})` : text;
}

function withoutBrackets(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
