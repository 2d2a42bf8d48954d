import { type CountingWord, FAMILIES, readCountingWords, separatorBefore } from '../report/counting-words.js';
import type { ParagraphContent } from '../report/report.js';

/**
 * A fact of a paragraph: whether it takes part in a list that anything may be wrong with. It does not where it counts nothing, or
 * where each of its lists begins and ends in it, runs 一是…二是…三是 in order, and has one kind of mark between its items. Lists of
 * such paragraphs take nothing from one another, and other lists nothing from them.
 */
export function mayHoldListFault(content: ParagraphContent): boolean {
  if (content.role !== 'body' && content.role !== 'opening') return false;
  const words = content.fact(readCountingWords);
  if (words.length === 0) return false;
  return FAMILIES.some((family) => {
    const own = words.filter((word) => word.family === family);
    return own.length > 0 && !isOrderly(content.text, own);
  });
}

function isOrderly(text: string, words: readonly CountingWord[]): boolean {
  let before: CountingWord | undefined;
  let hasSemicolon = false;
  let hasFullStop = false;
  for (const word of words) {
    if (word.value === 1) {
      // A list of one item.
      if (before?.value === 1) return false;
      hasSemicolon = false;
      hasFullStop = false;
    } else {
      if (word.isWeak || before === undefined || word.value !== before.value + 1) return false;
      const mark = separatorBefore(text, word.span.start);
      const isSemicolon = mark === '；' || mark === ';';
      if (isSemicolon && text.slice(before.span.end, word.span.start).includes('。')) return false;
      if (isSemicolon) hasSemicolon = true;
      if (mark === '。') hasFullStop = true;
      if (hasSemicolon && hasFullStop) return false;
    }
    before = word;
  }
  return before !== undefined && before.value > 1;
}
