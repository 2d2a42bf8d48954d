import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BaselineFiles, openBaseline } from './baseline-files.js';
import type { CheckOptions } from './check-options.js';
import { type ConfigChoice, Configurations, rootsOf } from './configurations.js';
import type { Io } from './io.js';
import { looksLikeReportFile } from './output-guard.js';
import { readInput } from './read-input.js';
import type { Texts } from './texts/texts.js';
import { UsageError } from './usage-error.js';

/** What a run of `check` rests on beside its options and its files. */
export interface CheckContext {
  readonly configurations: Configurations;
  readonly baseline: BaselineFiles;
}

/**
 * Makes ready what the options name: project files and baselines.
 *
 * @throws UsageError where a file that an option names cannot be used.
 */
export function openContext(options: CheckOptions, io: Io, texts: Texts): CheckContext {
  return { configurations: configurationsFor(options, io, texts), baseline: baselineFor(options, io, texts) };
}

/** Whether a path is a folder; false where there is none. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function configurationsFor({ config, noConfig, paths, rules }: CheckOptions, io: Io, texts: Texts): Configurations {
  let choice: ConfigChoice = noConfig ? { kind: 'none' } : { kind: 'nearest' };
  if (config !== undefined) {
    const path = resolve(io.cwd, config);
    const { problem } = readInput(path);
    if (problem !== undefined) throw new UsageError(texts.optionFile('--config', config, texts.problem(problem)), 'check');
    choice = { kind: 'file', path };
  }
  return new Configurations(choice, rules, rootsOf(paths, io.cwd, isFolder), texts.problem);
}

function baselineFor({ baseline, writeBaseline }: CheckOptions, io: Io, texts: Texts): BaselineFiles {
  const known = baseline === undefined ? undefined : resolve(io.cwd, baseline);
  const writeTo = writeBaseline === undefined ? undefined : resolve(io.cwd, writeBaseline);
  if (writeTo !== undefined && looksLikeReportFile(writeTo)) {
    throw new UsageError(texts.wouldOverwriteReport('--write-baseline', writeBaseline ?? ''), 'check');
  }
  const opened = known === undefined ? undefined : openBaseline(known);
  if (opened?.problem !== undefined) {
    const { problem } = opened;
    const why = problem.kind === 'no-baseline' ? texts.noBaseline() : texts.problem(problem);
    throw new UsageError(texts.optionFile('--baseline', baseline ?? '', why), 'check');
  }
  return new BaselineFiles(opened?.baseline, known === undefined ? io.cwd : dirname(known), writeTo);
}
