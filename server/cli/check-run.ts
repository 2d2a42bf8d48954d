import { resolve } from 'node:path';
import type { CheckConfiguration } from '../check/configuration.js';
import type { ConfigurationProblem } from '../check/configuration-problem.js';
import { SEVERITIES } from '../rules/rule.js';
import { type CheckContext, isFolder } from './check-context.js';
import { type CheckedFile, type CheckSettings, checkAgain, checkBytes } from './check-file.js';
import type { CheckOptions } from './check-options.js';
import { coloursFor, wantsColours } from './colours.js';
import { FileChecker } from './file-checker.js';
import { type CheckedOutcome, type FileOutcome, failedOutcome, outcomeOf } from './file-outcome.js';
import { fixedBytes, fixedText, type WriteProblem, writeFixed, writeProblemOf } from './fix-file.js';
import { IgnoreReview } from './ignore-review.js';
import { type InputFile, type Inputs, STANDARD_INPUT } from './input-files.js';
import type { Io, OutputStream, TextSink } from './io.js';
import { makeReporter, styleFor } from './make-reporter.js';
import type { Problem } from './problem.js';
import { printable } from './display-width.js';
import { type Progress, progressOn } from './progress.js';
import { type FileBytes, readInput, SIZE_LIMIT } from './read-input.js';
import type { Reporter } from './reporter.js';
import { type ShownProblem, showProblems } from './shown-problem.js';
import { type Help, SideBySide } from './side-by-side.js';
import { isAtLeast, Tally } from './summary.js';
import type { TextStyle } from './text-finding.js';
import { labelOf } from './text-reporter.js';
import { summaryText } from './text-summary.js';
import type { Texts } from './texts/texts.js';
import { timingTable } from './timing-table.js';
import { type TimeSpent, Timing } from './timing.js';
import type { PendingFile } from './write-file.js';

/**
 * One run of `check` over its files, by name: read, check, mend, report, forget.
 * A file that cannot be read, checked or written costs only itself.
 */
