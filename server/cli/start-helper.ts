import { join } from 'node:path';
import type { StartHelper } from './helper.js';

/**
 * Megabytes for what a thread has just made. V8 would take 48 where it is let; what a report leaves behind fits into a quarter
 * of that, and is cleared away as fast.
 */
const YOUNG_GENERATION = 12;

/** Starts a thread of `--jobs` from the file that is built beside this one. */
export const startHelper: StartHelper = async (start, answer, gone) => {
  // Loaded only here: it brings a third of Node's own library with it.
  const { Worker } = await import('node:worker_threads');
  const worker = new Worker(join(__dirname, 'cliHelper.js'), {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  worker.on('message', answer);
  // It ends then, too, which is what counts.
  worker.on('error', () => {});
  worker.once('exit', gone);
  return {
    send: (errand) => worker.postMessage(errand),
    stop: () => {
      worker.off('exit', gone);
      void worker.terminate();
    },
  };
};

/** How many threads run side by side on this machine. */
export async function countCores(): Promise<number> {
  const { availableParallelism } = await import('node:os');
  return availableParallelism();
}
