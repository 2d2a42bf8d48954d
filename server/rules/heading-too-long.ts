import type { Heading, Report } from '../report/report.js';
import { countCharacters } from '../text/characters.js';
import type { ReportRule } from './rule.js';
import { hasTextBelow } from './heading-text.js';
import { localized } from './localized.js';

/** Most 字 of a heading; the regulation's own longest one has 38. */
const MOST_CHARACTERS = 60;

/** 标题过长: more than 60 字 on its own line. */
export const headingTooLong: ReportRule = {
  id: 'heading-too-long',
  group: 'headings',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('标题过长', 'Heading too long'),
  finds: localized(
    '单独成行的标题超过60个字（标点、空格不计）。编了号的正文句子不算。',
    'A heading on its own line has more than 60 characters, blanks and marks not counted; numbered sentences are no headings.',
  ),
  why: localized('标题要让人一眼看明白，太长的多半把正文写进了标题。', 'A heading is read at a glance; a long one mostly holds text.'),
  examples: {
    bad: [
      {
        parts: {
          shortcomings:
            '二、对照党中央国务院关于法治政府建设的部署要求和全镇人民群众对公平正义的新期待我镇在推进依法行政和基层治理法治化过程中仍然存在的不足和原因\n一是执法力量不足，专业人员只有两名，原因是编制紧张、人员流动大，新进人员尚未取得执法资格，案件办理周期偏长。二是普法形式单一，主要是对新媒体运用不熟，线上内容更新不及时，青年群体参与度不高。',
        },
      },
    ],
    good: [
      {
        parts: {
          duties:
            '三、2024年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设有关情况\n镇党委书记、镇长带头履行第一责任人职责，主持召开法治建设会议3次，听取工作汇报4次，批示督办重点案件5件，带头讲法治课2次，年底向县委全面依法治县委员会办公室报送述法报告。',
        },
      },
    ],
  },
  check(report) {
    return report.allHeadings
      .filter((heading) => isTooLong(report, heading))
      .map((heading) => {
        const count = countCharacters(heading.text);
        return {
          span: heading.textSpan,
          message: localized(
            `标题有${count}个字，太长：请压缩到${MOST_CHARACTERS}个字以内，或把后半写进正文`,
            `This heading has ${count} characters: shorten it to ${MOST_CHARACTERS}, or move a part of it into the text`,
          ),
        };
      });
  },
};

function isTooLong(report: Report, heading: Heading): boolean {
  const { ownLine, text, textSpan } = heading;
  if (!ownLine || text.length <= MOST_CHARACTERS || countCharacters(text) <= MOST_CHARACTERS) return false;
  // What ends as a sentence, counts things or has no text below it is text that carries a number.
  if (/[。；;！]/u.test(report.source.text.slice(textSpan.end, textSpan.end + 2)) || COUNT.test(text)) return false;
  return hasTextBelow(heading) && (text.match(/[，,；;]/gu)?.length ?? 0) <= MOST_COMMAS;
}

/** A quantity, which a heading seldom has. */
const COUNT = /\d[\d.,]{0,8}余?[次件人场名份起条项户家期个]/u;
const MOST_COMMAS = 9;
