import { expect, it } from 'vitest';
import { RestartPolicy } from '../../client/restartPolicy.js';

const MINUTE = 60_000;

it('starts a crashing server again three times in three minutes, not more', () => {
  const policy = new RestartPolicy();
  expect([0, 1, 2, 3].map((minute) => policy.mayRestart(minute * 1000))).toEqual([true, true, true, false]);
});

it('forgets crashes of long ago', () => {
  const policy = new RestartPolicy();
  for (const time of [0, 1, 2]) policy.mayRestart(time * MINUTE);
  expect(policy.mayRestart(2.5 * MINUTE)).toBe(false);
  expect(policy.mayRestart(3 * MINUTE)).toBe(true);
  expect(policy.mayRestart(3.5 * MINUTE)).toBe(false);
});
