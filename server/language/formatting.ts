import type { TextEdit } from 'vscode-languageserver-types';
import type { CheckConfiguration } from '../check/configuration.js';
import { fixAll } from '../check/fix.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { toPlainEdits } from './edits.js';
import { FORMATTING_RULES } from './safe-fixes.js';
import { wholeParagraphs } from './whole-paragraphs.js';

const CHINESE = /\p{Script=Han}/u;

/**
 * The edits that bring marks, numbers and blanks into the form that official texts have, as far as the rules in force say so.
 * Words stay. Formatting twice is formatting once; a text without Chinese is left alone.
 *
 * @param span what to format, made wider to whole paragraphs; absent for the whole text.
 * @returns small edits of the untouched text, in order.
 */
export function formattingEdits(report: Report, configuration: CheckConfiguration, span?: Span): TextEdit[] {
  const { source } = report;
  if (!CHINESE.test(source.text)) return [];
  const within = span === undefined ? {} : { within: wholeParagraphs(report, span) };
  const { edits } = fixAll(source.text, configuration, { rules: FORMATTING_RULES, ...within });
  return toPlainEdits(source, edits);
}
