import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { MandatedSection } from '../knowledge/mandated-sections.js';
import { readMarker } from '../report/markers.js';
import type { Report } from '../report/report.js';
import { reportSkeleton, type Skeleton, type SkeletonOptions, sectionSkeleton } from '../report/skeleton.js';
import type { Locale, LocalizedText } from '../rules/rule.js';
import type { Span } from '../text/span.js';
import { markdownPrefix, newSectionMarker, renumberBelow, sectionMarkerStyle } from './markers.js';
import { toRange } from './ranges.js';
import { type PresenceState, sectionPresence } from './sections.js';
import { type Hole, toPlainText, toSnippet } from './snippets.js';

/** What a client can do with an item, and in which language it wants it. */
export interface CompletionOptions {
  readonly locale: Locale;
  /** Whether tab stops are understood; plain text is sent where not. */
  readonly snippets: boolean;
  /** Whether `insertTextMode` is understood. */
  readonly insertTextMode: boolean;
  /** Whether `labelDetails` is understood. */
  readonly labelDetails: boolean;
  /** Whether the client asks only because 、 was typed: then nothing that is there already is offered again. */
  readonly uninvited?: boolean;
}

/** The words that a writer typed to look for a skeleton, alone on its line. */
interface Trigger {
  readonly span: Span;
  readonly text: string;
  /** The year that the text begins with (2024年), as headings do; else empty. */
  readonly year: string;
  /** Whether a number stands before it. */
  readonly numbered: boolean;
  /** Whether Markdown heading signs stand before it. */
  readonly marked: boolean;
  readonly line: number;
}

