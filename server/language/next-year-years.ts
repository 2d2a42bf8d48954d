import type { Heading, Paragraph, Report, SectionKind } from '../report/report.js';
import { reportNameIn } from '../report/report-year.js';
import { BLANK } from '../report/skeleton.js';
import { readYears, type YearMention } from '../report/years.js';
import type { RuleFinding, SourceEdit } from '../rules/rule.js';
import { staleYear } from '../rules/stale-year.js';
import { yearMismatch } from '../rules/year-mismatch.js';
import { toChineseDigits } from '../text/numerals.js';
import type { Span } from '../text/span.js';

/**
 * The years of a report that are its own, or those of its plan, each moved by one. Years of documents, of periods, of
 * honours and of what went before stay, and so does every year that cannot be told for sure.
 *
 * @param year the report's year Y.
 * @returns non-overlapping, in order; nothing for the sign-off's date, see `signOffMoves`.
 */
export function yearMoves(report: Report, year: number): readonly SourceEdit[] {
  const moves = new Map<number, SourceEdit>();
  // What a rule takes for a slip stands for the report's year all the same.
  for (const move of slips(report)) moves.set(move.span.start, move);
  for (const paragraph of report.paragraphs) {
    if (paragraph.role === 'furniture' || paragraph.role === 'sign-off' || paragraph.years.length === 0) continue;
    for (const move of movesIn(paragraph, year)) {
      if (!moves.has(move.span.start)) moves.set(move.span.start, move);
    }
  }
  return [...moves.values()].sort((a, b) => a.span.start - b.span.start);
}

/** The dates of the sign-off and of the title's block, a year later, month and day blank; and the report's own number (青水〔2024〕____号). */
export function signOffMoves(report: Report, year: number | undefined): readonly SourceEdit[] {
  const dates = [report.titleBlockDate, report.signOff?.date].flatMap((date): SourceEdit[] => {
    if (date === undefined) return [];
    const { reading, span } = date;
    const signed =
      reading.form === 'date' ? reading.date.year : reading.form === 'digits' ? Number(reading.digits.slice(0, 4)) : reading.year;
    // A year that is neither the report's nor the next is a slip itself.
    const isSound = signed !== undefined && (year === undefined || signed === year || signed === year + 1);
    const next = isSound ? signed + 1 : year === undefined ? undefined : year + 2;
    const written = next === undefined ? BLANK : writtenLike(report.source.slice(span), next);
    return [{ span, newText: `${written}年${BLANK}月${BLANK}日` }];
  });
  return [...ownNumber(report), ...dates];
}

const OWN_NUMBER = /^[^\d，。；：《》]{1,16}[〔[［﹝(（](\d{4})[〕\]］﹞)）]\s{0,4}(?:第\s{0,4})?(\d{1,4})\s{0,4}号$/u;

/** The document number alone on a line below the title is the report's own. */
function ownNumber({ source, paragraphs }: Report): SourceEdit[] {
  for (const { section, role, pieces } of paragraphs) {
    if (section !== undefined || role === 'opening') return [];
    if (role === 'furniture') continue;
    for (const piece of pieces) {
      const line = source.slice(piece);
      const [, year = '', number = ''] = OWN_NUMBER.exec(line) ?? [];
      if (year === '') continue;
      const start = line.indexOf(year);
      const last = line.lastIndexOf(number);
      const span = { start: piece.start + start, end: piece.start + last + number.length };
      return [{ span, newText: `${Number(year) + 1}${line.slice(start + year.length, last)}${BLANK}` }];
    }
  }
  return [];
}

