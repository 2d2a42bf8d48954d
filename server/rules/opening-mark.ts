import type { ParagraphRule } from './rule.js';
import { localized } from './localized.js';
import { OPENING_COMMA_TRIGGERS, openingCommas } from './opening-comma.js';

/** “报告如下”后面用逗号: a comma where the opening formula wants a colon. */
export const openingMark: ParagraphRule = {
  id: 'opening-mark',
  group: 'punctuation',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'safe',
  name: localized('“报告如下”后用逗号', 'Comma after 报告如下'),
  finds: localized(
    '“现将……报告如下”后面用了逗号。后面接“请予审议”一类话的逗号是对的，“报告如下。”也可以。',
    'A comma after the opening formula 报告如下; before a request such as 请予审议 it is right, and a full stop is legal.',
  ),
  why: localized('“如下”是提起下文，应用冒号。', '如下 announces what follows: a colon belongs there.'),
  examples: {
    bad: [
      {
        parts: { opening: '2024年，清源镇深入学习贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下，' },
      },
    ],
    good: [
      {
        parts: { opening: '2024年，清源镇深入学习贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下，请予审议。' },
      },
      { parts: { opening: '2024年，清源镇深入学习贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下。' } },
    ],
  },
  triggers: OPENING_COMMA_TRIGGERS,
  check(paragraph) {
    if (paragraph.role !== 'opening' && paragraph.role !== 'body') return [];
    return openingCommas(paragraph.text).map(({ at, span }) => {
      // The width stays: a file that is half width throughout has a finding of its own.
      const colon = paragraph.text.charAt(at) === ',' && !/[，：]/u.test(paragraph.text) ? ':' : '：';
      return {
        span: { start: at, end: at + 1 },
        message: localized('“如下”后面用了逗号：应改为冒号', 'A comma after 如下: it should be a colon'),
        fixes: [{ kind: 'safe', title: localized(`改为“${colon}”`, `Change to ${colon}`), edits: [{ span, newText: colon }] }],
      };
    });
  },
};
