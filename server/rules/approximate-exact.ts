import { DIVISIBLE_UNITS } from '../knowledge/unit-classes.js';
import type { Figure } from '../report/figures.js';
import { foldDigits } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { measuredSpan } from './figure-facts.js';
import { localized } from './localized.js';
import type { Fix, ParagraphRule, RuleFinding } from './rule.js';

/** 确数带“余”: an exact figure that says it is none, or two words for about at once. */
export const approximateExact: ParagraphRule = {
  id: 'approximate-exact',
  group: 'figures',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'choice',
  triggers: ['余', '多'],
  concernsWithTrigger: ({ role, text }) => role !== 'furniture' && mayBeWrong(text),
  name: localized('确数带“余”', 'Exact figure with 余'),
  finds: localized(
    '精确到个位的数后面又写“余”“多”（126余次），或“近”“约”“超过”与“余”连用（近50余件）。',
    'A figure exact to the last digit followed by 余 or 多 (126余次), or 近, 约, 超过 together with 余 (近50余件).',
  ),
  why: localized(
    '“余”表示整数之外还有零头，与精确数、与“近”“约”都矛盾。',
    '余 says that a round number is exceeded; it contradicts an exact one, and 近 or 约 as well.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）规范行政执法。开展行政检查126余次。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）规范行政执法。办理行政处罚案件近50余件。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，罚款2.5万余元。\n（二）规范行政执法。开展行政检查1530余次，发放资料近3000份，覆盖群众两千余人。',
        },
      },
    ],
  },
  check(paragraph) {
    if (paragraph.role === 'furniture' || !mayBeWrong(paragraph.text)) return [];
    return paragraph.figures.flatMap((figure) => findingFor(paragraph.text, figure));
  },
};

const MORE = /^(?<number>[0-9０-９,，]+|[一二三四五六七八九十百千两零〇]+)(?<more>[ \u00a0\u3000]{0,8}[余多])$/u;
/** 近, 约 … straight before a number; 附近, 公约 and 近 of time are other words. */
const BEFORE =
  /(?:(?:将|接)近|(?<![附邻靠最就亲临贴远])近|大约|(?<![公合节违预条契签履集解要续爽毁邀租规制相失简立婚特邀])约|超过|(?<![高赶反治查限])超|(?<!不)逾)[ \u00a0\u3000]{0,4}$/u;
const TIME = /^(?:天|周|个?月|年|小时|分钟)/u;

/** Characters of a number, with the blanks within and behind it. */
const NUMBER_CHARACTERS = '0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两〇零,，.． \u00a0\u3000';
/** A number that ends so is exact to the last digit. */
const ONES = '123456789１２３４５６７８９一二三四五六七八九两';
/** Last characters of the words for about. */
const ABOUT = '近约过超逾';
/** Longer than any number that is written. */
const LONGEST = 80;

/** Whether 余 or 多 stands behind a number that is exact, or that a word for about stands before: a look before figures are read. */
function mayBeWrong(text: string): boolean {
  return holdsDoubtful(text, '余') || holdsDoubtful(text, '多');
}

function holdsDoubtful(text: string, more: string): boolean {
  for (let at = text.indexOf(more); at >= 0; at = text.indexOf(more, at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST && NUMBER_CHARACTERS.includes(text.charAt(start - 1))) start--;
    if (start === at) continue;
    if (at - start === LONGEST || (start > 0 && ABOUT.includes(text.charAt(start - 1)))) return true;
    const number = text.slice(start, at).trimEnd();
    if (number !== '' && ONES.includes(number.charAt(number.length - 1))) return true;
  }
  return false;
}

function findingFor(text: string, figure: Figure): RuleFinding[] {
  const { span, unit } = figure;
  if (unit === '') return [];
  // 15多个小时, 近20余个月: the general measure word of a length of time.
  if (unit === '个' && TIME.test(text.slice(figure.unitEnd, figure.unitEnd + 4).trimStart())) return [];
  const written = text.slice(span.start, span.end);
  const exact = MORE.exec(written);
  const number = exact?.groups?.['number'] ?? '';
  const more = exact?.groups?.['more'] ?? '';
  if (number !== '' && !DIVISIBLE_UNITS.has(unit) && figure.value % 10 !== 0) return [exactFinding(text, figure, number, more)];
  const hasMore = /[余多]/u.test(written);
  const before = hasMore ? BEFORE.exec(text.slice(Math.max(0, span.start - 10), span.start)) : null;
  if (before === null || TIME.test(unit)) return [];
  return [doubledFinding(text, figure, { start: span.start - before[0].length, end: span.start })];
}

/** 126余次: the exact number, or the round one below it. */
function exactFinding(text: string, figure: Figure, number: string, more: string): RuleFinding {
  const span = measuredSpan(figure);
  const rest = text.slice(figure.span.end, span.end);
  const rounded = roundDown(number, figure.value);
  const place = { start: figure.span.start, end: figure.span.end };
  const shown = text.slice(span.start, span.end).replace(/[ \u00a0\u3000]/gu, '');
  const word = more.trim();
  return {
    span,
    message: localized(
      `“${shown}”既是精确数又带“${word}”：有确数的去掉“${word}”${rounded === undefined ? '' : `，没有的写“${rounded}${word}”`}`,
      `"${shown}" is exact and says more than exact: drop ${word}${rounded === undefined ? '' : ' or round the number down'}`,
    ),
    fixes: [
      choice(`${number}${rest}`, { start: place.start + number.length, end: place.end }, ''),
      ...(rounded === undefined
        ? []
        : [choice(`${rounded}${more}${rest}`, { start: place.start, end: place.start + number.length }, rounded)]),
    ],
  };
}

function choice(shown: string, span: Span, newText: string): Fix {
  const title = shown.replace(/[ \u00a0\u3000]/gu, '');
  return { kind: 'choice', title: localized(`改为“${title}”`, `Change to ${title}`), edits: [{ span, newText }] };
}

/** The next round number below, written as the number is; undefined below ten. */
function roundDown(number: string, value: number): string | undefined {
  if (value < 10) return undefined;
  if (/[0-9０-９]$/u.test(number)) return number.slice(0, -1) + (/[０-９]$/u.test(number) ? '０' : '0');
  return foldDigits(number).replace(/[零〇]?[一二三四五六七八九]$/u, '');
}

/** 近50余件: one of the two words goes. */
function doubledFinding(text: string, figure: Figure, before: Span): RuleFinding {
  const span = { start: before.start, end: measuredSpan(figure).end };
  const first = text.slice(before.start, before.end).trim();
  const written = text.slice(figure.span.start, figure.span.end);
  const at = written.search(/[余多]/u);
  const more = figure.span.start + at;
  const unit = text.slice(figure.span.end, span.end);
  const shown = text.slice(span.start, span.end).replace(/[ \u00a0\u3000]/gu, '');
  return {
    span,
    message: localized(
      `“${shown}”里“${first}”与“${written.charAt(at)}”不能连用：留一个`,
      `${first} and ${written.charAt(at)} in "${shown}" say the same or contradict each other: keep one`,
    ),
    fixes: [
      choice(`${written}${unit}`, before, ''),
      choice(`${first}${written.slice(0, at)}${written.slice(at + 1)}${unit}`, { start: more, end: more + 1 }, ''),
    ],
  };
}
