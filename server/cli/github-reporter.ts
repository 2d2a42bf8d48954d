import { resolve } from 'node:path';
import type { Locale, Severity } from '../rules/rule.js';
import type { CheckedFile } from './check-file.js';
import { printable } from './display-width.js';
import { annotationOf, levelOf, repositoryPath } from './github-finding.js';
import { countRow, findingItem, type StepPage, stepPage } from './github-page.js';
import type { Io, TextSink } from './io.js';
import { reasonOf, SKIP_REASONS } from './problem.js';
import type { Reporter } from './reporter.js';
import { labelOf } from './text-reporter.js';
import { isAtLeast, type Summary } from './summary.js';
import type { Texts } from './texts/texts.js';
import { plainLine, workflowCommand } from './workflow-command.js';

/** What the format for CI jobs depends on beside the findings. */
export interface GithubOptions {
  readonly locale: Locale;
  /** The slightest severity that is annotated: of each level the service shows only the first ten of a step. */
  readonly from: Severity;
  /** Findings only, no header lines and no sums in the log. */
  readonly quiet: boolean;
  readonly cwd: string;
  readonly env: Io['env'];
  /** Appends to the file of a path; throws the system's error where it cannot. */
  readonly append: (path: string, text: string) => void;
}

/** Parts what `render` gives: no text for people has a NUL in it, nor has a name of a file. */
const PART = '\0';

/**
 * The format for CI jobs of GitHub Actions and what is like it: a workflow command a finding, which puts an annotation on the file.
 * Where the runner asks for them it also gets a page (GITHUB_STEP_SUMMARY) and the counts as outputs of the step (GITHUB_OUTPUT).
 */
export function githubReporter(sink: TextSink, texts: Texts, options: GithubOptions): Reporter {
  const page: StepPage = { rows: [], items: [] };
  return {
    render(file) {
      const label = labelOf(repositoryPath(file.name, options) ?? file.name, { texts });
      return [annotations(file, label, texts, options), countRow(file, label), items(file, label, texts, options.locale)].join(PART);
    },
    file(rendered) {
      const [commands = '', row = '', list = ''] = rendered.split(PART);
      sink.write(commands);
      page.rows.push(row);
      if (list !== '') page.items.push(list);
    },
    end(summary) {
      sink.write(failures(summary, texts, options));
      if (!options.quiet) sink.write(sums(summary, texts));
      for (const [variable, text] of [
        ['GITHUB_STEP_SUMMARY', () => stepPage(page, summary, texts)],
        ['GITHUB_OUTPUT', () => outputs(summary)],
      ] as const) {
        const path = options.env[variable];
        if (path === undefined || path === '') continue;
        try {
          options.append(path, text());
        } catch (error) {
          sink.write(`${workflowCommand('warning', {}, texts.github.notWritten(variable, String(error)))}\n`);
        }
      }
    },
  };
}

/** The lines of one file in the log. */
function annotations(file: CheckedFile, label: string, texts: Texts, options: GithubOptions): string {
  const { findings, report, name } = file;
  const path = repositoryPath(name, options);
  const commands = findings
    .filter(({ severity }) => isAtLeast(severity, options.from))
    .map((finding) => `${annotationOf(finding, report.source, path, texts, options.locale)}\n`);
  if (commands.length === 0) return '';
  const header = options.quiet ? '' : `${plainLine(label)}\n`;
  return header + commands.join('');
}

/** What the page lists of one file. */
function items(file: CheckedFile, label: string, texts: Texts, locale: Locale): string {
  return file.findings
    .filter(({ severity }) => isAtLeast(severity, 'warning'))
    .map((finding) => findingItem(finding, file.report.source, label, texts, locale))
    .join('');
}

/** What could not be done: files that were not read, mistakes in project files. */
function failures({ skipped, configuration }: Summary, texts: Texts, options: GithubOptions): string {
  const unread = skipped
    .filter(({ failure }) => failure)
    .map(({ name, problem }) => workflowCommand('error', { file: repositoryPath(name, options) }, printable(texts.problem(problem))));
  const mistakes = configuration.map(({ file, severity, message, range, code }) => {
    const place = { file: repositoryPath(resolve(options.cwd, file), options), line: range.start.line + 1, title: code };
    return workflowCommand(levelOf(severity), place, printable(message));
  });
  return [...unread, ...mistakes].map((command) => `${command}\n`).join('');
}

function sums(summary: Summary, texts: Texts): string {
  const lines = [texts.summary(summary, (_, text) => text)];
  for (const reason of SKIP_REASONS) {
    const count = summary.skipped.filter(({ problem }) => reasonOf(problem) === reason).length;
    if (count > 0) lines.push(texts.skipped(reason, count));
  }
  return lines.map((line) => `${plainLine(line)}\n`).join('');
}

function outputs({ files, counts, fixable, inBaseline }: Summary): string {
  const values = {
    files,
    errors: counts.error,
    warnings: counts.warning,
    information: counts.information,
    hints: counts.hint,
    fixable,
    'in-baseline': inBaseline ?? 0,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
