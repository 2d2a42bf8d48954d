/**
 * Program: what another checker costs inside one process, as lines of JSON (`PeerLine`).
 *
 *   library-peer.cjs ROOT NAME SIZES
 *
 * NAME: autocorrect, zhlint or textlint. SIZES: octets of the documents, with commas. A line as soon as a size is measured.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPools } from '../corpus/blocks.js';
import { documentOf } from '../corpus/documents.js';
import { median } from '../measure.js';

/** What the program tells: the median time for a document, in milliseconds, or why there is none. */
export interface PeerLine {
  readonly size: number;
  readonly octets: number;
  readonly time?: number;
  readonly failure?: string;
}

type Checker = (text: string) => Promise<unknown> | unknown;

/** Measured at most so often, and for so many milliseconds. */
const RUNS = 5;
const PATIENCE = 1_500;
const TEXTLINT_RULES = ['max-comma', 'no-todo', 'no-zero-width-spaces', 'zh-half-and-full-width-bracket'];

const [root = '', name = '', sizes = ''] = process.argv.slice(2);
const require = createRequire(path.join(root, 'package.json'));

async function autocorrect(): Promise<Checker> {
  const { lintFor }: { lintFor(text: string, file: string): { error: string } } = require('autocorrect-node');
  return (text) => {
    const { error } = lintFor(text, 'a.txt');
    if (error !== '') throw new Error(error);
  };
}

async function zhlint(): Promise<Checker> {
  const { run }: { run(text: string, options: object): unknown } = await import(pathToFileURL(require.resolve('zhlint')).href);
  return (text) => run(text, { rules: { preset: 'default' } });
}

/** What a package exports by default, however it says so. */
function defaultOf(name: string): unknown {
  const loaded: { default?: unknown } = require(name);
  return loaded.default ?? loaded;
}

async function textlint(): Promise<Checker> {
  const { TextlintKernel }: { TextlintKernel: new () => { lintText(text: string, options: object): Promise<unknown> } } =
    require('@textlint/kernel');
  const kernel = new TextlintKernel();
  const options = {
    ext: '.txt',
    filePath: 'a.txt',
    plugins: [{ pluginId: 'text', plugin: defaultOf('@textlint/textlint-plugin-text') }],
    rules: TEXTLINT_RULES.map((ruleId) => ({ ruleId, rule: defaultOf(`textlint-rule-${ruleId}`) })),
  };
  return (text) => kernel.lintText(text, options);
}

const PEERS: Readonly<Record<string, () => Promise<Checker>>> = { autocorrect, zhlint, textlint };

async function measure(checker: Checker, text: string): Promise<number> {
  const times: number[] = [];
  const begin = performance.now();
  // The first one warms up, unless it is the only one there is time for.
  for (let run = 0; run <= RUNS && (run === 0 || performance.now() - begin < PATIENCE); run++) {
    const start = performance.now();
    await checker(text);
    times.push(performance.now() - start);
  }
  return median(times.length > 1 ? times.slice(1) : times);
}

async function main(): Promise<void> {
  const checker = await PEERS[name]?.();
  if (checker === undefined) throw new Error(`no such peer: ${name}`);
  const pools = readPools(root);
  for (const size of sizes.split(',').map(Number)) {
    const text = documentOf(pools, size, 0);
    const octets = Buffer.byteLength(text);
    let line: PeerLine;
    try {
      line = { size, octets, time: await measure(checker, text) };
    } catch (error) {
      line = { size, octets, failure: error instanceof Error ? error.message : String(error) };
    }
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

void main();
