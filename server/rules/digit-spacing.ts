import { isTabular } from '../report/lines.js';
import { readMarker } from '../report/markers.js';
import type { ParagraphContent } from '../report/report.js';
import { isDigit, isIdeograph } from '../text/characters.js';
import type { Span } from '../text/span.js';
import type { ReportRule } from './rule.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import { isNarrowBlank, NARROW_BLANKS } from './spaces.js';

const BLANK = '[ \\u00a0\\u2002-\\u200a\\u202f]';
/** Wider gaps are meant. */
const WIDEST = 2;
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
  triggers: NARROW_BLANKS,
  concernsWithTrigger: (paragraph) => paragraph.fact(blanksIn).length > 0,
  check(_report, candidates) {
    const places = candidates.flatMap((paragraph) => paragraph.fact(blanksIn).map((span) => paragraph.toSource(span)));
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

/** The blanks between Chinese and figures; a key of `fact`. */
function blanksIn({ role, text }: ParagraphContent): readonly Span[] {
  if (role === 'furniture' || role === 'attachment') return NOTHING;
  // Between agency and date a sign-off keeps its blank.
  const isBeside = role === 'sign-off' ? isInDate : isBesideFigure;
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isNarrowBlank(text.charCodeAt(at))) continue;
    const start = at;
    while (isNarrowBlank(text.charCodeAt(at))) at++;
    if (at - start <= WIDEST && isBeside(text, start, at)) found.push({ start, end: at });
  }
  if (found.length === 0 || isTabular(text)) return NOTHING;
  const start = Math.max(readMarker(text)?.textStart ?? 0, LEADING_NUMBER.exec(text)?.[0].length ?? 0);
  return found.filter((span) => span.start >= start);
}

const NOTHING: readonly Span[] = Object.freeze([]);

/** Whether blanks part Chinese from a figure, or a percentage from Chinese. */
function isBesideFigure(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (isIdeograph(before)) return isDigit(after);
  return isIdeograph(after) && (isDigit(before) || ('%％‰'.includes(text.charAt(start - 1)) && isDigit(text.charCodeAt(start - 2))));
}

/** Whether blanks part the figures of a date from 年, 月 or 日. */
function isInDate(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  return isDigit(after.charCodeAt(0))
    ? '年月'.includes(before) && before !== ''
    : isDigit(before.charCodeAt(0)) && '年月日'.includes(after) && after !== '';
}
