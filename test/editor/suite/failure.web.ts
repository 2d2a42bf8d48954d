/** Making a failed test easy to understand, in a browser: a picture of the editor. */
import { takeScreenshot } from './window';

/** Mocha root hook (`afterEach`). */
export async function explainFailure(this: Mocha.Context): Promise<void> {
  const test = this.currentTest;
  if (test?.state === 'failed') await takeScreenshot(`failed-${test.fullTitle()}`);
}
