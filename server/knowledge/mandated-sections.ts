import type { SectionKind } from '../report/report.js';

/** One of the four things that the regulation wants in the report, with all that the product says of it. */
export interface MandatedSection {
  readonly kind: SectionKind;
  /** Short names, for status, outline and messages. */
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  /** The regulation's own words. */
  readonly wording: string;
  /** What a reader of the report expects to find there, for the hover. */
  readonly wants: { readonly 'zh-CN': string; readonly en: string };
  /** Heading for a new section; `{year}` is Y, `{next}` is Y+1. */
  readonly heading: string;
  /** First letters of the pinyin of the words by which a writer looks for it. */
  readonly initials: readonly string[];
  /** Further words by which a writer looks for it. */
  readonly keywords: readonly string[];
}

/**
 * The four mandated sections in the order in which the regulation lists them (the order itself is not mandated).
 *
 * Source: 《法治政府建设与责任落实督察工作规定》(厅字〔2019〕28号), in the wording restated by
 * 井研县司法局 on the 2019 report (scfzw.net/sifa/36/6427.html).
 */
export const MANDATED_SECTIONS: readonly MandatedSection[] = Object.freeze([
  {
    kind: 'measures',
    name: { 'zh-CN': '主要举措和成效', en: 'Measures and results' },
    wording: '上一年度推进法治政府建设的主要举措和成效',
    wants: {
      'zh-CN':
        '写清这一年做了什么、做成了什么：制度和决策、行政执法、矛盾纠纷化解、政务公开、普法宣传等，每一项都有数据（次数、件数、人次）。',
      en: 'What was done in the year and what came of it: institutions and decisions, enforcement, disputes, openness, legal education; each with figures.',
    },
    heading: '{year}年推进法治政府建设的主要举措和成效',
    initials: ['zyjc', 'zyjchcx', 'jc', 'cx'],
    keywords: ['主要举措', '举措和成效', '成效', '主要工作'],
  },
  {
    kind: 'shortcomings',
    name: { 'zh-CN': '不足和原因', en: 'Shortcomings and causes' },
    wording: '上一年度推进法治政府建设存在的不足和原因',
    wants: {
      'zh-CN': '既写存在的不足，也写造成不足的原因；规定把两样并列，只列问题不算写全。整改情况也可以写在这里。',
      en: 'The shortcomings and what causes them; listing problems without causes does not meet the wording. What was put right may stand here too.',
    },
    heading: '{year}年推进法治政府建设存在的不足和原因',
    initials: ['bz', 'bzhyy', 'czbz', 'wt', 'czwt'],
    keywords: ['不足', '存在的不足', '原因', '存在的问题'],
  },
  {
    kind: 'duties',
    name: { 'zh-CN': '第一责任人职责', en: 'Duties of the first persons responsible' },
    wording: '上一年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
    wants: {
      'zh-CN':
        '写党政主要负责人本人做了什么：听取汇报和专题研究的次数、带头学法和述法、亲自部署过问协调督办的事项、出庭应诉；写具体事实，不要照抄规定条文。',
      en: 'What the heads of party and government did themselves: reports heard, meetings held, law studied, matters handled in person, court appearances; facts, not the text of the provisions.',
    },
    heading: '{year}年党政主要负责人履行推进法治建设第一责任人职责情况',
    initials: ['dyzrr', 'zrr', 'dzzyfzr', 'zyfzr', 'lzqk'],
    keywords: ['第一责任人', '党政主要负责人', '履职'],
  },
  {
    kind: 'plan',
    name: { 'zh-CN': '下一年度主要安排', en: "Next year's plan" },
    wording: '下一年度推进法治政府建设的主要安排',
    wants: {
      'zh-CN': '写下一年度（报告年度的次年）准备做什么，最好写明年份，并与前面的不足一一对应。',
      en: 'What will be done in the year after the report year; best with the year named and each shortcoming answered.',
    },
    heading: '{next}年推进法治政府建设的主要安排',
    initials: ['xynd', 'zyap', 'ap', 'gzap', 'xyb', 'xybgz'],
    keywords: ['主要安排', '下一年度', '工作安排', '下一步'],
  },
]);
