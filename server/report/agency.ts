import { DEPARTMENT_SUFFIXES, TERRITORY_ORGANS, TERRITORY_SUFFIXES, ZONE_ORGANS } from '../knowledge/agency-suffixes.js';
import { foldDigits } from '../text/numerals.js';
import { BLANK, classesOf } from './character-classes.js';
import { foldForMatching } from './fold.js';
import { endsWithOneOf } from './line-forms.js';
import type { AgencyKind } from './report.js';

/** Every kind of agency. */
export const AGENCY_KINDS: readonly AgencyKind[] = Object.freeze([
  'town',
  'township',
  'subdistrict',
  'county',
  'district',
  'city',
  'province',
  'department',
  'zone',
  'other',
]);

const LONGEST_NAME = 60;
/** State farms, and the divisions and regiments of the Xinjiang corps: 第七师一二九团. */
const FARM_OR_CORPS = /第?[一二三四五六七八九十百〇\d]{1,5}(?:师|团)(?:[\u4e00-\u9fff]{1,4}市)?$|[林农牧渔]场$|兵团$/u;
const ORGANS = [...TERRITORY_ORGANS].sort((a, b) => b.length - a.length);

/**
 * What kind of body a name belongs to, from its class word: 宁河镇 and 赵庄镇人民政府 are a town,
 * 启东市司法局 a department, 高新区管委会 a zone.
 *
 * @returns `other` where no class word is known.
 */
export function agencyKindOf(name: string): AgencyKind {
  const folded = foldForMatching(name).replace(/\s/gu, '');
  const bare = folded.endsWith(')') ? folded.replace(/\([^()]{0,60}\)$/u, '') : folded;
  if (bare.endsWith('监督管理委员会')) return 'department';
  if (ZONE_ORGANS.some((organ) => bare.endsWith(organ))) return 'zone';
  if (isFarmOrCorps(bare)) return 'other';
  const isPartyOrgan = bare.endsWith('委员会') && /(?:中共|中国共产党)[^、]*委员会$|(?:街道|镇|乡|县|区|市|省)委员会$/u.test(bare);
  const isGovernment = bare.endsWith('政府') || bare.endsWith('办事处') || bare.endsWith('行政公署');
  if (!isPartyOrgan && !isGovernment && DEPARTMENT_SUFFIXES.some((suffix) => bare.endsWith(suffix))) return 'department';
  const territory = stripOrgans(bare.split('、', 1)[0] ?? bare);
  const row = TERRITORY_SUFFIXES.find(({ suffix }) => territory.endsWith(suffix));
  if (row === undefined) return 'other';
  return row.suffix === '新区' && isGovernment ? 'district' : row.kind;
}

/** Whether a short line is nothing but the name of one body (or of two joined by 、 or a blank). */
export function isAgencyName(line: string): boolean {
  if (!mayEndAsAgency(line)) return false;
  const compact = line.replace(/[\s\u00a0\u3000]/gu, '');
  const bare = endsWithOneOf(compact, '）)') ? compact.replace(/[（(](?:盖章|章|公章|印章)[）)]$/u, '') : compact;
  if (bare.length < 2 || bare.length > LONGEST_NAME || /[，。；：！？,;:!?“”《》\d]/u.test(bare)) return false;
  if (/^(?:在|对|向|由|为|将|把|经|及|和|与|是|的|各)/u.test(bare)) return false;
  const parts = bare.split('、').filter((part) => part.length > 0);
  return parts.length > 0 && parts.length <= 3 && parts.every(endsAsAgency);
}

/** Endings that make a name of whatever stands before them, by their last characters. */
const ORGAN_ENDINGS: ReadonlyMap<string, readonly string[]> = byLastCharacter([...ORGANS, ...ZONE_ORGANS]);

/** Endings that make a name of three characters or more. */
const BODY_ENDINGS: ReadonlyMap<string, readonly string[]> = byLastCharacter([
  ...TERRITORY_SUFFIXES.map(({ suffix }) => suffix),
  ...DEPARTMENT_SUFFIXES.filter((suffix) => suffix !== '部' && suffix !== '站' && suffix !== '所'),
]);

function byLastCharacter(endings: readonly string[]): Map<string, string[]> {
  const byLast = new Map<string, string[]>();
  for (const ending of endings) {
    const last = ending.slice(-1);
    const others = byLast.get(last);
    if (others === undefined) byLast.set(last, [ending]);
    else others.push(ending);
  }
  return byLast;
}

/** Last characters of farms and corps, and what may stand behind a name: （盖章）, 、. */
const OTHER_LAST_CHARACTERS = '师团市场）)、';

/** A first look at a text: the last character mostly tells that it names no body. */
function mayEndAsAgency(text: string): boolean {
  let end = text.length;
  while (end > 0 && (classesOf(text.charCodeAt(end - 1)) & BLANK) !== 0) end--;
  if (end === 0) return false;
  const last = text.charAt(end - 1);
  return BODY_ENDINGS.has(last) || ORGAN_ENDINGS.has(last) || OTHER_LAST_CHARACTERS.includes(last);
}

function endsAsAgency(part: string): boolean {
  const last = part.charAt(part.length - 1);
  const isEnding = (ending: string): boolean => part.endsWith(ending);
  if (ORGAN_ENDINGS.get(last)?.some(isEnding) === true) return true;
  return part.length >= 3 && (BODY_ENDINGS.get(last)?.some(isEnding) === true || isFarmOrCorps(part));
}

function isFarmOrCorps(name: string): boolean {
  return endsWithOneOf(name, '师团市场') && FARM_OR_CORPS.test(name);
}

function stripOrgans(name: string): string {
  let territory = name;
  for (let round = 0; round < 3; round++) {
    const organ = ORGANS.find((ending) => territory.endsWith(ending) && territory.length > ending.length);
    if (organ === undefined) break;
    // 县委, 区委, 市委 name their territory with their first character.
    const kept = /^[县区市省]委$/u.test(organ) ? 1 : 0;
    territory = territory.slice(0, territory.length - organ.length + kept);
    if (kept > 0) break;
  }
  return territory;
}

/**
 * The name of the reporting body in a title: what stands before 关于 or the year, or between the
 * year and the subject where the year comes first.
 *
 * @param title the title without blanks.
 * @returns undefined where the title names no body.
 */
export function agencyInTitle(title: string): string | undefined {
  const withoutYear = foldDigits(title)
    .replace(/[（(](?:\d{4}|[〇○零O一二三四五六七八九]{4})年?度?[）)]/gu, '')
    .replace(/(?:\d{4}(?:[—–\-~～至]\d{4})?|[〇○零O一二三四五六七八九]{4})(?:年度?|度)?/gu, '§');
  const beforeSubject = withoutYear
    .replace(/^§+/u, '')
    // 关于清源镇2024年…的报告 names its agency behind 关于.
    .replace(/^关于(?=[^§关]{2,30}(?:镇|乡|街道|县|区|市|局|厅|委|办|政府|办事处)§)/u, '')
    .replace(/^关于(?:报送|印发|公开)/u, '关于')
    .split(/关于|§|(?:全面|扎实|深入)?(?:推进|落实|贯彻|加强|开展)|法[治制]政府|法治|依法|年度|上半年|工作总结/u, 1)[0];
  const name = beforeSubject?.replace(/[（(][^（()）]{0,60}[）)]$/u, '').replace(/^[《“]/u, '');
  if (name === undefined || name.length < 2) return undefined;
  return isAgencyName(name) || agencyKindOf(name) !== 'other' ? name : undefined;
}
