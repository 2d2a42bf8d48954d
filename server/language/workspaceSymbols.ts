import { type Range, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { nameOf } from '../check/addresses.js';
import type { Heading, Report } from '../report/report.js';
import { matchesInitials } from './initials.js';
import { toRange } from './ranges.js';

/** A title or heading as the search over all reports knows it: what can be kept of many reports at once. */
export interface ReportSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly range: Range;
  /** 0 for the title, 1 for sections, more for the headings below them. */
  readonly level: number;
}

/** What is searched: the symbols of one report and whose it is. */
export interface SymbolSource {
  readonly uri: string;
  readonly agency: string | undefined;
  readonly year: number | undefined;
  readonly symbols: readonly ReportSymbol[];
}

/** So many headings of one report are kept; the others are found in its outline. */
const MOST_OF_ONE = 300;
/** So many symbols are given to the client. */
const MOST_FOUND = 500;
const LONGEST_NAME = 80;

/** Title, sections and headings of a report, in this order. */
export function reportSymbols(report: Report): readonly ReportSymbol[] {
  const { source, title, allHeadings } = report;
  const symbols: ReportSymbol[] = [];
  if (title !== undefined) symbols.push({ name: oneLine(title.text), kind: SymbolKind.File, range: toRange(source, title.span), level: 0 });
  const sections = new Set(report.sections.map(({ heading }) => heading));
  for (const heading of allHeadings) {
    if (symbols.length >= MOST_OF_ONE) break;
    const name = oneLine(source.slice(heading.span));
    if (name === '') continue;
    const kind = sections.has(heading) ? SymbolKind.Module : SymbolKind.String;
    symbols.push({ name, kind, range: toRange(source, heading.span), level: levelOf(heading, sections) });
  }
  return symbols;
}

/**
 * The titles, sections and headings that a query finds: the best first, bounded.
 *
 * @param sources the reports, in order.
 * @param query pieces of the name, of the agency's name, of the year or of the file's name, apart by blanks, or the first letters
 *   of the pinyin (zyjc); empty for all titles and sections.
 */
export function findSymbols(sources: readonly SymbolSource[], query: string): WorkspaceSymbol[] {
  const words = query.trim().toLowerCase().split(/\s+/u);
  const found: { readonly rank: number; readonly symbol: ReportSymbol; readonly source: SymbolSource }[] = [];
  for (const source of sources) {
    const container = containerOf(source);
    for (const symbol of source.symbols) {
      const rank = query.trim() === '' ? emptyRank(symbol) : rankOf(words, symbol, container);
      if (rank !== undefined) found.push({ rank, symbol, source });
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_FOUND)
    .map(({ symbol: { name, kind, range }, source }) => ({
      name,
      kind,
      location: { uri: source.uri, range },
      containerName: containerOf(source),
    }));
}

/** 云桥镇2024年 · 报告.txt */
function containerOf({ agency, year, uri }: SymbolSource): string {
  const whose = `${agency ?? ''}${year === undefined ? '' : `${year}年`}`;
  return whose === '' ? nameOf(uri) : `${whose} · ${nameOf(uri)}`;
}

function emptyRank({ level }: ReportSymbol): number | undefined {
  return level <= 1 ? level : undefined;
}

/** Lower is better; undefined where a word is found nowhere, or all of them only in what is the same for the whole report. */
function rankOf(words: readonly string[], { name, level }: ReportSymbol, container: string): number | undefined {
  const text = name.toLowerCase();
  const around = container.toLowerCase();
  let rank = 0;
  let isNamed = false;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at >= 0) {
      isNamed = true;
      rank += at === 0 ? 0 : 10;
    } else if (matchesInitials(text, word)) {
      isNamed = true;
      rank += 20;
    } else if (around.includes(word)) rank += 30;
    else return undefined;
  }
  return isNamed || level === 0 ? rank + Math.min(level, 9) : undefined;
}

function levelOf(heading: Heading, sections: ReadonlySet<Heading>): number {
  return sections.has(heading) ? 1 : Math.max(2, heading.level);
}

function oneLine(text: string): string {
  const line = text
    .slice(0, LONGEST_NAME * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= LONGEST_NAME
    ? line
    : `${Array.from(line)
        .slice(0, LONGEST_NAME - 1)
        .join('')}…`;
}
