import type { Report } from '../report/report.js';

/** Level of the body right above a town or department, as far as the two are to be told apart. */
export type SuperiorLevel = 'county' | 'district';

const COUNTY = /(?<!自治)县(?:委|政府|人民政府|司法局|人大)/uy;
const DISTRICT = /(?<![治社园发新示范管理景矿林牧库郊湖灌])区(?:委|政府|人民政府|司法局|人大)(?!员)/uy;
/** What an organ's name may begin with. */
const ORGAN_STARTS = '委政人司';

/**
 * Whether a county or a district stands above the reporting body: by what the project says, by the class word of its
 * own full name, else by which of 县委 and 区委 the text speaks of nearly always.
 *
 * @returns undefined where the text does not tell, or tells both.
 */
export function superiorLevel({ source, project, agency }: Report): SuperiorLevel | undefined {
  const named = [...project.agency.superiors, project.agency.name ?? agency?.name ?? ''];
  const isCounty = named.some((name) => /县|旗/u.test(name));
  const isDistrict = named.some((name) => !/县/u.test(name) && name.replace(/自治区/gu, '').includes('区'));
  if (isCounty !== isDistrict) return isCounty ? 'county' : 'district';
  const counties = mentions(source.text, '县', COUNTY);
  const districts = mentions(source.text, '区', DISTRICT);
  if (counties > 0 && districts * FEW <= counties) return districts === 0 || counties >= FEW ? 'county' : undefined;
  if (districts > 1 && counties * FEW <= districts) return 'district';
  return undefined;
}

/** So many times as often must one level be named. */
const FEW = 3;

/** How often a text speaks of an organ of a level, or of 依法治县 and 依法治区. */
function mentions(text: string, classWord: string, organ: RegExp): number {
  let count = 0;
  for (let at = text.indexOf(classWord); at >= 0; at = text.indexOf(classWord, at + 1)) {
    organ.lastIndex = at;
    if (text.startsWith('依法治', at - 3) || (ORGAN_STARTS.includes(text.charAt(at + 1)) && organ.test(text))) count++;
  }
  return count;
}
