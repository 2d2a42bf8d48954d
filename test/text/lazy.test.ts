import { describe, expect, it } from 'vitest';
import { lazy } from '../../server/text/lazy.js';
import { remembered } from '../../server/text/remembered.js';

describe('lazy', () => {
  it('makes its value with the first question and only then', () => {
    let made = 0;
    const value = lazy(() => ({ count: ++made }));
    expect(made).toBe(0);
    expect(value()).toBe(value());
    expect(made).toBe(1);
  });

  it('tries again after a failure', () => {
    let tries = 0;
    const value = lazy(() => {
      if (++tries === 1) throw new Error('once');
      return undefined;
    });
    expect(value).toThrow('once');
    expect(value()).toBeUndefined();
    expect(value()).toBeUndefined();
    expect(tries).toBe(2);
  });
});

describe('remembered', () => {
  it('asks once for each key and forgets all when there are too many', () => {
    const asked: number[] = [];
    const double = remembered((key: number) => {
      asked.push(key);
      return [2 * key];
    }, 2);
    expect([1, 2, 1, 2].map((key) => double(key))).toEqual([[2], [4], [2], [4]]);
    expect(asked).toEqual([1, 2]);
    expect([3, 1].map((key) => double(key))).toEqual([[6], [2]]);
    expect(asked).toEqual([1, 2, 3, 1]);
  });
});
