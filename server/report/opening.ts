import { foldForMatching } from './fold.js';
import type { Line } from './lines.js';
import type { OpeningFormula } from './report.js';
import type { Span } from '../text/span.js';

const FORMULA = /(?:报告|汇报|总结|公布|通报|公示|公开|情况|述职|述法|思路|说明)如下/gu;
const FORMULA_REACH = 90;
const ADDRESSEE = /(?:委|政府|局|厅|人大|办|各位|主任|领导|同志|代表|委员|单位|部门|书记|常委会)/u;
const LONGEST_ADDRESSEE = 80;

/** Every 现将…报告如下 in the lines between title and first section. */
export function findOpeningFormulas(lines: readonly Line[]): OpeningFormula[] {
  return lines.flatMap((line) =>
    [...line.text.matchAll(FORMULA)].map((match) => ({ span: formulaSpan(line, match.index, match.index + match[0].length) })),
  );
}

function formulaSpan(line: Line, start: number, end: number): Span {
  const before = line.text.slice(Math.max(0, start - FORMULA_REACH), start);
  const offset = start - before.length;
  const opener = Math.max(before.lastIndexOf('现将'), before.lastIndexOf('现就'), before.lastIndexOf('现把'), before.lastIndexOf('特将'));
  // Without 现将 the formula is the clause that ends in 如下.
  const from =
    opener >= 0
      ? opener
      : Math.max(before.lastIndexOf('。'), before.lastIndexOf('，'), before.lastIndexOf(','), before.lastIndexOf('；')) + 1;
  return { start: line.start + offset + from, end: line.start + end };
}

/** Whether a line between title and opening addresses the receiver: 县委、县政府：. */
export function isAddressee(line: Line): boolean {
  const text = foldForMatching(line.text);
  return text.length <= LONGEST_ADDRESSEE && text.endsWith(':') && !/如下/u.test(text) && ADDRESSEE.test(text) && !/[。;]/u.test(text);
}
