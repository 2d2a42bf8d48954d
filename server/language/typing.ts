import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding.js';
import type { Report } from '../report/report.js';
import { isDigit } from '../text/characters.js';
import { toPlainEdits } from './edits.js';

const RULE = 'half-width-punctuation';

/**
 * Makes a half-width mark full width that was just typed between Chinese, and with a closing bracket its opening one.
 *
 * Only what the rule on half-width marks finds at this very place is changed, so neither where the rule is off nor in a file
 * that is half width throughout. A mark behind a figure waits until something follows: it may be 1,000 or 10:30.
 *
 * @param position behind the typed mark.
 * @param findings what the check says of the report.
 */
export function markEdits(report: Report, position: Position, mark: string, findings: readonly Finding[]): TextEdit[] {
  const { source } = report;
  const at = source.offsetAt(position) - 1;
  if (source.text.charAt(at) !== mark) return [];
  const isBehindFigure = isDigit(source.text.charCodeAt(at - 1));
  const finding = findings.find(({ rule, fixes }) => rule === RULE && isAbout(fixes[0]?.edits, at));
  const edits = finding?.fixes[0]?.edits;
  if (edits === undefined || edits.length > MOST_EDITS || (isBehindFigure && mark !== ')')) return [];
  return toPlainEdits(source, edits);
}

/** A pair of brackets has two edits; more belong to a note on the whole file. */
const MOST_EDITS = 2;

function isAbout(edits: Finding['fixes'][number]['edits'] | undefined, at: number): boolean {
  return edits?.some(({ span }) => span.start === at) === true;
}
