import type { Report } from '../report/report.js';
import { localized } from './localized.js';
import { isSureBreak, type ParagraphBreak, paragraphBreaks, SHOWN, wrapWidth } from './paragraph-breaks.js';
import type { ReportRule, RuleFinding } from './rule.js';

/** 段落被截断: one sentence over two paragraphs. */
export const brokenParagraph: ReportRule = {
  id: 'broken-paragraph',
  group: 'residue',
  scope: 'report',
  severity: 'warning',
  fixable: 'safe',
  name: localized('段落被截断', 'Broken paragraph'),
  finds: localized(
    '一句话断在两段里：上一段没有句末标点就结束，下一段接着说。',
    'One sentence runs over two paragraphs: the first ends without a mark, the second goes on.',
  ),
  why: localized(
    '多半是从 PDF、网页复制时在换页处断开的，读起来莫名其妙。',
    'It mostly comes from the page ends of a PDF or web page and makes no sense to a reader.',
  ),
  examples: {
    bad: [
      {
        parts: {
          plan: '四、2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法\n渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [
      {
        parts: {
          plan: '四、2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次。\n拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
  },
  check(report) {
    const breaks = paragraphBreaks(report);
    return wrapWidth(breaks) === undefined ? breaks.filter(isSureBreak).map((found) => findingOf(report, found)) : [];
  },
};

function findingOf({ source }: Report, { line, next, before, after }: ParagraphBreak): RuleFinding {
  const gap = { start: line.end, end: next.start };
  const rest = after.slice(0, SHOWN);
  return {
    span: { start: Math.max(line.start, line.end - SHOWN), end: line.end },
    message: localized(
      `一句话断在“${before}”，下一段接“${rest}”：请接成一段，确是两段的请补上句末标点`,
      `The paragraph breaks off at "${before}" and goes on with "${rest}": join them, or end the sentence`,
    ),
    related: [
      {
        span: { start: next.start, end: Math.min(next.end, next.start + SHOWN) },
        message: localized('接在这里', 'It goes on here'),
      },
    ],
    // Marks between the lines (a list sign, bold) are not ours to delete.
    fixes:
      source.slice(gap).trim() === ''
        ? [{ kind: 'safe', title: localized('接成一段', 'Join the paragraphs'), edits: [{ span: gap, newText: '' }] }]
        : [],
  };
}
