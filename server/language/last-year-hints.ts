import type { InlayHint } from 'vscode-languageserver-types';
import type { Paragraph, ParagraphContent, Report } from '../report/report.js';
import type { Locale } from '../rules/rule.js';
import { gapsIn } from '../rules/placeholder.js';
import { overlaps, type Span } from '../text/span.js';
import { numberPlaces } from './next-year-figures.js';

/** A gap or a figure in a paragraph, and the words round it in which years and other numbers are all alike. */
interface NumberPlace {
  /** Offsets into the paragraph's text. */
  readonly span: Span;
  readonly isGap: boolean;
  /** Where the number stands in `words`. */
  readonly at: number;
}

interface ReadPlaces {
  /** The paragraph's text without blanks, every number one sign. */
  readonly words: string;
  readonly places: readonly NumberPlace[];
}

/**
 * Last year's value behind each blank: 去年 12. A blank's place in last year's report is where the same words stand round a
 * figure, in a part of the same kind; where two places fit as well and say different things, nothing is said.
 *
 * @param previous last year's report of the same agency.
 * @param span the part of the text that is asked for.
 */
export function lastYearHints(report: Report, previous: Report, span: Span, locale: Locale): InlayHint[] {
  const asked = withBlanks(report, span);
  if (asked.length === 0) return [];
  const candidates = candidatesOf(previous);
  return asked.flatMap((paragraph) => {
    const { words, places } = paragraph.fact(readPlaces);
    return places.flatMap((place): InlayHint[] => {
      const source = paragraph.toSource(place.span);
      if (!place.isGap || !overlaps(source, span)) return [];
      const found = best(words, place.at, candidates.get(keyAt(words, place.at)) ?? [], partOf(paragraph));
      return found === undefined ? [] : [hintFor(report, source.end, found, locale)];
    });
  });
}

/** Whether there is a blank in a part of the text, so that last year's report is worth looking for. */
export function holdsBlanks(report: Report, span: Span): boolean {
  return withBlanks(report, span).length > 0;
}

function withBlanks(report: Report, span: Span): readonly Paragraph[] {
  return report.paragraphs.filter((paragraph) => reaches(paragraph, span) && paragraph.fact(readPlaces).places.some(({ isGap }) => isGap));
}

function reaches({ pieces, role }: Paragraph, span: Span): boolean {
  const first = pieces[0];
  const last = pieces.at(-1);
  return role !== 'furniture' && first !== undefined && last !== undefined && first.start < span.end && span.start < last.end;
}

const NUMBER = '#';
/** Digits that are no figure: years, dates, numbers of documents. */
const OTHER_NUMBER = /[\d０-９]+(?:[.．,，][\d０-９]+)*|[〇○零一二三四五六七八九]{4}(?=年)/gu;

/** A fact of a paragraph: its numbers and gaps with the words between them. */
function readPlaces(content: ParagraphContent): ReadPlaces {
  const { text, role } = content;
  if (role !== 'body' && role !== 'opening' && role !== 'attachment') return NO_PLACES;
  const gaps = gapsIn(text);
  const figures = numberPlaces(content).filter((span) => !gaps.some((gap) => overlaps(gap, span)));
  const marked = [...gaps.map((span) => ({ span, isGap: true })), ...figures.map((span) => ({ span, isGap: false }))];
  marked.sort((a, b) => a.span.start - b.span.start);
  const places: NumberPlace[] = [];
  let words = '';
  let at = 0;
  for (const { span, isGap } of marked) {
    words += plain(text.slice(at, span.start));
    places.push({ span, isGap, at: words.length });
    words += NUMBER;
    at = span.end;
  }
  return { words: words + plain(text.slice(at)), places };
}

const NO_PLACES: ReadPlaces = Object.freeze({ words: '', places: Object.freeze([]) });

function plain(text: string): string {
  return text.replace(/\s+/gu, '').replace(OTHER_NUMBER, NUMBER);
}

