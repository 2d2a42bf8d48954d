import { describe, expect, it } from 'vitest';
import { characterPairs, sharedPairs } from '../../server/text/shared-pairs.js';

describe('what two texts have in common', () => {
  it.each([
    ['排查矛盾纠纷', '排查矛盾纠纷', 1],
    ['排查矛盾纠纷', '调解信访案件', 0],
    ['矛盾纠纷', '排查矛盾纠纷', 0.75],
    ['讲座讲座', '讲座', 0.5],
    ['类', '类', 1],
    ['类', '件', 0],
    ['', '', 1],
    ['', '纠纷', 0],
  ])('of %j and %j', (a, b, share) => {
    expect(sharedPairs(characterPairs(a), characterPairs(b))).toBe(share);
    expect(sharedPairs(characterPairs(b), characterPairs(a))).toBe(share);
  });
});
