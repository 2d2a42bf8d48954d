import type { Report } from '../report/report.js';

/** Level of the body right above a town or department, as far as the two are to be told apart. */
export type SuperiorLevel = 'county' | 'district';

const COUNTY = /(?<!自治)县(?:委|政府|人民政府|司法局|人大)|依法治县/gu;
const DISTRICT = /(?<![治社园发新示范管理景矿林牧库郊湖灌])区(?:委|政府|人民政府|司法局|人大)(?!员)|依法治区/gu;

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
  const counties = source.text.match(COUNTY)?.length ?? 0;
  const districts = source.text.match(DISTRICT)?.length ?? 0;
  if (counties > 0 && districts * FEW <= counties) return districts === 0 || counties >= FEW ? 'county' : undefined;
  if (districts > 1 && counties * FEW <= districts) return 'district';
  return undefined;
}

/** So many times as often must one level be named. */
const FEW = 3;
