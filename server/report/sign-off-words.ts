import { type DateReading, readDate } from '../text/dates.js';
import type { Span } from '../text/span.js';
import { isAgencyName } from './agency.js';
import { beginsWithOneOf, endsWithOneOf } from './line-forms.js';

/** What a line of a sign-off names; spans are offsets into its text. */
export interface SignOffWords {
  readonly agency?: Span;
  readonly date?: { readonly span: Span; readonly reading: DateReading };
}

const LABEL = /^(?:报告|填报|报送|上报|制发|编制)(?:单位|机关|日期|时间)[：:][ \u00a0\u3000]*/u;
const LABEL_BEGINNINGS = '报填上制编';
const DATE_AT_END =
  /[\s\u00a0\u3000]{0,40}((?:\d{4}|[〇○零O一二三四五六七八九]{4}|[０-９]{4})\s{0,4}年[\s\d０-９一二三四五六七八九十廿元]{0,6}月[\s\d０-９一二三四五六七八九十廿]{0,6}日?|\d{4}[-./]\d{1,2}[-./]\d{1,2})$/u;
/** Last characters of a date; behind them there may be blanks, which a line without outer blanks has none of. */
const DATE_ENDINGS = '日月0123456789０１２３４５６７８９一二三四五六七八九十廿\u1680';

/**
 * Reads a line as agency and date, as either, or as neither.
 *
 * @param text the line without outer blanks.
 */
export function readSignOffWords(text: string): SignOffWords | undefined {
  const label = beginsWithOneOf(text, LABEL_BEGINNINGS) ? (LABEL.exec(text)?.[0].length ?? 0) : 0;
  if (label > 0) return moved(readSignOffWords(text.slice(label)), label);
  const whole = readDate(text);
  if (whole !== undefined) return { date: { span: { start: 0, end: text.length }, reading: whole } };
  if (isAgencyName(text)) return { agency: { start: 0, end: text.length } };
  const match = endsWithOneOf(text, DATE_ENDINGS) ? DATE_AT_END.exec(text) : null;
  const dateText = match?.[1];
  if (match === null || dateText === undefined) return undefined;
  const reading = readDate(dateText);
  if (reading === undefined || !isAgencyName(text.slice(0, match.index))) return undefined;
  return {
    agency: { start: 0, end: match.index },
    date: { span: { start: text.length - dateText.length, end: text.length }, reading },
  };
}

function moved(words: SignOffWords | undefined, by: number): SignOffWords | undefined {
  if (words === undefined) return undefined;
  const { agency, date } = words;
  const shift = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...(agency === undefined ? {} : { agency: shift(agency) }),
    ...(date === undefined ? {} : { date: { ...date, span: shift(date.span) } }),
  };
}
