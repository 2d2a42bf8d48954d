import { DIGIT, IN_NUMERAL, kindAt, LIST_START, MORE, SENTENCE_END } from '../report/figure-characters.js';
import { matchAt } from '../text/match-at.js';
import { measureAt } from './count-look.js';
import { MARKER } from './figure-lists.js';

const MARKER_HERE = new RegExp(MARKER.source, 'uy');
/** How far behind a marker the first part stands, with its number. */
const REACH_TO_PART = 80;
/** How far brackets round a list go. */
const REACH_IN_BRACKETS = 320;
/** Last characters of a number. */
const NUMBER_END = DIGIT | IN_NUMERAL | MORE;

/**
 * Whether a text may hold a list of parts: a marker with numbers of one kind before it, in its sentence, and behind it. A look
 * before figures are read, by one pass over the characters.
 */
export function mayHoldList(text: string): boolean {
  /** What the numbers of the sentence count, and of the one before where nothing but a full stop parts it from the marker. */
  let measures: number[] | undefined;
  let sentenceEnd = -1;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if ((kind & (NUMBER_END | LIST_START | SENTENCE_END)) === 0) continue;
    if ((kind & SENTENCE_END) !== 0) {
      sentenceEnd = at;
      continue;
    }
    if ((kind & LIST_START) !== 0) {
      if (measures === undefined || measures.length === 0) continue;
      if (isListBehind(text, at, measures)) return true;
      continue;
    }
    const measure = measureAt(text, at);
    if (measure === 0) continue;
    measures ??= [];
    // Numbers of the sentence before are of no more use once this one has its own.
    if (sentenceEnd >= 0) measures.length = 0;
    sentenceEnd = -1;
    if (!measures.includes(measure)) measures.push(measure);
  }
  return false;
}

/** Whether a marker stands at an offset, and a number behind it that counts what one before it does. */
function isListBehind(text: string, at: number, measures: readonly number[]): boolean {
  const first = text.charAt(at);
  const isBracket = first === '（' || first === '(';
  if (!holdsMeasure(text, at + 1, at + 1 + (isBracket ? REACH_IN_BRACKETS : REACH_TO_PART), isBracket, measures)) return false;
  return matchAt(MARKER_HERE, text, at) !== null;
}

function holdsMeasure(text: string, start: number, end: number, isBracket: boolean, measures: readonly number[]): boolean {
  let depth = 0;
  for (let at = start; at < end && at < text.length; at++) {
    if (isBracket) {
      const character = text.charAt(at);
      if (character === '（' || character === '(') depth++;
      else if ((character === '）' || character === ')') && depth-- === 0) return false;
    }
    if ((kindAt(text, at) & NUMBER_END) === 0) continue;
    const measure = measureAt(text, at);
    if (measure !== 0 && measures.includes(measure)) return true;
  }
  return false;
}
