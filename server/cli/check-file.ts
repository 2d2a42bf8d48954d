import { examine } from '../check/check.js';
import type { CheckConfiguration, IgnoredFinding } from '../check/configuration.js';
import type { Finding } from '../check/finding.js';
import { parseReport } from '../report/parse-report.js';
import type { Report } from '../report/report.js';
import { SourceText } from '../text/source-text.js';
import { decode, type EncodingChoice, type FileEncoding } from './encoding.js';
import { RULES } from '../rules/index.js';
import type { Problem } from './problem.js';
import { foreignFormatOf } from './read-input.js';
import type { Timing } from './timing.js';
import { OWN_OUTPUT } from './version.js';

/** A file with what was found in it. */
export interface CheckedFile {
  /** As given or found, with `/`; `-` for standard input without a name. */
  readonly name: string;
  readonly encoding: FileEncoding;
  readonly report: Report;
  /** By position, then by rule. */
  readonly findings: readonly Finding[];
  /** Entries of `ignore` that match nothing in it. */
  readonly unmatched: readonly IgnoredFinding[];
  /** Findings that are left out because they are in the baseline. */
  readonly inBaseline: number;
  /** Safe fixes that were written to the file before this was found. */
  readonly fixed: number;
}

/** What a check of bytes needs to know. */
export interface CheckSettings {
  readonly encoding: EncodingChoice;
  readonly configuration: CheckConfiguration;
  /** Absent where nobody asks where the time goes. */
  readonly timing?: Timing | undefined;
}

/** Either the checked file or why it was not. */
export type CheckedOrNot =
  | { readonly checked: CheckedFile; readonly problem?: undefined }
  | { readonly problem: Problem; readonly checked?: undefined };

/**
 * Checks the bytes of one file.
 *
 * @param explicit whether it was named on the command line; only then a text that is no report is checked.
 */
export function checkBytes(name: string, bytes: Uint8Array, explicit: boolean, settings: CheckSettings): CheckedOrNot {
  const format = foreignFormatOf(bytes, name);
  if (format !== undefined) return { problem: { kind: 'foreign-format', format } };
  const decoded = decode(bytes, settings.encoding);
  if (decoded.problem !== undefined) return { problem: decoded.problem };
  if (!explicit && decoded.text.startsWith(OWN_OUTPUT)) return { problem: { kind: 'not-a-report' } };
  const { configuration, timing } = settings;
  timing?.lap('reading');
  const report = parseReport(new SourceText(decoded.text), configuration.project);
  timing?.lap('parsing');
  if (!report.isReport && !explicit) return { problem: { kind: 'not-a-report' } };
  const { findings, unmatched } = examine(report, configuration, RULES, timing);
  timing?.lap('checking');
  return { checked: { name, encoding: decoded.encoding, report, findings, unmatched, inBaseline: 0, fixed: 0 } };
}

/** The same file with another text: what is found once fixes are applied. */
export function checkAgain(file: CheckedFile, text: string, fixed: number, settings: CheckSettings): CheckedFile {
  const { configuration, timing } = settings;
  const report = parseReport(new SourceText(text), configuration.project);
  timing?.lap('parsing');
  const { findings, unmatched } = examine(report, configuration, RULES, timing);
  timing?.lap('checking');
  return { ...file, report, findings, unmatched, fixed };
}
