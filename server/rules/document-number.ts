import { foldForMatching } from '../report/fold.js';
import { localized } from './localized.js';
import type { ParagraphRule, RuleFinding } from './rule.js';

/** What stands in front of 号 in all forms but one, as it is before folding. */
const BEFORE_HAO = [
  ...'0123456789０１２３４５６７８９ \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u3000\ufeff',
];
/** The one has 〕 behind its year. */
const TRIGGERS: readonly string[] = [...BEFORE_HAO.flatMap((before) => [`${before}号`, `${before}號`]), '〕'];

/** 文号格式不对: a document number whose year does not stand in 〔〕. */
export const documentNumber: ParagraphRule = {
  id: 'document-number',
  group: 'punctuation',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'safe',
  name: localized('文号格式不对', 'Form of a document number'),
  finds: localized(
    '发文字号的年份没有用六角括号〔〕括全，或者多了“第”“年”、空格（〔2025 6号、[2025]6号、〔2025〕第6号）。',
    'The year of a document number does not stand in 〔〕, or 第, 年 or a space is too many.',
  ),
  why: localized(
    '发文字号的通行写法是“〔年份〕序号”，写错了照着查不到文件。',
    'A document number is written 〔year〕number; written otherwise the document cannot be found by it.',
  ),
  basis: localized('GB/T 9704—2012：发文字号的年份用六角括号括入', 'GB/T 9704—2012: the year of a document number stands in 〔〕'),
  triggers: TRIGGERS,
  examples: {
    bad: [
      {
        parts: {
          opening: '2024年，清源镇按照县委要求（清法办[2024]12号），扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
      {
        parts: {
          opening: '2024年，清源镇按照县委要求（清法办发〔20246号），扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
    good: [
      {
        parts: {
          opening:
            '2024年，清源镇按照县委要求（清法办〔2024〕12号），落实国务院令第713号，对照（2024）苏0681行初12号判决整改，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
  },
  check(paragraph) {
    if (paragraph.role === 'furniture' || !/\d{4}|[０-９]{4}/u.test(paragraph.text)) return [];
    const folded = foldForMatching(paragraph.text);
    return FORMS.flatMap(({ pattern, organ }) =>
      [...folded.matchAll(pattern)].flatMap((match) => findingOf(paragraph.text, folded, match, organ)),
    );
  },
};

const YEAR = '(?<year>(?:19|20)\\d{2})';
const NUMBER = '(?<number>\\d{1,4})';
/** Glued to its year a number with a zero in front has two readings. */
const GLUED_NUMBER = '(?<number>[1-9]\\d{0,3})';
/** 6号楼, 6号线 are no documents. */
const HAO = '号(?![楼线院地区门桥路车厂井泵岗馆])';
/** The last character of an issuer's short name in a document number. */
const ORGAN = /[\u4e00-\u9fff]{1,2} ?$/u;
/** The last character where round brackets or none at all would also do for something else. */
const PLAIN_ORGAN = /[\u4e00-\u9fff][发办函字委政文通规水监财卫教建环农民司]$/u;
/** Cases and certificates number otherwise: 罚字（2024）6号, 国用（2010）第12号. */
const OTHER_NUMBER =
  /(?:[罚复决裁仲诉审初终执检证用登拆令告批许备核受催认](?:字|决|决字|决定|函|通|决书|书)?|编号|号|合同|协议|项目|件|建议|议案|提案) ?$/u;

interface NumberForm {
  /** With the groups year and number. */
  readonly pattern: RegExp;
  /** What must stand in front. */
  readonly organ: RegExp;
}

const FORMS: readonly NumberForm[] = [
  // [2025]6号, 【2025】6号, ﹝2025﹞6号, 〔2025]6号, 〔2025）6号, 〕2025〔6号
  {
    pattern: new RegExp(
      `(?:[\\[【﹝〖{] ?${YEAR} ?年?[\\]】﹞〗}〕)] ?|〔 ?(?<year2>(?:19|20)\\d{2}) ?年?[\\]】﹞〗})〔] ?|[(〕] ?(?<year3>(?:19|20)\\d{2}) ?年?[\\]】﹞〗}〕〔] ?)${NUMBER} ?${HAO}`,
      'gu',
    ),
    organ: ORGAN,
  },
  // 〔2025 6号
  { pattern: new RegExp(`〔 ?${YEAR} ?年? ${NUMBER} ?${HAO}`, 'gu'), organ: ORGAN },
  // 〔202526号
  { pattern: new RegExp(`[〔\\[【﹝]${YEAR}${GLUED_NUMBER} ?${HAO}`, 'gu'), organ: ORGAN },
  // 2025〕6号
  { pattern: new RegExp(`(?<=[\\u4e00-\\u9fff])${YEAR} ?[〕﹞】] ?${NUMBER} ?${HAO}`, 'gu'), organ: ORGAN },
  // 〔2025年〕6号, 〔 2025 〕6号, 〔2025〕 6号
  { pattern: new RegExp(`〔(?=[^〕]{0,8}[ 年]|\\d{4}〕 ) ?${YEAR} ?年? ?〕 ?${NUMBER} ?${HAO}`, 'gu'), organ: ORGAN },
  // 〔2025〕第6号
  {
    pattern: new RegExp(`[〔\\[【﹝] ?${YEAR} ?年?[〕\\]】﹞] ?第 ?${NUMBER} ?${HAO}`, 'gu'),
    organ: /[\u4e00-\u9fff][发办函委政文通纪党组工法规水监财卫教建环农民司交]$/u,
  },
  // （2025）6号 behind 发, 办 …
  { pattern: new RegExp(`\\( ?${YEAR} ?年?\\) ?${NUMBER} ?${HAO}`, 'gu'), organ: PLAIN_ORGAN },
  // 〔2025〕6 without 号, where a bracket closes behind it
  { pattern: new RegExp(`〔${YEAR}〕${NUMBER}(?=\\))`, 'gu'), organ: PLAIN_ORGAN },
  // 州委法20239号 in brackets behind the name
  {
    pattern: new RegExp(`(?<=[\\u4e00-\\u9fff][发办函字委政文通法])${YEAR}(?<number>[1-9]\\d{0,2})${HAO}(?=\\))`, 'gu'),
    organ: /\([\u4e00-\u9fff]{2,12}$/u,
  },
];

/** How far in front of a number its issuer is looked for. */
const REACH = 16;

function findingOf(text: string, folded: string, match: RegExpExecArray, organ: RegExp): RuleFinding[] {
  const { index } = match;
  const before = folded.slice(Math.max(0, index - REACH), index);
  if (!organ.test(before) || OTHER_NUMBER.test(before)) return [];
  const year = match.groups?.['year'] ?? match.groups?.['year2'] ?? match.groups?.['year3'] ?? '';
  const right = `〔${year}〕${match.groups?.['number'] ?? ''}号`;
  const span = { start: index, end: index + match[0].length };
  const written = text.slice(span.start, span.end);
  return [
    {
      span,
      message: localized(`文号“${written}”格式不对：应为“${right}”`, `The document number ${written} is malformed: write ${right}`),
      fixes: [
        {
          kind: 'safe',
          title: localized(`改为“${right}”`, `Change to ${right}`),
          edits: [{ span, newText: right }],
        },
      ],
    },
  ];
}
