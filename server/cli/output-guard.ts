import { statSync } from 'node:fs';
import { looksLikeReport } from '../report/recognition.js';
import { decode } from './encoding.js';
import { foreignFormatOf, readInput } from './read-input.js';
import { OWN_OUTPUT } from './version.js';

/**
 * Whether a file that is about to be overwritten by an output is a report: `check --output 报告.txt …` is a slip
 * that would cost the writer the text. The output of an earlier run is none, nor a file that does not exist or cannot be read.
 */
export function looksLikeReportFile(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const { bytes } = readInput(path);
  if (bytes === undefined) return false;
  const text = foreignFormatOf(bytes, path) === undefined ? (decode(bytes).text ?? '') : '';
  return !text.startsWith(OWN_OUTPUT) && looksLikeReport(text);
}
