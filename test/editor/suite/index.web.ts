/**
 * Entry of each suite in a browser: VS Code calls `run` in its extension host, which is a worker. All tests are in this one
 * file. What came of it goes to whoever runs the window.
 */
import 'mocha/mocha.js';
import loadTests from 'tests-of-the-suite';
import { extensions, workspace } from 'vscode';
import { askEditor } from './control';
import { mochaOptions, printTo, runTests, throwUnlessPassed } from './run-mocha';
import { closeAll, waitUntil } from './support';

/** Comes with every editor, and does not start in some builds for the Web: that is said now, and not in the middle of a test. */
const STARTS_SOMETIMES = 'vscode.typescript-language-features';

/** What Mocha's build for browsers leaves behind. */
declare const mocha: BrowserMocha;
declare const Mocha: typeof import('mocha');

/**
 * Runs all suites.
 * @throws when a test failed, or there was none though all were asked for: the window then says so to its page
 */
export async function run(): Promise<void> {
  printTo(Mocha.reporters.Base, 'a browser');
  mocha.setup({ ...mochaOptions(), reporter: 'spec' });
  loadTests();
  // The window is there before the file system is from which its folders are.
  await waitUntil('the folders', workspace.onDidChangeWorkspaceFolders, () => workspace.workspaceFolders?.length || undefined);
  await Promise.allSettled([extensions.getExtension(STARTS_SOMETIMES)?.activate()]);
  await closeAll();
  const result = await runTests((done) => mocha.run(done));
  await askEditor('result', result);
  throwUnlessPassed(result);
}
