import { isAbsolute, resolve } from 'node:path';
import type { ConfigurationValue } from '../check/resolve.js';
import { SourceText } from '../text/source-text.js';
import { addressOf, type Configurations, type Governed } from './configurations.js';
import { printable } from './display-width.js';
import type { Io } from './io.js';
import { nameFrom, type ShownProblem } from './shown-problem.js';
import type { Texts } from './texts/texts.js';
import { TOOL_NAME, VERSION } from './version.js';

/** What `--print-config` is asked for. */
export interface PrintConfigOptions {
  /** As given; the current folder where there are none. */
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly isFolder: (path: string) => boolean;
  readonly problems: () => readonly ShownProblem[];
}

interface Origin {
  readonly from: 'default' | 'project-file' | 'editor' | 'command-line';
  /** Of a project file, lines and characters from 0. */
  readonly file?: string;
  readonly line?: number;
  readonly character?: number;
}

/** Shows each value in force for some paths and where it comes from. */
export function printConfig(configurations: Configurations, io: Io, texts: Texts, options: PrintConfigOptions): void {
  const paths = options.paths.length === 0 ? ['.'] : options.paths;
  const shown = paths.map((path) => {
    const absolute = isAbsolute(path) ? path : resolve(io.cwd, path);
    return { path, governed: configurations.of(options.isFolder(absolute) ? resolve(absolute, '_') : absolute) };
  });
  const originOf = originTeller(configurations, io.cwd);
  if (options.json) {
    const all = shown.map(({ path, governed }) => ({
      path: addressOf(path),
      projectFile: governed.project === undefined ? null : nameFrom(io.cwd, governed.project.file),
      values: governed.resolved.values.map((one) => ({ key: one.key, value: one.value, origin: originOf(one) })),
    }));
    const problems = options.problems().map(({ label: _, ...problem }) => problem);
    const output = { version: 1, tool: { name: TOOL_NAME, version: VERSION }, configurations: all, problems };
    io.stdout.write(`${JSON.stringify(output, undefined, 2)}\n`);
    return;
  }
  const blocks = shown.map(({ path, governed }) => blockOf(path, governed, originOf, io.cwd, texts));
  io.stdout.write(blocks.join('\n'));
}

function blockOf(
  path: string,
  { project, resolved }: Governed,
  originOf: (one: ConfigurationValue) => Origin,
  cwd: string,
  texts: Texts,
): string {
  const file = project === undefined ? undefined : nameFrom(cwd, project.file);
  const lines = resolved.values.map((one) => {
    const { from, file: source, line } = originOf(one);
    const place = source === undefined ? texts.configOrigin(from) : `${printable(source)}:${(line ?? 0) + 1}`;
    const value = typeof one.value === 'string' ? one.value : JSON.stringify(one.value);
    return `${printable(one.key)} = ${printable(value)}  ← ${place}`;
  });
  return `${printable(texts.configOf(path, file))}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

function originTeller(configurations: Configurations, cwd: string): (one: ConfigurationValue) => Origin {
  const sources = new Map<string, SourceText>();
  return ({ origin }) => {
    if (origin.from !== 'project-file') return { from: origin.from };
    const source = sources.get(origin.file) ?? new SourceText(configurations.textOf(origin.file));
    sources.set(origin.file, source);
    return { from: origin.from, file: nameFrom(cwd, origin.file), ...source.positionAt(origin.span.start) };
  };
}
