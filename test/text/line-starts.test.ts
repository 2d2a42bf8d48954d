import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStartsAfter, lineStartsOf, type Replacement } from '../../server/text/line-starts.js';

const text = fc.string({ unit: fc.constantFrom('\n', '\r', '一', 'a'), maxLength: 12 });
const cuts = fc.array(fc.record({ gap: fc.nat({ max: 4 }), length: fc.nat({ max: 3 }), text }), { maxLength: 4 });

/** Replacements in order that fit into a text. */
function placed(before: string, wanted: readonly { gap: number; length: number; text: string }[]): Replacement[] {
  const replacements: Replacement[] = [];
  let from = 0;
  for (const one of wanted) {
    const start = from + one.gap;
    const end = start + one.length;
    if (end > before.length) break;
    replacements.push({ start, end, text: one.text });
    from = end + 1;
  }
  return replacements;
}

describe('line starts', () => {
  it.each([
    ['', [0]],
    ['一', [0]],
    ['一\n', [0, 2]],
    ['\r\n\n\r\r\n', [0, 2, 3, 4, 6]],
  ])('of %j', (content, starts) => {
    expect([...lineStartsOf(content)]).toEqual(starts);
  });

  it('after replacements are those of the new text', () => {
    fc.assert(
      fc.property(text, cuts, (before, wanted) => {
        const replacements = placed(before, wanted);
        const after = replacements.reduceRight((rest, one) => rest.slice(0, one.start) + one.text + rest.slice(one.end), before);
        const starts = lineStartsOf(before);
        expect([...lineStartsAfter(starts, before, replacements)]).toEqual([...lineStartsOf(after)]);
        expect([...starts]).toEqual([...lineStartsOf(before)]);
      }),
      { numRuns: 1_000 },
    );
  });
});
