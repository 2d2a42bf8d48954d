import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { Heading, Report, Section } from '../report/report.js';
import type { Locale } from '../rules/rule.js';
import { contains, type Span } from '../text/span.js';
import { headingExtent } from './headingExtent.js';
import { toRange } from './ranges.js';
import { kindNames } from './sections.js';

/** Names longer than this many characters are cut; the outline is a narrow column. */
const NAME_LENGTH = 48;

/**
 * The outline: the title, then every section with its sub-headings below it.
 *
 * The title stands beside the sections, not above them, so that the four parts are seen at one
 * glance and the breadcrumb begins with the section. Ranges of children lie inside their parent's.
 */
export function outline(report: Report, locale: Locale): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  if (report.title !== undefined) {
    const range = toRange(report.source, report.title.span);
    symbols.push({
      name: shorten(report.title.text) || EMPTY_NAME[locale],
      detail: titleDetail(report, locale),
      kind: SymbolKind.File,
      range,
      selectionRange: range,
    });
  }
  const sections = new Map(report.sections.map((section) => [section.heading, section]));
  const whole: Span = { start: 0, end: report.source.text.length };
  for (const heading of report.headings) {
    symbols.push(headingSymbol(report, heading, whole, sections, locale));
  }
  return symbols;
}

/** The outline without its tree, for clients that know only flat symbols. */
export function flatOutline(report: Report, locale: Locale, uri: string): SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  const visit = (symbol: DocumentSymbol, containerName: string | undefined): void => {
    flat.push({
      name: symbol.name,
      kind: symbol.kind,
      location: { uri, range: symbol.range },
      ...(containerName === undefined ? {} : { containerName }),
    });
    for (const child of symbol.children ?? []) visit(child, symbol.name);
  };
  for (const symbol of outline(report, locale)) visit(symbol, undefined);
  return flat;
}

const EMPTY_NAME = { 'zh-CN': '（无文字）', en: '(no text)' } as const;

function headingSymbol(
  report: Report,
  heading: Heading,
  within: Span,
  sections: ReadonlyMap<Heading, Section>,
  locale: Locale,
): DocumentSymbol {
  const { source } = report;
  const section = sections.get(heading);
  const extent = headingExtent(source, heading);
  const start = Math.max(within.start, extent.start);
  const end = Math.min(within.end, extent.end);
  const span: Span = { start, end: Math.max(start, end) };
  const selection = contains(span, heading.span) ? heading.span : span;
  const symbol: DocumentSymbol = {
    name: shorten(source.slice(heading.span)) || EMPTY_NAME[locale],
    kind: section === undefined ? SymbolKind.String : SymbolKind.Module,
    range: toRange(source, span),
    selectionRange: toRange(source, selection),
  };
  const detail = kindNames(section?.kinds ?? heading.kinds, locale);
  if (detail !== '') symbol.detail = detail;
  if (heading.children.length > 0) {
    symbol.children = heading.children.map((child) => headingSymbol(report, child, span, sections, locale));
  }
  return symbol;
}

function titleDetail(report: Report, locale: Locale): string {
  const parts: string[] = [];
  if (report.year !== undefined) parts.push(locale === 'en' ? String(report.year.value) : `${report.year.value}年`);
  if (report.agency !== undefined) parts.push(report.agency.name);
  return parts.join(' · ');
}

/** One line, blanks folded, cut at a whole character. */
function shorten(text: string): string {
  // The slice keeps a heading of megabytes cheap; two code units are enough for any character.
  const line = text
    .slice(0, NAME_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  if (characters.length <= NAME_LENGTH && text.length <= NAME_LENGTH * 4) return line;
  return `${characters.slice(0, NAME_LENGTH - 1).join('')}…`;
}
