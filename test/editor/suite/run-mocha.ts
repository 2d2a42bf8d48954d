/** What the entries of a suite have in common: how Mocha is set up, how it prints, what came of it. */
import { version } from 'vscode';
import { explainFailure } from './failure';
import { closeAll } from './support';

/** Enough for the slowest step on two busy cores; a step that hangs is told apart from a slow one by its own message. */
const TEST_MILLISECONDS = 30_000;

/** What ../run.mjs wants to know. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of VS Code. */
  readonly version: string;
}

/** Only tests whose title contains this are run; empty: all. */
const grep = (): string => process.env.FAZHI_EDITOR_GREP ?? '';

/** Mocha's options, the same in Node and in a browser. */
export const mochaOptions = (): Mocha.MochaOptions => ({
  ui: 'bdd',
  color: process.env.FAZHI_EDITOR_COLOR === '1',
  timeout: TEST_MILLISECONDS,
  slow: 2000,
  forbidOnly: process.env.CI === 'true',
  // In this order: the picture shows what the test saw. Every test begins without editors.
  rootHooks: { afterEach: [explainFailure, closeAll] },
  ...(grep() === '' ? {} : { grep: grep() }),
});

/**
 * Lets a reporter print where it is seen: the desktop editor prints what an extension host logs; from a browser's page only
 * marked lines are printed.
 * @param base `Mocha.reporters.Base`
 * @param host what runs the suite: `Node 20.1.0`
 */
export function printTo(base: typeof Mocha.reporters.Base, host: string): void {
  const mark = process.env.FAZHI_EDITOR_MARK ?? '';
  base.consoleLog = (first: unknown = '', ...rest: unknown[]) => console.log(`${mark}${first}`, ...rest);
  base.consoleLog(`VS Code ${version}, ${host}`);
}

/**
 * Runs the tests that were loaded.
 * @param run `mocha.run`
 */
export async function runTests(run: (done: () => void) => Mocha.Runner): Promise<SuiteResult> {
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = run(() => resolve(runner.stats));
  });
  return { passed: stats?.passes ?? 0, failed: stats?.failures ?? 0, skipped: stats?.pending ?? 0, version };
}

/** @throws when a test failed, or there was none though all were asked for: VS Code then exits with a status other than 0 */
export function throwUnlessPassed({ passed, failed }: SuiteResult): void {
  if (failed > 0 || (passed === 0 && grep() === '')) throw new Error(`${passed} passed, ${failed} failed`);
}
