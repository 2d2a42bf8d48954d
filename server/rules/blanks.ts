import { BLANK } from '../report/skeleton.js';
import type { Fix } from './rule.js';

/**
 * Puts the caret of a fix into the first blank of what it inserts.
 *
 * @param at offset at which the text is inserted.
 * @returns nothing to select where the text holds no blank.
 */
export function selectFirstBlank(at: number, inserted: string): Pick<Fix, 'select'> {
  const blank = inserted.indexOf(BLANK);
  return blank < 0 ? {} : { select: { start: at + blank, end: at + blank + BLANK.length } };
}
