import type { Report, Section } from '../report/report.js';
import type { Fix, ReportRule } from './rule.js';
import { localized } from './localized.js';
import { markerLike, renumberEdits } from './renumber.js';
import { sectionName } from './section-facts.js';

/** 两项内容合写: one level-1 heading for two mandated kinds. */
export const mergedSections: ReportRule = {
  id: 'merged-sections',
  group: 'structure',
  scope: 'report',
  severity: 'information',
  fixable: 'choice',
  name: localized('两项内容合写', 'Merged sections'),
  finds: localized('一个一级标题同时写规定的两项内容（“存在的问题和下一步打算”）。', 'One level-1 heading stands for two mandated kinds.'),
  why: localized(
    '规定把四项分开列出；合写不算缺项，但审读者会问为什么不分开。',
    'The regulation lists four separate items; merging is no omission but will be asked about.',
  ),
  examples: {
    bad: [
      {
        parts: {
          shortcomings: null,
          duties:
            '二、党政主要负责人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长带头履行第一责任人职责，主持召开法治建设会议3次，听取工作汇报4次，批示督办重点案件5件，带头讲法治课2次，年底向县委全面依法治县委员会办公室报送述法报告。',
          plan: '三、存在的问题和下一步打算\n一是执法力量不足，原因是编制紧张、人员流动大。二是普法形式单一，主要是对新媒体运用不熟。\n2025年，我镇将补齐短板，新增执法人员3名，组织业务培训6次，开设普法专栏，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [
      {
        parts: {
          shortcomings:
            '二、存在的不足、原因和问题整改情况\n一是执法力量不足，专业人员只有两名，原因是编制紧张、人员流动大，新进人员尚未取得执法资格。整改措施：已补充执法人员2名。二是普法形式单一，主要是对新媒体运用不熟，线上内容更新不及时，已开设普法专栏。',
        },
        note: localized('不足和整改是一项，不算合写。', 'Shortcomings with what was put right are one item.'),
      },
    ],
  },
  check(report) {
    return report.sections
      .filter(({ kinds }) => kinds.length > 1)
      .map((section) => {
        const names = section.kinds.map(sectionName);
        const fix = splitFix(report, section);
        return {
          span: section.heading.span,
          message: localized(
            `${names.map((name) => `“${name['zh-CN']}”`).join('和')}合写在一个标题下：规定分项列出，建议分开写`,
            `${names.map((name) => `"${name.en}"`).join(' and ')} share one heading; the regulation lists them apart`,
          ),
          fixes: fix === undefined ? [] : [fix],
        };
      });
  },
};

/** Splits 存在的问题和下一步打算 before the sentence that begins to speak of the future. */
function splitFix(report: Report, { heading, kinds }: Section): Fix | undefined {
  const parts = /^(.{4,}?)(?:以及|及|和|与|、)((?:下一?步|今后|明年|下一?年|\d{4}年).{2,})$/u.exec(heading.text);
  const first = parts?.[1];
  const second = parts?.[2];
  if (first === undefined || second === undefined || !kinds.includes('plan') || heading.children.length > 0) return undefined;
  const text = report.source.slice(heading.content);
  const sentence =
    /(?:^|[。\r\n])[ \t\u00a0\u3000]{0,8}((?:下一?步|今后|明年|下一年度?|20\d\d年)[^。]{0,40}?(?:将|要|重点|着力|从|抓))/u.exec(text);
  const opener = sentence?.[1];
  if (sentence === null || opener === undefined) return undefined;
  const before = sentence.index + sentence[0].length - opener.length;
  const at = heading.content.start + before;
  const leadStart = heading.content.start + text.slice(0, before).trimEnd().length;
  const eol = report.source.lineEnd;
  const value = heading.marker?.value;
  const marker = value === undefined ? '' : markerLike(report, heading, value + 1);
  const later = report.sections.filter((other) => other.heading.span.start > heading.span.start).map((other) => other.heading);
  return {
    kind: 'choice',
    title: localized(`拆成“${first}”和“${second}”两部分`, 'Split into two sections'),
    edits: [
      { span: heading.textSpan, newText: first },
      { span: { start: leadStart, end: at }, newText: `${eol}${marker}${second}${eol}` },
      ...(value === undefined ? [] : renumberEdits(report, later, value + 2)),
    ],
  };
}
