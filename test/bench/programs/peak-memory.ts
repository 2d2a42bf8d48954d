/**
 * Hook (`--require`): writes what memory the process had at most, in bytes, to the file that FAZHI_BENCH_PEAK names when it ends.
 */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env['FAZHI_BENCH_PEAK'];
if (file !== undefined && isMainThread) {
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS * 1024)));
}
