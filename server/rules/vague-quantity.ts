import type { Paragraph, Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import type { ReportRule } from './rule.js';

/** 数量笼统: 多次, 若干, 大量 where a count is expected. */
export const vagueQuantity: ReportRule = {
  id: 'vague-quantity',
  group: 'figures',
  scope: 'report',
  severity: 'hint',
  offByDefault: true,
  fixable: 'none',
  triggers: ['多次', '数次', '若干', '大量', '一批'],
  name: localized('数量笼统', 'Vague quantity'),
  finds: localized(
    '举措部分用“多次”“若干”“大量”“一批”代替数字，全文只提示一次。',
    '多次, 若干, 大量 or 一批 stand in measures where a count is expected; one finding a file.',
  ),
  why: localized('成效要用数字说话；汇总的单位也要数字。', 'Results are shown by figures, and whoever compiles them needs figures.'),
  examples: {
    bad: [],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，落实《关于若干问题的规定》。\n（二）规范行政执法。先后多次开展检查，共计26次。',
        },
      },
    ],
  },
  check(report, candidates) {
    const places = candidates.filter((paragraph) => isMeasures(paragraph)).flatMap((paragraph) => placesIn(paragraph));
    return oncePerFile({ places, message: messageOf(report, places) });
  },
};

function isMeasures({ role, section }: Paragraph): boolean {
  return role === 'body' && section !== undefined && section.kinds.includes('measures') && !section.kinds.includes('plan');
}

const VAGUE =
  /(?<![很许])多次|数次|(?<!多)若干(?!规定|意见|问题|措施|政策|办法|条|决定|解释|规则)|大量|(?<![一第分成首每上两三同该这])一批(?!次|复|准)/gu;
const SENTENCE_REACH = 60;

function placesIn(paragraph: Paragraph): Span[] {
  const { text } = paragraph;
  const matches = [...text.matchAll(VAGUE)];
  if (matches.length === 0) return [];
  const { figures } = paragraph;
  let next = 0;
  return matches.flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - SENTENCE_REACH), match.index);
    const after = text.slice(match.index, match.index + SENTENCE_REACH);
    const start = match.index - (before.length - (Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1));
    const stop = after.search(/[。；]/u);
    const end = match.index + (stop < 0 ? after.length : stop);
    for (let figure = figures[next]; figure !== undefined && figure.span.start < start; figure = figures[++next]);
    const figure = figures[next];
    const isCounted = figure !== undefined && figure.span.start < end;
    const isName = before.lastIndexOf('《') > before.lastIndexOf('》');
    return isCounted || isName ? [] : [paragraph.toSource({ start: match.index, end: match.index + match[0].length })];
  });
}

function messageOf(report: Report, [first, ...others]: readonly Span[]): ReturnType<typeof localized> {
  const word = first === undefined ? '' : report.source.slice(first);
  const count = others.length + 1;
  return localized(
    `“${word}”没有数字${others.length === 0 ? '' : `（全文共${count}处）`}：有统计的写出次数、数量`,
    `${word} gives no number${others.length === 0 ? '' : ` (${count} places)`}: write how many where it is known`,
  );
}
