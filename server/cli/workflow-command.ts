/** What a workflow command says of a place: the parameters that the runner of GitHub Actions knows, lines and columns from 1. */
export interface AnnotationPlace {
  /** From the top of the repository, with `/`; undefined where there is no file. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** Of the last character. */
  readonly endLine?: number | undefined;
  /** In UTF-16 code units; only where the place is on one line, as the service refuses it elsewhere. */
  readonly col?: number | undefined;
  /** Behind the last character. */
  readonly endColumn?: number | undefined;
  readonly title?: string | undefined;
}

/** The kinds of annotation that the service has. */
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/**
 * A workflow command that puts an annotation on a file, on one line without line end.
 *
 * @param message may have several lines.
 */
export function workflowCommand(level: AnnotationLevel, place: AnnotationPlace, message: string): string {
  const { file, line, endLine, col, endColumn, title } = place;
  const parameters = Object.entries({ file, line, endLine, col, endColumn, title })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${escapedParameter(`${value}`)}`);
  return `::${level}${parameters.length === 0 ? '' : ` ${parameters.join(',')}`}::${escapedMessage(message)}`;
}

/** A line for people that the runner does not take for a command, whatever is quoted in it. */
export function plainLine(text: string): string {
  return text.replace(/^(\s*):(?=:)/u, '$1∶').replaceAll('##[', '## [');
}

function escapedMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedParameter(text: string): string {
  return escapedMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
