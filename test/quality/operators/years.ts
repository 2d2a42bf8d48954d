import { type Base, childrenOf, ownWord, partOf } from '../base.js';
import { change, findAll, inserting, type Mutation, type Operator, replacing } from '../mutant.js';
import type { Random } from '../random.js';

/** The year of a mandated heading is another. */
function headingYear(kind: 'measures' | 'shortcomings' | 'duties' | 'plan') {
  return (base: Base, random: Random): Mutation | undefined => {
    const mark = partOf(base, kind)?.mark;
    const years = mark?.text.match(/20\d\d/gu) ?? [];
    if (!base.regular || mark === undefined || years.length > 1) return undefined;
    const other = kind === 'plan' ? base.year - random.below(2) : base.year - 1;
    const found = mark.text.indexOf(years[0] ?? '\n');
    if (kind === 'plan' && found < 0) return undefined;
    const edit =
      found >= 0
        ? { start: mark.end + found, end: mark.end + found + 4, text: String(other) }
        : { start: mark.end, end: mark.end, text: `${other}年度` };
    return change(base, [edit], [mark.start]);
  };
}

function openingYear(base: Base): Mutation | undefined {
  for (const { match, start } of findAll(base, /(?<=现将[^。]{0,12})20\d\d(?=年)/gu, 'opening')) {
    if (Number(match[0]) === base.year) return change(base, [{ start, end: start + 4, text: String(base.year - 1) }], [start]);
  }
  const [found] = findAll(base, /现将(?=有关|全年|工作)/gu, 'opening');
  if (found === undefined) return undefined;
  const end = found.start + 2;
  return change(base, [{ start: end, end, text: `${base.year - 1}年` }], [found.start]);
}

function signOffYear(base: Base, random: Random): Mutation | undefined {
  const at = base.date?.text.search(/20\d\d/u) ?? -1;
  if (base.date === undefined || at < 0) return undefined;
  const start = base.date.start + at;
  return change(base, [{ start, end: start + 4, text: String(base.year + (random.below(2) === 0 ? -1 : 2)) }], [start]);
}

function secondTitle(base: Base): Mutation | undefined {
  const [line] = base.titleLines;
  if (!base.regular || base.titleLines.length !== 1 || line === undefined || base.name.endsWith('.md') || base.text.includes('会议上'))
    return undefined;
  const copy = line.text.replace(String(base.year), String(base.year - 1));
  const { text } = change(base, [{ start: line.end, end: line.end, text: base.lineEnd + copy }], []);
  return { text, at: [line.end + base.lineEnd.length] };
}

const mismatch = (name: string, quota: number, apply: Operator['apply'], allow: readonly string[] = []): Operator => ({
  rule: 'year-mismatch',
  name,
  severity: 'error',
  quota,
  apply,
  allow,
});

const DEEDS = [
  '认真落实上级决策部署，扎实推进依法行政各项工作',
  '坚持把法治建设摆在突出位置，着力提升依法治理能力',
  '聚焦中心工作，不断加强法治政府建设',
];

/** 截至目前 and its like; a report that has it already would not change. */
const hasNoCutOff = (base: Base): boolean => base.regular && !/截[至止](?:目前|\d)/u.test(base.text);

function relativeHeadings(all: boolean) {
  return (base: Base): Mutation | undefined => {
    const marks = (['measures', 'shortcomings', 'duties'] as const).flatMap((kind) => partOf(base, kind)?.mark ?? []);
    if (!base.regular || marks.length < 3) return undefined;
    const chosen = all ? marks : marks.slice(0, 1);
    const edits = chosen.map((mark) => {
      const year = /20\d\d年度?/u.exec(mark.text);
      const start = mark.end + (year?.index ?? 0);
      return { start, end: start + (year?.[0].length ?? 0), text: '上一年度' };
    });
    return change(
      base,
      edits,
      chosen.map((mark) => mark.start),
    );
  };
}

