import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DUTIES_HEADINGS,
  type HeadingPatterns,
  MEASURES_HEADINGS,
  PLAN_HEADINGS,
  SHORTCOMINGS_HEADINGS,
} from '../../server/knowledge/heading-patterns.js';
import {
  BLANK,
  classesIn,
  classesOf,
  COUNTED,
  DUTIES_CHARACTER,
  FOLDED,
  MEASURES_CHARACTER,
  PLAN_CHARACTER,
  SHORTCOMINGS_CHARACTER,
} from '../../server/report/character-classes.js';
import { foldForMatching } from '../../server/report/fold.js';
import { compactHeading } from '../../server/report/section-kinds.js';
import { countCharacters, isBlank } from '../../server/text/characters.js';
import { filesOf, ROOT, readText, seeds } from '../support/files.js';

const CODES = Array.from({ length: 0x10000 }, (_, code) => code);

describe('classes of characters', () => {
  it('count what is counted as 字', () => {
    expect(CODES.filter((code) => (classesOf(code) & COUNTED) !== countCharacters(String.fromCharCode(code)))).toEqual([]);
  });

  it('hold every blank, and what patterns take for one', () => {
    const isAnyBlank = (code: number): boolean => isBlank(code) || /\s/u.test(String.fromCharCode(code));
    expect(CODES.filter((code) => ((classesOf(code) & BLANK) !== 0) !== isAnyBlank(code))).toEqual([]);
  });

  it('tell what folding changes', () => {
    const isFolded = (code: number): boolean => foldForMatching(String.fromCharCode(code)) !== String.fromCharCode(code);
    expect(CODES.filter((code) => ((classesOf(code) & FOLDED) !== 0) !== isFolded(code))).toEqual([]);
  });

  it('of a text are those of its characters', () => {
    expect(classesIn('')).toBe(0);
    expect(classesIn('法 ，')).toBe(classesOf('法'.charCodeAt(0)) | classesOf(0x20) | classesOf('，'.charCodeAt(0)));
  });

  /** Whatever a pattern can match, put together from the pattern itself: one branch of every choice. */
  const wordings = ({ patterns, topLevelOnly = [] }: HeadingPatterns): string[] =>
    [...patterns, ...topLevelOnly]
      .flatMap(({ source }) => source.split(/[|()?:$^]+/u))
      .filter((words) => /^[\u4e00-\u9fff]{2,}$/u.test(words));

  const lines = [...seeds(), ...filesOf(path.join(ROOT, 'test/reports/clean')), ...filesOf(path.join(ROOT, 'test/quality/reports'))]
    .flatMap(({ file }) => readText(file).split(/\r\n?|\n/u))
    .map((line) => line.trim().slice(0, 60));

  it.each([
    [SHORTCOMINGS_HEADINGS, SHORTCOMINGS_CHARACTER],
    [DUTIES_HEADINGS, DUTIES_CHARACTER],
    [PLAN_HEADINGS, PLAN_CHARACTER],
    [MEASURES_HEADINGS, MEASURES_CHARACTER],
  ])('are in every wording of a kind: %#', (kind, bit) => {
    const all = [...kind.patterns, ...(kind.topLevelOnly ?? [])];
    const words = wordings(kind);
    const pairs = words.flatMap((first) => words.map((second) => first + second));
    const named = [...lines, ...words, ...pairs].map(compactHeading).filter((heading) => all.some((pattern) => pattern.test(heading)));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((heading) => (classesIn(heading) & bit) === 0)).toEqual([]);
  });
});
