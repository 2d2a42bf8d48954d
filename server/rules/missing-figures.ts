import type { Heading, Report, Section } from '../report/report.js';
import type { ReportRule, RuleFinding } from './rule.js';
import { holdsFigure } from '../report/figures.js';
import { localized } from './localized.js';
import { hasBlank, hasFigure, isEmptySection, sectionsOfKind, someTextBelow, hasTextBelow } from './section-facts.js';

/** 没有数据: no figure in the measures section, or in one part of it. */
export const missingFigures: ReportRule = {
  id: 'missing-figures',
  group: 'figures',
  scope: 'report',
  severity: 'warning',
  fixable: 'none',
  name: localized('没有数据', 'Missing figures'),
  finds: localized(
    '“主要举措和成效”全篇没有一个数据（警告），或其中一个小节没有数据（信息）。“无一起败诉”这样的零也算数据。',
    'No figure in all of measures (warning), or in one part of it (information). A zero stated in words is a figure.',
  ),
  why: localized(
    '没有次数、件数、人次，看不出做了多少；汇总的单位会来要。',
    'Without figures nobody sees how much was done; whoever compiles the county’s report will ask.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。定期召开专题会议，研究法治建设事项，组织中心组学法，压实工作责任，完善工作机制，形成齐抓共管的局面。\n（二）规范行政执法。严格落实执法制度，规范执法行为，加强执法监督，提升执法人员的业务能力。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。定期召开专题会议，研究法治建设事项，组织中心组学法。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议四次。\n（二）规范行政执法。全年无一起行政诉讼败诉案件发生。',
        },
      },
    ],
  },
  check(report) {
    const measures = sectionsOfKind(report, 'measures').filter((section) => !isEmptySection(report, section));
    const first = measures[0];
    if (first === undefined) return [];
    if (!measures.some(({ heading }) => saysHowMany(heading))) {
      return [
        {
          span: first.heading.span,
          message: localized(
            '“主要举措和成效”没有一个数据：请补上次数、件数、人次等',
            'Measures hold no figure at all: add how often, how many, how much',
          ),
        },
      ];
    }
    return measures.flatMap((section) => partsOf(section)).flatMap((part) => partFinding(report, part));
  },
};

/** The second-level parts of a measures section; a themed section is a part itself. */
function partsOf({ heading, themed }: Section): readonly Heading[] {
  return themed ? [heading] : heading.children;
}

function partFinding(report: Report, part: Heading): RuleFinding[] {
  const isOtherKind = part.kinds.includes('shortcomings') || part.kinds.includes('plan');
  if (isOtherKind || saysHowMany(part) || !hasTextBelow(report, part)) return [];
  return [
    {
      span: part.span,
      severity: 'information',
      message: localized('这一部分没有数据：请补上能说明做了多少的次数、件数、人次', 'This part holds no figure: add how often, how many'),
    },
  ];
}

function saysHowMany(heading: Heading): boolean {
  return (
    someTextBelow(heading, (paragraph) => paragraph.fact(hasFigure)) ||
    someHeading(heading, ({ text }) => holdsFigure(text)) ||
    hasBlank(heading)
  );
}

function someHeading(heading: Heading, test: (heading: Heading) => boolean): boolean {
  return test(heading) || heading.children.some((child) => someHeading(child, test));
}
