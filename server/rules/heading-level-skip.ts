import type { Heading, Report } from '../report/report.js';
import type { ReportRule, RuleFinding } from './rule.js';
import { localized } from './localized.js';
import { MOST_RELATED } from './once-per-file.js';

/** 标题层级跳级: a file that begins at （一）, or 一、 followed by 1. where other sections use （一）. */
export const headingLevelSkip: ReportRule = {
  id: 'heading-level-skip',
  group: 'headings',
  scope: 'report',
  severity: 'warning',
  fixable: 'none',
  name: localized('标题层级跳级', 'Heading level skipped'),
  finds: localized(
    '一级标题从“（一）”开始、没有“一、”，或者别处“一、”下面是“（一）”、这里直接用“1.”。全文都用“一、”和“1.”两级的，不算。',
    'The highest headings are （一） without 一、, or 1. stands directly below 一、 where other sections have （一）.',
  ),
  why: localized(
    '公文标题的层次依次是“一、”“（一）”“1.”“（1）”，同一份文件各部分要一致。',
    'Official style numbers 一、, （一）, 1., （1） in this order, alike in all sections.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '（一）2024年推进法治政府建设的主要举措和成效\n2024年，我镇召开专题会议4次，研究法治建设事项9项，组织中心组学法6次，开展行政检查312次，办理行政处罚案件18件，开展普法活动26场次。',
          shortcomings:
            '（二）存在的不足和原因\n执法力量不足，专业人员只有两名，原因是编制紧张、人员流动大，新进人员尚未取得执法资格，案件办理周期偏长，普法形式也比较单一，线上内容更新不及时。',
          duties:
            '（三）党政主要负责人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长带头履行第一责任人职责，主持召开法治建设会议3次，听取工作汇报4次，批示督办重点案件5件，带头讲法治课2次，年底报送述法报告。',
          plan: '（四）2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n1.加强组织领导。召开专题会议4次，研究法治建设事项9项。\n2.规范行政执法。开展行政检查312次，办理行政处罚案件18件。',
        },
        note: localized('只有两级，全文都用“一、”和“1.”。', 'Only two levels, 一、 and 1. throughout.'),
      },
    ],
  },
  check(report) {
    const start = startBelowTop(report);
    return [
      ...(start === undefined ? [] : [startFinding(report, start)]),
      ...skippedLists(report).map((list) => skipFinding(report, list)),
    ];
  },
};

/** The first heading of a file that begins at （一）: no 一、 at all, or none that could open the first section. */
function startBelowTop(report: Report): Heading | undefined {
  const first = report.allHeadings.find(({ marker }) => marker !== undefined);
  if (first?.marker?.style !== 'chinese-parenthesis') return undefined;
  const higher = report.allHeadings.find(({ marker }) => marker?.style === 'chinese' || marker?.style === 'part');
  if (higher !== undefined) return higher.marker?.value === 1 || first.parent !== undefined ? undefined : first;
  const tops = report.sections.filter(({ heading }) => heading.marker?.style === 'chinese-parenthesis');
  const named = tops.filter(({ heading }) => heading.kinds.length > 0);
  return first.level === 1 && tops.length >= 2 && named.length > 0 ? first : undefined;
}

function startFinding(report: Report, { marker, span }: Heading): RuleFinding {
  const own = report.source.slice(marker?.span ?? span);
  return {
    span: marker?.span ?? span,
    message: localized(
      `全文标题从“${own}”开始，没有“一、”：一级标题应用“一、”，二级标题才用“（一）”`,
      `The headings begin at ${own} without 一、: number the sections 一、 and their parts （一）`,
    ),
  };
}

/** Runs of headings 1. 2. directly below 一、 in a file whose other sections have （一） there. */
function skippedLists(report: Report): Heading[][] {
  if (!report.allHeadings.some(hasTwoItems)) return [];
  const tops = report.allHeadings.filter(({ marker }) => marker?.style === 'chinese');
  const hasMiddle = (heading: Heading): boolean => heading.children.some(({ marker }) => marker?.style === 'chinese-parenthesis');
  const made = tops.filter(hasMiddle);
  const lists = tops
    .filter((heading) => !hasMiddle(heading))
    .map((heading) => ({ heading, items: heading.children.filter(({ marker }) => marker?.style === 'arabic') }))
    .filter(({ items }) => items.length >= 2);
  // Two levels, 一、 and 1., are a scheme of their own, in which a lone （一） is no rule for the others.
  if (made.length === 0 || (lists.length > 1 && made.length <= lists.length)) return [];
  return lists.filter(({ items }) => items.every(isHeadingProper)).map(({ items }) => items);
}

/** Whether 1. and 2. stand directly below 一、 without any （一）. */
function hasTwoItems({ marker, children }: Heading): boolean {
  if (marker?.style !== 'chinese') return false;
  let items = 0;
  for (const child of children) {
    if (child.marker?.style === 'chinese-parenthesis') return false;
    if (child.marker?.style === 'arabic') items++;
  }
  return items >= 2;
}

/** A heading with its own text, no item of a list: short, without figures, text of its own below or behind it. */
function isHeadingProper(heading: Heading): boolean {
  const { text, isSentence, paragraphs, children } = heading;
  const hasText = children.length > 0 || paragraphs.some((paragraph) => paragraph.text.length > text.length + SHORTEST_TEXT);
  return !isSentence && hasText && text.length <= LONGEST_HEADING && !/[\d０-９；;：:]/u.test(text);
}

const LONGEST_HEADING = 30;
const SHORTEST_TEXT = 10;

function skipFinding(report: Report, [first, ...others]: readonly Heading[]): RuleFinding {
  const span = first?.marker?.span ?? report.body;
  return {
    span,
    message: localized(
      '“一、”下面直接用了“1.”，而其他部分用“（一）”：二级标题应统一用“（一）”',
      'Here 1. stands directly below 一、, while other sections have （一）: use （一） here too',
    ),
    related: others.slice(0, MOST_RELATED).map(({ marker, span: own }) => ({
      span: marker?.span ?? own,
      message: localized('同一组的标题', 'A heading of the same group'),
    })),
  };
}
