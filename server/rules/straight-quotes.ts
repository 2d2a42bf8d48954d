import type { ParagraphContent } from '../report/report.js';
import type { ReportRule } from './rule.js';
import { readStraightQuotes, STRAIGHT_QUOTES } from './double-quotes.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';

/** 直引号与弯引号混用: straight quotation marks among curved ones. */
export const straightQuotes: ReportRule = {
  id: 'straight-quotes',
  group: 'punctuation',
  scope: 'report',
  severity: 'hint',
  fixable: 'safe',
  name: localized('直引号弯引号混用', 'Straight quotation marks'),
  finds: localized(
    '全文用中文引号“”，个别地方是键盘上的直引号"，全文只提示一次。通篇都用直引号的不算。',
    'Straight quotation marks " in a file that has curved ones, one note for the file.',
  ),
  why: localized('公文用中文引号，直引号分不出左右。', 'Official style has Chinese quotation marks; straight ones show no side.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。抓住“关键少数”，召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。落实"三项制度"，开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。抓住"关键少数"，召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。落实"三项制度"，开展行政检查312次。',
        },
      },
    ],
  },
  triggers: STRAIGHT_QUOTES,
  concernsWithTrigger: (paragraph) => isRead(paragraph) && readStraightQuotes(paragraph.text).straight.length > 0,
  check(report, candidates) {
    const found = candidates.filter(isRead).flatMap((paragraph) => {
      const { straight, curved } = readStraightQuotes(paragraph.text);
      return straight.map((at, index) => ({ span: paragraph.toSource({ start: at, end: at + 1 }), newText: curved?.[index] }));
    });
    if (found.length === 0 || !report.paragraphs.some((paragraph) => isRead(paragraph) && CURVED_PAIR.test(paragraph.text))) return [];
    return oncePerFile({
      places: found.map(({ span }) => span),
      message: localized(
        `全文有${found.length}个直引号，其余是“”：应改为中文引号`,
        `${found.length} straight quotation marks among curved ones; make them curved`,
      ),
      fix: {
        kind: 'safe',
        title: localized('改为中文引号“”', 'Make them curved'),
        edits: found.flatMap(({ span, newText }) => (newText === undefined ? [] : [{ span, newText }])),
      },
    });
  },
};

const CURVED_PAIR = /“[^“”]{1,60}”/u;

/** Page furniture and English have marks of their own. */
function isRead({ role, text }: ParagraphContent): boolean {
  return role !== 'furniture' && /[\u4e00-\u9fff]/u.test(text);
}