/** A figure of last year's report. */
interface Candidate {
  readonly paragraph: Paragraph;
  readonly words: string;
  readonly place: NumberPlace;
}

/** Words that must be the same before and behind, to be looked at at all. */
const LEAST_BEFORE = 3;
const LEAST_BEHIND = 1;
/** Words that must be the same on both sides together. */
const LEAST_TOGETHER = 7;
/** How far on either side words are compared. */
const FARTHEST = 40;

function candidatesOf(previous: Report): ReadonlyMap<string, readonly Candidate[]> {
  const candidates = new Map<string, Candidate[]>();
  for (const paragraph of previous.paragraphs) {
    const { words, places } = paragraph.fact(readPlaces);
    for (const place of places) {
      if (place.isGap) continue;
      const key = keyAt(words, place.at);
      const others = candidates.get(key);
      if (others === undefined) candidates.set(key, [{ paragraph, words, place }]);
      else others.push({ paragraph, words, place });
    }
  }
  return candidates;
}

function keyAt(words: string, at: number): string {
  return words.slice(Math.max(0, at - LEAST_BEFORE), at + 1 + LEAST_BEHIND);
}

/** The kinds of the part that a paragraph stands in; the opening has a part of its own. */
function partOf({ section, role }: Paragraph): string {
  return section === undefined ? role : section.kinds.join();
}

/** Words that stand round more figures than these say nothing; no report of a year has so many alike. */
const MOST_ALIKE = 100;

/** The candidate with the most words in common, unless another that says something else has as many. */
function best(words: string, at: number, candidates: readonly Candidate[], part: string): Candidate | undefined {
  if (candidates.length > MOST_ALIKE) return undefined;
  let found: Candidate | undefined;
  let most = LEAST_TOGETHER - 1;
  let isDoubtful = false;
  for (const candidate of candidates) {
    if (partOf(candidate.paragraph) !== part) continue;
    const common = commonWords(words, at, candidate);
    if (common > most) {
      found = candidate;
      most = common;
      isDoubtful = false;
    } else if (common === most && found !== undefined && valueAt(found) !== valueAt(candidate)) isDoubtful = true;
  }
  return isDoubtful ? undefined : found;
}

function commonWords(words: string, at: number, { words: others, place }: Candidate): number {
  let before = 0;
  while (before < FARTHEST && at > before && words[at - 1 - before] === others[place.at - 1 - before]) before++;
  let behind = 0;
  while (behind < FARTHEST && at + 1 + behind < words.length && words[at + 1 + behind] === others[place.at + 1 + behind]) behind++;
  // Where both begin or end with the paragraph, that is as good as a word; where they do both, it is the same paragraph.
  const begins = at === before && place.at === before;
  const ends = at + 1 + behind === words.length && place.at + 1 + behind === others.length;
  return before + behind + (begins && ends ? LEAST_TOGETHER : Number(begins || ends));
}

function valueAt({ paragraph, place }: Candidate): string {
  return paragraph.text.slice(place.span.start, place.span.end).replace(/\s+/gu, '');
}

const SENTENCE_REACH = 200;

function sentenceOf({ paragraph, place }: Candidate): string {
  const { text } = paragraph;
  const before = text.slice(Math.max(0, place.span.start - SENTENCE_REACH), place.span.start);
  const after = text.slice(place.span.end, place.span.end + SENTENCE_REACH);
  const end = after.indexOf('。');
  return (
    before.slice(before.lastIndexOf('。') + 1) + text.slice(place.span.start, place.span.end) + (end < 0 ? after : after.slice(0, end + 1))
  );
}

function hintFor(report: Report, offset: number, candidate: Candidate, locale: Locale): InlayHint {
  const value = valueAt(candidate);
  return {
    position: report.source.positionAt(offset),
    label: locale === 'en' ? `last year ${value}` : `去年 ${value}`,
    tooltip: `${locale === 'en' ? 'Last year: ' : '去年的报告：'}${sentenceOf(candidate).trim()}`,
    paddingLeft: true,
  };
}
