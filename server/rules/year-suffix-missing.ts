import { MEASURE_WORDS } from '../knowledge/measure-words.js';
import type { ParagraphRole } from '../report/report.js';
import type { YearMention } from '../report/years.js';
import type { ParagraphRule, RuleFinding } from './rule.js';
import { isDigit } from '../text/characters.js';
import { foldDigits } from '../text/numerals.js';
import { localized } from './localized.js';

const BLANKS = '[ \\u00a0\\u3000]*';
/** What makes the digits a figure, a part of a longer number or a complete year. */
const NO_YEAR_AFTER = new RegExp(
  `^(?:${BLANKS}(?:年|学年|财年|[余多来几]|以[上下内外]|左右|上下|[万亿千百]|[%％‰℃°]|[A-Za-z]|号|版(?!权)|级|届|型|款|路|弄|室|${MEASURE_WORDS.filter((word) => !['年', '天', '周', '村', '组', '点', '社区', '站', '对', '分', '期', '成', '把', '面', '道', '门', '类'].includes(word)).join('|')})|[\\-./:：+×*_&=]|${BLANKS}[—–~～－]|${BLANKS}至${BLANKS}\\d|${BLANKS}[〕\\]］﹞】])`,
  'u',
);
const NO_YEAR_BEFORE =
  /(?:[A-Za-z0-9.．/:：+×*_&=#＃〔[［﹝-]|第\s*|No\.?\s*|[约近超逾达]|共|共计|累计|总计|合计|等|编号|电话|热线|数量?为|[—–~～－]\s*)$/u;
const RANGE_BEFORE = /(?:19|20)\d{2}\s{0,3}(?:年\s{0,3})?[—–\-~～－至到]{1,2}\s{0,3}$/u;
/** 11370881-2021-2025, A-2021-2025: the parts of an index or telephone number. */
const INDEX_BEFORE = /[\dA-Za-z][-—–－―/](?:19|20)\d{2}\s{0,3}[-—–－―/]\s{0,3}$/u;
/** Words after which, or before which, four digits stand for a year. */
const YEAR_BEFORE = /(?:自|从|到|至|在|于|较|比|截至|截止|截至到|早在|现将|关于|(?:^|[。；：，、（(])\s*)$/u;
const YEAR_AFTER = new RegExp(
  `^${BLANKS}(?:以来|以后|以前|期间|年?度|底|初|末|上半|下半|春|夏|秋|冬|全|我|本|法治|工作|推进|重点|主要|计划|安排|要点|开展|共|累计|[，,、）)])`,
  'u',
);

const STARTS: readonly string[] = Object.freeze(['19', '20', '２０']);

/** 年份缺“年”: four digits that stand for a year without 年. */
export const yearSuffixMissing: ParagraphRule = {
  id: 'year-suffix-missing',
  group: 'years',
  scope: 'paragraph',
  severity: 'error',
  fixable: 'safe',
  triggers: STARTS,
  concernsWithTrigger: ({ role, text }) => isRead(role) && STARTS.some((start) => holdsBareYear(text, start)),
  name: localized('年份缺“年”', 'Year without 年'),
  finds: localized(
    '正文或标题里的年份后面少了“年”（“自2022以来”）。后面跟量词的（2024册）是数据，不算。',
    'Four digits stand for a year without 年; a number with a measure word is a figure.',
  ),
  why: localized('少一个字，读不通，也查得出来。', 'One character lost; site checks find it.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。自2022以来连续召开专题会议，今年召开4次。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
      {
        parts: {
          plan: '四、2025推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。落实《法治政府建设实施纲要（2021—2025年）》，发放资料2024册，召开会议4次。\n（二）规范行政执法。按照清法办〔2024〕12号文件，开展行政检查2024次，罚款2025元。',
        },
      },
    ],
  },
  check(paragraph, context) {
    if (!isRead(paragraph.role)) return [];
    return paragraph.years.filter((mention) => isYearWithoutSuffix(paragraph.text, mention, context.year)).map(makeFinding);
  },
};

function isRead(role: ParagraphRole): boolean {
  return role === 'body' || role === 'opening' || role === 'heading';
}

/** Whether four digits that begin so stand without 年: a look before years are read. */
function holdsBareYear(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (!isDigit(text.charCodeAt(at + 2)) || !isDigit(text.charCodeAt(at + 3)) || isDigit(text.charCodeAt(at + 4))) continue;
    let end = at + 4;
    while (GAPS.includes(text.charAt(end)) && end < text.length) end++;
    if (!(end === at + 4 ? FIGURE_OR_YEAR : YEAR_OR_PERIOD).includes(text.charAt(end)) || end === text.length) return true;
  }
  return false;
}

const GAPS = ' \u00a0\u3000';
/** What stands behind complete years and the first years of periods, and straight behind figures: of all that says no, the most usual. */
const YEAR_OR_PERIOD = '年—–~～－';
const FIGURE_OR_YEAR = `${YEAR_OR_PERIOD}-./:：件次项场人名份册条户`;

function isYearWithoutSuffix(text: string, { span, value, hasSuffix, usage }: YearMention, reportYear: number | undefined): boolean {
  if (hasSuffix || value < 1949 || value > 2060) return false;
  const before = foldDigits(text.slice(Math.max(0, span.start - 40), span.start));
  const after = text.slice(span.end, span.end + 10);
  if (/(?:自|从)\s*$/u.test(before) && /^\s*起/u.test(after)) return true;
  if (NO_YEAR_AFTER.test(after)) return false;
  if (INDEX_BEFORE.test(before)) return false;
  // The second year of a period lacks 年 only where its first may do without: （2021—2025）.
  if (RANGE_BEFORE.test(before) && usage === 'document-name' && !/(?:规划|纲要|计划|方案|行动)[^》]{0,4}[（(][^（(]*$/u.test(before))
    return false;
  if (RANGE_BEFORE.test(before)) return /^\s*(?:[）)》，。；、]|期间|规划|累计|共|$)/u.test(after);
  // “2024我们的法治生活”: the name of an event.
  if (/[“"‘]$/u.test(before)) return false;
  // （2025）云0602行初36号, 2023、2024年, 2023和2024年.
  if (/[（(]\s*$/u.test(before) && /^\s*(?:[）)]|修订|修正|版|第)/u.test(after)) return false;
  if (/^\s*(?:[、，,和与及至到或]\s*)(?:19|20)\d{2}/u.test(after)) return false;
  if (NO_YEAR_BEFORE.test(before)) return false;
  if (YEAR_BEFORE.test(before) && /^\s*[\u4e00-\u9fff，,、）)]/u.test(after)) return true;
  if (YEAR_AFTER.test(after) && !/^\s*[，,、）)]/u.test(after)) return true;
  // 制定2025领导干部学法计划: a number near the report year before a word that measures nothing.
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return false;
  const isNear = reportYear !== undefined && Math.abs(value - reportYear) <= 2;
  return isNear && usage !== 'document-name' && /[\u4e00-\u9fff]$/u.test(before) && /^(?:的|[\u4e00-\u9fff]{2})/u.test(after);
}

function makeFinding({ span, value }: YearMention): RuleFinding {
  const at = span.start + 4;
  return {
    span,
    message: localized(`“${value}”后面少了“年”`, `年 is missing after ${value}`),
    fixes: [
      {
        kind: 'safe',
        title: localized(`改为“${value}年”`, `Change to ${value}年`),
        edits: [{ span: { start: at, end: at }, newText: '年' }],
      },
    ],
  };
}
