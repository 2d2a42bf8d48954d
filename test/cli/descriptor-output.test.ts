import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { descriptorOutput } from '../../server/cli/descriptor-output.js';
import { folder } from './helper.js';

const never = (): never => {
  throw new Error('no stream is needed');
};

describe('output to a descriptor', () => {
  it('writes texts and bytes at once', async () => {
    const path = join(folder(), 'out.txt');
    const handle = openSync(path, 'w');
    const output = descriptorOutput(handle, never);
    output.write('报告');
    output.write(Uint8Array.of(0x0a));
    await output.drained();
    expect(readFileSync(path, 'utf8')).toBe('报告\n');
    expect([output.isTTY, output.columns, output.closed]).toEqual([false, undefined, false]);
    closeSync(handle);
  });

  it('is closed once nothing can be written, and drops what follows', async () => {
    const handle = openSync(join(folder({ 'in.txt': 'a' }), 'in.txt'), 'r');
    const output = descriptorOutput(handle, never);
    output.write('b');
    expect(output.closed).toBe(true);
    output.write('c');
    await output.drained();
    closeSync(handle);
  });
});
