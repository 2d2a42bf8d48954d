/** What the entries of a suite have in common: how Mocha is set up, how it prints, what came of it. */
import { version } from 'vscode';
import { explainFailure } from './failure';
import { closeAll } from './support';

/** Enough for the slowest step on two busy cores; a step that hangs is told apart from a slow one by its own message. */
const TEST_MILLISECONDS = 30_000;

/** A test that did not pass, or not at once. */
export interface Failure {
  /** With the titles of what it is part of. */
  readonly title: string;
  /** Of its error, and the picture of the editor. */
  readonly message: string;
}

/** What ../run.mjs wants to know. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of VS Code. */
  readonly version: string;
  readonly failures: readonly Failure[];
  /** What passed at the second attempt only, with what was wrong at the first. */
  readonly retried: readonly Failure[];
}

/** Only tests whose title contains this are run; empty: all. */
const grep = (): string => process.env.FAZHI_EDITOR_GREP ?? '';

/** How often a test that fails is tried again. */
const retries = (): number => Number(process.env.FAZHI_EDITOR_RETRIES ?? 0);

/** Mocha's options, the same in Node and in a browser. */
export const mochaOptions = (): Mocha.MochaOptions => ({
  ui: 'bdd',
  color: process.env.FAZHI_EDITOR_COLOR === '1',
  timeout: TEST_MILLISECONDS,
  slow: 2000,
  retries: retries(),
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
  const failed: Ended[] = [];
  const tried: Ended[] = [];
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = run(() => resolve(runner.stats));
    runner.on('fail', (test, error) => failed.push({ test, error }));
    runner.on('retry', (test, error) => {
      test.err = error; // for the hook that explains failures, as reporters set it for a test that has failed for good
      tried.push({ test, error });
    });
  });
  const failures = failed.map(asFailure);
  const retried = tried.map(asFailure).filter(({ title }) => failures.every((failure) => failure.title !== title));
  return { passed: stats?.passes ?? 0, failed: stats?.failures ?? 0, skipped: stats?.pending ?? 0, version, failures, retried };
}

/** A test with the error that it ended with. */
interface Ended {
  readonly test: Mocha.Test;
  readonly error: Error;
}

/** To be asked when all has ended: only then the message says where the picture is. */
const asFailure = ({ test, error }: Ended): Failure => ({ title: test.fullTitle(), message: error.message });

/** @throws when a test failed, or there was none though all were asked for: VS Code then exits with a status other than 0 */
export function throwUnlessPassed({ passed, failed }: SuiteResult): void {
  if (failed > 0 || (passed === 0 && grep() === '')) throw new Error(`${passed} passed, ${failed} failed`);
}
