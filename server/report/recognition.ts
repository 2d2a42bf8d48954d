import { SourceText } from '../text/source-text.js';
import { readLines } from './lines.js';
import { findTitles } from './title.js';

/** How many UTF-16 code units of a text are enough to recognise a report. */
export const RECOGNITION_LENGTH = 6000;

/**
 * Whether a text is an annual report on law-based government, from its first lines:
 * a title that names 法治政府 and 报告, 总结 or 情况 before the first heading.
 *
 * @param head the text or its beginning; no more than `RECOGNITION_LENGTH` of it is read.
 */
export function looksLikeReport(head: string): boolean {
  const beginning = head.slice(0, RECOGNITION_LENGTH);
  if (!/法\s*[治制]\s*政\s*府/u.test(beginning)) return false;
  return findTitles(readLines(new SourceText(beginning))).title !== undefined;
}
