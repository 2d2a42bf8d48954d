import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { markdownSigns } from '../../report/markdown.js';
import type { Heading, MarkerStyle, Report } from '../../report/report.js';
import { markerLike } from '../../rules/renumber.js';
import type { LocalizedText } from '../../rules/rule.js';
import type { Span } from '../../text/span.js';
import { textItem } from './items.js';
import type { CompletionOptions } from './options.js';
import { isEmptyLine, type WritingPlace } from './place.js';

/** The beginning of a number, alone on its line: （, （三, 3, 第. */
const OPENING = /^([ \t\u00a0\u3000]{0,40}(?:#{1,6}[ \t]{1,4})?)((?:[（(〔【[﹙第]?[0-9０-９一二三四五六七八九十]{0,3}))$/u;
/** The bracket that an editor adds to an opening one. */
const ADDED_BRACKET = /^[）)〕】\]﹚]?[ \t\u00a0\u3000]{0,40}$/u;

/** A number that may stand on a line. */
interface NextNumber {
  /** With the blanks that the report puts behind it. */
  readonly marker: string;
  /** What the report puts in front of such numbers: indentation, signs of Markdown. */
  readonly lead: string;
  readonly detail: LocalizedText;
}

/**
 * The numbers that may follow the heading above: of its own level, of each level above it, and the first of the level below;
 * written as the report writes its own. On an empty line, or where only the beginning of a number stands.
 */
export function numberCompletions(place: WritingPlace, { locale, uninvited }: CompletionOptions): CompletionItem[] {
  const { report, above } = place;
  if (above === undefined || isBehindText(place)) return [];
  const typed = typedOpening(place);
  if (typed === undefined || (uninvited === true && typed.text === '')) return [];
  const wanted = foldBrackets(typed.text);
  return nextNumbers(report, above, place.line)
    .filter(({ marker }) => foldBrackets(marker).startsWith(wanted))
    .map(({ marker, lead, detail }, index) => {
      const newText = (typed.takesLead ? lead : '') + marker;
      const item = textItem(report.source, typed.span, marker.trimEnd(), newText, CompletionItemKind.Enum);
      item.filterText = typed.text + marker.slice(typed.text.length);
      item.detail = detail[locale];
      item.sortText = `2${String.fromCharCode(0x61 + index)}`;
      return item;
    });
}

/** What was typed of a number, and what an accepted one replaces. */
interface TypedOpening {
  readonly text: string;
  readonly span: Span;
  /** Whether the line holds nothing, so that its indentation is still to be made. */
  readonly takesLead: boolean;
}

function typedOpening(place: WritingPlace): TypedOpening | undefined {
  const { caret, lineSpan, before, after } = place;
  if (caret - lineSpan.start !== before.length) return undefined;
  if (isEmptyLine(place)) return { text: '', span: { start: caret, end: caret }, takesLead: lineSpan.start === lineSpan.end };
  const found = OPENING.exec(before);
  const text = found?.[2] ?? '';
  if (found === null || !ADDED_BRACKET.test(after)) return undefined;
  const bracket = /^[）)〕】\]﹚]/u.test(after) ? 1 : 0;
  if (text === '' && bracket > 0) return undefined;
  return { text, span: { start: caret - text.length, end: caret + bracket }, takesLead: false };
}

/** Below agency and date there is nothing to number. */
function isBehindText({ report, line }: WritingPlace): boolean {
  const { signOff, source } = report;
  return signOff !== undefined && line > source.lineAt(signOff.span.start);
}

function nextNumbers(report: Report, above: Heading, line: number): NextNumber[] {
  const numbers: NextNumber[] = [];
  for (let heading: Heading | undefined = above; heading !== undefined; heading = heading.parent) {
    if (heading.marker === undefined) continue;
    numbers.push({
      marker: markerLike(report, heading, heading.marker.value + 1),
      lead: leadOf(report, heading),
      detail: follows(report, heading),
    });
  }
  const below = firstBelow(report, above, line);
  return below === undefined ? numbers : [...numbers, below];
}

/** The first number of the level below a heading that has none yet. */
function firstBelow(report: Report, above: Heading, line: number): NextNumber | undefined {
  const { marker } = above;
  if (marker === undefined || above.isSentence || above.children.some((child) => child.marker !== undefined)) return undefined;
  const like = report.allHeadings.find(
    (heading) => heading.line !== line && heading.marker !== undefined && heading.parent?.marker?.style === marker.style,
  );
  const detail = { 'zh-CN': `${quoted(report, above)}之下的第一个`, en: `The first below ${quoted(report, above)}` };
  if (like !== undefined) return { marker: markerLike(report, like, 1), lead: leadOf(report, like), detail };
  const first = FIRST_BELOW[marker.style];
  return first === undefined ? undefined : { marker: first, lead: leadOf(report, above), detail };
}

/** GB/T 9704—2012 7.3.3: 一、 （一） 1. （1） in this order. */
const FIRST_BELOW: Readonly<Partial<Record<MarkerStyle, string>>> = {
  part: '一、',
  chinese: '（一）',
  'chinese-parenthesis': '1.',
  arabic: '（1）',
};

function follows(report: Report, heading: Heading): LocalizedText {
  return { 'zh-CN': `接在${quoted(report, heading)}之后`, en: `Follows ${quoted(report, heading)}` };
}

const LONGEST_QUOTE = 24;

function quoted({ source }: Report, { span }: Heading): string {
  const text = source.slice(span).replace(/\s+/gu, ' ');
  return `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
}

/** Indentation and Markdown signs in front of a heading. */
function leadOf({ source }: Report, heading: Heading): string {
  const signs = markdownSigns(source, heading);
  if (signs !== '') return signs;
  const lead = source.text.slice(source.startOfLine(heading.line), heading.span.start);
  return lead.trim() === '' && !lead.includes('\ufeff') ? lead : '';
}

function foldBrackets(text: string): string {
  return text.replace(/[(〔【[﹙]/gu, '（').replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
