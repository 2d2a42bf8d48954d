import { foldForMatching } from './fold.js';
import { endsWithOneOf } from './line-forms.js';
import type { Line } from './lines.js';
import type { OpeningFormula, Paragraph } from './report.js';
import type { Span } from '../text/span.js';

const FORMULA = /(?:报告|汇报|总结|公布|通报|公示|公开|情况|述职|述法|思路|说明)如下/gu;
const FORMULA_REACH = 90;
const ADDRESSEE = /(?:委|政府|局|厅|人大|办|各位|主任|领导|同志|代表|委员|单位|部门|书记|常委会)/u;
const LONGEST_ADDRESSEE = 80;

/** Every 现将…报告如下 in the paragraphs between title and first section. */
export function findOpeningFormulas(paragraphs: readonly Paragraph[]): OpeningFormula[] {
  const formulas: OpeningFormula[] = [];
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    if (!text.includes('如下')) continue;
    for (const match of text.matchAll(FORMULA)) {
      formulas.push({ span: paragraph.toSource(formulaSpan(text, match.index, match.index + match[0].length)) });
    }
  }
  return formulas;
}

/** From 现将 to 如下, as offsets into the text. */
function formulaSpan(text: string, start: number, end: number): Span {
  const before = text.slice(Math.max(0, start - FORMULA_REACH), start);
  const opener = Math.max(...['现将', '现就', '现把', '特将'].map((word) => before.lastIndexOf(word)));
  // Without 现将 the formula is the clause that ends in 如下.
  const from = opener >= 0 ? opener : Math.max(...['。', '，', ',', '；'].map((mark) => before.lastIndexOf(mark))) + 1;
  return { start: start - before.length + from, end };
}

/** Whether a line between title and opening addresses the receiver: 县委、县政府：. */
export function isAddressee(line: Line): boolean {
  if (line.text.length > LONGEST_ADDRESSEE || !endsWithOneOf(line.text, '：:')) return false;
  const text = foldForMatching(line.text);
  return !/如下/u.test(text) && ADDRESSEE.test(text) && !/[。;]/u.test(text);
}