const LONGEST_TRIGGER = 24;
const BEFORE_MARKER = /^[ \t\u00a0\u3000\ufeff]*(#{1,6}[ \t]*)?/;
const TRIGGER = /^[\p{Script=Han}\p{Letter}\p{Number}]*$/u;

/**
 * Skeletons for the whole report and for each mandated section, with agency and year filled in.
 *
 * They are offered only where the line holds nothing but blanks, a number of the highest level and the
 * typed trigger, so that none comes up in prose. A trigger is a piece of a Chinese name (举措, 第一责任人)
 * or the first letters of its pinyin (zyjc). Missing sections come first.
 */
export function completion(report: Report, position: Position, options: CompletionOptions): CompletionList {
  const trigger = findTrigger(report, position);
  if (trigger === undefined) return { isIncomplete: false, items: [] };
  const whole = reportItem(report, trigger, options);
  const items = [...(whole === undefined ? [] : [whole]), ...sectionItems(report, trigger, options)];
  // Incomplete, because the filter text follows what was typed and fewer items match as it grows.
  return { isIncomplete: items.length > 0, items };
}

function findTrigger(report: Report, position: Position): Trigger | undefined {
  const { source } = report;
  const caret = source.offsetAt(position);
  const line = source.lineAt(caret);
  const lineSpan = source.lineSpan(line);
  if (lineSpan.end - lineSpan.start > LONGEST_TRIGGER * 3) return undefined;
  const text = source.slice(lineSpan).trimEnd();
  const before = BEFORE_MARKER.exec(text);
  const indentation = before?.[0].length ?? 0;
  const marker = readMarker(text.slice(indentation));
  if (marker !== undefined && marker.style !== sectionMarkerStyle(report, line)) return undefined;
  const start = Math.min(indentation + (marker?.textStart ?? 0), text.length);
  const typed = text.slice(start);
  const caretInTrigger = caret - lineSpan.start - start;
  // Behind trailing blanks the writer has left the trigger; before it there is nothing to replace.
  if (caretInTrigger < 0 || (typed !== '' && caretInTrigger > typed.length)) return undefined;
  if (typed.length > LONGEST_TRIGGER || !TRIGGER.test(typed)) return undefined;
  const from = typed === '' ? caret : lineSpan.start + start;
  return {
    span: { start: from, end: from + typed.length },
    text: typed,
    year: /^(?:19|20)\d\d(?:年度?)?/.exec(typed)?.[0] ?? '',
    numbered: marker !== undefined,
    marked: before?.[1] !== undefined,
    line,
  };
}

function sectionItems(report: Report, trigger: Trigger, options: CompletionOptions): CompletionItem[] {
  const presence = sectionPresence(report, trigger.line);
  const marker = trigger.numbered ? '' : newSectionMarker(report, trigger.line);
  const prefix = trigger.marked ? '' : markdownPrefix(report, trigger.line);
  const moved = marker === '' ? [] : renumbering(report, trigger.line);
  const skeletonOptions = optionsFor(report, trigger.line);
  const candidates = presence.map((one) => {
    const content = fillIn(sectionSkeleton(one.section.kind, marker, skeletonOptions), report.source.lineEnd, options);
    return { one, content, heading: content.plain.split(/[\r\n]/, 1)[0] ?? '' };
  });
  const headings = candidates.map(({ heading }) => heading.slice(marker.length));
  const firstMissing = presence.find(({ state }) => state === 'missing');
  const items: CompletionItem[] = [];
  candidates.forEach(({ one, content, heading }, index) => {
    if (options.uninvited === true && one.state !== 'missing' && one.state !== 'embedded') return;
    const filterText = matchSection(one.section, trigger) ?? matchHeading(headings, index, trigger);
    if (filterText === undefined) return;
    const item = makeItem(report, trigger, filterText, prefix + content.text, options);
    item.label = one.section.name[options.locale];
    item.detail = heading;
    item.documentation = one.section.wants[options.locale];
    item.sortText = `${STATE_ORDER[one.state]}${index}`;
    if (options.labelDetails) item.labelDetails = { description: STATE_NAMES[one.state][options.locale] };
    if (one === firstMissing) item.preselect = true;
    if (moved.length > 0) item.additionalTextEdits = moved;
    items.push(item);
  });
  return items;
}

function reportItem(report: Report, trigger: Trigger, options: CompletionOptions): CompletionItem | undefined {
  if (trigger.numbered || trigger.marked) return undefined;
  if (report.sections.some(({ heading }) => heading.line !== trigger.line)) return undefined;
  const { title } = report;
  const titleLine = title === undefined ? trigger.line : report.source.lineAt(title.span.start);
  if (titleLine !== trigger.line) return undefined;
  const filterText = matchWords(REPORT_INITIALS, REPORT_KEYWORDS, REPORT_NAME[options.locale], trigger);
  if (filterText === undefined) return undefined;
  const skeleton = reportSkeleton(optionsFor(report, trigger.line));
  const content = fillIn(skeleton, report.source.lineEnd, options);
  const item = makeItem(report, trigger, filterText, content.text, options);
  item.label = REPORT_NAME[options.locale];
  item.detail = REPORT_DETAIL[options.locale];
  item.sortText = '00';
  return item;
}

function makeItem(report: Report, trigger: Trigger, filterText: string, newText: string, options: CompletionOptions): CompletionItem {
  const range: Range = toRange(report.source, trigger.span);
  const item: CompletionItem = {
    label: filterText,
    kind: CompletionItemKind.Snippet,
    filterText,
    textEdit: { range, newText },
    insertTextFormat: options.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
  // The skeleton brings its own indentation.
  if (options.insertTextMode) item.insertTextMode = InsertTextMode.asIs;
  return item;
}

function renumbering(report: Report, line: number): TextEdit[] {
  return renumberBelow(report, line).map(({ span, newText }) => ({ range: toRange(report.source, span), newText }));
}

/** Agency and year of the report, or signs that are replaced by tab stops where it does not name them. */
function optionsFor(report: Report, line: number): SkeletonOptions {
  const { agency, year, source } = report;
  const known = agency !== undefined && source.lineAt(agency.span.start) !== line ? agency : undefined;
  return {
    agency: known?.name ?? UNKNOWN_AGENCY,
    kind: known?.kind ?? 'other',
    year: year !== undefined && source.lineAt(year.span.start) !== line ? year.value : UNKNOWN_YEAR,
  };
}

/** A private-use character: no text of a skeleton holds it. */
const UNKNOWN_AGENCY = '\ue000';
/** Stands with its successor for a year and the next; no report is of that time. */
const UNKNOWN_YEAR = 8998;
const UNKNOWN = new RegExp(`${UNKNOWN_AGENCY}|${UNKNOWN_YEAR}|${UNKNOWN_YEAR + 1}`, 'gu');
const EMPTY_BLANK = '____';

/** A skeleton with the file's line ends, as a snippet or as plain text. */
function fillIn(skeleton: Skeleton, lineEnd: string, options: CompletionOptions): { readonly text: string; readonly plain: string } {
  const holes = holesOf(skeleton);
  const withLineEnds = (text: string): string => text.replace(/\n/g, lineEnd);
  const plain = withLineEnds(toPlainText(skeleton.text, holes));
  return { text: options.snippets ? withLineEnds(toSnippet(skeleton.text, holes)) : plain, plain };
}

function holesOf({ text, blanks }: Skeleton): readonly Hole[] {
  const holes: Hole[] = blanks.map((span) => ({ span, placeholder: text.slice(span.start, span.end) }));
  for (const match of text.matchAll(UNKNOWN)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (blanks.some((blank) => blank.start < span.end && span.start < blank.end)) continue;
    holes.push({ span, placeholder: EMPTY_BLANK, group: match[0] });
  }
  return holes.sort((a, b) => a.span.start - b.span.start);
}

function matchSection(section: MandatedSection, trigger: Trigger): string | undefined {
  return matchWords(section.initials, section.keywords, section.name['zh-CN'], trigger);
}

/** The heading itself, typed from its beginning, once it is clear which one; 2024年 alone begins many a sentence. */
function matchHeading(headings: readonly string[], index: number, trigger: Trigger): string | undefined {
  if (trigger.text.length < trigger.year.length + 2) return undefined;
  const found = headings.filter((heading) => heading.startsWith(trigger.text));
  return found.length === 1 && found[0] === headings[index] ? found[0] : undefined;
}

/**
 * The text by which a client filters: it begins with what was typed and goes on as the word that was
 * found. Undefined where the trigger looks for something else.
 */
function matchWords(initials: readonly string[], keywords: readonly string[], name: string, { text, year }: Trigger): string | undefined {
  if (text === '') return name;
  const typed = text.slice(year.length);
  // Paragraphs begin with a single character all the time; two look for something.
  const isLatin = /^[A-Za-z]+$/.test(typed);
  if (typed.length < (isLatin ? 1 : 2)) return undefined;
  const lower = typed.toLowerCase();
  const initial = isLatin ? initials.find((candidate) => candidate.startsWith(lower)) : undefined;
  if (initial !== undefined) return text + initial.slice(typed.length);
  for (const candidate of [name, ...keywords]) {
    const at = candidate.indexOf(typed);
    if (at !== -1) return year + candidate.slice(at);
  }
  return undefined;
}

const STATE_ORDER: Readonly<Record<PresenceState, number>> = { missing: 1, embedded: 2, merged: 8, present: 9 };

const STATE_NAMES: Readonly<Record<PresenceState, LocalizedText>> = {
  missing: { 'zh-CN': '缺少', en: 'missing' },
  embedded: { 'zh-CN': '未单列', en: 'not a section of its own' },
  merged: { 'zh-CN': '已合写', en: 'merged' },
  present: { 'zh-CN': '已有', en: 'present' },
};

const REPORT_NAME: LocalizedText = { 'zh-CN': '法治政府建设年度报告（全文框架）', en: 'Annual report (whole skeleton)' };
const REPORT_DETAIL: LocalizedText = {
  'zh-CN': '标题、开头、四项内容和落款',
  en: 'Title, opening, the four parts, sign-off',
};
const REPORT_INITIALS: readonly string[] = ['fzzfjs', 'fzbg', 'ndbg', 'bg', 'qw', 'kj', 'mb'];
const REPORT_KEYWORDS: readonly string[] = ['年度报告', '报告', '全文框架', '框架', '模板'];
