/** The picture of the editor as a test that failed has left it. */
import { takeScreenshot } from './window';

const PICTURE = '\nPicture: ';

/**
 * Takes the picture where a test has failed, and names it in the message of its error. The first hook to ask has it: later ones
 * find the editor cleared up.
 */
export async function takeFailurePicture(test: Mocha.Test | undefined): Promise<void> {
  const error = test?.err;
  if (test === undefined || error === undefined || error.message.includes(PICTURE)) return;
  const path = await takeScreenshot(`failed-${test.fullTitle()}`);
  if (path === undefined) return;
  const message = `${error.message}${PICTURE}${path}`;
  // Reporters print the stack, which begins with the message, where that has not changed.
  if (error.stack !== undefined) error.stack = error.stack.replace(error.message, () => message);
  error.message = message;
}
