import type { Report, SectionKind } from '../report/report.js';
import type { ReportRule, RuleFinding, Severity } from './rule.js';
import { REPORT_CONTENTS } from './bases.js';
import { localized } from './localized.js';
import { embeddedHeading, hasSectionOfKind, sectionName, SECTION_KINDS, titleAnchor } from './section-facts.js';
import { insertSectionFix } from './section-insertion.js';
import type { Span } from '../text/span.js';

/** Running text that speaks of a kind without giving it a heading. */
const IN_RUNNING_TEXT: Readonly<Record<SectionKind, RegExp | undefined>> = {
  measures: undefined,
  duties: /第一责任人/u,
  plan: /(?:下一?步|今后|下一年度?|明年|来年)[^。]{0,80}?(?:将|要|着力|继续|进一步)/u,
  shortcomings: /存在[^。]{0,20}(?:不足|问题|短板|差距|困难)|薄弱环节|不足之处/u,
};

/** 缺少规定内容: one of the four mandated sections is absent. */
export const missingSection: ReportRule = {
  id: 'missing-section',
  group: 'structure',
  scope: 'report',
  severity: 'error',
  fixable: 'choice',
  name: localized('缺少规定内容', 'Missing section'),
  finds: localized(
    '报告缺少规定要求的四项内容之一：主要举措和成效、不足和原因、第一责任人职责、下一年度主要安排。只在正文里提到而没有标题的，降为警告。',
    'One of the four mandated sections is absent: measures, shortcomings, duties, plan. Mentioned in running text only, it is a warning.',
  ),
  why: localized(
    '四项内容是规定明确要写的；没有按要求报送、公开的，会被通报批评。',
    'The regulation names the four; who does not report as required is criticised by name.',
  ),
  basis: REPORT_CONTENTS,
  examples: {
    bad: [
      {
        parts: {
          duties: null,
          plan: '三、2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
      { parts: { plan: null } },
    ],
    good: [
      {
        parts: {
          shortcomings: null,
          duties:
            '二、党政主要负责人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长带头履行第一责任人职责，主持召开法治建设会议3次，听取工作汇报4次，批示督办重点案件5件，带头讲法治课2次，年底向县委全面依法治县委员会办公室报送述法报告。',
          plan: '三、存在的问题和下一步打算\n一是执法力量不足，原因是编制紧张、人员流动大。二是普法形式单一，主要是对新媒体运用不熟。2025年，我镇将补齐短板，新增执法人员3名，组织业务培训6次，开设普法专栏，推动法治政府建设再上新台阶。',
        },
        note: localized('一个标题写两项内容，不算缺少。', 'One heading for two kinds is not a missing section.'),
      },
    ],
  },
  check(report) {
    const missing = SECTION_KINDS.filter((kind) => !hasSectionOfKind(report, kind));
    if (missing.length === 0) return [];
    if (!report.isReport && report.sections.every(({ kinds, themed }) => kinds.length === 0 || themed)) return [];
    return missing.flatMap((kind) => findingFor(report, kind));
  },
};

/** Whether a report has nothing that could pass for a section of a kind; a lower heading can, but for the measures. */
export function isMissing(report: Report, kind: SectionKind): boolean {
  return !hasSectionOfKind(report, kind) && (kind === 'measures' || embeddedHeading(report, kind) === undefined);
}

/** Where running text speaks of a kind first; undefined where it does not. */
export function mentionInText(report: Report, kind: SectionKind): Span | undefined {
  const pattern = IN_RUNNING_TEXT[kind];
  return pattern === undefined ? undefined : firstMention(report, pattern);
}

function findingFor(report: Report, kind: SectionKind): RuleFinding[] {
  if (!isMissing(report, kind)) return [];
  const mention = mentionInText(report, kind);
  const name = sectionName(kind);
  const severity: Severity = mention === undefined ? 'error' : 'warning';
  return [
    {
      span: titleAnchor(report),
      severity,
      message:
        mention === undefined
          ? localized(
              `缺少“${name['zh-CN']}”部分：规定要求年度报告写明这一项，请补写`,
              `The section "${name.en}" is missing: the regulation wants it in the report`,
            )
          : localized(
              `“${name['zh-CN']}”只在正文中提到，没有单独成为一部分：规定要求写明这一项，请单列标题`,
              `"${name.en}" is only mentioned in running text: give it a section of its own`,
            ),
      ...(mention === undefined ? {} : { related: [{ span: mention, message: localized('正文在这里提到', 'Mentioned here') }] }),
      fixes: [insertSectionFix(report, kind)],
    },
  ];
}

function firstMention(report: Report, pattern: RegExp) {
  for (const paragraph of report.paragraphs) {
    if (paragraph.role !== 'body' && paragraph.role !== 'opening') continue;
    const match = pattern.exec(paragraph.text);
    if (match !== null) return paragraph.toSource({ start: match.index, end: match.index + Math.min(match[0].length, 40) });
  }
  return undefined;
}