function movesIn(paragraph: Paragraph, year: number): SourceEdit[] {
  const { text } = paragraph;
  const to = (mention: YearMention): SourceEdit => ({
    span: paragraph.toSource({ start: mention.span.start, end: mention.span.start + YEAR_LENGTH }),
    newText: writtenLike(text.slice(mention.span.start), mention.value + 1),
  });
  const rows = rowsUpTo(paragraph, year);
  return paragraph.years.flatMap((mention, index): SourceEdit[] => {
    if (rows.has(mention)) return [to(mention)];
    switch (mention.value) {
      case year:
        if (mention.usage === 'date') return dateMove(paragraph, mention, to(mention));
        return isOwnYear(paragraph, mention, index) ? [to(mention)] : [];
      case year + 1:
        return isNextYear(paragraph, mention) ? [to(mention)] : [];
      case year - 1:
        return mention.usage === 'comparison' && mention.hasSuffix ? [to(mention)] : [];
      default:
        return [];
    }
  });
}

const YEAR_LENGTH = 4;
/** 2024年新修订的…: the year of a law. */
const OF_A_LAW = /^度?[^，。；]{0,20}(?:新修订|修订[的后]|修正|施行|颁布|生效)/u;

/** Whether a mention of the report's year speaks of what is reported. */
function isOwnYear(paragraph: Paragraph, mention: YearMention, index: number): boolean {
  const { text, role } = paragraph;
  if (role === 'title') return isTitleYear(text, mention);
  if (!mention.hasSuffix && !isBareYear(paragraph, mention)) return false;
  switch (mention.usage) {
    case 'comparison':
    case 'other-report':
      return true;
    case 'plain':
      return (
        role === 'heading' ||
        !(OF_A_LAW.test(text.slice(mention.span.end, mention.span.end + REACH)) || followsEarlierYear(paragraph, mention, index))
      );
    default:
      return false;
  }
}

/** 2024存在的不足 and 现将2024法治政府建设情况…: 年 was forgotten. */
function isBareYear({ role, heading, text }: Paragraph, { span }: YearMention): boolean {
  if (role === 'heading') return heading !== undefined && heading.kinds.length > 0;
  return role === 'opening' && /^度?(?:法[治制]|推进)/u.test(text.slice(span.end, span.end + REACH));
}

/** How far behind a year its clause is looked at. */
const REACH = 40;

/** A title may be that of a notice that names the report in 《》. */
function isTitleYear(title: string, { span, usage }: YearMention): boolean {
  if (usage === 'period' || usage === 'date' || usage === 'document-number') return false;
  if (usage !== 'document-name') return true;
  const name = reportNameIn(title);
  const start = name === title ? -1 : title.indexOf(name);
  return start >= 0 && span.start >= start && span.end <= start + name.length;
}

/** Years of a comparison that end with the report's: 2022年、2023年、2024年分别为…, and the columns of a table. */
function rowsUpTo({ text, years }: Paragraph, year: number): ReadonlySet<YearMention> {
  const found = new Set<YearMention>();
  let row: YearMention[] = [];
  for (const mention of years) {
    const last = row.at(-1);
    const goesOn = last !== undefined && mention.value === last.value + 1 && BETWEEN.test(text.slice(last.span.end, mention.span.start));
    const isPlain = mention.hasSuffix && mention.usage === 'plain';
    if (!isPlain) row = [];
    else row = goesOn ? [...row, mention] : [mention];
    if (row.length > 1 && mention.value === year) for (const one of row) found.add(one);
  }
  return found;
}

const BETWEEN = /^(?:[\s|]{1,40}|[、和及与]|\s{0,8}\|\s{0,8})$/u;

/** No sentence of these reports is longer. */
const SENTENCE_REACH = 400;

/** 2023年建成…，2024年又投入…: to move one of them alone would be false. */
function followsEarlierYear({ text, years }: Paragraph, mention: YearMention, index: number): boolean {
  const reach = Math.max(0, mention.span.start - SENTENCE_REACH);
  const sentence = reach + text.slice(reach, mention.span.start).lastIndexOf('。') + 1;
  for (let at = index - 1; at >= 0; at--) {
    const earlier = years[at];
    if (earlier === undefined || earlier.span.start < sentence) return false;
    if (earlier.value < mention.value && earlier.usage === 'plain') return true;
  }
  return false;
}

