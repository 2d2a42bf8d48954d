import { describe, expect, it } from 'vitest';
import { wholeCharacters } from '../../server/text/whole-characters.js';

describe('a piece of a text', () => {
  it.each([
    [0, 4, '甲𠮷乙'],
    [1, 3, '𠮷'],
    [2, 4, '乙'],
    [0, 2, '甲'],
    [2, 2, ''],
    [3, 9, '乙'],
  ])('from %i to %i has whole characters only', (start, end, piece) => expect(wholeCharacters('甲𠮷乙', start, end)).toBe(piece));

  it('keeps halves that stand alone', () => expect(wholeCharacters('\ud800甲', 0, 2)).toBe('\ud800甲'));
});
