import { resolve } from 'node:path';
import type { Finding } from '../check/finding.js';
import type { Locale, Severity } from '../rules/rule.js';
import type { Span } from '../text/span.js';
import type { SourceText } from '../text/source-text.js';
import { printable } from './display-width.js';
import { STANDARD_INPUT } from './input-files.js';
import type { Io } from './io.js';
import { nameFrom } from './shown-problem.js';
import type { Texts } from './texts/texts.js';
import { type AnnotationLevel, type AnnotationPlace, workflowCommand } from './workflow-command.js';

/** Related places told with an annotation; a reviewer has them below one another. */
const RELATED_TOLD = 3;

/** The annotation's level for a severity: the service has no fourth one. */
export function levelOf(severity: Severity): AnnotationLevel {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}

/**
 * How a file is named to a reviewer: from the top of the repository, which a runner tells in GITHUB_WORKSPACE; from the current
 * folder where nobody tells. Absolute where it is elsewhere; undefined for standard input without a name.
 *
 * @param name as given or found.
 */
export function repositoryPath(name: string, { cwd, env }: Pick<Io, 'cwd' | 'env'>): string | undefined {
  if (name === STANDARD_INPUT) return undefined;
  const top = env.GITHUB_WORKSPACE;
  return nameFrom(top === undefined || top === '' ? cwd : top, resolve(cwd, name)).replaceAll('\\', '/');
}

/** A finding as an annotation on its file, on one line without line end. @param file by `repositoryPath`. */
export function annotationOf(finding: Finding, source: SourceText, file: string | undefined, texts: Texts, locale: Locale): string {
  const place = { file, ...placeOf(finding.span, source), title: finding.rule };
  const mark = finding.fixable === 'safe' ? texts.safeFixMark() : '';
  // Several places on a line often are told in the same words.
  const related = finding.related
    .slice(0, RELATED_TOLD)
    .map(({ span, message }) => texts.github.related(source.positionAt(span.start).line + 1, printable(message[locale])));
  return workflowCommand(levelOf(finding.severity), place, [printable(finding.message[locale]) + mark, ...new Set(related)].join('\n'));
}

function placeOf(span: Span, source: SourceText): AnnotationPlace {
  const start = source.positionAt(span.start);
  const end = source.positionAt(span.end);
  // A place that ends with its line does not reach into the next one.
  const endLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const lines = { line: start.line + 1, endLine: endLine + 1 };
  if (end.line !== start.line) return lines;
  return { ...lines, col: start.character + 1, endColumn: end.character + 1 };
}
