import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../server/text/text-change.js';

describe('what became of a text', () => {
  it.each([
    ['', '', { start: 0, oldEnd: 0, newEnd: 0 }],
    ['法治', '法治', { start: 2, oldEnd: 2, newEnd: 2 }],
    ['法治', '法治政府', { start: 2, oldEnd: 2, newEnd: 4 }],
    ['法治政府', '政府', { start: 0, oldEnd: 2, newEnd: 0 }],
    ['法治建设', '法治政府建设', { start: 2, oldEnd: 2, newEnd: 4 }],
    ['法法', '法法法', { start: 2, oldEnd: 2, newEnd: 3 }],
    ['法治', '依规', { start: 0, oldEnd: 2, newEnd: 2 }],
  ])('%j to %j', (before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change);
  });

  it('is one stretch, with the same on both sides of it', () => {
    const long = fc.string({ unit: fc.constantFrom('法', '治', '\n'), maxLength: 6000 });
    fc.assert(
      fc.property(long, fc.nat(), fc.nat(3000), fc.constantFrom('', '法', '法治'), (before, place, removed, added) => {
        const at = place % (before.length + 1);
        const after = before.slice(0, at) + added + before.slice(at + removed);
        const { start, oldEnd, newEnd } = changeBetween(before, after);
        expect(before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd)).toBe(after);
        expect(after.length - newEnd).toBe(before.length - oldEnd);
        expect(start <= oldEnd && start <= newEnd).toBe(true);
        expect(start === oldEnd || start === newEnd || before.charAt(start) !== after.charAt(start)).toBe(true);
      }),
    );
  });
});
