import { isTabular } from '../report/lines.js';
import { readMarker } from '../report/markers.js';
import type { Paragraph } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { ReportRule } from './rule.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';

const BLANK = '[ \\u00a0\\u2002-\\u200a\\u202f]';
const HAN = '[\\u3400-\\u4dbf\\u4e00-\\u9fff]';
const SPACED = new RegExp(
  `(?<=${HAN})${BLANK}{1,2}(?=[0-9０-９])|(?<=[0-9０-９])${BLANK}{1,2}(?=${HAN})|(?<=[0-9０-９][%％‰])${BLANK}{1,2}(?=${HAN})`,
  'gu',
);
/** Parts of a date; between agency and date a sign-off keeps its blank. */
const IN_DATE = new RegExp(`(?<=[年月])${BLANK}{1,2}(?=[0-9０-９])|(?<=[0-9０-９])${BLANK}{1,2}(?=[年月日])`, 'gu');
/** 1 总体情况: the number of a heading. */
const LEADING_NUMBER = new RegExp(`^(?:第?[0-9０-９]{1,2}|[0-9０-９]{1,2}(?:\\.[0-9]{1,2}){1,3})${BLANK}`, 'u');

/** 汉字和数字之间空格: blanks between Chinese and figures. */
export const digitSpacing: ReportRule = {
  id: 'digit-spacing',
  group: 'punctuation',
  scope: 'report',
  severity: 'hint',
  fixable: 'safe',
  name: localized('汉字与数字间有空格', 'Blanks beside figures'),
  finds: localized(
    '汉字和数字之间有空格（“2024 年”“检查 18 次”），全文只提示一次。',
    'Blanks between Chinese characters and figures, one note for the file.',
  ),
  why: localized('公文里汉字和数字之间不空格，有的空、有的不空更显凌乱。', 'Official style has no blanks there.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议 4 次，研究法治建设事项 9 项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。\n1. 召开专题会议4次，研究法治建设事项9项。\n2. 完善制度，修订工作规则3项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
  },
  check(report) {
    const places = report.paragraphs.flatMap((paragraph) => blanksIn(paragraph).map((span) => paragraph.toSource(span)));
    return oncePerFile({
      places,
      message: localized(
        `全文有${places.length}处汉字与数字之间有空格：公文里不空格，可一次删去`,
        `${places.length} blanks between Chinese characters and figures; official style has none`,
      ),
      fix: {
        kind: 'safe',
        title: localized('删去汉字与数字之间的空格', 'Delete the blanks beside figures'),
        edits: places.map((span) => ({ span, newText: '' })),
      },
    });
  },
};

function blanksIn({ role, text }: Paragraph): Span[] {
  if (role === 'furniture' || role === 'attachment' || isTabular(text)) return [];
  const pattern = role === 'sign-off' ? IN_DATE : SPACED;
  const start = Math.max(readMarker(text)?.textStart ?? 0, LEADING_NUMBER.exec(text)?.[0].length ?? 0);
  return [...text.matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => span.start >= start);
}
