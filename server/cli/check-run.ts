import { resolve } from 'node:path';
import type { ConfigurationProblem } from '../check/configuration-problem.js';
import { type CheckContext, isFolder } from './check-context.js';
import { type CheckedFile, type CheckedOrNot, type CheckSettings, checkAgain, checkBytes } from './check-file.js';
import type { CheckOptions } from './check-options.js';
import { coloursFor, wantsColours } from './colours.js';
import { fixedBytes, fixedText, type WriteProblem, writeFixed, writeProblemOf } from './fix-file.js';
import { IgnoreReview } from './ignore-review.js';
import { type InputFile, type Inputs, STANDARD_INPUT } from './input-files.js';
import type { Io, OutputStream, TextSink } from './io.js';
import { jsonReporter } from './json-reporter.js';
import type { Problem } from './problem.js';
import { printable } from './display-width.js';
import { type Progress, progressOn } from './progress.js';
import { type FileBytes, readInput, SIZE_LIMIT } from './read-input.js';
import type { Reporter } from './reporter.js';
import { type ShownProblem, showProblems } from './shown-problem.js';
import { isAtLeast, Tally } from './summary.js';
import type { TextStyle } from './text-finding.js';
import { labelOf, textReporter } from './text-reporter.js';
import { summaryText } from './text-summary.js';
import type { Texts } from './texts/texts.js';
import type { PendingFile } from './write-file.js';

/** Findings of one file that the text format shows on a stream; in a file of `--output` all are. */
const SHOWN_PER_FILE = 100;

const DEFAULT_COLUMNS = 80;

/**
 * One run of `check` over its files, one at a time: read, check, mend, report, forget.
 * A file that cannot be read, checked or written costs only itself.
 */
export class CheckRun {
  private readonly start: number;
  private readonly progress: Progress;
  /** Where findings go unless a file was named for them. */
  private readonly stream: OutputStream;
  private readonly style: TextStyle;
  private readonly reporter: Reporter;
  private tally = new Tally([]);
  private somethingFound = false;
  private somethingFailed = false;
  private somethingUnread = false;
  private readonly review = new IgnoreReview();
  /** Mistakes in project files that were told. */
  private toldProblems = 0;

  /** @param output where results go instead of the stream; whoever opened it commits it. */
  constructor(
    private readonly options: CheckOptions,
    private readonly io: Io,
    private readonly texts: Texts,
    private readonly context: CheckContext,
    output: PendingFile | undefined,
  ) {
    this.start = io.now();
    this.progress = progressOn(io, options.progress);
    // The fixed text of standard input is what standard output is for; findings then go beside it.
    const pipesFixedText = options.mode === 'fix' && options.paths.includes(STANDARD_INPUT);
    this.stream = pipesFixedText ? io.stderr : io.stdout;
    this.style = this.styleFor(output === undefined ? this.stream : undefined);
    this.reporter = this.reporterOn(output);
  }

  /** Goes over the files. @returns the exit status. */
  async over(inputs: Inputs): Promise<number> {
    this.tally = new Tally(inputs.skipped);
    for (const { name, problem, failure } of inputs.skipped) if (failure) this.fail(name, problem);
    let count = 0;
    for (const file of inputs.files) {
      this.progress.show(this.texts.progress(++count, inputs.files.length, labelOf(file.name, this.style)));
      await this.one(file);
      await this.io.stdout.drained();
      await this.io.stderr.drained();
      // Nobody reads on (`| head`); fixing goes on all the same.
      if (this.io.stdout.closed && this.options.mode !== 'fix') break;
    }
    return this.finish(inputs);
  }

  private async one(file: InputFile): Promise<void> {
    const read = await this.read(file);
    if (read.problem !== undefined) {
      this.skip(file, read.problem);
      return;
    }
    let result: CheckedOrNot;
    try {
      result = await this.handle(file, read.bytes);
    } catch (error) {
      // A mistake of ours in one file must not cost the others, nor whoever pipes a text through that text.
      if (this.options.mode === 'fix' && file.path === undefined) this.io.stdout.write(read.bytes);
      result = { problem: { kind: 'internal', detail: whereOf(error) } };
    }
    if (result.problem !== undefined) this.skip(file, result.problem);
    else this.report(result.checked);
  }

