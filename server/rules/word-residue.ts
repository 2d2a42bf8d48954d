import { WORD_RESIDUE, WORD_RESIDUE_TRIGGERS } from '../knowledge/word-residue.js';
import { overlaps, type Span } from '../text/span.js';
import { localized } from './localized.js';
import type { ParagraphRule } from './rule.js';

/** Word 残留: field codes, bookmarks and error messages of Word in the text. */
export const wordResidue: ParagraphRule = {
  id: 'word-residue',
  group: 'residue',
  scope: 'paragraph',
  severity: 'error',
  fixable: 'safe',
  name: localized('Word 残留', 'Word residue'),
  finds: localized(
    '从 Word 转存时混进来的书签、域代码和出错提示：[bookmark: _GoBack]、错误！未找到引用源、HYPERLINK、PAGE \\* MERGEFORMAT。',
    'Bookmarks, field codes and error messages of Word that came along when the text was saved.',
  ),
  why: localized('这些不是报告的内容，公开出去一看就是没有校对。', 'They are no part of the report and show that nobody read it.'),
  examples: {
    bad: [
      {
        parts: {
          shortcomings:
            '二、存在的不足和原因\n一是执法力量不足，原因是编制紧张，专业人员只有两名，新进人员尚未取得执法资格，案件办理周期偏长。[bookmark: _GoBack]二是普法形式单一，主要是对新媒体运用不熟，线上内容更新不及时，青年群体参与度不高。',
        },
      },
      {
        parts: {
          opening: '2024年，清源镇扎实推进法治政府建设，主要指标见错误！未找到引用源。。现将有关情况报告如下：',
        },
      },
    ],
    good: [
      {
        parts: {
          opening: '2024年，清源镇推行“Word在线批注”办公，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
  },
  triggers: WORD_RESIDUE_TRIGGERS,
  check({ text }) {
    return residues(text).map((span) => {
      const own = text.slice(span.start, span.end);
      return {
        span,
        message: localized(
          `“${own}”是 Word 转存时留下的，不是报告内容：请删去`,
          `"${own}" was left by Word and is no part of the report: delete it`,
        ),
        fixes: [{ kind: 'safe', title: localized('删去 Word 残留', 'Delete what Word left'), edits: [{ span, newText: '' }] }],
      };
    });
  },
};

/** Places of residue, in order, no two overlapping. */
function residues(text: string): Span[] {
  if (!/[\\[_!！:]|[A-Z]{3}/u.test(text)) return [];
  const found = WORD_RESIDUE.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => withOwnStop(text, { start: match.index, end: match.index + match[0].length })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of found) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last, span)) kept.push(span);
  }
  return kept;
}

/** Word ends its messages with a full stop of its own; it goes too where the sentence has another, or goes on. */
function withOwnStop(text: string, span: Span): Span {
  if (!/[源签项效]$/u.test(text.slice(span.start, span.end)) || text.charAt(span.end) !== '。') return span;
  const next = text.charAt(span.end + 1);
  return next === '' ? span : { start: span.start, end: span.end + 1 };
}
