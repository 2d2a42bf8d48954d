import { COMMEMORATIVE_DAYS } from '../knowledge/commemorative-days.js';
import type { Paragraph } from '../report/report.js';
import { isDigit } from '../text/characters.js';
import { foldDigits } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import type { ReportRule } from './rule.js';

const DATE =
  /(?<![\d.．·:：/A-Za-z第≥≤<>=+—–~～－-])(?<month>1[0-2]|0?[1-9])(?<mark> ?[.．] ?)(?<day>3[01]|[12]\d|0?[1-9])(?![\d.．%％‰])/gu;
const POINTS: readonly string[] = Object.freeze(['.', '．']);
/** What may stand between the date and the words that name its day: 12.4”国家宪法日, 6.26第37个国际禁毒日. */
const BETWEEN =
  '[”’"」]?\\s?(?:第[一二三四五六七八九十\\d]{1,4}个)?(?:国际|国家|全国|全民|世界|中国|联合国|全市|全省|我国)?(?:打击和防范)?';
const WORDS_OF: ReadonlyMap<string, RegExp> = new Map(
  COMMEMORATIVE_DAYS.map(({ month, day, words }) => [`${month}.${day}`, new RegExp(`^${BETWEEN}(?:${words.join('|')})`, 'u')]),
);

/** 日期间隔号: a point where the date in the name of a day has a middle dot. */
export const dateSeparator: ReportRule = {
  id: 'date-separator',
  group: 'years',
  scope: 'report',
  severity: 'hint',
  fixable: 'safe',
  triggers: POINTS,
  concernsWithTrigger: ({ role, text }) => role !== 'furniture' && role !== 'sign-off' && mayHoldDate(text),
  name: localized('节日日期的间隔号', 'Separator of a date'),
  finds: localized(
    '以日期命名的节日写成小数点：“6.26国际禁毒日”，应为“6·26”（全文只提示一次）。',
    'The date in the name of a day is written with a point: 6.26国际禁毒日 for 6·26 (one note for the file).',
  ),
  why: localized('月和日之间用间隔号，小数点会读成数。', 'A middle dot parts month and day; with a point it reads as a number.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）深化普法宣传。在6.26国际禁毒日、12.4国家宪法日开展宣传12场次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，升级平台2.0版，投入6.26万元，增长12.4%。\n（二）深化普法宣传。在“6·26”国际禁毒日、12月4日国家宪法日开展宣传12场次。',
        },
      },
    ],
  },
  check(report, candidates) {
    const marks = candidates.filter(({ role }) => role !== 'furniture' && role !== 'sign-off').flatMap(marksIn);
    const first = marks[0];
    if (first === undefined) return [];
    const count = marks.length > 1 ? `全文${marks.length}处，` : '';
    const written = report.source.slice(first.date);
    const right = written.replace(/ ?[.．] ?/u, '·');
    return oncePerFile({
      places: marks.map(({ date }) => date),
      message: localized(
        `“${written}”的月和日之间用了小数点（${count}应为“${right}”）`,
        `The month and day of ${written} are parted by a point (${marks.length} in the file): write ${right}`,
      ),
      fix: {
        kind: 'safe',
        title: localized(
          marks.length > 1 ? `${marks.length}处都改为间隔号“·”` : `改为“${right}”`,
          `Write middle dots in ${marks.length} places`,
        ),
        edits: marks.map(({ mark }) => ({ span: mark, newText: '·' })),
      },
    });
  },
};

interface DateMark {
  readonly date: Span;
  readonly mark: Span;
}

function marksIn(paragraph: Paragraph): DateMark[] {
  const text = foldDigits(paragraph.text);
  return [...text.matchAll(DATE)].flatMap((match) => {
    const { month = '', mark = '', day = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (!isNameOfDay(text, match.index, end, `${Number(month)}.${Number(day)}`)) return [];
    const markStart = match.index + month.length;
    return [
      {
        date: paragraph.toSource({ start: match.index, end }),
        mark: paragraph.toSource({ start: markStart, end: markStart + mark.length }),
      },
    ];
  });
}

/** Whether a point stands between digits that may be the month and the day of a named day: a look before digits are folded. */
function mayHoldDate(text: string): boolean {
  return POINTS.some((point) => {
    for (let at = text.indexOf(point); at >= 0; at = text.indexOf(point, at + 1)) {
      const before = text.charAt(at - 1) === ' ' ? at - 2 : at - 1;
      const after = text.charAt(at + 1) === ' ' ? at + 2 : at + 1;
      if (isDigit(text.charCodeAt(before)) && isDigit(text.charCodeAt(after)) && isKnownDay(text, before, after)) return true;
    }
    return false;
  });
}

/** Whether the one or two digits before and behind a point are the date of a day that is known by it. */
function isKnownDay(text: string, before: number, after: number): boolean {
  const month = digitAt(text, before) + 10 * digitAt(text, before - 1);
  const tens = digitAt(text, after);
  const day = isDigit(text.charCodeAt(after + 1)) ? 10 * tens + digitAt(text, after + 1) : tens;
  return WORDS_OF.has(`${month}.${day}`);
}

/** Value of the digit at an offset, of either width; 0 where none stands there. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return isDigit(code) ? code & 0xf : 0;
}

function isNameOfDay(text: string, start: number, end: number, date: string): boolean {
  const words = WORDS_OF.get(date);
  if (words === undefined) return false;
  const after = text.slice(end, end + 24);
  if (words.test(after)) return true;
  // “3.15”“6.26”等重要节点: a listed date alone in quotes is the day.
  return (
    /[“‘"「]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
    /^[”’"」]/u.test(after) &&
    !/^[”’"」](?:版|米|万|亿|级|专案|案|事故)/u.test(after)
  );
}
