/**
 * Program: what colouring one very long line costs, by the editor's own engine without its time limit.
 *
 *   node test/bench/grammar.mjs [--runs N]
 *
 * A line for each unit that a hostile text may repeat: milliseconds for 20,000 characters of it (the editor gives a line
 * 500, and colours none that is longer) and how much 5 times as many cost: about 5 when the cost is in proportion to the
 * length, 25 when it grows with its square. Best of N runs (3). Measures, and judges nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma');
const textmate = require('vscode-textmate');

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GRAMMAR = join(ROOT, 'syntaxes/fazhi-report.tmLanguage.json');
const LENGTH = 20_000;
const TIMES = 5;

/** @returns {Promise<import('vscode-textmate').IGrammar>} */
async function loadGrammar() {
  await oniguruma.loadWASM({ data: readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')) });
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (/** @type {string[]} */ patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (/** @type {string} */ text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR),
  });
  return registry.loadGrammar('text.fazhi-report');
}

/** @returns {string} the sample reports on one line */
function prose() {
  const seeds = join(ROOT, 'seeds');
  return readdirSync(seeds)
    .map((file) => readFileSync(join(seeds, file), 'utf8').replace(/\s*\n\s*/g, ''))
    .join('');
}

/**
 * @param {string} unit
 * @param {number} length
 */
const fill = (unit, length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/**
 * @param {import('vscode-textmate').IGrammar} grammar
 * @param {string} line
 * @param {number} runs
 * @returns {number} milliseconds of the fastest run
 */
function best(grammar, line, runs) {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now();
    grammar.tokenizeLine2(line, textmate.INITIAL, 0);
    fastest = Math.min(fastest, performance.now() - begin);
  }
  return fastest;
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Math.max(1, Number(values.runs) || 3);
/** @type {string[]} */
const units = JSON.parse(readFileSync(join(ROOT, 'test/grammar/hostile-units.json'), 'utf8'));
const samples = prose();
/** @type {[name: string, prefix: string, unit: string][]} */
const lines = [
  ['五份范例（the samples）', '', samples],
  ...['　　（一）', '一、', '# '].map((prefix) => /** @type {[string, string, string]} */ ([`${prefix}＋五份范例`, prefix, samples])),
  ...units.map((unit) => /** @type {[string, string, string]} */ ([JSON.stringify(unit), '', unit])),
];

const grammar = await loadGrammar();
best(grammar, fill(samples, LENGTH), 1); // compiles the expressions
process.stdout.write(`毫秒/${LENGTH} 字（ms）  ${TIMES} 倍长（ratio）  内容（unit）\n`);
for (const [name, prefix, unit] of lines) {
  const short = best(grammar, prefix + fill(unit, LENGTH), runs);
  const ratio = best(grammar, prefix + fill(unit, TIMES * LENGTH), runs) / short;
  process.stdout.write(`${short.toFixed(1).padStart(18)}  ${ratio.toFixed(1).padStart(15)}  ${name}\n`);
}
