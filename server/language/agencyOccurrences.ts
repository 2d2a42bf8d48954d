import { type AgencyBody, bodyOfReport } from '../report/agency-body.js';
import { agencyKindOf } from '../report/agency.js';
import type { ParagraphContent, Report } from '../report/report.js';
import { divisionsIn, townsIn } from '../rules/place-names.js';
import { LEADING_WORDS } from '../knowledge/place-words.js';
import { isHan } from '../text/characters.js';
import type { Span } from '../text/span.js';

/** A place where a report names its own agency, in whatever form. */
export interface AgencyOccurrence {
  /** The whole form: 中共金山县赵庄镇委员会. */
  readonly span: Span;
  /** The agency's own name in it, which is the same in every form: 赵庄镇. */
  readonly own: Span;
}

/** Where a report names its own agency, and by which name. */
export interface AgencyOccurrences {
  readonly body: AgencyBody;
  /** In the order of the text. */
  readonly all: readonly AgencyOccurrence[];
}

/** Organs and offices of a territory, right behind its name. */
const ORGAN = /^(?:人民政府|党委、?政府|党工委、?办事处|党工委|党委|政府|办事处|(?:工作)?委员会|管理委员会|管委会|行政公署){1,3}/u;
const PARTY_GROUP = /^党[组委]/u;
/** 县委, but not 县委员 and 县委托. */
const COMMITTEE = /^委(?![员托派任])/u;
const PARTY = /(?:中国共产党|中共)$/u;
/** 我县, 全市: the own division, and no name. */
const OWN_DIVISION = /[我本全各][省市县区州旗盟]$/u;
const CLASS_WORD = /[省市县区州旗盟]$/u;
/** What a longer name of another town begins with: 东赵庄镇, 大宁河镇. */
const LONGER_NAME = /[大小上下东西南北中新老旧前后]$/u;
/** Longest word that leads to a name, and longest names of divisions above it. */
const REACH = 24;
const LEADING: ReadonlySet<string> = new Set(LEADING_WORDS);
/** Longest organ behind a name. */
const ORGAN_REACH = 16;
/** A shorter name is told from other words only by what leads to it. */
const SHORT_OWN = 3;

/**
 * Where a report names its own agency: 宁河镇, 宁河镇人民政府, 天津市宁河镇党委, in titles, text, sign-off and page furniture. A
 * body of the same name elsewhere (安平县宁河镇) and one of a longer name (大宁河镇) are others.
 *
 * @returns undefined where the report names no agency.
 */
export function agencyOccurrences(report: Report): AgencyOccurrences | undefined {
  const body = namedBody(report);
  if (body === undefined) return undefined;
  const all = report.paragraphs.flatMap((paragraph) =>
    agencyNamesIn(paragraph, body).map(({ span, own }) => ({ span: paragraph.toSource(span), own: paragraph.toSource(own) })),
  );
  return { body, all: all.sort((a, b) => a.span.start - b.span.start) };
}

/** The body whose names can be found in a report; undefined where it names none, or by a name too short to be told from words. */
export function namedBody(report: Report): AgencyBody | undefined {
  const body = bodyOfReport(report);
  return body === undefined || body.own.length < 2 ? undefined : body;
}

/** Where a paragraph names a body, in order; offsets into the paragraph's text. Remembered as long as text and body stay. */
export function agencyNamesIn(paragraph: ParagraphContent, body: AgencyBody): readonly AgencyOccurrence[] {
  return paragraph.fact(makeMemory).of(paragraph.text, body);
}

/** The names found last in a paragraph. */
class Names {
  #body: AgencyBody | undefined;
  #names = NOTHING;

  of(text: string, body: AgencyBody): readonly AgencyOccurrence[] {
    if (body.own !== this.#body?.own || body.above !== this.#body.above) {
      this.#body = body;
      this.#names = readNames(text, body);
    }
    return this.#names;
  }
}

const NOTHING: readonly AgencyOccurrence[] = Object.freeze([]);

/** A key of `fact`. */
function makeMemory(): Names {
  return new Names();
}

function readNames(text: string, body: AgencyBody): readonly AgencyOccurrence[] {
  const isDepartment = agencyKindOf(body.own) === 'department';
  const names: AgencyOccurrence[] = [];
  for (let at = text.indexOf(body.own); at >= 0; at = text.indexOf(body.own, at + body.own.length)) {
    const start = isDepartment ? departmentStart(text, at, body) : territoryStart(text, at, body);
    if (start === undefined) continue;
    const end = at + body.own.length;
    names.push({ span: { start, end: end + organAt(text, end, isDepartment).length }, own: { start: at, end } });
  }
  return names.length === 0 ? NOTHING : names;
}

/** The organ that is named behind a name; empty where none is. */
function organAt(text: string, end: number, isDepartment: boolean): string {
  const behind = text.slice(end, end + ORGAN_REACH);
  if (isDepartment) return PARTY_GROUP.exec(behind)?.[0] ?? '';
  return ORGAN.exec(behind)?.[0] ?? (CLASS_WORD.test(text.charAt(end - 1)) && COMMITTEE.test(behind) ? '委' : '');
}

/** Where a form begins whose own name stands at an offset; undefined where it is another body's. */
function territoryStart(text: string, at: number, body: AgencyBody): number | undefined {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at);
  const above = ownAbove(before, body);
  if (above !== '') return formStart(text, at - above.length);
  if (CLASS_WORD.test(before) && !OWN_DIVISION.test(before)) {
    const known = divisionsIn(before).at(-1);
    if (body.above !== '' || known?.end !== before.length) return body.above === '' ? at : undefined;
    return formStart(text, from + known.start);
  }
  if (isLedTo(before)) return formStart(text, at);
  if (body.own.length < SHORT_OWN || LONGER_NAME.test(before)) return undefined;
  const end = before.length + body.own.length;
  const names = text.slice(from, from + end);
  const named = townsIn(names).find((town) => town.end === end) ?? divisionsIn(names).find((division) => division.end === end);
  return named === undefined || named.name.length <= body.own.length ? formStart(text, at) : undefined;
}

/** What a text names of the divisions above the agency, at its end; empty where it names none. */
function ownAbove(before: string, { above }: AgencyBody): string {
  for (let start = 0; start < above.length - 1; start++) {
    const isWhole = start === 0 || CLASS_WORD.test(above.charAt(start - 1));
    if (isWhole && before.endsWith(above.slice(start))) return above.slice(start);
  }
  return '';
}

/** 司法局 alone names the own one only where nothing says that it is another one's: 市司法局, 各司法局. */
function departmentStart(text: string, at: number, body: AgencyBody): number | undefined {
  const before = text.slice(Math.max(0, at - REACH), at);
  const above = ownAbove(before, body);
  if (above !== '') return formStart(text, at - above.length);
  const level = body.above.charAt(body.above.length - 1);
  if (level === '' || !before.endsWith(level)) return isLedTo(before) ? formStart(text, at) : undefined;
  const further = before.slice(0, -1);
  return /[我本全]$/u.test(further) || isLedTo(further) ? at - 1 : undefined;
}

/** Whether a name begins behind these words for sure. */
function isLedTo(before: string): boolean {
  if (!isHan(before.charCodeAt(before.length - 1)) || OWN_DIVISION.test(before)) return true;
  return LEADING.has(before.slice(-1)) || LEADING.has(before.slice(-2));
}

function formStart(text: string, at: number): number {
  const party = PARTY.exec(text.slice(Math.max(0, at - 5), at))?.[0] ?? '';
  return at - party.length;
}
