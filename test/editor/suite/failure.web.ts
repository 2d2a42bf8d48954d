/** Making a failed test easy to understand, in a browser: a picture of the editor. */
import { takeFailurePicture } from './failure-picture';

/** Mocha root hook (`afterEach`). */
export async function explainFailure(this: Mocha.Context): Promise<void> {
  await takeFailurePicture(this.currentTest);
}
