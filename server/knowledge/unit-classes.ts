/**
 * Measure words that count the same things, so that their numbers may be added or set side by side.
 *
 * Source: 《现代汉语八百词》, list of nouns and their measure words; figures of the five samples and of 168 published reports.
 */
const CLASSES: readonly (readonly string[])[] = Object.freeze([
  ['件', '起', '宗', '例', '案', '桩'],
  ['人', '名', '位', '余人', '号人'],
  ['次', '场', '场次', '回', '轮'],
  ['家', '户'],
  ['元', '万元', '亿元'],
]);

/** A measure word to the first word of its class. */
export const UNIT_CLASSES: ReadonlyMap<string, string> = new Map(
  CLASSES.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)),
);

/** Measure words whose numbers are shares, ranks or lengths: they are never parts of a counted whole. */
export const UNCOUNTED_UNITS: ReadonlySet<string> = new Set([
  '%',
  '‰',
  '倍',
  '成',
  '分',
  '级',
  '岁',
  '天',
  '周',
  '届',
  '版',
  '点',
  '百分点',
  '个百分点',
  '小时',
  '分钟',
  '学时',
  '课时',
  '工作日',
  '个工作日',
]);

/** Measure words of quantities that can be divided: 126余亩 is more than 126 and less than 127. */
export const DIVISIBLE_UNITS: ReadonlySet<string> = new Set([
  '平方公里',
  '平方米',
  '立方米',
  '公里',
  '千米',
  '公顷',
  '公斤',
  '千克',
  '亩',
  '米',
  '吨',
  '岁',
  '天',
  '周',
  '倍',
  '成',
  '分',
  '小时',
  '分钟',
  '万元',
  '亿元',
  '%',
  '‰',
  '百分点',
  '个百分点',
]);
