/**
 * Program: refuses regular expressions that an input can make slow. Prints each with its file and exits 1.
 *
 *   node scripts/lint-regexps.mjs [FOLDER…]     default: server and client
 *
 * Every literal is read from the sources; those that are put together at load (`new RegExp(…)` of a module) are caught
 * as they are made, and those that wait for the first question (`lazy`) are made, too. What is refused: nested quantifiers over the same characters, two quantifiers that can trade the
 * same characters, and one that every place of a run tries anew. Bounded repetition ({0,40}) is the way out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { build, transformSync } from 'esbuild';
import scslre from 'scslre';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
/** Floors that can be loaded by themselves; the others are programs. */
const LOADABLE = ['text', 'report', 'knowledge', 'rules', 'check', 'language'];
const WHY = {
  Self: 'a quantifier inside another matches the same characters',
  Trade: 'two quantifiers can match the same characters',
  Move: 'every place of a run is tried anew',
};

/** Stands for `server/text/lazy.ts`: notes down all that is put off, so that it can be made at once. */
const NOTED_LAZY = `
  export const lazy = (make) => {
    let made;
    const value = () => (made ??= { value: make() }).value;
    putOff.push(value);
    return value;
  };`;
const noteLazy = {
  name: 'note-lazy',
  /** @param {import('esbuild').PluginBuild} build */
  setup({ onLoad }) {
    onLoad({ filter: /[/\\\\]server[/\\\\]text[/\\\\]lazy\.ts$/ }, () => ({ contents: NOTED_LAZY }));
  },
};

const folders = process.argv.length > 2 ? process.argv.slice(2) : ['server', 'client'].map((folder) => join(PROJECT, folder));
const sources = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);
/** @type {string[]} */
const problems = [];
let count = 0;

for (const file of sources) {
  const code = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm' }).code;
  full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    if (node.type === 'Literal' && node.regex) analyse(node.regex.pattern, node.regex.flags, relative(PROJECT, file));
  });
}
for (const { source, flags } of await regexpsMadeAtLoad()) analyse(source, flags, 'made at load');

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`${count} regular expressions, ${problems.length} that an input can make slow\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

/**
 * Adds what is wrong with one regular expression to `problems`.
 * @param {string} source
 * @param {string} flags
 * @param {string} where
 */
function analyse(source, flags, where) {
  count++;
  const kinds = new Set(scslre.analyse({ source, flags }).reports.map(({ type }) => type));
  const shown = source.length > 160 ? `${source.slice(0, 160)}…` : source;
  for (const kind of kinds) problems.push(`${where}: ${WHY[kind]}: /${shown}/${flags}`);
}

/** Every `new RegExp(…)` that the modules of the lower floors make when they are loaded, or put off until they are asked. */
async function regexpsMadeAtLoad() {
  const entry = sources
    .filter((file) => LOADABLE.some((floor) => file.includes(`${sep}server${sep}${floor}${sep}`)))
    .map((file) => `import ${JSON.stringify(file)};`)
    .join('\n');
  if (entry === '') return [];
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: PROJECT, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    plugins: [noteLazy],
  });
  /** @type {Map<string, { source: string, flags: string }>} */
  const made = new Map();
  const recording = new Proxy(RegExp, {
    construct(target, [pattern, flags]) {
      const regexp = new target(pattern, flags);
      made.set(`${regexp}`, { source: regexp.source, flags: regexp.flags });
      return regexp;
    },
  });
  /** @type {(() => unknown)[]} */
  const putOff = [];
  const context = vm.createContext({
    RegExp: recording,
    module: { exports: {} },
    exports: {},
    require: () => ({}),
    console,
    TextEncoder,
    putOff,
  });
  vm.runInContext(outputFiles[0]?.text ?? '', context);
  // What is made may put off more.
  for (const make of putOff) make();
  return made.values();
}
