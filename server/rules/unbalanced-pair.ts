import type { Paragraph, Report } from '../report/report.js';
import { localized } from './localized.js';
import { pairFixes } from './pair-fixes.js';
import { findPairDefects, MOST_DEFECTS, otherSide, type PairDefect } from './pair-marks.js';
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
  check(report) {
    const defective = readDefects(report);
    const isPaired = pairedAcross(defective);
    return defective.flatMap(({ paragraph, defects }) =>
      paragraph.role === 'furniture'
        ? []
        : findingsOf(
            paragraph,
            defects.filter((defect) => !isPaired.has(defect)),
          ),
    );
  },
};

/** Every paragraph in order, with what does not pair in it; page furniture only because a title may begin in it. */
function readDefects(report: Report): { readonly paragraph: Paragraph; readonly defects: readonly PairDefect[] }[] {
  return report.paragraphs.map((paragraph) => ({ paragraph, defects: findPairDefects(paragraph.text) }));
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

function messageOf(text: string, { form, mark, also }: PairDefect): LocalizedText {
  const beside = mark.isOpen || form === 'reversed' ? text.slice(mark.at, mark.at + 7) : text.slice(Math.max(0, mark.at - 6), mark.at + 1);
  const other = otherSide(mark.written);
  if (form === 'mismatched') {
    return localized(`${beside}……：${mark.written} 和 ${also?.written} 不是一对，应统一`, `${mark.written} is closed by ${also?.written}`);
  }
  if (form === 'reversed') {
    return localized(
      `${beside}……：${mark.written} 的左右方向反了，或缺了另一边`,
      `${mark.written} stands the wrong way round, or its other side is missing`,
    );
  }
  return mark.isOpen
    ? localized(`${beside}……：${mark.written} 没有配对的 ${other}，应补上`, `${mark.written} has no ${other}`)
    : localized(`……${beside}：${mark.written} 没有配对的 ${other}，应补上`, `${mark.written} has no ${other}`);
}

function inSource(fix: Fix, paragraph: Paragraph): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: paragraph.toSource(edit.span) })) };
}
