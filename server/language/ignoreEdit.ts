import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { folderOf, relativeTo } from '../check/addresses.js';
import type { IgnoredFinding } from '../check/configuration.js';
import type { Finding } from '../check/finding.js';
import { addEntry } from '../check/project-edits.js';
import { quoteOf } from '../check/quote.js';
import type { Report } from '../report/report.js';
import { SourceText } from '../text/source-text.js';
import { toPlainEdits } from './edits.js';

/** The project file that is to name a finding as ignored. */
export interface IgnoreTarget {
  readonly uri: string;
  /** Its text; undefined where the file is to be created. */
  readonly text: string | undefined;
  /** Its version where it is open in the editor. */
  readonly version: number | undefined;
  readonly documentChanges: boolean;
}

/**
 * The edit of a project file after which a finding is left out: an entry with the rule, a quote and the file.
 *
 * @param findings all of the report, so that the quote names no other one.
 * @param uri address of the report, which is below the folder of the project file.
 * @returns undefined where the project file cannot be edited.
 */
export function ignoreEdit(
  report: Report,
  finding: Finding,
  findings: readonly Finding[],
  uri: string,
  target: IgnoreTarget,
): WorkspaceEdit | undefined {
  const others = findings.filter((other) => other !== finding && other.rule === finding.rule).map(({ span }) => span);
  const file = relativeTo(folderOf(target.uri), uri);
  const text = quoteOf(report.source, finding.span, others);
  if (text === '') return undefined;
  const entry: IgnoredFinding = { rule: finding.rule, text, ...(file === undefined ? {} : { file }), reason: '' };
  const edits = addEntry(target.text ?? '', entry);
  if (edits === undefined) return undefined;
  const source = new SourceText(target.text ?? '');
  const textEdits = toPlainEdits(source, edits);
  if (!target.documentChanges) return target.text === undefined ? undefined : { changes: { [target.uri]: textEdits } };
  const change = { textDocument: { uri: target.uri, version: target.version ?? null }, edits: textEdits };
  if (target.text !== undefined) return { documentChanges: [change] };
  return { documentChanges: [{ kind: 'create', uri: target.uri, options: { ignoreIfExists: true } }, change] };
}
