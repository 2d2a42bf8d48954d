import { mayEndInDate, readDate } from '../text/dates.js';
import { beginsWithOneOf, endsWithOneOf } from './line-forms.js';
import type { Line } from './lines.js';
import type { SignOff, SignOffDate } from './report.js';
import type { Span } from '../text/span.js';

/** What stands below the last paragraph of a report. */
export interface Tail {
  readonly signOff: SignOff | undefined;
  /** Index (in the list of lines) of the first line that is no longer text. */
  readonly bodyEnd: number;
  /** Index of the first line of furniture below the text; the number of lines where there is none. */
  readonly furnitureStart: number;
}

const MOST_TAIL_LINES = 40;
const LONGEST_TAIL_LINE = 60;
const ATTACHMENT = /^附[件表录图]?\s{0,4}(?:\d{1,3}\s{0,4})?[：:]|^附件\s{0,4}\d{0,3}$/u;
const CLOSING_REMARK = /^[（(](?:联系人|此件|本件|主动公开|依申请公开|公开方式|信息公开)|^抄送|^抄报|^主题词|^联系人/u;

/**
 * Finds the sign-off and the page furniture below the last paragraph.
 *
 * @param lines the non-blank lines of the text.
 * @param first index of the first line that can belong to the tail.
 */
export function findTail(lines: readonly Line[], first: number): Tail {
  let furnitureStart = lines.length;
  while (furnitureStart > first && lines.length - furnitureStart < MOST_TAIL_LINES) {
    const line = lines[furnitureStart - 1];
    if (line === undefined || !line.content.isFurniture) break;
    furnitureStart--;
  }
  const attachments = attachmentStart(lines, first, furnitureStart);
  const tail = tailStart(lines, first, attachments);
  const signOff = readSignOff(lines.slice(tail, attachments));
  return { signOff, bodyEnd: tail, furnitureStart };
}

/** The date in ——2025年3月27日在丰乐县第十八届人民代表大会常务委员会第二十四次会议上. */
export function readMeetingDate({ text, start }: Line): SignOffDate | undefined {
  if (!beginsWithOneOf(text, MEETING_BEGINNINGS)) return undefined;
  const match = /^[—–-]{0,2}[（(]?(\d{4}年\d{1,2}月\d{1,2}日)在[^，。]{2,60}(?:会议|大会)上/u.exec(text);
  const written = match?.[1];
  const reading = written === undefined ? undefined : readDate(written);
  if (match === null || written === undefined || reading === undefined) return undefined;
  const from = start + match[0].indexOf(written);
  return { span: { start: from, end: from + written.length }, reading };
}

const MEETING_BEGINNINGS = '—–-（(0123456789';

/** Reads a line as agency and date, as either, or as neither. */
export function readSignOffLine({ content, start }: Line): { agency?: Span; date?: SignOffDate } {
  const words = content.signOff;
  if (words === undefined) return NOTHING;
  const { agency, date } = words;
  const place = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
  return {
    ...(agency === undefined ? {} : { agency: place(agency) }),
    ...(date === undefined ? {} : { date: { span: place(date.span), reading: date.reading } }),
  };
}

const NOTHING = Object.freeze({});

/** Index of the first line behind the signed date that begins another text (附件, 一、 anew); `end` where there is none. */
function attachmentStart(lines: readonly Line[], first: number, end: number): number {
  let signed = Number.NEGATIVE_INFINITY;
  let sections = 0;
  for (let index = first; index < end; index++) {
    const line = lines[index];
    if (line === undefined || line.text.length > LONGEST_TAIL_LINE) continue;
    const { marker } = line.content;
    if (marker?.style === 'chinese') {
      // A second document behind the signed date numbers its sections anew.
      if (signed > 0 && marker.value === 1 && sections > 1) return signed + 1;
      sections = Math.max(sections, marker.value);
    }
    if (index - signed <= 4 && isAttachment(line.text)) return index;
    if (index - first > 3 && mayEndInDate(line.text) && line.content.signOff?.date !== undefined) signed = index;
  }
  return end;
}

function isAttachment(text: string): boolean {
  return beginsWithOneOf(text, '附') && ATTACHMENT.test(text);
}

/** Index of the first line of sign-off, attachments and closing remarks. */
function tailStart(lines: readonly Line[], first: number, end: number): number {
  let start = end;
  let pending = end;
  while (pending > first && end - pending < MOST_TAIL_LINES) {
    const line = lines[pending - 1];
    if (line === undefined || line.text.length > LONGEST_TAIL_LINE) break;
    const isTail = line.content.signOff !== undefined || isAttachment(line.text) || CLOSING_REMARK.test(line.text);
    if (isTail) start = pending - 1;
    // The names of further attachments stand on lines of their own between 附件: and the sign-off.
    else if (endsWithOneOf(line.text, '。；') || end - pending > 8 || line.content.marker?.style === 'chinese') break;
    pending--;
  }
  return start;
}

function readSignOff(lines: readonly Line[]): SignOff | undefined {
  let date: SignOffDate | undefined;
  let agency: Span | undefined;
  for (const line of lines) {
    const read = readSignOffLine(line);
    date = read.date ?? date;
    agency = read.agency ?? agency;
  }
  if (date === undefined && agency === undefined) return undefined;
  const start = Math.min(date?.span.start ?? Number.POSITIVE_INFINITY, agency?.start ?? Number.POSITIVE_INFINITY);
  return { agency, date, span: { start, end: Math.max(date?.span.end ?? 0, agency?.end ?? 0) } };
}
