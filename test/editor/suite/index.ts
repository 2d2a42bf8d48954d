/**
 * Entry of each suite: VS Code calls `run` in its extension host. Every *.test.js beside its bundle is a part of the suite.
 * What came of it is written to the file that FAZHI_EDITOR_RESULT names, for ../run.mjs.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { explainFailure } from './failure';
import { closeAll, vscodeVersion } from './support';

/** Enough for the slowest step on two busy cores; a step that hangs is told apart from a slow one by its own message. */
const TEST_MILLISECONDS = 30_000;

/**
 * Runs all suites.
 * @throws when a test failed, or there was none though all were asked for: VS Code then exits with a status other than 0
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const grep = process.env.FAZHI_EDITOR_GREP;
  // The desktop editor prints what an extension host logs; from the browser only marked lines are printed.
  const mark = process.env.FAZHI_EDITOR_MARK ?? '';
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => console.log(`${mark}${format(...parts)}`);
  Mocha.reporters.Base.consoleLog(`VS Code ${vscodeVersion()}, Node ${process.versions.node}`);
  const mocha = new Mocha({
    ui: 'bdd',
    color: process.env.FAZHI_EDITOR_COLOR === '1',
    timeout: TEST_MILLISECONDS,
    slow: 2000,
    forbidOnly: process.env.CI === 'true',
    ...(grep ? { grep } : {}),
  });
  // In this order: the picture shows what the test saw. Every test begins without editors.
  mocha.rootHooks({ afterEach: [explainFailure, closeAll] });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const passed = stats?.passes ?? 0;
  const failed = stats?.failures ?? 0;
  const result = process.env.FAZHI_EDITOR_RESULT;
  if (result) writeFileSync(result, JSON.stringify({ passed, failed, skipped: stats?.pending ?? 0, version: vscodeVersion() }));
  if (failed > 0 || (passed === 0 && !grep)) throw new Error(`${passed} passed, ${failed} failed`);
}
