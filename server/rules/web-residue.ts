import { isLineEnd } from '../text/source-text.js';
import { isBlank } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import type { Report } from '../report/report.js';
import type { ReportRule } from './rule.js';

/** Lines that are also parts of an official document's own form; alone they are no residue. */
const OWN_FORM = /^(?:主\s*题\s*词|关\s*键\s*词|目\s*录|签\s*发(?:人)?|附\s*件)/u;

/** How much of a block a message shows, in characters. */
const SHOWN = 24;

/** 网页残留: page furniture above the title, between title and opening, or below the text. */
export const webResidue: ReportRule = {
  id: 'web-residue',
  group: 'residue',
  scope: 'report',
  severity: 'warning',
  fixable: 'safe',
  name: localized('网页残留', 'Web residue'),
  finds: localized(
    '从网页复制时带进来的页面文字：标题上下和文末的来源、浏览次数、索引号、分享、打印、关闭。一段只报一次。',
    'Page furniture copied along with the text, above and below the title and at the end: source, views, index number, share, print, close. One finding a block.',
  ),
  why: localized('这些是网页的文字，不是报告的内容。', 'These belong to the web page, not to the report.'),
  examples: {
    bad: [
      {
        parts: {
          title:
            '索引号：11370881MB2857/2025-00012 发布机构：清源镇人民政府\n清源镇2024年法治政府建设情况报告\n来源：清源镇 浏览次数：128 日期：2025-01-12 09:30',
        },
      },
      { parts: { signOff: '清源镇人民政府\n2025年1月10日\n分享\n打印 关闭' } },
    ],
    good: [
      {
        parts: {
          shortcomings:
            '二、存在的不足和原因\n一是信息来源单一，浏览量不高，原因是专栏更新不及时，编辑、审核人员只有两名，打印张贴的宣传品数量也不足。二是普法形式单一，主要是对新媒体运用不熟，青年群体参与度不高，线上内容分享转发少。',
        },
      },
    ],
  },
  check(report) {
    return report.furniture
      .filter(({ span }) =>
        report.source
          .slice(span)
          .split(/[\r\n]+/u)
          .some((line) => line.trim() !== '' && !OWN_FORM.test(line.trim())),
      )
      .map(({ span }) => {
        const words = report.source.slice({ start: span.start, end: Math.min(span.end, span.start + 2 * SHOWN) }).replace(/\s+/gu, ' ');
        const shown = words.length > SHOWN || span.end - span.start > 2 * SHOWN ? `${words.slice(0, SHOWN)}…` : words;
        return {
          span,
          message: localized(
            `“${shown}”是网页上的文字，不是报告内容：请删去`,
            `"${shown}" belongs to a web page, not to the report: delete it`,
          ),
          fixes: [
            {
              kind: 'safe' as const,
              title: localized('删去网页残留', 'Delete what the web page left'),
              edits: [{ span: wholeLines(report, span), newText: '' }],
            },
          ],
        };
      });
  },
};

/** The block with its line ends, and with the empty lines on one side of it so that no double gap is left. */
function wholeLines(report: Report, span: Span): Span {
  const { text } = report.source;
  let start = span.start;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) !== BYTE_ORDER_MARK) start--;
  let end = span.end;
  while (end < text.length && isBlankOrLineEnd(text.charCodeAt(end))) end++;
  if (end < text.length) {
    // The first line that follows keeps its indentation.
    while (end > span.end && !isLineEnd(text.charCodeAt(end - 1))) end--;
    return { start, end };
  }
  while (start > 0 && isBlankOrLineEnd(text.charCodeAt(start - 1))) start--;
  while (start < span.start && !isLineEnd(text.charCodeAt(start))) start++;
  // The text ends as it ended: with a line end or without.
  const lastLineEnd = text.length > 0 && isLineEnd(text.charCodeAt(text.length - 1)) ? trailingLineEnd(text) : 0;
  return { start, end: text.length - lastLineEnd };
}

const BYTE_ORDER_MARK = 0xfeff;

function isBlankOrLineEnd(code: number): boolean {
  return isLineEnd(code) || isBlank(code);
}

function trailingLineEnd(text: string): number {
  return text.endsWith('\r\n') ? 2 : 1;
}
