import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import type { MandatedSection } from '../../knowledge/mandated-sections.js';
import { readMarker } from '../../report/markers.js';
import type { Report } from '../../report/report.js';
import { reportSkeleton, sectionSkeleton } from '../../report/skeleton.js';
import type { LocalizedText } from '../../rules/rule.js';
import type { Span } from '../../text/span.js';
import { markdownPrefix, newSectionMarker, renumberBelow, sectionMarkerStyle } from '../markers.js';
import { toRange } from '../ranges.js';
import { type PresenceState, sectionPresence } from '../sections.js';
import { fillIn, skeletonItem } from './items.js';
import type { CompletionOptions } from './options.js';
import { skeletonOptionsFor, type WritingPlace } from './place.js';

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
export function sectionCompletions(place: WritingPlace, options: CompletionOptions): CompletionItem[] {
  const { report } = place;
  const trigger = findTrigger(place);
  if (trigger === undefined) return [];
  const whole = reportItem(report, trigger, options);
  return [...(whole === undefined ? [] : [whole]), ...sectionItems(report, trigger, options)];
}

function findTrigger({ report, caret, line, lineSpan }: WritingPlace): Trigger | undefined {
  const { source } = report;
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
  const skeletonOptions = skeletonOptionsFor(report, trigger.line);
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
    const item = skeletonItem(report.source, trigger.span, filterText, prefix + content.text, options);
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
  const skeleton = reportSkeleton(skeletonOptionsFor(report, trigger.line));
  const content = fillIn(skeleton, report.source.lineEnd, options);
  const item = skeletonItem(report.source, trigger.span, filterText, content.text, options);
  item.label = REPORT_NAME[options.locale];
  item.detail = REPORT_DETAIL[options.locale];
  item.sortText = '00';
  return item;
}

function renumbering(report: Report, line: number): TextEdit[] {
  return renumberBelow(report, line).map(({ span, newText }) => ({ range: toRange(report.source, span), newText }));
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
