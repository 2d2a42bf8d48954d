/**
 * Hook (`--require`, with --expose-gc): on SIGUSR2 writes the bytes in use after a collection to the file that FAZHI_BENCH_HEAP names.
 */
import { renameSync, writeFileSync } from 'node:fs';

const file = process.env['FAZHI_BENCH_HEAP'];
if (file !== undefined) {
  process.on('SIGUSR2', () => {
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    writeFileSync(`${file}.new`, String(heapUsed + external));
    renameSync(`${file}.new`, file);
  });
}
