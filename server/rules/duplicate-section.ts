import type { Report, Section, SectionKind } from '../report/report.js';
import type { ReportRule, RuleFinding } from './rule.js';
import { localized } from './localized.js';
import { sectionName, sectionsOfKind } from './section-facts.js';

const SINGLE_KINDS: readonly SectionKind[] = ['shortcomings', 'duties', 'plan'];

/** 同一内容写了两次: shortcomings, duties or plan stands twice at level 1. */
export const duplicateSection: ReportRule = {
  id: 'duplicate-section',
  group: 'structure',
  scope: 'report',
  severity: 'warning',
  fixable: 'none',
  name: localized('同一内容写了两次', 'Duplicate section'),
  finds: localized(
    '“不足和原因”“第一责任人职责”“下一年度主要安排”中的一项有两个一级标题。',
    'Shortcomings, duties or plan stands twice at level 1.',
  ),
  why: localized(
    '多半是在旧稿上改写时留下的，读者不知以哪个为准。',
    'Mostly a leftover of last year’s file; readers cannot tell which counts.',
  ),
  examples: {
    bad: [
      {
        parts: {
          plan: '四、2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。\n五、下一步工作打算\n我镇将继续完善依法决策机制，落实合法性审查制度，做到重大合同应审尽审；持续抓好行政执法规范化建设，定期开展案卷评查，推动执法质量稳步提升，让群众在每一个案件中感受到公平正义。',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    return SINGLE_KINDS.filter((kind) => isRepeated(report, kind)).flatMap((kind): RuleFinding[] => {
      const [first, ...others] = sectionsOfKind(report, kind);
      const second = first === undefined ? undefined : others.find((other) => isRepetition(first, other));
      if (first === undefined || second === undefined) return [];
      const name = sectionName(kind);
      return [
        {
          span: second.heading.span,
          message: localized(
            `“${name['zh-CN']}”已有一个一级标题，这里又出现一次：请合并或删去一处`,
            `"${name.en}" already has a level-1 heading: merge the two or delete one`,
          ),
          related: [{ span: first.heading.span, message: localized('第一次出现', 'First heading') }],
        },
      ];
    });
  },
};

function isRepeated({ sections }: Report, kind: SectionKind): boolean {
  let count = 0;
  for (const { kinds } of sections) if (kinds.includes(kind)) count++;
  return count > 1;
}

/** A merged heading beside one of its kinds, causes after shortcomings, and the two heads apart are divisions, not repetitions. */
function isRepetition(first: Section, second: Section): boolean {
  if (first.kinds.join() !== second.kinds.join()) return false;
  const [one, two] = [first.heading.text, second.heading.text];
  if (/整改/u.test(two) || /^[^不问短]*原因/u.test(two)) return false;
  if (/原因|形势|挑战/u.test(two) && !/原因|形势|挑战/u.test(one)) return false;
  if (/形势|挑战/u.test(one) !== /形势|挑战/u.test(two)) return false;
  const names = (text: string): string =>
    (/书记|党委|党工委|党组/u.test(text) ? 'party' : '') + (/镇长|乡长|县长|区长|市长|主任|局长|政府/u.test(text) ? 'government' : '');
  return !(names(one) !== names(two) && names(one) !== '' && names(two) !== '');
}
