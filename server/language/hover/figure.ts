import type { Figure } from '../../report/figures.js';
import type { Paragraph, Report } from '../../report/report.js';
import { actAtEnd, plainNoun } from '../../rules/counted-acts.js';
import { measuredSpan, measuredText, plainNumber, unitClass } from '../../rules/figure-facts.js';
import { holds, paragraphAt } from '../paragraph-at.js';
import { type HoverOptions, type HoverPart, lineLink, lines, plain, strong } from './text.js';

/** More places than this no reader looks up one by one. */
const MOST_PLACES = 10;

/**
 * On a figure: what it counts, its value and unit, and where else in the report the same thing is counted, and whether the
 * numbers agree. What the plan counts is yet to come: it is compared with the plan alone.
 *
 * @param offset a place in the untouched text.
 * @returns undefined where it is not known what is counted.
 */
export function figurePart(report: Report, offset: number, options: HoverOptions): HoverPart | undefined {
  const paragraph = paragraphAt(report, offset);
  const figure = paragraph?.figures.findLast((candidate) => holds(paragraph.toSource(measuredSpan(candidate)), offset));
  if (paragraph === undefined || figure === undefined || figure.of === '') return undefined;
  const words = WORDS[options.locale];
  const own = { paragraph, figure };
  const others = elsewhere(report, own);
  const paragraphs = [
    lines([`${words.of}${strong(figure.of, options)}`, `${words.value}${plain(writtenValue(figure, words), options)}`], options),
  ];
  if (others.length > 0) {
    const heading = words[agreement(figure, others)](others.length);
    const places = others.slice(0, MOST_PLACES).map((other) => placeOf(report, other, options));
    paragraphs.push(lines([heading, ...places], options));
  }
  return { span: paragraph.toSource(measuredSpan(figure)), paragraphs };
}

/** Shorter names are those of acts (办结, 审结) or of all sorts of things (会议, 案件). */
const SHORTEST_NAME = 4;

interface Counted {
  readonly paragraph: Paragraph;
  readonly figure: Figure;
}

/** What is done to the thing: 制定 and 清理 the same documents are two matters. */
function actOf({ paragraph: { text }, figure: { of, span } }: Counted): string | undefined {
  const before = text.slice(Math.max(0, span.start - CLAUSE_REACH), span.start);
  const noun = before.lastIndexOf(of);
  const lead = (noun < 0 ? before : before.slice(0, noun)).replace(/[了过各类项种 \u00a0\u3000]{1,8}$/u, '');
  return actAtEnd(lead);
}

const CLAUSE_REACH = 40;

/** Other figures of the running text that count the same thing in the same unit. */
function elsewhere(report: Report, own: Counted): readonly Counted[] {
  const { paragraph, figure } = own;
  const act = actOf(own);
  const noun = plainNoun(figure.of);
  if (noun.length < SHORTEST_NAME || act === undefined) return [];
  const isPlanned = isPlan(paragraph);
  const unit = unitClass(figure);
  return report.paragraphs
    .filter(({ role }) => role === 'body' || role === 'opening')
    .filter((other) => isPlan(other) === isPlanned)
    .flatMap((other) =>
      other.figures
        .filter((candidate) => unitClass(candidate) === unit && plainNoun(candidate.of) === noun)
        .map((candidate): Counted => ({ paragraph: other, figure: candidate })),
    )
    .filter((other) => (other.paragraph !== paragraph || other.figure.span.start !== figure.span.start) && actOf(other) === act);
}

function isPlan({ section }: Paragraph): boolean {
  return section?.kinds.length === 1 && section.kinds[0] === 'plan';
}

/** How a number goes with the others of its thing. 300余 and 312 are near: the one leaves open what the other says. */
function agreement(one: Figure, others: readonly Counted[]): 'same' | 'near' | 'different' {
  if (others.every(({ figure }) => figure.value === one.value)) return 'same';
  const areNear = others.every(({ figure }) => figure.value === one.value || isNear(one, figure));
  return areNear ? 'near' : 'different';
}

function isNear(one: Figure, other: Figure): boolean {
  if (!one.approximate && !other.approximate) return false;
  return Math.min(one.value, other.value) / Math.max(one.value, other.value) >= NEAR;
}

const NEAR = 0.8;

function placeOf(report: Report, { paragraph, figure }: Counted, options: HoverOptions): string {
  const span = paragraph.toSource(measuredSpan(figure));
  const line = lineLink(report.source.lineAt(span.start), options);
  const written = plain(measuredText(paragraph.text, figure), options);
  return options.locale === 'en' ? `${line}: ${written}` : `${line}：${written}`;
}

function writtenValue({ value, approximate, unit, text }: Figure, words: (typeof WORDS)['zh-CN' | 'en']): string {
  const plainly = `${plainNumber(value)}${unit === '' ? '' : ` ${unit}`}`;
  return approximate ? `${plainly}${words.written(text)}` : plainly;
}

const WORDS = {
  'zh-CN': {
    of: '统计的是：',
    value: '数值：',
    written: (text: string) => `（写作“${text}”，不是确数）`,
    same: (count: number) => `文中另有${count}处统计同一事项，数值一致：`,
    near: (count: number) => `文中另有${count}处统计同一事项，数值相近：`,
    different: (count: number) => `文中另有${count}处统计同一事项，数值不同，请核对是否同一口径：`,
  },
  en: {
    of: 'Counts: ',
    value: 'Value: ',
    written: (text: string) => ` (written “${text}”, not exact)`,
    same: (count: number) => `Counted ${count} more ${count === 1 ? 'time' : 'times'} in the report, with the same value:`,
    near: (count: number) => `Counted ${count} more ${count === 1 ? 'time' : 'times'} in the report, with a value near to this:`,
    different: (count: number) =>
      `Counted ${count} more ${count === 1 ? 'time' : 'times'} in the report, with another value; check whether the same is meant:`,
  },
} as const;
