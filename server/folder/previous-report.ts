import { canonical } from '../check/addresses.js';
import { type AgencyBody, bodyOfReport, matchBodies } from '../report/agency-body.js';
import type { Report } from '../report/report.js';

/** What tells a report from all others: whose it is, for which year, and where it lies. */
export interface ReportIdentity {
  /** Address or path; empty where it lies nowhere. */
  readonly uri: string;
  readonly year: number | undefined;
  readonly body: AgencyBody | undefined;
}

/** Reads whose report it is, for which year. */
export function identityOf(uri: string, report: Report): ReportIdentity {
  return { uri, year: report.year?.value, body: bodyOfReport(report) };
}

/**
 * The report of the same agency for the year before.
 *
 * @param candidates reports among which it may be, `own` itself included.
 * @returns undefined where none is, or where it cannot be told: no year, no agency.
 */
export function findPrevious<T extends { readonly report: Report; readonly uri?: string }>(
  own: T,
  candidates: readonly T[],
): T | undefined {
  const identities = candidates
    .filter((candidate) => candidate !== own)
    .map((candidate) => ({ ...identityOf(candidate.uri ?? '', candidate.report), candidate }));
  return choosePrevious(identityOf(own.uri ?? '', own.report), identities)?.candidate;
}

/**
 * The same from what tells reports apart. Of several the one that lies most like `own` is taken (2024/赵庄镇/报告.txt and
 * 2023/赵庄镇/报告.txt), the same one whatever the order of candidates. Where they are of different bodies of one name
 * (赵庄镇 in 金山县 and in 安平县) and nothing tells which, none is.
 */
export function choosePrevious<T extends ReportIdentity>(own: ReportIdentity, candidates: readonly T[]): T | undefined {
  const { year, body } = own;
  if (year === undefined || body === undefined) return undefined;
  const place = placeOf(own.uri);
  const rated = candidates.flatMap((candidate): Rated<T>[] => {
    if (candidate.year !== year - 1 || candidate.body === undefined) return [];
    const match = matchBodies(body, candidate.body);
    if (match === undefined) return [];
    const other = placeOf(candidate.uri);
    const isSure = match === 'same' && body.above !== '';
    if (!isSure && lieApart(place, other)) return [];
    const above = candidate.body.above;
    const isNamed = above !== '' && place.path.includes(above);
    return [
      { candidate, above, isNamed, isLoose: match === 'looser', tail: sharedTail(place, other), name: sharedName(place.name, other.name) },
    ];
  });
  const best = rated.sort(byRank)[0];
  return best === undefined || isDoubtful(best, rated) ? undefined : best.candidate;
}

interface Rated<T> {
  readonly candidate: T;
  readonly above: string;
  readonly isLoose: boolean;
  /** The place of the report itself names the divisions that the candidate does. */
  readonly isNamed: boolean;
  /** Folders, from the file upward, that are the same but for their years. */
  readonly tail: number;
  /** Characters at both ends of the file's name that are the same but for its year. */
  readonly name: number;
}

/** Where a file lies, without years: reports of two years lie in places that differ in these alone. */
interface Place {
  readonly folders: readonly string[];
  readonly name: string;
  readonly path: string;
}

const YEAR = /(?:19|20)\d\d(?:年度?)?/gu;
/** A folder that is named after a division. */
const DIVISION = /^[\u4e00-\u9fff]{1,10}[省市县区旗州盟]$/u;

function placeOf(uri: string): Place {
  const path = canonical(uri).replaceAll('\\', '/');
  const parts = path.split('/').map((part) => part.replace(YEAR, ''));
  const name = parts.pop() ?? '';
  return { folders: parts, name: name.replace(/\.[^.]{1,8}$/u, ''), path };
}

/** Below folders of different divisions lie reports of different towns. */
function lieApart(a: Place, b: Place): boolean {
  const ofA = a.folders.filter((folder) => DIVISION.test(folder));
  const ofB = b.folders.filter((folder) => DIVISION.test(folder));
  return ofA.some((folder) => !ofB.includes(folder)) && ofB.some((folder) => !ofA.includes(folder));
}

function sharedTail(a: Place, b: Place): number {
  let shared = 0;
  while (shared < a.folders.length && shared < b.folders.length && a.folders.at(-1 - shared) === b.folders.at(-1 - shared)) shared++;
  return shared;
}

function sharedName(a: string, b: string): number {
  if (a === b) return Number.POSITIVE_INFINITY;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charAt(head) === b.charAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && a.charAt(a.length - 1 - tail) === b.charAt(b.length - 1 - tail)) tail++;
  return head + tail;
}

function byRank<T extends ReportIdentity>(a: Rated<T>, b: Rated<T>): number {
  if (a.isLoose !== b.isLoose) return a.isLoose ? 1 : -1;
  if (a.isNamed !== b.isNamed) return a.isNamed ? -1 : 1;
  if (a.tail !== b.tail) return b.tail - a.tail;
  if (a.name !== b.name) return b.name > a.name ? 1 : -1;
  return canonical(a.candidate.uri) < canonical(b.candidate.uri) ? -1 : 1;
}

/** Whether a loose match is one of several bodies of that name, and neither the file's place nor its folders say which. */
function isDoubtful<T extends ReportIdentity>(best: Rated<T>, rated: readonly Rated<T>[]): boolean {
  if (!best.isLoose || best.isNamed) return false;
  return rated.some(({ above, tail }) => tail === best.tail && !above.endsWith(best.above) && !best.above.endsWith(above));
}
