import { DOCUMENTS, type DocumentKind, type ListedDocument, NATIONAL_ISSUERS } from '../knowledge/documents.js';
import { OTHER_DOCUMENTS } from '../knowledge/other-documents.js';
import type { ProjectDocument } from '../report/project.js';
import { foldTitledName } from '../report/titled-names.js';
import { lazy } from '../text/lazy.js';
import { mayBeAsLong, mayBeSlip, signatureOf } from './name-slips.js';

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
/** More of them never stand in front of one name. */
const MOST_ISSUERS = 4;

/** Length of the national issuers in front of a folded name: 中共中央国务院关于… */
export function issuersLength(core: string): number {
  return core.includes('关于') || core.includes('印发') ? endOfIssuers(core, 0, MOST_ISSUERS) : 0;
}

/** Where issuers from an offset on end, right before 关于 or 印发; 0 where they do not. */
function endOfIssuers(core: string, at: number, most: number): number {
  for (const issuer of NATIONAL_ISSUERS) {
    if (!core.startsWith(issuer, at)) continue;
    const end = at + issuer.length;
    const further = most > 1 ? endOfIssuers(core, end, most - 1) : 0;
    if (further > 0) return further;
    if (core.startsWith('关于', end) || core.startsWith('印发', end)) return end;
  }
  return 0;
}

/** Every right name of a listed document that another may be a misspelling of. */
export const knownNames: () => readonly KnownName[] = lazy(() => uniqueNames(DOCUMENTS.flatMap(namesOf)));

/** Lengths and signatures of the known names, side by side: nearly all are told apart by these. */
const measures = lazy(() => ({
  lengths: Uint16Array.from(knownNames(), ({ core }) => core.length),
  signatures: Int32Array.from(knownNames(), ({ signature }) => signature),
}));

/** Known names of which a folded one may be a slip, by length and signature; in the order of `knownNames`. */
export function namesLike(written: string): KnownName[] {
  const signature = signatureOf(written);
  const { lengths, signatures } = measures();
  const names: KnownName[] = [];
  for (let at = 0; at < lengths.length; at++) {
    if (!mayBeAsLong(written.length, lengths[at] ?? 0) || !mayBeSlip(signature, signatures[at] ?? 0)) continue;
    const name = knownNames()[at];
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** Wrong name to right name, both bare (see `bareName`). */
export const mistakenNames: () => ReadonlyMap<string, string> = lazy(
  () =>
    new Map(
      DOCUMENTS.flatMap(({ name, mistaken = [] }) => mistaken.map((wrong): [string, string] => [wrong, bareName(foldedListed(name))])),
    ),
);

const rightNames: () => ReadonlySet<string> = lazy(() => new Set([...DOCUMENTS.flatMap(coresOf), ...OTHER_DOCUMENTS.map(foldedListed)]));

/**
 * The listed documents of a folded name, full or short, with or without national issuers in front; the edition in force first.
 * Empty where none is listed.
 */
export function documentsNamed(core: string): readonly ListedDocument[] {
  return documentsByCore().get(core) ?? documentsByCore().get(bareName(core)) ?? NO_DOCUMENTS;
}

const NO_DOCUMENTS: readonly ListedDocument[] = Object.freeze([]);

const documentsByCore: () => ReadonlyMap<string, readonly ListedDocument[]> = lazy(() => {
  const byCore = new Map<string, ListedDocument[]>();
  for (const document of DOCUMENTS) {
    for (const core of new Set(coresOf(document))) {
      const known = byCore.get(core);
      if (known === undefined) byCore.set(core, [document]);
      else known.push(document);
    }
  }
  return byCore;
});

/** Whether a folded name is right as it stands, with or without 中华人民共和国 and national issuers. */
export function isRightName(core: string): boolean {
  return rightNames().has(core) || rightNames().has(bareName(core));
}

/** Whether a name, with its period or without, is right without being folded first; where it is not it may be all the same. */
export function isRightAsWritten(name: string): boolean {
  return rightNames().has(name) || isRightWithPeriod(name);
}

/** Whether a name with its period is right as the documents themselves print it: 法治政府建设实施纲要（2021—2025年）. */
export function isRightWithPeriod(name: string): boolean {
  return name.endsWith('年）') && namesPrintedWithPeriod().has(name);
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
  return [...(periods().get(bare) ?? []), ...own];
}

const periods: () => ReadonlyMap<string, readonly (readonly [number, number])[]> = lazy(periodsByName);

const namesPrintedWithPeriod: () => ReadonlySet<string> = lazy(
  () => new Set([...periods()].flatMap(([name, editions]) => editions.map(([from, to]) => `${name}（${from}—${to}年）`))),
);

/** Names whose period is known and that may stand without 《》, longest first. */
export const namesWithPeriod: () => readonly string[] = lazy(() => [...periods().keys()].sort((a, b) => b.length - a.length));

function periodsByName(): Map<string, (readonly [number, number])[]> {
  const byName = new Map<string, (readonly [number, number])[]>();
  for (const document of DOCUMENTS) {
    const { period, isCommonName } = document;
    if (period === undefined || isCommonName === true) continue;
    for (const core of new Set(coresOf(document))) byName.set(core, [...(byName.get(core) ?? []), ...yearsOf(period)]);
  }
  return byName;
}

function yearsOf(period: string | undefined): (readonly [number, number])[] {
  const [first, second] = period?.match(/\d{4}/gu) ?? [];
  return first === undefined || second === undefined ? [] : [[Number(first), Number(second)]];
}

function namesOf(document: ListedDocument): KnownName[] {
  return coresOf(document).map((core) => knownName(core, SHARED.find((prefix) => core.startsWith(prefix))?.length ?? 0, document.kind));
}

/** The names of a document, folded. */
function coresOf({ name, shortNames = [] }: ListedDocument): string[] {
  const full = foldedListed(name);
  return [full, full.slice(issuersLength(full)), withoutState(full), ...shortNames.map(foldedListed)];
}

function knownName(core: string, bareStart: number, kind: KnownName['kind']): KnownName {
  return { core, bareStart, kind, signature: signatureOf(core) };
}

function uniqueNames(names: readonly KnownName[]): KnownName[] {
  return [...new Map(names.map((name) => [name.core, name])).values()];
}

function folded(name: string): string {
  return foldTitledName(name, { start: 0, end: name.length }).core;
}

/** As `folded`, for names of the tables, which are printed in simplified characters: where there is nothing else, nothing is folded. */
function foldedListed(name: string): string {
  return ONLY_HAN.test(name) ? name : folded(name);
}

const ONLY_HAN = /^[\u4e00-\u9fff]+$/u;