/** The plan loses every mention of its year. */
function planWithoutYear(base: Base): Mutation | undefined {
  const part = partOf(base, 'plan');
  if (!base.regular || part === undefined) return undefined;
  const next = String(base.year + 1);
  const plan = base.text.slice(part.mark.start, part.end);
  // A plan year inside the name of a document stays.
  if (new RegExp(`[—-]${next}|${next}[—-]`, 'u').test(plan)) return undefined;
  const edits = [...plan.matchAll(new RegExp(`${next}年度?(?:，)?`, 'gu'))].map((match) => {
    const start = part.mark.start + match.index;
    return { start, end: start + match[0].length, text: start < part.mark.line.end ? '下一年度' : '' };
  });
  const { text, at } = change(base, edits, [part.mark.start]);
  return edits.length === 0 || /(?:^|[。\n\r　])(?:是|底|起|末)/u.test(text.slice(part.mark.start)) ? undefined : { text, at };
}

/** 上半年 in a heading. */
function partialHeading(base: Base, random: Random): Mutation | undefined {
  const part = partOf(base, 'measures');
  if (!base.regular || part === undefined) return undefined;
  const word = random.pick(['上半年', '三季度', '1至10月', '前三季度']) ?? '上半年';
  const year = /20\d\d年度?/u.exec(part.mark.text);
  if (year !== null && random.below(2) === 0) {
    const start = part.mark.end + year.index;
    return change(base, [{ start, end: start + year[0].length, text: `${base.year}年${word}` }], [part.mark.start]);
  }
  const child = random.pick(childrenOf(base, part).filter(({ form }) => form !== 'sentence'));
  if (child === undefined) return undefined;
  return change(base, [{ start: child.end, end: child.end, text: word }], [child.start]);
}

function cutOff(words: readonly string[]) {
  return (base: Base, random: Random): Mutation | undefined => {
    if (!hasNoCutOff(base)) return undefined;
    const found = random.pick(findAll(base, /(?<=。)全年(?:共)?(?=[一-龥]{2})/gu, 'measures'));
    if (found === undefined) return undefined;
    return change(
      base,
      [{ start: found.start, end: found.start + found.match[0].length, text: `${random.pick(words) ?? ''}，` }],
      [found.start],
    );
  };
}

/** The operator in the opening, or where that has no match in the body. */
function inBoth(make: (scope: 'body' | 'opening') => Operator): Operator {
  const first = make('opening');
  const second = make('body');
  return { ...first, apply: (base, random) => first.apply(base, random) ?? second.apply(base, random) };
}

function rangeOperator(name: string, put: (from: string, to: string) => string): Operator {
  return inBoth((scope) =>
    replacing({
      rule: 'year-range-malformed',
      name,
      severity: 'error',
      quota: 7,
      scope,
      find: /(?<=（)(20\d\d)[—－–-](20\d\d)(?=年）)/gu,
      quotedToo: true,
      put: (match) => put(match[1] ?? '', match[2] ?? ''),
    }),
  );
}

function periodOperator(name: string, find: RegExp, periods: readonly string[], quota: number): Operator {
  return inBoth((scope) =>
    replacing({
      rule: 'document-period',
      name,
      severity: 'error',
      quota,
      scope,
      find,
      quotedToo: true,
      put: (match, random) => match[0].replace(/20\d\d[—-]20\d\d/u, random.pick(periods) ?? ''),
    }),
  );
}

