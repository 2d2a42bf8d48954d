import { expect, it } from 'vitest';
import { nearest } from '../../server/text/nearest.js';

const IDS = ['missing-section', 'merged-sections', 'year-mismatch', 'stale-year'];

it.each([
  ['mising-section', 'missing-section'],
  ['Missing-Section', 'missing-section'],
  ['year-mismatches', 'year-mismatch'],
  ['stael-year', 'stale-year'],
  ['quite-different', undefined],
  ['', undefined],
])('%j is most like %j', (word, expected) => {
  expect(nearest(word, IDS)).toBe(expected);
});
