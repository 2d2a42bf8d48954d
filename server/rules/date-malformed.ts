import { isIdeograph } from '../text/characters.js';
import { daysInMonth } from '../text/dates.js';
import type { ParagraphContent, Report, SignOffDate } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { ReportRule, RuleFinding } from './rule.js';
import { localized } from './localized.js';

const DAY_IN_TEXT = /(?<![\d.．—–\-~～至])(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu;

/** 日期有误: a date line that is no date, an impossible date, or one that lacks 年, 月 or 日. */
export const dateMalformed: ReportRule = {
  id: 'date-malformed',
  group: 'structure',
  scope: 'report',
  severity: 'error',
  fixable: 'choice',
  name: localized('日期有误', 'Malformed date'),
  finds: localized(
    '落款日期不成日期（202512）、缺年月日，或日历上没有这一天。',
    'A date line that is no date, lacks a part, or names a day that does not exist.',
  ),
  why: localized('成文日期写错，公开后一眼可见。', 'A wrong date is seen at a glance once the report is public.'),
  basis: localized('GB/T 9704—2012 7.3.5.4：成文日期', 'GB/T 9704—2012, 7.3.5.4: date of the document'),
  examples: {
    bad: [
      { parts: { signOff: '清源镇人民政府\n202512' } },
      { parts: { signOff: '清源镇人民政府\n2025年2月30日' } },
      { parts: { signOff: '清源镇人民政府\n2025年1月' } },
    ],
    good: [{ parts: { signOff: '清源镇人民政府\n二〇二五年一月十日' } }, { parts: { signOff: '清源镇人民政府 2025-01-10' } }],
  },
  check(report) {
    const dates = [report.signOff?.date, report.titleBlockDate].filter((date) => date !== undefined);
    return [...dates.flatMap(dateLineFinding), ...daysInText(report)];
  },
};

function dateLineFinding({ span, reading }: SignOffDate): RuleFinding[] {
  switch (reading.form) {
    case 'date':
      return [];
    case 'impossible':
      return [{ span, message: localized('日历上没有这一天：请核对年月日', 'There is no such day: check the date') }];
    case 'incomplete':
      return [{ span, message: localized('日期不完整：成文日期应写全年、月、日', 'The date is incomplete: write year, month and day') }];
    case 'digits':
      return [
        {
          span,
          message: localized(
            `“${reading.digits}”不成日期：请写成“2025年1月2日”的形式`.replace('2025', reading.digits.slice(0, 4)),
            `${reading.digits} is no date: write it like ${reading.digits.slice(0, 4)}年1月2日`,
          ),
          fixes: reading.readings.map((text) => ({
            kind: 'choice' as const,
            title: localized(`改为“${text}”`, `Change to ${text}`),
            edits: [{ span, newText: text }],
          })),
        },
      ];
  }
}

function daysInText(report: Report): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const paragraph of report.paragraphs) {
    if (!paragraph.text.includes('日')) continue;
    for (const { start, end } of paragraph.fact(impossibleDays)) {
      const written = paragraph.text.slice(start, end);
      findings.push({
        span: paragraph.toSource({ start, end }),
        message: localized(`日历上没有“${written}”这一天：请核对`, `There is no such day: check the date`),
      });
    }
  }
  return findings;
}

const NOTHING: readonly Span[] = Object.freeze([]);

/** A fact of a paragraph: days of its text that no calendar has. */
function impossibleDays({ role, text }: ParagraphContent): readonly Span[] {
  if ((role !== 'body' && role !== 'opening' && role !== 'heading') || !holdsDay(text)) return NOTHING;
  const days = [...text.matchAll(DAY_IN_TEXT)]
    // Without a year 2月29日 may be right.
    .filter(([, year, month, day]) => !isDay(year === undefined ? 2000 : Number(year), Number(month), Number(day)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return days.length === 0 ? NOTHING : days;
}

/** Whether no Han character stands before a 日, but a digit or a blank: a look before dates are read. */
function holdsDay(text: string): boolean {
  for (let at = text.indexOf('日'); at >= 0; at = text.indexOf('日', at + 1)) {
    const code = text.charCodeAt(at - 1);
    if (!isIdeograph(code)) return true;
  }
  return false;
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