export class CheckRun {
  private readonly start: number;
  private readonly progress: Progress;
  /** Where findings go unless a file was named for them. */
  private readonly stream: OutputStream;
  private readonly style: TextStyle;
  private readonly reporter: Reporter;
  private readonly checker: FileChecker;
  /** Only where --timing asks for it. */
  private readonly timing: Timing | undefined;
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
    this.reporter = makeReporter(options, texts, this.style, this.sinkFor(output), io);
    this.timing = options.timing ? new Timing(io.now) : undefined;
    this.checker = new FileChecker(options, context, this.reporter.render, this.timing);
  }

  /** Goes over the files. @returns the exit status. */
  async over(inputs: Inputs): Promise<number> {
    this.tally = new Tally(inputs.skipped);
    for (const { name, problem, failure } of inputs.skipped) if (failure) this.fail(name, problem);
    let count = 0;
    const work = {
      files: inputs.files,
      now: this.io.now,
      spent: (spent: TimeSpent) => this.timing?.add(spent),
      own: (file: InputFile) => this.one(file),
      accept: async (file: InputFile, outcome: FileOutcome) => {
        this.progress.show(() => this.texts.progress(++count, inputs.files.length, labelOf(file.name, this.style)));
        this.take(file, outcome);
        await this.io.stdout.drained();
        await this.io.stderr.drained();
        // Nobody reads on (`| head`); fixing goes on all the same.
        return !this.io.stdout.closed || this.options.mode === 'fix';
      },
    };
    await new SideBySide(work, this.helpFor(inputs)).run();
    return this.finish(inputs);
  }

  /** The other threads that this run may have: none where files are changed, or all of them are needed at once. */
  private helpFor({ files }: Inputs): Help | undefined {
    const { io, options } = this;
    const alone = options.mode !== 'check' || options.writeBaseline !== undefined || files.some(({ path }) => path === undefined);
    if (io.helpers === undefined || options.jobs === 1 || alone) return undefined;
    const { isTTY, columns } = this.stream;
    const stream = options.output === undefined ? { isTTY, columns } : undefined;
    return { helpers: io.helpers, jobs: options.jobs, start: { options, cwd: io.cwd, env: { ...io.env }, stream } };
  }

  private one(file: InputFile): FileOutcome | Promise<FileOutcome> {
    const { mode } = this.options;
    return mode === 'check' && file.path !== undefined ? this.checker.check(file, file.path) : this.mended(file);
  }

  /** As `FileChecker` does it, with standard input, and with the mode's work on the file. */
  private async mended(file: InputFile): Promise<FileOutcome> {
    this.timing?.start();
    const { bytes, problem } = await this.read(file);
    if (problem !== undefined) return { problem, wasRead: false };
    try {
      return await this.handle(file, bytes);
    } catch (error) {
      // Whoever pipes a text through gets it back, whatever happens.
      if (this.options.mode === 'fix' && file.path === undefined) this.io.stdout.write(bytes);
      return failedOutcome(error);
    }
  }

  private async handle(file: InputFile, bytes: Uint8Array): Promise<FileOutcome> {
    const path = this.pathOf(file);
    const configuration = this.context.configurations.settingsFor(path);
    this.tellProblems();
    const settings = { encoding: this.options.encoding, configuration, timing: this.timing };
    const result = checkBytes(this.nameOf(file), bytes, file.explicit, settings);
    if (result.problem === undefined) {
      const checked = await this.withMode(file, result.checked, bytes, settings);
      return outcomeOf(this.context.baseline.apply(checked, path), configuration, this.reporter.render);
    }
    // Whoever pipes a text through gets it back, fixed or not.
    if (this.options.mode === 'fix' && file.path === undefined) this.io.stdout.write(bytes);
    return { problem: result.problem, wasRead: true };
  }

  /** Reports what a file came to, in this thread or another. */
  private take(file: InputFile, outcome: FileOutcome): void {
    const path = this.pathOf(file);
    if (outcome.problem !== undefined) {
      if (outcome.wasRead) this.readConfiguration(path);
      this.skip(file, outcome.problem);
      return;
    }
    const { ignore } = this.readConfiguration(path);
    const unmatched = outcome.unmatched.flatMap((place) => ignore[place] ?? []);
    this.review.note(path, this.context.configurations.of(path).resolved, unmatched);
    this.report(outcome);
  }

  /** The configuration of a file that was read; it may have been read in another thread only, and its mistakes are told in this one. */
  private readConfiguration(path: string): CheckConfiguration {
    try {
      return this.context.configurations.settingsFor(path);
    } finally {
      this.tellProblems();
    }
  }

  private nameOf(file: InputFile): string {
    return file.path === undefined ? this.options.stdinName : file.name;
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

  private report({ sums, rendered }: CheckedOutcome): void {
    const { failOn, writeBaseline } = this.options;
    // Whoever writes a baseline takes what is found as known.
    if (failOn !== 'never' && writeBaseline === undefined) {
      this.somethingFound ||= SEVERITIES.some((severity) => sums.counts[severity] > 0 && isAtLeast(severity, failOn));
    }
    this.tally.add(sums);
    this.timing?.start();
    this.reporter.file(rendered);
    this.timing?.lap('writing');
  }

  /** What is to be reported of a file once the mode's work on it is done. */
  private async withMode(file: InputFile, checked: CheckedFile, original: Uint8Array, settings: CheckSettings): Promise<CheckedFile> {
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
    const name = this.nameOf(file);
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
    const spent = this.timing?.take();
    this.reporter.end(summary, spent);
    const { quiet, mode, output } = this.options;
    if (!quiet && (mode === 'diff' || output !== undefined)) {
      const style = this.styleFor(this.io.stderr);
      this.io.stderr.write(summaryText(summary, style, false));
    }
    if (spent !== undefined) this.io.stderr.write(timingTable(spent, this.texts));
    // With --only-reports a program chose the files, and there may well be no report among them.
    const nothingChecked = summary.files === 0 && !this.io.stdout.closed && !this.options.onlyReports;
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

  private sinkFor(output: PendingFile | undefined): TextSink | undefined {
    if (output !== undefined) return output;
    // Standard output is for diffs then, and findings are asked for by --output.
    return this.options.mode === 'diff' ? undefined : { write: (text) => this.print(text) };
  }

  private print(text: string): void {
    this.progress.clear();
    this.stream.write(text);
  }

  private styleFor(stream: OutputStream | undefined): TextStyle {
    return styleFor(stream, this.options, this.texts, this.io.env);
  }
}
