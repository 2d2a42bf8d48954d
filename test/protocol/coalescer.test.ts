import { describe, expect, it } from 'vitest';
import { Coalescer } from '../../server/protocol/coalescer.js';

function make(): { coalescer: Coalescer; ran: string[]; tick: () => boolean } {
  const scheduled: (() => void)[] = [];
  const ran: string[] = [];
  const coalescer = new Coalescer(
    (callback) => scheduled.push(callback),
    (key) => ran.push(key),
  );
  const tick = (): boolean => {
    const next = scheduled.shift();
    next?.();
    return next !== undefined;
  };
  return { coalescer, ran, tick };
}

describe('coalescer', () => {
  it('runs a task once for a burst', () => {
    const { coalescer, ran, tick } = make();
    for (let count = 0; count < 5; count++) {
      coalescer.add('a');
      tick();
    }
    expect(ran).toEqual([]);
    while (tick());
    expect(ran).toEqual(['a']);
    coalescer.add('a');
    while (tick());
    expect(ran).toEqual(['a', 'a']);
  });

  it('keeps keys apart and forgets removed ones', () => {
    const { coalescer, ran, tick } = make();
    coalescer.add('a');
    coalescer.add('b');
    coalescer.add('c');
    coalescer.remove('b');
    while (tick());
    expect(ran).toEqual(['a', 'c']);
  });
});
