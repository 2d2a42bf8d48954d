import { resolve } from 'node:path';
import type { Locale } from '../rules/rule.js';
import type { Arguments } from './arguments.js';
import { isFolder, openContext } from './check-context.js';
import { type CheckOptions, readCheckOptions } from './check-options.js';
import { CheckRun } from './check-run.js';
import type { Configurations } from './configurations.js';
import { printable } from './display-width.js';
import { writeProblemOf } from './fix-file.js';
import { fileSelection } from './file-selection.js';
import { findInputs, type Inputs } from './input-files.js';
import type { Io } from './io.js';
import { looksLikeReportFile } from './output-guard.js';
import { printConfig } from './print-config.js';
import { codeOf } from './problem.js';
import { type ShownProblem, showProblems } from './shown-problem.js';
import type { Texts } from './texts/texts.js';
import { UsageError } from './usage-error.js';
import { openOutput, type PendingFile } from './write-file.js';

/**
 * `check`: reads files and folders, says what is wrong in them, mends it or shows how.
 *
 * @returns the exit status: 0 nothing at or above `--fail-on`, 1 something, 2 a part of the work could not be done.
 * @throws UsageError before anything was done.
 */
export async function checkCommand(args: Arguments, io: Io, texts: Texts, locale: Locale): Promise<number> {
  const options = readCheckOptions(args, texts, locale);
  const context = openContext(options, io, texts);
  if (options.printConfig) return printedConfig(context.configurations, options, io, texts);
  const outputPath = options.output === undefined ? undefined : resolve(io.cwd, options.output);
  if (outputPath !== undefined && looksLikeReportFile(outputPath)) {
    throw new UsageError(texts.outputIsReport(options.output ?? ''), 'check');
  }
  const inputs = findInputs(options.paths, io.cwd, options.extensions, fileSelection(context.configurations), options.onlyReports);
  const output = outputPath === undefined ? undefined : openOrExplain(outputPath, texts);
  try {
    const status = await new CheckRun(options, io, texts, context, output).over(withoutOutput(inputs, outputPath));
    output?.commit();
    if (output !== undefined && !options.quiet) io.stderr.write(`${printable(texts.outputWritten(options.output ?? ''))}\n`);
    return status;
  } catch (error) {
    output?.discard();
    // The disk is full, the folder is gone: no fault of ours, but the results are lost.
    if (outputPath === undefined || codeOf(error) === undefined) throw error;
    io.stderr.write(`${printable(texts.outputProblem(outputPath, writeProblemOf(error)))}\n`);
    return 2;
  }
}

function printedConfig(configurations: Configurations, options: CheckOptions, io: Io, texts: Texts): number {
  const { paths, format, locale } = options;
  const problems = (): readonly ShownProblem[] =>
    showProblems(configurations.problems, (file) => configurations.textOf(file), io.cwd, locale);
  printConfig(configurations, io, texts, { paths, json: format === 'json', isFolder, problems });
  for (const problem of problems()) io.stderr.write(`${printable(texts.configProblem(problem))}\n`);
  return problems().length > 0 ? 2 : 0;
}

function openOrExplain(path: string, texts: Texts): PendingFile {
  try {
    return openOutput(path);
  } catch (error) {
    throw new UsageError(texts.outputProblem(path, writeProblemOf(error)), 'check');
  }
}

/** The output of an earlier run is no input of this one. */
function withoutOutput(inputs: Inputs, outputPath: string | undefined): Inputs {
  if (outputPath === undefined) return inputs;
  return { ...inputs, files: inputs.files.filter((file) => file.path !== outputPath) };
}