  private async handle(file: InputFile, bytes: Uint8Array): Promise<CheckedOrNot> {
    const name = file.path === undefined ? this.options.stdinName : file.name;
    const path = this.pathOf(file);
    const settings = { encoding: this.options.encoding, configuration: this.context.configurations.settingsFor(path) };
    this.tellProblems();
    const result = checkBytes(name, bytes, file.explicit, settings);
    if (result.problem === undefined) {
      const checked = await this.mended(file, result.checked, bytes, settings);
      this.review.note(path, this.context.configurations.of(path).resolved, checked.unmatched);
      return { checked: this.context.baseline.apply(checked, path) };
    }
    // Whoever pipes a text through gets it back, fixed or not.
    if (this.options.mode === 'fix' && file.path === undefined) this.io.stdout.write(bytes);
    return result;
  }

  /** Absolute path that decides which project file governs; standard input without a name counts as a file of the current folder. */
  private pathOf(file: InputFile): string {
    return file.path ?? resolve(this.io.cwd, this.options.stdinName);
  }

  /** Tells the mistakes in project files that came up since the last time. */
  private tellProblems(): void {
    const { problems } = this.context.configurations;
    for (const problem of this.shown(problems.slice(this.toldProblems))) {
      this.complain(printable(this.texts.configProblem(problem)));
      this.somethingFailed = true;
    }
    this.toldProblems = problems.length;
  }

  private shown(problems: readonly ConfigurationProblem[]): readonly ShownProblem[] {
    const { configurations } = this.context;
    return showProblems(problems, (file) => configurations.textOf(file), this.io.cwd, this.options.locale);
  }

  private report(file: CheckedFile): void {
    const { failOn } = this.options;
    // Whoever writes a baseline takes what is found as known.
    if (
      failOn !== 'never' &&
      this.options.writeBaseline === undefined &&
      file.findings.some((finding) => isAtLeast(finding.severity, failOn))
    )
      this.somethingFound = true;
    this.tally.add(file);
    this.reporter.file(file);
  }

  /** What is to be reported of a file once the mode's work on it is done. */
  private async mended(file: InputFile, checked: CheckedFile, original: Uint8Array, settings: CheckSettings): Promise<CheckedFile> {
    const { mode } = this.options;
    if (mode === 'check') return checked;
    const isStdin = file.path === undefined;
    const result = fixedText(checked, settings.configuration);
    if (result === undefined) {
      if (mode === 'fix' && isStdin) this.io.stdout.write(original);
      return checked;
    }
    if (!result.stable) this.complain(this.texts.fixesUnstable(labelOf(checked.name, this.style)));
    if (mode === 'diff') {
      const { unifiedDiff } = await import('./unified-diff.js');
      const { stdout } = this.io;
      const colours = coloursFor(wantsColours(stdout.isTTY, this.io.env));
      this.progress.clear();
      stdout.write(unifiedDiff(checked.name, checked.report.source.text, result.text, colours, stdout.isTTY));
      return checked;
    }
    const encoded = await fixedBytes(checked, original, result.text);
    const after = checkAgain(checked, result.text, result.applied, settings);
    const problem = encoded.problem ?? this.put(file, encoded.bytes);
    if (problem !== undefined) {
      if (isStdin) this.io.stdout.write(original);
      this.somethingFailed = true;
      this.complain(this.texts.notFixed(labelOf(checked.name, this.style), problem));
      return checked;
    }
    return after;
  }

  private put(file: InputFile, bytes: Uint8Array): WriteProblem | undefined {
    if (file.path !== undefined) return writeFixed(file.path, bytes);
    this.io.stdout.write(bytes);
    return undefined;
  }

