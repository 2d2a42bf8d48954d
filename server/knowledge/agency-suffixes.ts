import type { AgencyKind } from '../report/report.js';

/** A class word that ends the name of a body, and the kind of body it tells. */
export interface AgencySuffix {
  readonly suffix: string;
  readonly kind: AgencyKind;
}

/**
 * Class words of territorial bodies. The last one that stands in a name (after 人民政府, 办事处, 委员会 and
 * the like are taken off its end) decides: 启东市寅阳镇 is a town.
 *
 * Source: 《地方各级人民代表大会和地方各级人民政府组织法》 for the levels; 苏木 and 旗 are the
 * Inner Mongolian town and county.
 */
export const TERRITORY_SUFFIXES: readonly AgencySuffix[] = Object.freeze([
  { suffix: '特别行政区', kind: 'province' },
  { suffix: '自治区', kind: 'province' },
  { suffix: '自治州', kind: 'city' },
  { suffix: '自治县', kind: 'county' },
  { suffix: '自治旗', kind: 'county' },
  { suffix: '民族乡', kind: 'township' },
  { suffix: '民族镇', kind: 'town' },
  { suffix: '民族苏木', kind: 'township' },
  { suffix: '开发区', kind: 'zone' },
  { suffix: '园区', kind: 'zone' },
  { suffix: '示范区', kind: 'zone' },
  { suffix: '高新区', kind: 'zone' },
  { suffix: '经开区', kind: 'zone' },
  { suffix: '保税区', kind: 'zone' },
  { suffix: '度假区', kind: 'zone' },
  { suffix: '风景名胜区', kind: 'zone' },
  { suffix: '风景区', kind: 'zone' },
  { suffix: '管理区', kind: 'zone' },
  { suffix: '产业区', kind: 'zone' },
  { suffix: '合作区', kind: 'zone' },
  { suffix: '试验区', kind: 'zone' },
  { suffix: '实验区', kind: 'zone' },
  { suffix: '街道', kind: 'subdistrict' },
  { suffix: '街', kind: 'subdistrict' },
  { suffix: '苏木', kind: 'township' },
  { suffix: '地区', kind: 'city' },
  { suffix: '新区', kind: 'zone' },
  { suffix: '林区', kind: 'district' },
  { suffix: '特区', kind: 'district' },
  { suffix: '镇', kind: 'town' },
  { suffix: '乡', kind: 'township' },
  { suffix: '县', kind: 'county' },
  { suffix: '旗', kind: 'county' },
  { suffix: '盟', kind: 'city' },
  { suffix: '区', kind: 'district' },
  { suffix: '市', kind: 'city' },
  { suffix: '省', kind: 'province' },
] as const);

/** Endings that name an organ of the territory itself and say nothing of its kind. */
export const TERRITORY_ORGANS: readonly string[] = Object.freeze([
  '人民政府',
  '政府',
  '办事处',
  '党工委',
  '党委',
  '委员会',
  '工作委员会',
  '工委',
  '行政公署',
  '县委',
  '区委',
  '市委',
  '省委',
]);

/** Endings of zones' own administrations. */
export const ZONE_ORGANS: readonly string[] = Object.freeze(['管理委员会', '管委会']);

/**
 * Endings of departments and other working bodies.
 *
 * Source: names of bodies in the 168 published reports and in 《国务院机构改革方案》(2023) carried down to counties.
 */
export const DEPARTMENT_SUFFIXES: readonly string[] = Object.freeze([
  '管理局',
  '分局',
  '局',
  '厅',
  '委员会办公室',
  '办公室',
  '政府办',
  '县府办',
  '区府办',
  '市府办',
  '发改委',
  '卫健委',
  '住建委',
  '建委',
  '教委',
  '民宗委',
  '国资委',
  '经信委',
  '健康委员会',
  '改革委员会',
  '改革委',
  '卫生健康委',
  '交通委',
  '农业农村委',
  '商务委',
  '城管委',
  '监督管理委员会',
  '建设委员会',
  '教育委员会',
  '事务委员会',
  '城乡建设委',
  '执法大队',
  '执法支队',
  '执法总队',
  '执法队',
  '大队',
  '支队',
  '总队',
  '中心',
  '研究院',
  '学院',
  '医院',
  '公司',
  '集团',
  '联合会',
  '供销社',
  '联合社',
  '合作社',
  '联社',
  '协会',
  '档案馆',
  '图书馆',
  '博物馆',
  '林场',
  '农场',
  '牧场',
  '团场',
  '兵团',
  '检察院',
  '法院',
  '部',
  '署',
  '司',
  '处',
  '站',
  '所',
]);
