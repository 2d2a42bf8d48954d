import { readDate } from '../text/dates.js';
import { isAgencyName } from './agency.js';
import { isFurnitureLine } from './furniture.js';
import type { Line } from './lines.js';
import { readMarker } from './markers.js';
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
const SIGN_OFF_LABEL = /^(?:报告|填报|报送|上报|制发|编制)(?:单位|机关|日期|时间)[：:][ \u00a0\u3000]*/u;
const ATTACHMENT = /^附[件表录图]?\s{0,4}(?:\d{1,3}\s{0,4})?[：:]|^附件\s{0,4}\d{0,3}$/u;
const CLOSING_REMARK = /^[（(](?:联系人|此件|本件|主动公开|依申请公开|公开方式|信息公开)|^抄送|^抄报|^主题词|^联系人/u;
const DATE_AT_END =
  /[\s\u00a0\u3000]{0,40}((?:\d{4}|[〇○零O一二三四五六七八九]{4}|[０-９]{4})\s{0,4}年[\s\d０-９一二三四五六七八九十廿元]{0,6}月[\s\d０-９一二三四五六七八九十廿]{0,6}日?|\d{4}[-./]\d{1,2}[-./]\d{1,2})$/u;

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
    if (line === undefined || !isFurnitureLine(line.text)) break;
    furnitureStart--;
  }
  const attachments = attachmentStart(lines, first, furnitureStart);
  const tail = tailStart(lines, first, attachments);
  const signOff = readSignOff(lines.slice(tail, attachments));
  return { signOff, bodyEnd: tail, furnitureStart };
}

/** The date in ——2025年3月27日在丰乐县第十八届人民代表大会常务委员会第二十四次会议上. */
export function readMeetingDate({ text, start }: Line): SignOffDate | undefined {
  const match = /^[—–-]{0,2}[（(]?(\d{4}年\d{1,2}月\d{1,2}日)在[^，。]{2,60}(?:会议|大会)上/u.exec(text);
  const written = match?.[1];
  const reading = written === undefined ? undefined : readDate(written);
  if (match === null || written === undefined || reading === undefined) return undefined;
  const from = start + match[0].indexOf(written);
  return { span: { start: from, end: from + written.length }, reading };
}

/** Reads a line as agency and date, as either, or as neither. */
export function readSignOffLine(line: Line): { agency?: Span; date?: SignOffDate } {
  const label = SIGN_OFF_LABEL.exec(line.text)?.[0].length ?? 0;
  if (label > 0) return readSignOffLine({ ...line, start: line.start + label, text: line.text.slice(label) });
  const whole = readDate(line.text);
  if (whole !== undefined) return { date: { span: { start: line.start, end: line.end }, reading: whole } };
  if (isAgencyName(line.text)) return { agency: { start: line.start, end: line.end } };
  const match = DATE_AT_END.exec(line.text);
  const dateText = match?.[1];
  if (match === null || dateText === undefined) return {};
  const reading = readDate(dateText);
  if (reading === undefined || !isAgencyName(line.text.slice(0, match.index))) return {};
  return {
    agency: { start: line.start, end: line.start + match.index },
    date: { span: { start: line.end - dateText.length, end: line.end }, reading },
  };
}

/** Index of the first line behind the signed date that begins another text (附件, 一、 anew); `end` where there is none. */
function attachmentStart(lines: readonly Line[], first: number, end: number): number {
  let signed = Number.NEGATIVE_INFINITY;
  let sections = 0;
  for (let index = first; index < end; index++) {
    const line = lines[index];
    if (line === undefined || line.text.length > LONGEST_TAIL_LINE) continue;
    const marker = readMarker(line.text);
    if (marker?.style === 'chinese') {
      // A second document behind the signed date numbers its sections anew.
      if (signed > 0 && marker.value === 1 && sections > 1) return signed + 1;
      sections = Math.max(sections, marker.value);
    }
    if (ATTACHMENT.test(line.text) && index - signed <= 4) return index;
    if (readSignOffLine(line).date !== undefined && index - first > 3) signed = index;
  }
  return end;
}

/** Index of the first line of sign-off, attachments and closing remarks. */
function tailStart(lines: readonly Line[], first: number, end: number): number {
  let start = end;
  let pending = end;
  while (pending > first && end - pending < MOST_TAIL_LINES) {
    const line = lines[pending - 1];
    if (line === undefined || line.text.length > LONGEST_TAIL_LINE) break;
    const { agency, date } = readSignOffLine(line);
    const isTail = agency !== undefined || date !== undefined || ATTACHMENT.test(line.text) || CLOSING_REMARK.test(line.text);
    if (isTail) start = pending - 1;
    // The names of further attachments stand on lines of their own between 附件: and the sign-off.
    else if (/[。；]$/u.test(line.text) || end - pending > 8 || readMarker(line.text)?.style === 'chinese') break;
    pending--;
  }
  return start;
}

function readSignOff(lines: readonly Line[]): SignOff | undefined {
  const read = lines.map((line) => ({ line, ...readSignOffLine(line) }));
  const date = read.findLast((entry) => entry.date !== undefined)?.date;
  const agency = read.findLast((entry) => entry.agency !== undefined)?.agency;
  if (date === undefined && agency === undefined) return undefined;
  const starts = [date?.span.start, agency?.start].filter((value) => value !== undefined);
  const ends = [date?.span.end, agency?.end].filter((value) => value !== undefined);
  return { agency, date, span: { start: Math.min(...starts), end: Math.max(...ends) } };
}
