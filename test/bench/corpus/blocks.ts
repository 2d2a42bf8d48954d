import { type Base, childrenOf, kindOfAgency, type PartKind, partOf, readBase } from '../../quality/base.js';
import { readCorpus } from '../../quality/corpus.js';

/** What the reports that are made from a pool are about: a town, or a county's department. */
export type Body = 'town' | 'department';

/** A sub-heading with the text below it, without its number; places, years and figures are still open. */
export interface Block {
  /** First the heading (a run-in one with its text), then the other lines. */
  readonly lines: readonly string[];
}

/** Pieces of real-looking reports of one kind of body, by section. */
export interface Pool {
  readonly body: Body;
  readonly measures: readonly Block[];
  /** The whole text of a section, a line an item. */
  readonly sections: Readonly<Record<Exclude<PartKind, 'measures'>, readonly (readonly string[])[]>>;
}

/** Stands for a place's name, an agency's name; `⟦-1⟧` for the year before the report's. */
export const PLACE = '⟦地⟧';
export const AGENCY = '⟦机关⟧';

/** Years further away than this from the report's belong to what is told, not to the report. */
const NEAR = 3;
/** Shorter pieces are no paragraph. */
const SHORTEST = 40;
const YEAR = /《[^》]*》|“[^”]*”|〔\d+〕|\d{4}年?[—–-]\d{4}年?|(20\d\d)/gu;

/**
 * Reads the pieces that reports are recombined from.
 * @param root the project's folder.
 */
export function readPools(root: string): readonly Pool[] {
  const { clean } = readCorpus(root);
  const bases = clean.flatMap(({ name, text }) => readBase(name, text) ?? []).filter(({ regular }) => regular);
  return (['town', 'department'] as const).map((body) => poolOf(body, bases));
}

function poolOf(body: Body, bases: readonly Base[]): Pool {
  const own = bases.filter((base) => bodyOf(base) === body);
  const sectionsOf = (kind: PartKind): readonly (readonly string[])[] =>
    own.flatMap((base) => {
      const part = partOf(base, kind);
      if (part === undefined) return [];
      const lines = linesBetween(base, part.bodyStart, part.end);
      return isUsable(lines) && !/^\d+\./u.test(lines[0] ?? '') ? [lines] : [];
    });
  return {
    body,
    measures: own.flatMap(blocksOf),
    sections: { shortcomings: sectionsOf('shortcomings'), duties: sectionsOf('duties'), plan: sectionsOf('plan') },
  };
}

function bodyOf(base: Base): Body | undefined {
  if (/^[一-龥]{2,3}县/u.test(base.agency) && kindOfAgency(base) === 'department') return 'department';
  return kindOfAgency(base) === 'town' || kindOfAgency(base) === 'township' ? 'town' : undefined;
}

function blocksOf(base: Base): Block[] {
  const part = partOf(base, 'measures');
  if (part === undefined) return [];
  const marks = childrenOf(base, part).filter(({ level }) => level === 2);
  return marks.flatMap((mark, index) => {
    const end = marks[index + 1]?.line.start ?? part.end;
    const lines = linesBetween(base, mark.end, end);
    return isUsable(lines) && (mark.form === 'run-in' || lines.length > 1) ? [{ lines }] : [];
  });
}

/** Whether lines can stand in any report: no tables, no years of their own, no numbers that go on from elsewhere. */
function isUsable(lines: readonly string[]): boolean {
  const text = lines.join('');
  const arabic = lines.flatMap((line) => /^(\d+)\./u.exec(line)?.[1] ?? []);
  if (arabic.some((number, index) => Number(number) !== index + 1)) return false;
  return text.length >= SHORTEST && !/附件|\t|\|/u.test(text) && ![...text.matchAll(YEAR)].some(([, year]) => year !== undefined);
}

function linesBetween(base: Base, start: number, end: number): string[] {
  return base.text
    .slice(start, end)
    .split(/\r\n|\r|\n/u)
    .map((line) => neutral(line.replace(/^#+ +/u, '').trim(), base))
    .filter((line) => line !== '');
}

/** The line without the names and years of the report that it was taken from. */
function neutral(line: string, base: Base): string {
  const isDepartment = bodyOf(base) === 'department';
  const place = isDepartment ? (/^.+?县/u.exec(base.agency)?.[0] ?? base.agency) : base.agency.slice(0, -1);
  const renamed = line
    .replaceAll(base.agency, AGENCY)
    .replaceAll(place, isDepartment ? `${PLACE}县` : PLACE)
    .replaceAll(isDepartment ? place.slice(0, -1) : place, PLACE);
  const ours = kindOfAgency(base) === 'township' ? renamed.replace(/(?<=[我全本])乡|乡(?=党委|政府|长|人大|级|直|纪委)/gu, '镇') : renamed;
  return ours.replace(YEAR, (whole: string, year: string | undefined) => {
    if (year === undefined || Math.abs(Number(year) - base.year) > NEAR) return whole;
    return `⟦${Number(year) - base.year}⟧`;
  });
}
