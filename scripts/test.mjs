/**
 * Program: every test of the project, as `npm test` runs it.
 *
 * First what needs no test runner (types, lint, generated files, packages), then Vitest, then the suite inside
 * the oldest and the newest VS Code, server and Web, where a test that fails is tried once more. All of them run even where one
 * fails; what failed is told again at the end. The last line is `N passed, N failed` over all; the exit status is 0 only when
 * nothing failed and tests ran.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const BIN = join(PROJECT, 'node_modules/.bin');
/** Extensions run on Node in the first two, in a browser in the others. */
const EDITORS = ['oldest', 'newest', 'web-oldest', 'web-newest'];
/** The quick run before a commit leaves out what takes long. */
const WHOLE = { ...process.env, FAZHI_FULL: '1' };

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} failures what is told of them again at the end
 */

/**
 * Runs a program with its output shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{status: number, output: string}>} `output`: what it wrote to standard output
 */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: PROJECT,
      env: WHOLE,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve({ status: 1, output });
    });
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/**
 * A program that is a test by itself.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function asOneTest(title, command, args) {
  const { status } = await run(command, args);
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${title}\n`);
  return status === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [title] };
}

/** @returns {Promise<Outcome>} */
async function unitTests() {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-test-'));
  const result = join(folder, 'vitest.json');
  try {
    const { status } = await run(join(BIN, 'vitest'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${result}`]);
    const { numPassedTests: passed, numFailedTests: failed, testResults } = JSON.parse(readFileSync(result, 'utf8'));
    // A file that cannot be loaded fails without a test of its own.
    return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, failures: failuresOf(testResults) };
  } catch (error) {
    process.stderr.write(`vitest: ${error instanceof Error ? error.message : error}\n`);
    return { passed: 0, failed: 1, failures: ['Vitest'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly {name: string, status: string, message: string, assertionResults: readonly {status: string, fullName: string, failureMessages: readonly string[]}[]}[]} files
 *   as Vitest's JSON reporter lists them
 * @returns {string[]} a failure each, with its file
 */
const failuresOf = (files) =>
  files
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      const told = failed.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`);
      return (told.length > 0 ? told : [message]).map((text) => `${relative(PROJECT, name)}: ${text}`);
    });

/** In the oldest VS Code that the extension is for and in the newest, as a server and for the Web. @returns {Promise<Outcome>} */
async function editorTests() {
  const { status, output } = await run(process.execPath, [
    'test/editor/run.mjs',
    '--no-package',
    '--retries=1',
    ...EDITORS.flatMap((name) => ['--editor', name]),
  ]);
  const counts = /^editor: (\d+) passed, (\d+) failed/mu.exec(output);
  const passed = Number(counts?.[1] ?? 0);
  const failed = Number(counts?.[2] ?? 0);
  // What failed there is told at the end already.
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, failures: [] };
}

const outcomes = [
  await asOneTest('类型（types）', join(BIN, 'tsc'), ['-p', 'tsconfig.json']),
  await asOneTest('网页视图的类型（types of webviews）', join(BIN, 'tsc'), ['-p', 'client/figures/webview']),
  await asOneTest('代码规范与引用方向（lint, import directions）', join(BIN, 'biome'), ['check', '--error-on-warnings', '.']),
  await asOneTest('生成的文件（generated files）', process.execPath, ['scripts/generate.mjs', '--check']),
  await asOneTest('打包（packages）', process.execPath, ['scripts/package.mjs']),
  await unitTests(),
  await editorTests(),
];
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
for (const { failures } of outcomes) for (const failure of failures) process.stdout.write(`✗ ${failure}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
