import { decodeText, withoutMark } from '../text/decoding.js';
import { looksLikeReport, RECOGNITION_LENGTH } from './recognition.js';
import { LARGEST_REPORT_BYTES } from './report-size.js';

/** How many bytes of a file are enough to recognise a report, whatever characters they are: none takes more than four. */
const RECOGNITION_BYTES = 4 * RECOGNITION_LENGTH;

/** How files are read that may be reports. */
export interface ReportReader {
  /** How many bytes of a file `beginsReport` wants, at most. */
  readonly headBytes: number;
  /** Larger files are never reports. */
  readonly largestBytes: number;
  /** Whether a file is a report, from its beginning alone. */
  readonly beginsReport: (head: Uint8Array) => boolean;
  /** The text of a file that is a report, without byte order mark; undefined for any other file. */
  readonly reportText: (bytes: Uint8Array) => string | undefined;
}

/**
 * Whether a file is a report, from its beginning alone.
 *
 * @param head the file or its beginning; no more than `RECOGNITION_BYTES` of it are read.
 */
function beginsReport(head: Uint8Array): boolean {
  const text = decodeText(head.subarray(0, RECOGNITION_BYTES), { isBeginning: true });
  return text !== undefined && looksLikeReport(text);
}

/** The text of a file that is a report, without byte order mark; undefined for any other file. */
export function reportText(bytes: Uint8Array): string | undefined {
  if (bytes.length > LARGEST_REPORT_BYTES || !beginsReport(bytes)) return undefined;
  const text = decodeText(bytes);
  return text === undefined ? undefined : withoutMark(text);
}

/** Reads files that may be reports. */
export const REPORT_READER: ReportReader = Object.freeze({
  headBytes: RECOGNITION_BYTES,
  largestBytes: LARGEST_REPORT_BYTES,
  beginsReport,
  reportText,
});
