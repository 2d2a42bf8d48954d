import { expect, it } from 'vitest';
import { LateFeatures } from '../../client/lateFeatures.js';
import type { ReportFeatures } from '../../client/reportFeatures.js';

const FEATURES: ReportFeatures = { handlerOf: () => undefined, restore: async () => {}, dispose: () => {} };

/** Features that are there when the test says so, and what was heard of them. */
function late() {
  const heard = { isThere: true, loads: 0, failures: [] as boolean[] };
  const features = new LateFeatures({
    load: async () => {
      heard.loads++;
      if (!heard.isThere) throw new Error('network gone');
      return FEATURES;
    },
    failed: (_error, isTold) => heard.failures.push(isTold),
  });
  return { features, heard };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('features are loaded once, however often they are asked for', async () => {
  const { features, heard } = late();
  features.prepare();
  expect(await Promise.all([features.get(), features.get()])).toEqual([FEATURES, FEATURES]);
  features.prepare();
  expect(await features.get()).toBe(FEATURES);
  expect(heard).toMatchObject({ loads: 1, failures: [] });
});

it('features that could not be loaded ahead are loaded again, and the user is told once', async () => {
  const { features, heard } = late();
  heard.isThere = false;
  for (let time = 0; time < 3; time++) {
    features.prepare();
    await settle();
  }
  expect(heard).toMatchObject({ loads: 3, failures: [true, false, false] });
  heard.isThere = true;
  features.prepare();
  expect(await features.get()).toBe(FEATURES);
  expect(heard.loads).toBe(4);
});

it('who waits for features that cannot be loaded is told each time, once for one attempt', async () => {
  const { features, heard } = late();
  heard.isThere = false;
  features.prepare();
  await settle();
  expect(await Promise.all([features.get(), features.get()])).toEqual([undefined, undefined]);
  expect(await features.get()).toBeUndefined();
  expect(heard).toMatchObject({ loads: 3, failures: [true, true, true] });
});
