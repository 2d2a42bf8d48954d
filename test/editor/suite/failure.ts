/** Making a failed test easy to understand: a picture of the editor, and a stack that names the TypeScript lines. */
import { findSourceMap } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeFailurePicture } from './failure-picture';

/** Mocha root hook (`afterEach`). Needs `process.setSourceMapsEnabled(true)` before the tests are loaded. */
export async function explainFailure(this: Mocha.Context): Promise<void> {
  const test = this.currentTest;
  if (test?.err?.stack) test.err.stack = test.err.stack.replace(/([^\s():]+\.js):(\d+):(\d+)/g, originalPlace);
  await takeFailurePicture(test);
}

/** One place in a bundle → the same place in its source. (VS Code's own stack formatting keeps Node from doing it; Mocha
 * has shortened the paths already.) */
function originalPlace(place: string, file: string, line: string, column: string): string {
  const entry = findSourceMap(resolve(file))?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!entry || !('originalSource' in entry)) return place;
  const source = entry.originalSource.startsWith('file:') ? fileURLToPath(entry.originalSource) : entry.originalSource;
  return `${relative(process.cwd(), source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}
