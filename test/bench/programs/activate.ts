/**
 * Program: what it costs to load an extension and to activate it, as one line of JSON (`ActivationLine`).
 *
 *   activate.js node|web ENTRY [LATE …]
 *
 * ENTRY and LATE: bundles of the extension. `web`: evaluated as VS Code does in a browser, from text that is there already.
 * The editor is one that agrees to everything; a short text that is no report is open in it.
 */
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';

/** What the program tells, in milliseconds. */
export interface ActivationLine {
  /** From nothing to what the entry exports. */
  readonly load: number;
  /** `activate()`. */
  readonly call: number;
  /** Loading what comes with the first report. */
  readonly late: number;
}

type Define = (module: { exports: unknown }, exports: unknown, require: (id: string) => unknown) => void;
type Load = () => { activate?(context: object): void };

/** Whatever is asked of it, it is itself. */
const anything: object = new Proxy(class {}, {
  get: (target, key) => {
    if (key === 'then') return undefined;
    // Classes are derived from it.
    if (key === 'prototype') return target.prototype;
    if (key === Symbol.toPrimitive) return () => '';
    return key === Symbol.iterator ? () => [].values() : anything;
  },
  apply: () => anything,
  construct: () => anything,
});

const withOwn = (own: Readonly<Record<string, unknown>>): object =>
  new Proxy(own, { get: (target, key) => (typeof key === 'string' && key in target ? target[key] : anything) });

const LINES = ['购物清单', '', ...Array.from({ length: 200 }, (_, at) => `${at + 1}. 苹果、梨和一箱矿泉水，周五之前买齐。`)];
const document = {
  uri: { scheme: 'file', path: '/购物清单.txt', toString: () => 'file:///购物清单.txt' },
  languageId: 'plaintext',
  isUntitled: false,
  isClosed: false,
  version: 1,
  lineCount: LINES.length,
  lineAt: (line: number) => ({ text: LINES[line] ?? '' }),
  getText: () => LINES.join('\n'),
};
const editor = withOwn({
  window: withOwn({ activeTextEditor: { document }, visibleTextEditors: [{ document }] }),
  workspace: withOwn({
    textDocuments: [document],
    getConfiguration: () => withOwn({ get: (_: string, otherwise?: unknown) => otherwise, inspect: () => undefined }),
  }),
});

const [way = '', entry = '', ...late] = process.argv.slice(2);
const loaders = [entry, ...late].map(way === 'web' ? evaluated : required);
const [loadEntry, ...loadLate] = loaders;
if (loadEntry === undefined) throw new Error('no entry is named');
const begin = performance.now();
const { activate } = loadEntry();
const loaded = performance.now();
if (activate === undefined) throw new Error(`${entry} activates nothing`);
activate({ subscriptions: [], extensionUri: anything });
const activated = performance.now();
for (const load of loadLate) load();
const line: ActivationLine = { load: loaded - begin, call: activated - loaded, late: performance.now() - activated };
process.stdout.write(`${JSON.stringify(line)}\n`);
process.exit(0);

function required(file: string): Load {
  const resolve = createRequire(path.resolve(file));
  const loader = Module as unknown as { _load(id: string, ...more: unknown[]): unknown };
  const original = loader._load;
  loader._load = (id, ...more) => (id === 'vscode' ? editor : original.call(Module, id, ...more));
  return () => resolve(path.resolve(file));
}

function evaluated(file: string): Load {
  const code = readFileSync(file, 'utf8');
  return () => {
    const module: { exports: object } = { exports: {} };
    const define = new Function('module', 'exports', 'require', `${code}\n//# sourceURL=${file}#vscode-extension`) as Define;
    define(module, module.exports, () => editor);
    return module.exports;
  };
}