/** Operators on years and dates. */
export const YEAR_OPERATORS: readonly Operator[] = [
  mismatch('measures heading of last year', 5, headingYear('measures')),
  mismatch('shortcomings heading of last year', 4, headingYear('shortcomings')),
  mismatch('duties heading of last year', 4, headingYear('duties')),
  mismatch('plan heading not of next year', 6, headingYear('plan')),
  mismatch('opening of last year', 6, openingYear),
  mismatch('sign-off year', 5, signOffYear),
  mismatch('second title of another year', 4, secondTitle),
  inserting({
    rule: 'stale-year',
    name: 'last year opens a sentence of measures',
    severity: 'warning',
    quota: 10,
    regular: true,
    sentence: (base, random) =>
      `${base.year - 1}年${random.pick(['以来', '度']) ?? ''}，${ownWord(base) === '街道' ? '我街道' : ownWord(base)}${random.pick(DEEDS)}。`,
    where: (base) => /[镇乡局县市]$|街道/u.test(ownWord(base)),
  }),
  replacing({
    rule: 'stale-year',
    name: 'plan with the report year',
    severity: 'warning',
    quota: 8,
    regular: true,
    scope: 'plan',
    find: /(?<=^[\s　]*)20\d\d(?=年，[^。]{1,20}将)/gu,
    put: (match, _random, base) => (Number(match[0]) === base.year + 1 ? String(base.year) : undefined),
  }),
  replacing({
    rule: 'year-suffix-missing',
    name: '年 dropped in the opening',
    severity: 'error',
    quota: 5,
    scope: 'opening',
    find: /(?<=20\d\d)年(?=，[一-龥])/gu,
    put: () => '',
  }),
  replacing({
    rule: 'year-suffix-missing',
    name: '年 dropped in a comparison',
    severity: 'error',
    quota: 6,
    find: /(?<=[较自由从]20\d\d)年(?=[一-龥])/gu,
    put: () => '',
  }),
  replacing({
    rule: 'year-suffix-missing',
    name: '年 dropped in the plan',
    severity: 'error',
    quota: 5,
    scope: 'plan',
    find: /(?<=^[\s　]*20\d\d)年(?=[，是])/gu,
    put: () => '',
  }),
  rangeOperator('dash lost', (from, to) => from + to),
  rangeOperator('dash is 一', (from, to) => `${from}一${to}`),
  periodOperator(
    '法治政府建设实施纲要',
    /法治政府建设实施纲要（20\d\d[—-]20\d\d年）/gu,
    ['2022—2025', '2021—2035', '2020—2025', '2021—2026'],
    8,
  ),
  periodOperator('法治社会建设实施纲要', /法治社会建设实施纲要（20\d\d[—-]20\d\d年）/gu, ['2021—2025', '2020—2035'], 5),
  periodOperator('法治中国建设规划', /法治中国建设规划（20\d\d[—-]20\d\d年）/gu, ['2021—2025', '2020—2035'], 4),
  periodOperator('全面深化法治领域改革纲要', /全面深化法治领域改革纲要（20\d\d[—-]20\d\d年）/gu, ['2022—2027', '2023—2025'], 3),
  { rule: 'partial-year', name: '上半年 in a heading', severity: 'warning', quota: 9, apply: partialHeading },
  { rule: 'partial-year', name: '截至目前', severity: 'information', quota: 5, apply: cutOff(['截至目前']) },
  { rule: 'partial-year', name: '截至10月', severity: 'information', quota: 5, apply: cutOff(['截至10月', '截至11月底', '截至9月30日']) },
  { rule: 'relative-year', name: 'one heading with 上一年度', severity: 'information', quota: 7, apply: relativeHeadings(false) },
  { rule: 'relative-year', name: 'headings with 上一年度', severity: 'information', quota: 7, apply: relativeHeadings(true) },
  { rule: 'plan-without-year', name: 'year taken out of the plan', severity: 'hint', quota: 14, apply: planWithoutYear },
  replacing({
    rule: 'date-separator',
    name: '6·26 with a full stop',
    severity: 'hint',
    quota: 14,
    find: /“(\d{1,2})·(\d{1,2})”(?=[^，。]{0,3}(?:国际|国家|全民|全国|世界))/gu,
    quotedToo: true,
    put: (match) => match[0].replace('·', '.'),
  }),
];
