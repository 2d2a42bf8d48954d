import type { CompletionItem } from 'vscode-languageserver-types';
import type { AgencyKind } from '../../report/report.js';
import { filledTemplate } from '../../report/skeleton.js';
import type { LocalizedText } from '../../rules/rule.js';
import { fillIn, skeletonItem, UNKNOWN_AGENCY } from './items.js';
import type { CompletionOptions } from './options.js';
import { isEmptyLine, skeletonOptionsFor, type WritingPlace } from './place.js';
import { sectionPresence } from '../sections.js';

/** The frame round the sections, agency and year filled in: the title on the first line, agency and date below the last one. */
export function frameCompletions(place: WritingPlace, options: CompletionOptions): CompletionItem[] {
  if (options.uninvited === true || !isEmptyLine(place)) return [];
  if (place.report.title === undefined && isFirst(place)) return [frameItem(place, TITLE_NAME, TITLE, undefined, options)];
  return isLast(place) ? signOffItems(place, options) : [];
}

/** As long as a section is missing, the end is not what a writer comes to next. */
function rankOf({ report, line }: WritingPlace): string {
  return sectionPresence(report, line).some(({ state }) => state === 'missing') ? '5' : '0';
}

const TITLE = '{agency}{year}年法治政府建设情况报告';
const DATE = '{next}年{blank}月{blank}日';

const TITLE_NAME: LocalizedText = { 'zh-CN': '标题', en: 'Title' };
const SIGN_OFF_NAME: LocalizedText = { 'zh-CN': '落款：机关名称和日期', en: 'Sign-off: agency and date' };
const AGENCY_NAME: LocalizedText = { 'zh-CN': '落款：机关名称', en: 'Sign-off: agency' };
const DATE_NAME: LocalizedText = { 'zh-CN': '落款：成文日期', en: 'Sign-off: date' };

function signOffItems(place: WritingPlace, options: CompletionOptions): CompletionItem[] {
  const { signOff } = place.report;
  const { agency, kind } = skeletonOptionsFor(place.report, place.line);
  const name = agency === undefined || agency === UNKNOWN_AGENCY ? UNKNOWN_AGENCY : signingName(agency, kind);
  if (signOff?.agency !== undefined) return signOff.date === undefined ? [frameItem(place, DATE_NAME, DATE, name, options)] : [];
  if (signOff?.date !== undefined) return [frameItem(place, AGENCY_NAME, '{agency}', name, options)];
  return [frameItem(place, SIGN_OFF_NAME, `{agency}\n${DATE}`, name, options), frameItem(place, DATE_NAME, DATE, name, options)];
}

function frameItem(
  place: WritingPlace,
  label: LocalizedText,
  template: string,
  agency: string | undefined,
  options: CompletionOptions,
): CompletionItem {
  const { report, line, caret } = place;
  const known = skeletonOptionsFor(report, line);
  const content = fillIn(filledTemplate(template, { ...known, agency: agency ?? known.agency }), report.source.lineEnd, options);
  const item = skeletonItem(report.source, { start: caret, end: caret }, label[options.locale], content.text, options);
  item.detail = content.plain.replace(/\s+/gu, ' ');
  item.sortText = `${label === TITLE_NAME ? '0' : rankOf(place)}${label === DATE_NAME ? 'b' : 'a'}`;
  return item;
}

/** A government signs with its full name: 云桥镇 as 云桥镇人民政府. Names of other bodies are full as they are. */
function signingName(name: string, kind: AgencyKind): string {
  if (kind === 'subdistrict') return name.endsWith('街道') ? `${name}办事处` : name;
  return /(?:^|[^\s])[镇乡县区市省旗]$/u.test(name) && GOVERNMENTS.includes(kind) ? `${name}人民政府` : name;
}

const GOVERNMENTS: readonly AgencyKind[] = ['town', 'township', 'county', 'district', 'city', 'province'];

function isFirst({ report, lineSpan }: WritingPlace): boolean {
  return report.source.text.slice(0, lineSpan.start).trim() === '';
}

/** Below the text of the sections there is nothing but what belongs to the sign-off. */
function isLast({ report, line, lineSpan, above }: WritingPlace): boolean {
  if (above === undefined) return false;
  const { source, signOff } = report;
  const below = source.text.slice(lineSpan.end, source.text.length);
  if (below.trim() === '') return hasTextAbove(report.source.text, above.span.end, lineSpan.start);
  return signOff !== undefined && line < source.lineAt(signOff.span.end) && below.trim() === source.slice(signOff.span).trim();
}

/** Right below its heading a section has no text yet: there is nothing to sign. */
function hasTextAbove(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() !== '';
}
