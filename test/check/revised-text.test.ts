import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/check/fix.js';
import { RevisedText } from '../../server/check/revised-text.js';
import type { SourceEdit } from '../../server/rules/rule.js';

/** Non-overlapping edits, in order, of a text of some length. */
function editsOf(length: number, numbers: readonly number[]): SourceEdit[] {
  const places = [...new Set(numbers.map((number) => number % (length + 1)))].sort((a, b) => a - b);
  const edits: SourceEdit[] = [];
  for (let at = 0; at + 1 < places.length; at += 2) {
    edits.push({ span: { start: places[at] ?? 0, end: places[at + 1] ?? 0 }, newText: '新'.repeat((numbers[at] ?? 0) % 3) });
  }
  return edits;
}

describe('a revised text', () => {
  it('knows the edits of the original, whatever it went through', () => {
    const rounds = fc.array(fc.array(fc.nat(200), { maxLength: 8 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), rounds, (original, all) => {
        const revised = new RevisedText(original);
        let expected = original;
        for (const numbers of all) {
          const edits = editsOf(expected.length, numbers);
          expected = applyEdits(expected, edits);
          revised.apply(edits);
          expect(revised.text).toBe(expected);
        }
        const edits = revised.edits();
        expect(applyEdits(original, edits)).toBe(expected);
        for (const [index, { span }] of edits.entries()) expect(span.start).toBeGreaterThanOrEqual(edits[index - 1]?.span.end ?? 0);
      }),
    );
  });

  it('makes edits no larger than they have to be', () => {
    const revised = new RevisedText('甲,乙 丙丁');
    revised.apply([{ span: { start: 0, end: 3 }, newText: '甲，乙' }]);
    revised.apply([{ span: { start: 4, end: 6 }, newText: '丙' }]);
    expect(revised.edits()).toEqual([
      { span: { start: 1, end: 2 }, newText: '，' },
      { span: { start: 5, end: 6 }, newText: '' },
    ]);
  });

  it('has no edits where the text is what it was', () => {
    const revised = new RevisedText('甲乙');
    revised.apply([{ span: { start: 0, end: 1 }, newText: '丙' }]);
    revised.apply([{ span: { start: 0, end: 1 }, newText: '甲' }]);
    expect(revised.edits()).toEqual([]);
  });
});
