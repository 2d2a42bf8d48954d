import type { Paragraph, ParagraphContent } from '../report/report.js';
import { localized } from './localized.js';
import { pairFixes } from './pair-fixes.js';
import { findPairDefects, isPlainlyPaired, MOST_DEFECTS, PAIR_MARKS, type PairDefect, type PairKind } from './pair-marks.js';
import { pairedAcross } from './pairs-across.js';
import type { Fix, LocalizedText, ReportRule, RuleFinding } from './rule.js';

/** A paragraph with more defects than this is damaged as a whole; the message says how many there are. */
const MOST_IN_A_PARAGRAPH = 12;

/** 成对标点不配对: quotation marks, title marks and brackets without their other side, or the wrong way round. */
export const unbalancedPair: ReportRule = {
  id: 'unbalanced-pair',
  group: 'punctuation',
  scope: 'report',
  severity: 'error',
  fixable: 'choice',
  name: localized('引号书名号括号不配对', 'Unbalanced pair'),
  finds: localized(
    '“”‘’《》（）〔〕【】有左无右、有右无左，或者左右写反。',
    'One of “” ‘’ 《》 （） 〔〕 【】 without its other side, or the two the wrong way round.',
  ),
  why: localized('缺一边，就分不清引用、书名到哪里为止。', 'With one side lost nobody can tell where a quotation or a title ends.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，学习《中华人民共和国民法典，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。抓住”关键少数“，召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。全年做到：1）召开专题会议4次；2）研究法治建设事项9项，抓住“关键少数”。\n（二）规范行政执法。落实《法治政府建设实施纲要（2021—2025年）》，开展行政检查312次。',
        },
      },
    ],
  },
  triggers: PAIR_MARKS,
  // Page furniture, too, for a title may begin in it.
  concernsWithTrigger: ({ text }) => !isPlainlyPaired(text),
  check(report, candidates) {
    const defective = new Map<Paragraph, readonly PairDefect[]>();
    for (const paragraph of candidates) {
      const defects = paragraph.fact(readDefects);
      if (defects.length > 0) defective.set(paragraph, defects);
    }
    if (defective.size === 0) return NOTHING;
    const isPaired = pairedAcross(report.paragraphs, defective);
    return [...defective].flatMap(([paragraph, defects]) =>
      paragraph.role === 'furniture'
        ? NOTHING
        : findingsOf(
            paragraph,
            defects.filter((defect) => !isPaired.has(defect)),
          ),
    );
  },
};

const NOTHING: readonly RuleFinding[] = Object.freeze([]);

/** What does not pair in a paragraph; a key of `fact`. */
function readDefects({ text }: ParagraphContent): readonly PairDefect[] {
  return findPairDefects(text);
}

function findingsOf(paragraph: Paragraph, defects: readonly PairDefect[]): RuleFinding[] {
  const first = defects[0];
  if (first === undefined) return [];
  const placeOf = ({ mark }: PairDefect) => paragraph.toSource({ start: mark.at, end: mark.at + 1 });
  if (defects.length > MOST_IN_A_PARAGRAPH) {
    const isMore = defects.length >= MOST_DEFECTS;
    return [
      {
        span: placeOf(first),
        message: localized(
          `本段有${defects.length}处${isMore ? '以上' : ''}引号、书名号或括号不配对：请从这里起逐个核对`,
          `${defects.length}${isMore ? ' or more' : ''} marks of this paragraph do not pair: check them one by one from here on`,
        ),
      },
    ];
  }
  return defects.map((defect) => ({
    span: placeOf(defect),
    message: messageOf(paragraph.text, defect),
    ...(defect.also === undefined
      ? {}
      : {
          related: [
            {
              span: paragraph.toSource({ start: defect.also.at, end: defect.also.at + 1 }),
              message: localized('另一边', 'The other side'),
            },
          ],
        }),
    fixes: pairFixes(paragraph.text, defect).map((fix) => inSource(fix, paragraph)),
  }));
}

/** What a clerk calls each pair of marks. */
const NAMES: Readonly<Record<PairKind, LocalizedText>> = {
  'double-quote': localized('引号', 'quotation mark'),
  'single-quote': localized('单引号', 'single quotation mark'),
  title: localized('书名号', 'title mark'),
  'inner-title': localized('单书名号', 'single title mark'),
  parenthesis: localized('括号', 'bracket'),
  square: localized('六角括号', 'tortoise-shell bracket'),
  lenticular: localized('方头括号', 'lenticular bracket'),
};
/** How many characters beside a mark tell where it is. */
const CONTEXT = 6;
const MARKS = /[“”‘’《》〈〉（）()〔〕【】"]/gu;

function messageOf(text: string, { form, mark, also }: PairDefect): LocalizedText {
  const name = NAMES[mark.kind];
  const isInFront = mark.isOpen || form === 'reversed';
  const near = (isInFront ? text.slice(mark.at + 1, mark.at + 1 + CONTEXT) : text.slice(Math.max(0, mark.at - CONTEXT), mark.at)).replace(
    MARKS,
    '',
  );
  const where = near === '' ? '这里' : isInFront ? `“${near}”前` : `“${near}”后`;
  const place = near === '' ? 'here' : `${isInFront ? 'before' : 'behind'} "${near}"`;
  const chinese = name['zh-CN'];
  if (form === 'mismatched') {
    return localized(
      `${where}的 ${mark.written} 和 ${also?.written} 不是一对：请统一`,
      `${mark.written} ${place} is closed by ${also?.written}: make them a pair`,
    );
  }
  if (form === 'reversed') {
    return localized(
      `${where}的${chinese}左右反了，或缺了另一边：请核对`,
      `The ${name.en} ${place} stands the wrong way round, or its other side is missing`,
    );
  }
  return mark.isOpen
    ? localized(`${where}的左${chinese}没有右${chinese}配对：请补上`, `The opening ${name.en} ${place} is never closed`)
    : localized(`${where}的右${chinese}没有左${chinese}配对：请补上`, `The closing ${name.en} ${place} was never opened`);
}

function inSource(fix: Fix, paragraph: Paragraph): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: paragraph.toSource(edit.span) })) };
}