/** Whether a mention of the year after the report's speaks of the plan. */
function isNextYear({ role, section, heading, text }: Paragraph, mention: YearMention): boolean {
  if (!mention.hasSuffix || mention.usage !== 'plain') return false;
  if (role === 'title' || role === 'opening') return true;
  return kindsOf(section?.kinds, heading).includes('plan') && !/[到至]\s{0,4}$/u.test(text.slice(0, mention.span.start));
}

function kindsOf(kinds: readonly SectionKind[] | undefined, heading: Heading | undefined): readonly SectionKind[] {
  return [...(kinds ?? []), ...(heading?.kinds ?? [])];
}

const NUMERAL = '[\\d０-９一二三四五六七八九十]{1,2}';
const DAY_OF_YEAR = new RegExp(`^\\s{0,4}${NUMERAL}\\s{0,4}月(?:\\s{0,4}${NUMERAL}\\s{0,4}日)?`, 'u');
const LAW_CLAUSE = /《|〔|施行|实施|生效|公布|颁布|修订|修正|印发|通过/u;

/** The day of something that happened in the report's year is not known for the next. */
function dateMove(paragraph: Paragraph, { span }: YearMention, move: SourceEdit): SourceEdit[] {
  const { text, role } = paragraph;
  const day = DAY_OF_YEAR.exec(text.slice(span.end, span.end + REACH));
  if (role === 'title' || day === null || LAW_CLAUSE.test(clauseAround(text, span))) return [];
  const end = span.end + day[0].length;
  // 自2024年6月起 tells of what has been so since.
  if (/^(?:起|以来|开始)/u.test(text.slice(end)) || /[自从]\s{0,4}$/u.test(text.slice(0, span.start))) return [];
  // 2024年1月至12月 and 截至2024年12月31日 are periods of any report.
  const isPeriod =
    /^\s{0,4}[至到—–~～-]/u.test(text.slice(end, end + REACH)) || /(?:截[至止]|[至到])\s{0,4}$/u.test(text.slice(0, span.start));
  if (isPeriod) return [move];
  const blanks = `年${BLANK}月${day[0].trimEnd().endsWith('日') ? `${BLANK}日` : ''}`;
  return [{ span: paragraph.toSource({ start: span.start, end }), newText: move.newText + blanks }];
}

function clauseAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  return (before.split(/[，。；]/u).at(-1) ?? '') + (after.split(/[，。；]/u, 1)[0] ?? '');
}

/** What the rules on years would put in place of a wrong one, a year later. */
function slips(report: Report): SourceEdit[] {
  const ofReport = yearMismatch.check(report, report.paragraphs).flatMap((finding) => slipMoves(report, finding, (span) => span));
  const ofParagraphs = report.paragraphs.flatMap((paragraph) => {
    if (paragraph.years.length === 0) return [];
    const context = {
      year: report.year?.value,
      kinds: paragraph.section?.kinds ?? [],
      agencyKind: report.agency?.kind,
      project: report.project,
    };
    const found = staleYear.check(paragraph, context);
    return found.flatMap((finding) => slipMoves(report, finding, (span) => paragraph.toSource(span)));
  });
  const signed = report.signOff?.date?.span;
  return [...ofReport, ...ofParagraphs].filter(({ span }) => signed === undefined || span.end <= signed.start || span.start >= signed.end);
}

function slipMoves(report: Report, { fixes }: RuleFinding, place: (span: Span) => Span): SourceEdit[] {
  const edit = fixes?.[0]?.edits[0];
  if (edit === undefined) return [];
  const meant = readYears(`${edit.newText}年`)[0]?.value;
  const span = place(edit.span);
  return meant === undefined ? [] : [{ span, newText: writtenLike(report.source.slice(span), meant + 1) }];
}

/** A year in the digits of another: 2025, ２０２５, 二〇二五. */
function writtenLike(written: string, year: number): string {
  if (/^[〇○零OОΟ一二三四五六七八九]/u.test(written)) return toChineseDigits(year);
  if (!/^[０-９]/u.test(written)) return String(year);
  return String(year).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH));
}

const FULL_WIDTH = 0xfee0;
