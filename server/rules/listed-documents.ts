import { DOCUMENTS, type DocumentKind, type ListedDocument, NATIONAL_ISSUERS } from '../knowledge/documents.js';
import { OTHER_DOCUMENTS } from '../knowledge/other-documents.js';
import type { ProjectDocument } from '../report/project.js';
import { foldTitledName } from '../report/titled-names.js';
import { mayBeAsLong, mayBeSlip, signatureOf } from './name-slips.js';
import { lazily } from '../text/lazily.js';

/** A name that others are compared with. */
export interface KnownName {
  /** Folded as `foldTitledName` does. */
  readonly core: string;
  /** Where the part begins that tells it from other documents: behind 中华人民共和国 or 中国共产党. */
  readonly bareStart: number;
  readonly kind: DocumentKind | 'project';
  /** See `signatureOf`. */
  readonly signature: number;
}

const STATE = '中华人民共和国';
/** What many names begin with. */
const SHARED = [STATE, '中国共产党'] as const;
const ISSUERS = new RegExp(`^(?:${NATIONAL_ISSUERS.join('|')}){1,4}(?=关于|印发)`, 'u');

/** Names of the tables are simplified Chinese: of those that are nothing else, folding changes nothing. */
const UNCHANGED = /^[\u4e00-\u9fff]{1,60}$/u;

/** Length of the national issuers in front of a folded name: 中共中央国务院关于… */
export function issuersLength(core: string): number {
  return core.includes('关于') || core.includes('印发') ? (ISSUERS.exec(core)?.[0].length ?? 0) : 0;
}

/** The folded names of each document. */
const CORES: readonly (readonly [ListedDocument, ReadonlySet<string>])[] = DOCUMENTS.map((document) => [document, coresOf(document)]);

/** Every right name of a listed document that another may be a misspelling of; made for the first name that is not right. */
export const knownNames: () => readonly KnownName[] = lazily(() => [
  ...new Map(CORES.flatMap(([{ kind }, cores]) => [...cores].map((core) => [core, tableName(core, kind)]))).values(),
]);

/** The known names with their lengths and signatures side by side: nearly all are told apart by these. */
const sieve = lazily(() => ({
  names: knownNames(),
  lengths: Uint16Array.from(knownNames(), ({ core }) => core.length),
  signatures: Int32Array.from(knownNames(), ({ signature }) => signature),
}));

/** Known names of which a folded one may be a slip, by length and signature; in the order of `knownNames`. */
export function namesLike(written: string): KnownName[] {
  const signature = signatureOf(written);
  const { names, lengths, signatures } = sieve();
  const like: KnownName[] = [];
  for (let at = 0; at < lengths.length; at++) {
    if (!mayBeAsLong(written.length, lengths[at] ?? 0) || !mayBeSlip(signature, signatures[at] ?? 0)) continue;
    const name = names[at];
    if (name !== undefined) like.push(name);
  }
  return like;
}

/** Wrong name to right name, both bare (see `bareName`). */
export const MISTAKEN_NAMES: ReadonlyMap<string, string> = new Map(
  DOCUMENTS.flatMap(({ name, mistaken = [] }) => mistaken.map((wrong): [string, string] => [wrong, bareName(foldedOfTable(name))])),
);

const RIGHT_NAMES: ReadonlySet<string> = new Set([...CORES.flatMap(([, cores]) => [...cores]), ...OTHER_DOCUMENTS.map(foldedOfTable)]);

/** Whether a folded name is right as it stands, with or without 中华人民共和国 and national issuers. */
export function isRightName(core: string): boolean {
  return RIGHT_NAMES.has(core) || RIGHT_NAMES.has(bareName(core));
}

/** Whether a name, with its period or without, is right without being folded first; where it is not it may be all the same. */
export function isRightAsWritten(name: string): boolean {
  return RIGHT_NAMES.has(name) || RIGHT_WITH_PERIOD.has(name);
}

/** Whether a name with its period is right as the documents themselves print it: 法治政府建设实施纲要（2021—2025年）. */
export function isRightWithPeriod(name: string): boolean {
  return RIGHT_WITH_PERIOD.has(name);
}

/** A folded name without national issuers and 中华人民共和国 in front. */
export function bareName(core: string): string {
  return withoutState(core.slice(issuersLength(core)));
}

function withoutState(core: string): string {
  return core.startsWith(STATE) ? core.slice(STATE.length) : core;
}

/** Names that a project adds, folded. */
export function projectNames(documents: readonly ProjectDocument[]): KnownName[] {
  return documents.map(({ name }) => knownName(folded(name), 0, 'project'));
}

/** Periods, as pairs of years, that belong to a folded name; several editions have several. */
export function periodsOf(core: string, documents: readonly ProjectDocument[]): readonly (readonly [number, number])[] {
  const bare = core.slice(issuersLength(core));
  const own = documents.filter(({ name }) => folded(name) === core).flatMap(({ period }) => yearsOf(period));
  return [...(PERIODS.get(bare) ?? []), ...own];
}

const PERIODS: ReadonlyMap<string, readonly (readonly [number, number])[]> = periodsByName();

const RIGHT_WITH_PERIOD: ReadonlySet<string> = new Set(
  [...PERIODS].flatMap(([name, editions]) => editions.map(([from, to]) => `${name}（${from}—${to}年）`)),
);

/** Names whose period is known and that may stand without 《》, longest first. */
export const NAMES_WITH_PERIOD: readonly string[] = Object.freeze([...PERIODS.keys()].sort((a, b) => b.length - a.length));

function periodsByName(): Map<string, (readonly [number, number])[]> {
  const periods = new Map<string, (readonly [number, number])[]>();
  for (const [{ isCommonName, period }, cores] of CORES) {
    if (isCommonName === true || period === undefined) continue;
    for (const core of cores) periods.set(core, [...(periods.get(core) ?? []), ...yearsOf(period)]);
  }
  return periods;
}

function yearsOf(period: string | undefined): (readonly [number, number])[] {
  const [first, second] = period?.match(/\d{4}/gu) ?? [];
  return first === undefined || second === undefined ? [] : [[Number(first), Number(second)]];
}

function coresOf({ name, shortNames = [] }: ListedDocument): ReadonlySet<string> {
  const full = foldedOfTable(name);
  return new Set([full, full.slice(issuersLength(full)), withoutState(full), ...shortNames.map(foldedOfTable)]);
}

function tableName(core: string, kind: DocumentKind): KnownName {
  return knownName(core, SHARED.find((prefix) => core.startsWith(prefix))?.length ?? 0, kind);
}

function knownName(core: string, bareStart: number, kind: KnownName['kind']): KnownName {
  return { core, bareStart, kind, signature: signatureOf(core) };
}

function foldedOfTable(name: string): string {
  return UNCHANGED.test(name) ? name : folded(name);
}

function folded(name: string): string {
  return foldTitledName(name, { start: 0, end: name.length }).core;
}
