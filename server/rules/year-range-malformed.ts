import { isDigit } from '../text/characters.js';
import { foldDigits } from '../text/numerals.js';
import { localized } from './localized.js';
import type { ParagraphRule, RuleFinding } from './rule.js';

const YEAR = '(?:19[4-9]|20[0-5])\\d';
/** Two years run together, or with a character between them that only looks like a dash or stands for a lost one. */
const RANGE = new RegExp(
  `(?<![\\dA-Za-z./_=&#＃\\-])(?<first>${YEAR})(?<unit>年?)(?<mark>[一ーㄧ]{1,2}|[?？□_]?)(?<second>${YEAR})(?![\\dA-Za-z])`,
  'gu',
);
const DIGITS = '0123456789０１２３４５６７８９';
/** How a second year begins that follows another without a dash; between digits of either width. */
const SECONDS: readonly string[] = Object.freeze(
  [...DIGITS, ...'一ーㄧ?？□_'].flatMap((before) =>
    ['19', '20', '1９', '2０', '１9', '２0', '１９', '２０'].map((start) => before + start),
  ),
);
/** Longest period, in years, that a plan or a law-popularisation scheme runs. */
const LONGEST_PERIOD = 15;

/** 年份区间缺连接号: the dash of a period is lost or is another character. */
export const yearRangeMalformed: ParagraphRule = {
  id: 'year-range-malformed',
  group: 'years',
  scope: 'paragraph',
  severity: 'error',
  fixable: 'safe',
  triggers: SECONDS,
  concernsWithTrigger: ({ role, text }) => role !== 'furniture' && role !== 'sign-off' && mayHoldRange(text),
  name: localized('年份区间缺连接号', 'Malformed period of years'),
  finds: localized(
    '起止年份之间的连接号丢了（“20212025年”），或写成了汉字“一”等别的字符（“2021一2025年”）。',
    'The dash of a period of years is lost (20212025年) or is another character (2021一2025年).',
  ),
  why: localized(
    '从网页、PDF复制时连接号最容易丢，两个年份连成了八位数。',
    'The dash is what copying from pages and PDFs loses first; two years become a number of eight digits.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。落实《法治政府建设实施纲要（20212025年）》，召开会议4次。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。落实《法治政府建设实施纲要（2021一2025年）》，召开会议4次。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。落实《法治政府建设实施纲要（2021—2025年）》，召开会议4次。\n（二）规范行政执法。公开事项20240105号，接听热线20212025次，开展行政检查312次。',
        },
        note: localized('日期、编号和数量不是年份区间。', 'Dates, numbers of documents and figures are no periods.'),
      },
    ],
  },
  check({ role, text }) {
    if (role === 'furniture' || role === 'sign-off') return [];
    return [...foldDigits(text).matchAll(RANGE)].flatMap((match) => findingFor(text, match));
  },
};

const YEAR_LENGTH = 4;

/** Whether digits enough for two years stand in a row, or two numbers with one of the marks between: a look before digits are folded. */
function mayHoldRange(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    if (isDigit(text.charCodeAt(at))) {
      if (++run === 2 * YEAR_LENGTH) return true;
      continue;
    }
    if (run >= YEAR_LENGTH && isRangeMark(text, at)) return true;
    run = 0;
  }
  return false;
}

/** Whether 年 or nothing, and then a mark that is no dash, stands behind a number. */
function isRangeMark(text: string, at: number): boolean {
  const mark = text.charAt(at) === '年' ? at + 1 : at;
  return MARKS.includes(text.charAt(mark)) && mark < text.length;
}

const MARKS = '一ーㄧ?？□_';

function findingFor(text: string, match: RegExpExecArray): RuleFinding[] {
  const { first = '', unit = '', mark = '', second = '' } = match.groups ?? {};
  const years = Number(second) - Number(first);
  const span = { start: match.index, end: match.index + match[0].length };
  if (years <= 0 || years > LONGEST_PERIOD || !isPeriod(text, span.start, span.end, unit, mark)) return [];
  const written = text.slice(span.start, span.end);
  // The year's own digits stay as they were written, of either width.
  const newText = `${written.slice(0, first.length + unit.length)}—${written.slice(-second.length)}`;
  return [
    {
      span,
      message:
        mark === ''
          ? localized(
              `“${written}”是两个年份，中间丢了连接号：应为“${newText}”`,
              `${written} is two years without their dash: write ${newText}`,
            )
          : localized(`“${written}”里的“${mark}”不是连接号：应为“${newText}”`, `The ${mark} in ${written} is no dash: write ${newText}`),
      fixes: [{ kind: 'safe', title: localized(`改为“${newText}”`, `Change to ${newText}`), edits: [{ span, newText }] }],
    },
  ];
}

/** Whether the place shows that two years stand there: 年 behind them, or the brackets of a document's name round them. */
function isPeriod(text: string, start: number, end: number, unit: string, mark: string): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 6);
  // 2021年 2025年 with nothing between may be a list that lost its mark.
  if (unit !== '' && !/^[一ーㄧ]/u.test(mark)) return false;
  if (/(?:编号|索引号|文号|代码|电话|证号|账号|字号|[〔[［﹝]|第\s?)$/u.test(before)) return false;
  if (/^\s?(?:年|学年)/u.test(after)) return true;
  if (/^[一ーㄧ]/u.test(mark)) return !/^\s?(?:号|次|[个件人])/u.test(after);
  const isBracketed = /[（(]$/u.test(before) && /^[）)]/u.test(after);
  return isBracketed && /(?:规划|纲要|计划|方案|意见|行动|要点)[^，。；]{0,6}[（(]$/u.test(before);
}
