import type { Paragraph } from '../report/report.js';
import type { ReportRule } from './rule.js';
import { REPORT_CONTENTS } from './bases.js';
import { localized } from './localized.js';
import { isEmptySection, isThinSection, sectionsOfKind, someTextBelow } from './section-facts.js';

const CAUSE =
  /原因|由[于於]|導致|緣於|因为|(?<!相)因(?![此地素人时势材事应而果])|导致|主要是|根源|所致|造成|源于|缘于|归因|症结|受制于|有关(?=[，。；,;])|相关(?=[，。；,;])|根子|归结起来|追根溯源|根本在于|问题出在|究其|致使|以致|加之|鉴于|受制于|受限于|受[^。，]{0,12}(?:影响|限制|制约)/u;

/** 不足没有写原因: shortcomings are listed but no cause is named. */
export const shortcomingsWithoutCause: ReportRule = {
  id: 'shortcomings-without-cause',
  group: 'structure',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('不足没有写原因', 'Shortcomings without cause'),
  finds: localized('“不足和原因”部分只写了不足，没有写原因。', 'The shortcomings section names no cause.'),
  why: localized('规定要求写“存在的不足和原因”，两样缺一不可。', 'The regulation asks for shortcomings and causes.'),
  basis: REPORT_CONTENTS,
  examples: {
    bad: [
      {
        parts: {
          shortcomings:
            '二、存在的不足和原因\n一是执法力量不足，专业人员只有两名，新进人员尚未取得执法资格，案件办理周期偏长。二是普法形式单一，线上内容更新不及时，青年群体参与度不高。三是合法性审查覆盖面有待扩大，审查质量有待提高。',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    const sections = sectionsOfKind(report, 'shortcomings');
    // 二、存在的不足 and 三、原因分析 are one item in two sections.
    if (sections.some(({ heading, kinds }, index) => index > 0 && kinds.length === 1 && CAUSE.test(heading.text))) return [];
    return sections
      .filter(({ heading }) => !someTextBelow(heading, namesCause) && !heading.children.some((below) => CAUSE.test(below.text)))
      .filter((section) => !isEmptySection(report, section) && !isThinSection(report, section))
      .slice(0, 1)
      .map(({ heading }) => ({
        span: heading.span,
        message: localized(
          '只写了不足，没有写原因：规定要求“不足和原因”都写，请补上原因',
          'Shortcomings are listed but no cause is named: the regulation asks for both',
        ),
      }));
  },
};

function namesCause({ text }: Paragraph): boolean {
  return text.includes('原因') || CAUSE.test(text);
}
