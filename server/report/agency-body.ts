import { PROVINCES } from '../knowledge/administrative-divisions.js';
import { TERRITORY_SUFFIXES } from '../knowledge/agency-suffixes.js';
import { agencyKindOf } from './agency.js';
import type { Report } from './report.js';

/** Which body a name means, whatever organ of it is named: 中共金山县赵庄镇委员会 and 赵庄镇人民政府 are both 赵庄镇. */
export interface AgencyBody {
  /** The divisions above it, as far as the name says them: 金山县; else empty. */
  readonly above: string;
  /** Its own name: 赵庄镇, 司法局. */
  readonly own: string;
}

/** How sure it is that two names mean one body. */
export type BodyMatch =
  /** Both say the same. */
  | 'same'
  /** One says more of the divisions above than the other, and nothing else. */
  | 'looser';

const BLANKS = /[\s\u00a0\u3000]+/gu;
const BRACKETS = /[（(][^（）()]{0,60}[）)]$/u;
const PARTY = /^(?:中国共产党|中共)/u;
const PARTY_GROUP = /(?:机关)?党[组委]$/u;
const ORGANS = /人民政府|政府|办事处|党工委|党委|工作委员会|管理委员会|委员会|管委会|工委|行政公署|(?<=[县区市省州旗盟])委/u;
const GOVERNMENT_OFFICE = /^(?:人民)?政府办(?:公室)?$/u;

/** Ends the name of a division that may stand above a body; 州, 旗 and 盟 only as the table knows them, for towns have them in their names. */
const DIVISION_ENDS = /自治[州旗]|地区|街道|[省市县区镇乡]/gu;
/** Words that end like a division and are none. */
const NO_DIVISION =
  /^(?:城市|都市|超市|城区|社区|辖区|景区|林区|山区|小区|库区|灾区|矿区|片区|校区|老区|牧区|街区)$|(?:城乡|家乡|山乡|水乡|城镇|村镇|集镇|小镇)$|[和与及]/u;
/** 中共汀洲区汀洲区人民政府: a title that names two organs without the first one's class word. */
const TWICE = /^(.{2,30})\1$/u;
const SUFFIXES: ReadonlySet<string> = new Set(TERRITORY_SUFFIXES.map(({ suffix }) => suffix));
/** Shortest name of a body below a division that no table knows: 赵庄镇, 司法局. */
const SHORTEST_OWN = 3;

/**
 * Reads a name of an agency.
 *
 * @param name as in `Agency.name`: 金山县赵庄镇人民政府. Of two joined names the one that says more counts.
 */
export function agencyBody(name: string): AgencyBody {
  const bases = name
    .replace(BLANKS, '')
    .replace(BRACKETS, '')
    .split('、')
    .map(baseOf)
    .filter(({ length }) => length > 1);
  const base = bases.sort((a, b) => b.length - a.length)[0] ?? name;
  const at = ownStart(base);
  return { above: base.slice(0, at), own: base.slice(at) };
}

/** The body that a report is of, with the divisions above as far as its title, its sign-off or its project say them. */
export function bodyOfReport({ agency, signOff, source, project }: Report): AgencyBody | undefined {
  if (agency === undefined) return undefined;
  const body = agencyBody(agency.name);
  const further = [project.agency.name, signOff?.agency === undefined ? undefined : source.slice(signOff.agency)];
  return further
    .flatMap((name) => (name === undefined ? [] : [agencyBody(name)]))
    .reduce((known, other) => (matchBodies(known, other) !== undefined && other.above.length > known.above.length ? other : known), body);
}

/** Whether two names mean one body; undefined where they do not, or say different divisions above. */
export function matchBodies(a: AgencyBody, b: AgencyBody): BodyMatch | undefined {
  if (keyOf(a.own) !== keyOf(b.own)) return undefined;
  if (a.above === b.above) return 'same';
  return a.above.endsWith(b.above) || b.above.endsWith(a.above) ? 'looser' : undefined;
}

/** Of a territory its name alone; of a department its name with all that stands before it. */
function baseOf(name: string): string {
  const bare = name.replace(PARTY, '');
  const department = bare.replace(PARTY_GROUP, '');
  if (agencyKindOf(department) === 'department') return department;
  let base = '';
  for (const part of bare.split(ORGANS)) {
    const territory = part.replace(PARTY, '');
    if (territory === '' || base.endsWith(territory)) continue;
    base = territory.startsWith(base) ? territory : base + territory;
  }
  return base === '' ? bare : base.replace(TWICE, '$1');
}

/** Where the body's own name begins, behind all divisions above. */
function ownStart(base: string): number {
  let start = 0;
  for (;;) {
    const next = divisionEnd(base, start);
    if (next === undefined) return start;
    start = next;
  }
}

/** Where the division ends that a name begins with; undefined where it begins with none, or is one itself. */
function divisionEnd(base: string, start: number): number | undefined {
  let first: number | undefined;
  let known: number | undefined;
  for (const { 0: ending, index } of base.slice(start).matchAll(DIVISION_ENDS)) {
    const end = start + index + ending.length;
    const division = base.slice(start, end);
    const own = base.slice(end);
    if (index === 0 || own.length < 2 || SUFFIXES.has(own)) continue;
    if (isKnownDivision(division)) known = end;
    else if (own.length >= SHORTEST_OWN && !NO_DIVISION.test(division)) first ??= end;
  }
  return known ?? first;
}

function isKnownDivision(name: string): boolean {
  return PROVINCES.some((province) => province.name === name || province.prefectures.some((row) => ` ${row} `.includes(` ${name} `)));
}

/** 人民政府办公室 and 政府办 are one office. */
function keyOf(own: string): string {
  return GOVERNMENT_OFFICE.test(own) ? '政府办公室' : own;
}
