import type { Paragraph } from '../report/report.js';
import type { ReportRule } from './rule.js';
import { localized } from './localized.js';
import { hasFigure, isEmptySection, isThinSection, sectionsOfKind, someTextBelow } from './section-facts.js';

const DATED_ACT = /(?<!个)\d{1,2}\s*月(?!以来|底|末|度)|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/u;
const NAMED_ACT = /(?:审签|签署|审定|印发|制定|出台|审议|通过|修订|签订|签发|学习|批示|解读|研究)[^，。；]{0,14}《[^》]{3,}》/u;
const NAMED_DOCUMENT = /[〔[]\d{4}[〕\]]\d+号/u;

/** 职责部分没有具体事实: the duties section repeats the provisions without a figure or an act. */
export const dutiesWithoutFacts: ReportRule = {
  id: 'duties-without-facts',
  group: 'structure',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('职责部分没有具体事实', 'Duties without facts'),
  finds: localized(
    '“第一责任人职责”部分没有一个数据，也没有有日期、有名称的具体事项。',
    'The duties section holds no figure and no dated or named act.',
  ),
  why: localized(
    '只抄规定条文看不出主要负责人做了什么，审读时会要求补充会议次数、督办事项等。',
    'Copied provisions do not show what the heads did; reviewers ask for meetings held and matters handled.',
  ),
  examples: {
    bad: [
      {
        parts: {
          duties:
            '三、党政主要负责人履行推进法治建设第一责任人职责情况\n党政主要负责人切实履行推进法治建设第一责任人职责，充分发挥领导核心作用，坚持依法依规决策，督促班子成员依法办事，将法治建设与经济社会发展同部署、同推进、同督促、同考核、同奖惩，加强法治工作队伍建设。',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    return sectionsOfKind(report, 'duties')
      .filter(({ heading }) => !someTextBelow(heading, hasFact))
      .filter((section) => !isEmptySection(report, section) && !isThinSection(report, section))
      .slice(0, 1)
      .map(({ heading }) => ({
        span: heading.span,
        message: localized(
          '没有一个数据或具体事项：请写明听取汇报、专题研究、学法述法、督办案件的次数和内容',
          'No figure and no dated or named act: say what the heads did, how often and when',
        ),
      }));
  },
};

function hasFact(paragraph: Paragraph): boolean {
  return (
    paragraph.fact(hasFigure) || DATED_ACT.test(paragraph.text) || NAMED_ACT.test(paragraph.text) || NAMED_DOCUMENT.test(paragraph.text)
  );
}
