import { MEASURE_WORDS } from '../knowledge/measure-words.js';
import { UNCOUNTED_UNITS, UNIT_CLASSES } from '../knowledge/unit-classes.js';
import { GAP, kindAt, UNIT_START } from '../report/figure-characters.js';

/** More blanks do not part a number and its measure word. */
const MOST_GAPS = 8;

/** First characters of measure words to a number for their class; 0 for those of shares and lengths. */
const CLASSES: ReadonlyMap<number, number> = classesByFirstCharacter();

function classesByFirstCharacter(): ReadonlyMap<number, number> {
  const classes = new Map<number, number>();
  const words = [...MEASURE_WORDS, ...UNCOUNTED_UNITS, '％'];
  for (const word of words) classes.set(word.charCodeAt(0), 0);
  for (const word of words) {
    const code = word.charCodeAt(0);
    if (word !== '％' && !UNCOUNTED_UNITS.has(word)) classes.set(code, code);
  }
  for (const [word, name] of UNIT_CLASSES) classes.set(word.charCodeAt(0), name.charCodeAt(0));
  return classes;
}

/**
 * What a number may count, as far as the first character of its measure word tells: the same for measure words of one class,
 * which others may share; 0 where none follows, or one of shares and lengths. A look before figures are read.
 *
 * @param last offset of the last character of the number.
 */
export function measureAt(text: string, last: number): number {
  let at = last + 1;
  while (at - last <= MOST_GAPS && (kindAt(text, at) & GAP) !== 0) at++;
  return (kindAt(text, at) & UNIT_START) === 0 ? 0 : (CLASSES.get(text.charCodeAt(at)) ?? 0);
}
