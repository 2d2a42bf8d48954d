import { CAPPED_RATES } from '../knowledge/capped-rates.js';
import type { Figure } from '../report/figures.js';
import { measuredSpan, measuredText } from './figure-facts.js';
import { localized } from './localized.js';
import type { ParagraphRule, RuleFinding } from './rule.js';

/** 比率超过100%: more than all of what cannot exceed all. */
export const percentageRange: ParagraphRule = {
  id: 'percentage-range',
  group: 'figures',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'none',
  triggers: ['%', '％', '百分之'],
  concernsWithTrigger: ({ role, text }) => role !== 'furniture' && mayExceed(text),
  name: localized('比率超过100%', 'Share over 100 %'),
  finds: localized(
    '办结率、化解率、合格率、满意率这类不可能超过100%的比率写成了超过100%。增长率、完成率可以超过，不算。',
    'A share that cannot exceed 100 % (办结率, 化解率, 合格率, 满意率 …) does; growth and completion rates may.',
  ),
  why: localized('多半是小数点或数字打错。', 'Mostly a lost decimal point or a slip of the keyboard.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）规范行政执法。受理群众诉求215件，办结率达985%。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，抽查完成率为102.6%。\n（二）规范行政执法。办结率、满意率均为100%，案件数同比增长142%。',
        },
      },
    ],
  },
  check(paragraph) {
    if (paragraph.role === 'furniture' || !mayExceed(paragraph.text)) return [];
    return paragraph.figures.flatMap((figure, index) => {
      if (figure.unit !== '%' || figure.value <= 100) return [];
      const rate = rateOf(paragraph.text, paragraph.figures, index);
      return rate === undefined ? [] : [finding(paragraph.text, figure, rate)];
    });
  },
};

/** Characters of a number that is no plain one in digits. */
const OTHER_NUMBER = '０１２３４５６７８９,，．一二三四五六七八九十百千万亿两〇零余多来';
/** Longer than any number that is written. */
const LONGEST = 40;

/** Whether a sign of a hundredth stands behind a number above 100, or one that is not read so easily: a look before figures are read. */
function mayExceed(text: string): boolean {
  return holdsAboveHundred(text, '%') || holdsAboveHundred(text, '％') || text.includes('百分之');
}

function holdsAboveHundred(text: string, sign: string): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (isAboveHundred(text, at)) return true;
  return false;
}

function isAboveHundred(text: string, sign: number): boolean {
  let end = sign;
  while (end > 0 && sign - end < LONGEST && ' \u00a0\u3000'.includes(text.charAt(end - 1))) end--;
  let start = end;
  while (start > 0 && end - start < LONGEST && isDigitOrPoint(text.charCodeAt(start - 1))) start--;
  if (end - start === LONGEST || (start > 0 && OTHER_NUMBER.includes(text.charAt(start - 1)))) return true;
  // 99: no more than two digits are not above a hundred.
  if (end - start <= 2) return false;
  const written = text.slice(start, end);
  return Number(written) > 100 || written.indexOf('.') !== written.lastIndexOf('.');
}

function isDigitOrPoint(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2e;
}

const RATES = [...CAPPED_RATES].sort((a, b) => b.length - a.length).join('|');
/** Words that may stand between the name of a share and its number; 提高, 增长 and 超 of a comparison may not. */
const LINK =
  '(?:均|都|分别|也|已|仍|始终|全部|继续|稳定|保持|维持|实现|达到?|高达|为|是|在|至|到|上升|提升|提高|升|约|近|超过?|逾|[：:]|[ \\u00a0\\u3000])';
const NAMED = new RegExp(`(?<rate>${RATES})(?:[（(][^（()）]{1,12}[)）])?${LINK}{0,8}$`, 'u');
const FOLLOWED = new RegExp(`^[ \\u00a0\\u3000]{0,4}(?:以上)?的[\\u4e00-\\u9fff]{0,6}?(?<rate>${RATES})`, 'u');
/** 提高102%, 提升3倍: by how much, not to which share; 提高到 names the share. */
const BY = /(?:上升|提升|提高|升)[约近超过 ]{0,4}$/u;
const REACH = 40;

/** The share that a percentage states; in A率、B率分别为98%、105% the second stands for B率. */
function rateOf(text: string, figures: readonly Figure[], index: number): string | undefined {
  const figure = figures[index];
  if (figure === undefined) return undefined;
  const after = FOLLOWED.exec(text.slice(figure.unitEnd, figure.unitEnd + 24))?.groups?.['rate'];
  if (after !== undefined) return after;
  let { start } = figure.span;
  for (let at = index - 1; at >= 0 && at > index - 6; at--) {
    const previous = figures[at];
    if (previous === undefined || previous.unit !== '%' || !/^[、和与，,\s]{0,2}$/u.test(text.slice(previous.unitEnd, start))) break;
    start = previous.span.start;
  }
  const before = text.slice(Math.max(0, start - REACH), start);
  return BY.test(before) ? undefined : NAMED.exec(before)?.groups?.['rate'];
}

function finding(text: string, figure: Figure, rate: string): RuleFinding {
  const written = measuredText(text, figure);
  return {
    span: measuredSpan(figure),
    message: localized(
      `${rate}不可能超过100%，这里是“${written}”：请核对`,
      `${rate} cannot exceed 100 %, but is ${written} here: check it`,
    ),
  };
}
