/** Clearing up after each test of a suite that leaves more behind than open editors. */
import { explainFailure } from './failure';
import { closeAll } from './support';

/**
 * Mocha hook: closes all editors, then clears up the rest. A failure has its picture first: hooks of a suite run before those of
 * the root.
 */
export function cleanUpAfterEach(cleanUp: () => Thenable<void>): void {
  afterEach(async function () {
    await explainFailure.call(this);
    await closeAll();
    await cleanUp();
  });
}
