import { relative } from 'node:path';
import type { ConfigurationProblem, ConfigurationProblemCode } from '../check/configuration-problem.js';
import type { Locale } from '../rules/rule.js';
import { SourceText } from '../text/source-text.js';
import { addressOf } from './configurations.js';
import type { JsonRange } from './json-file.js';

/** A mistake in a project file as the command line tells it. */
export interface ShownProblem {
  /** From the current folder where the file is below it, else absolute; with `/`. */
  readonly file: string;
  readonly code: ConfigurationProblemCode;
  readonly severity: ConfigurationProblem['severity'];
  readonly message: string;
  readonly range: JsonRange;
  /** `.fazhi-report.json:3:5`, counted from 1. */
  readonly label: string;
}

/**
 * Puts the mistakes of project files as the command line tells them, in order of file and place.
 *
 * @param textOf the text of a project file.
 */
export function showProblems(
  problems: readonly ConfigurationProblem[],
  textOf: (file: string) => string,
  cwd: string,
  locale: Locale,
): readonly ShownProblem[] {
  const sources = new Map<string, SourceText>();
  return [...problems]
    .sort((a, b) => (a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1))
    .map(({ file, code, severity, message, span }) => {
      const source = sources.get(file) ?? new SourceText(textOf(file));
      sources.set(file, source);
      const range = { start: source.positionAt(span.start), end: source.positionAt(span.end) };
      const name = nameFrom(cwd, file);
      const label = `${name}:${range.start.line + 1}:${range.start.character + 1}`;
      return { file: name, code, severity, message: message[locale], range, label };
    });
}

/** How a file is named to somebody in a folder. */
export function nameFrom(cwd: string, file: string): string {
  const way = addressOf(relative(cwd, file));
  return way === '' || way.startsWith('../') || /^[a-z]:/iu.test(way) ? file : way;
}
