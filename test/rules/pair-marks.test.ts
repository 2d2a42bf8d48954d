import { describe, expect, it } from 'vitest';
import { findPairDefects, isPlainlyPaired } from '../../server/rules/pair-marks.js';
import { Random } from '../quality/random.js';

const MARKS = ['“', '”', '《', '》', '（', ')', '(', '）', '【', '】', '法', '治'];

/** Whether nothing is left of a text's marks when pairs are taken out one after the other. */
function isPairedByHand(text: string): boolean {
  const inTurn = ['“”', '《》', '【】'].every((pair) => {
    const own = [...text].filter((character) => pair.includes(character)).join('');
    return own === pair.repeat(own.length / 2);
  });
  let brackets = [...text].filter((character) => '（(）)'.includes(character)).join('');
  while (/[（(][）)]/u.test(brackets)) brackets = brackets.replace(/[（(][）)]/u, '');
  return inTurn && brackets === '';
}

describe('a text whose marks pair plainly', () => {
  it('is told from one that must be read closely', () => {
    const random = new Random('pair marks');
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: 1 + (round % 9) }, () => random.pick(MARKS)).join('');
      expect({ text, is: isPlainlyPaired(text) }).toEqual({ text, is: isPairedByHand(text) });
    }
  });

  it.each(['“关键少数”', '（一）（二）', '《条例》（（试行））', 'don’t', '5’30”', 'OK :)', ''])('has no defects: %s', (text) => {
    expect(isPlainlyPaired(text)).toBe(true);
    expect(findPairDefects(text)).toEqual([]);
  });

  it.each(['”关键少数“', '（一', '‘don’t', '“甲“乙”'])('is not %s', (text) => {
    expect(isPlainlyPaired(text)).toBe(false);
  });
});