  private async read(file: InputFile): Promise<FileBytes> {
    if (file.path !== undefined) return readInput(file.path);
    const bytes = await this.io.readStdin(SIZE_LIMIT);
    return bytes === undefined ? { problem: { kind: 'too-large', limit: SIZE_LIMIT, size: undefined } } : { bytes };
  }

  private skip(file: InputFile, problem: Problem): void {
    const name = file.path === undefined ? this.options.stdinName : file.name;
    const failure = problem.kind !== 'not-a-report';
    this.tally.skip({ name, problem, failure });
    if (failure) this.fail(name, problem);
  }

  private fail(name: string, problem: Problem): void {
    this.somethingFailed = true;
    this.somethingUnread = true;
    this.complain(this.texts.notChecked(labelOf(name, this.style), problem));
  }

  private complain(message: string): void {
    this.progress.clear();
    this.io.stderr.write(`${message}\n`);
  }

  private finish(inputs: Inputs): number {
    const { configurations } = this.context;
    // What is wrong in a project file is told even where no file of its folder could be checked.
    this.tellProblems();
    const idle = this.io.stdout.closed ? [] : this.review.problems(configurations.projects, this.wholeFolders());
    for (const problem of this.shown(idle)) this.complain(printable(this.texts.configProblem(problem)));
    const problems = this.shown([...configurations.problems, ...idle]);
    const summary = this.tally.summary(this.io.now() - this.start, problems, this.options.baseline !== undefined);
    this.writeBaseline();
    this.progress.clear();
    this.reporter.end(summary);
    const { quiet, mode, output } = this.options;
    if (!quiet && (mode === 'diff' || output !== undefined)) {
      const style = this.styleFor(this.io.stderr);
      this.io.stderr.write(summaryText(summary, style, false));
    }
    const nothingChecked = summary.files === 0 && !this.io.stdout.closed;
    if (nothingChecked && !this.somethingFailed) this.complain(this.texts.nothingChecked(inputs.files.length));
    if (this.somethingFailed || nothingChecked) return 2;
    return this.somethingFound ? 1 : 0;
  }

  /** Folders that were checked with all below them; none where something could not be read. */
  private wholeFolders(): readonly string[] {
    if (this.somethingUnread) return [];
    return this.options.paths.map((path) => resolve(this.io.cwd, path)).filter(isFolder);
  }

  private writeBaseline(): void {
    const name = this.options.writeBaseline ?? '';
    try {
      const count = this.context.baseline.write();
      if (count !== undefined && !this.options.quiet) this.complain(printable(this.texts.baselineWritten(name, count)));
    } catch (error) {
      this.somethingFailed = true;
      this.complain(printable(this.texts.fileProblem(name, writeProblemOf(error))));
    }
  }

  private reporterOn(output: PendingFile | undefined): Reporter {
    const { options, texts } = this;
    // Standard output is for diffs then, and findings are asked for by --output.
    if (options.mode === 'diff' && output === undefined) return { file: () => {}, end: () => {} };
    const sink: TextSink = output ?? { write: (text) => this.print(text) };
    if (options.format === 'json') return jsonReporter(sink, texts, options.locale);
    return textReporter(sink, this.style, {
      fullFrom: options.failOn === 'hint' ? 'hint' : 'information',
      quiet: options.quiet,
      perFile: output === undefined ? SHOWN_PER_FILE : Number.POSITIVE_INFINITY,
      toFile: output !== undefined,
    });
  }

  private print(text: string): void {
    this.progress.clear();
    this.stream.write(text);
  }

  private styleFor(stream: OutputStream | undefined): TextStyle {
    return {
      colours: coloursFor(stream !== undefined && wantsColours(stream.isTTY, this.io.env)),
      columns: stream?.columns ?? DEFAULT_COLUMNS,
      texts: this.texts,
      locale: this.options.locale,
    };
  }
}

/** An unexpected error with the place it comes from, on one line. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.stack ?? error.message)
    .split('\n', 2)
    .map((line) => line.trim())
    .join(' ');
}
