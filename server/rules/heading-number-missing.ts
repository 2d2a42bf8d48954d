import type { ReportRule } from './rule.js';
import { readMarker } from '../report/markers.js';
import { localized } from './localized.js';
import { markerLike, renumberEdits } from './renumber.js';

/** 标题缺序号: an unnumbered level-1 heading among numbered ones. */
export const headingNumberMissing: ReportRule = {
  id: 'heading-number-missing',
  group: 'headings',
  scope: 'report',
  severity: 'error',
  fixable: 'safe',
  name: localized('标题缺序号', 'Heading number missing'),
  finds: localized('其他一级标题有序号，这个没有。', 'An unnumbered level-1 heading among numbered ones.'),
  why: localized(
    '缺了序号，这一部分看起来像上一部分的正文，审读时会当作缺项。',
    'Without its number the section looks like text of the one before and is taken for missing.',
  ),
  examples: {
    bad: [
      {
        parts: {
          plan: '2025年工作安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    if (report.sections.every(({ heading }) => heading.marker !== undefined)) return [];
    const tops = report.sections.map(({ heading }) => heading);
    const numbered = tops.find(({ marker }) => marker !== undefined);
    if (numbered === undefined) return [];
    return tops.flatMap((heading, index) => {
      if (heading.marker !== undefined) return [];
      const marker = markerLike(report, numbered, index + 1);
      const at = heading.span.start;
      const edits = [{ span: { start: at, end: at }, newText: marker }, ...renumberEdits(report, tops.slice(index + 1), index + 2)];
      // A number that runs into the digits of the heading would not be read as one.
      const isReadable = readMarker(marker + heading.text) !== undefined;
      return [
        {
          span: heading.span,
          message: localized(`一级标题缺序号：应为“${marker.trim()}”`, `This level-1 heading lacks its number ${marker.trim()}`),
          fixes: isReadable
            ? [{ kind: 'safe' as const, title: localized(`补上序号“${marker.trim()}”`, `Insert ${marker.trim()}`), edits }]
            : [],
        },
      ];
    });
  },
};
