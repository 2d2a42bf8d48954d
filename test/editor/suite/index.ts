/**
 * Entry of each suite in Node: VS Code calls `run` in its extension host. Every *.test.js beside its bundle is a part of the
 * suite. What came of it is written to the file that FAZHI_EDITOR_RESULT names, for ../run.mjs.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { mochaOptions, printTo, runTests, throwUnlessPassed } from './run-mocha';

/**
 * Runs all suites.
 * @throws when a test failed, or there was none though all were asked for: VS Code then exits with a status other than 0
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  printTo(Mocha.reporters.Base, `Node ${process.versions.node}`);
  const mocha = new Mocha(mochaOptions());
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  const result = await runTests((done) => mocha.run(done));
  const file = process.env.FAZHI_EDITOR_RESULT;
  if (file) writeFileSync(file, JSON.stringify(result));
  throwUnlessPassed(result);
}
