import { type Base, kindOfAgency, partOf } from '../base.js';
import { MISNAMED, MISNAMED_BEFORE_PERIOD, MISSPELLINGS } from '../knowledge.js';
import { findAll, inserting, type Mutation, type Operator, type Scope, change, replacing } from '../mutant.js';
import type { Random } from '../random.js';
import type { Severity } from '../../../server/rules/rule.js';

const ANY_GRAVE: readonly Severity[] = ['error', 'warning'];
const ANY: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function everywhere(make: (scope: Scope) => Operator, scopes: readonly Scope[] = ['body', 'opening', 'headings']): Operator {
  const operators = scopes.map(make);
  const [first] = operators;
  if (first === undefined) throw new Error('no scope');
  return {
    ...first,
    apply: (base, random) => {
      for (const operator of random.shuffled(operators)) {
        const result = operator.apply(base, random);
        if (result !== undefined) return result;
      }
      return undefined;
    },
  };
}

/** One mutant a pair; the wrong form must not stand in the report already. */
const misspelt = MISSPELLINGS.map(
  ([right, wrong]): Operator =>
    everywhere((scope) =>
      replacing({
        rule: 'typo',
        name: `${right} → ${wrong}`,
        severity: ANY_GRAVE,
        quota: 1,
        scope,
        find: new RegExp(right, 'gu'),
        put: (_match, _random, base) => (base.text.includes(wrong) ? undefined : wrong),
      }),
    ),
);

const misnamed = [
  ...MISNAMED.map(([right, wrong]): [RegExp, string] => [new RegExp(`(?<=《)${right}(?=》)`, 'gu'), wrong]),
  ...MISNAMED_BEFORE_PERIOD.map(([right, wrong]): [RegExp, string] => [new RegExp(`(?<=《)${right}(?=（20)`, 'gu'), wrong]),
].map(
  ([find, wrong]): Operator =>
    everywhere(
      (scope) =>
        replacing({
          rule: 'document-name',
          name: wrong,
          severity: 'error',
          quota: 1,
          scope,
          find,
          quotedToo: true,
          put: () => wrong,
          allow: ['typo', 'fixed-term'],
        }),
      ['body', 'opening'],
    ),
);

const term = (
  name: string,
  severity: Severity | readonly Severity[],
  quota: number,
  find: RegExp,
  wrong: string,
  scopes?: readonly Scope[],
): Operator =>
  everywhere(
    (scope) => replacing({ rule: 'fixed-term', name, severity, quota, find, scope, quotedToo: true, put: () => wrong, allow: ['typo'] }),
    scopes,
  );

/** Another town's name instead of the report's own. */
function foreignTown(base: Base, random: Random): Mutation | undefined {
  const kind = kindOfAgency(base);
  if (!/^(?:town|township|subdistrict)$/u.test(kind)) return undefined;
  const names = {
    town: ['云台镇', '石桥镇', '双塔镇'],
    township: ['云台乡', '石桥乡', '双塔乡'],
    subdistrict: ['云台街道', '石桥街道', '双塔街道'],
  };
  const name = random.pick(names[kind as 'town' | 'township' | 'subdistrict']) ?? '';
  if (base.agency === name || base.text.includes(name)) return undefined;
  const found = random.pick(findAll(base, new RegExp(`${base.agency}|(?<=[。，])(?:我[镇乡]|街道)(?=[一-龥])`, 'gu'), 'body'));
  if (found === undefined) return undefined;
  return change(base, [{ start: found.start, end: found.start + found.match[0].length, text: name }], [found.start]);
}

/** A sentence about another town's people, left from its report. */
const foreignSentence = inserting({
  rule: 'foreign-place',
  name: 'sentence of another town',
  severity: 'information',
  quota: 8,
  regular: true,
  sentence: (_base, random) =>
    random.pick([
      '石桥镇综合行政执法队全年开展巡查86次，教育引导商户142户。',
      '云台乡人民调解委员会全年走访群众310户，收集意见建议27条。',
      '双塔街道组织辖区单位开展法治宣传活动13场。',
    ]),
  where: (base) => /[镇乡]$|街道$/u.test(base.agency),
});

const isTown = (base: Base): boolean => kindOfAgency(base) === 'town';
const isTownship = (base: Base): boolean => kindOfAgency(base) === 'township';
const isSubdistrict = (base: Base): boolean => kindOfAgency(base) === 'subdistrict';
const isLocal = (base: Base): boolean => isTown(base) || isTownship(base) || isSubdistrict(base);

const kind = (name: string, severity: Severity, quota: number, where: (base: Base) => boolean, sentences: readonly string[]): Operator =>
  inserting({ rule: 'agency-kind', name, severity, quota, where, regular: true, sentence: (_base, random) => random.pick(sentences) });

const leader = (name: string, quota: number, find: RegExp, wrong: string): Operator =>
  everywhere(
    (scope) => replacing({ rule: 'leader-title', name, severity: 'warning', quota, find, put: () => wrong, scope }),
    ['body', 'opening'],
  );

const SELF = { town: '镇党委、镇政府', township: '乡党委、乡政府', subdistrict: '街道党工委、办事处' };

/** 在镇党委、镇政府的正确领导下, said by the town itself. */
function selfLeadership(base: Base): Mutation | undefined {
  const self = SELF[kindOfAgency(base) as keyof typeof SELF];
  const [found] = findAll(base, /(?<=20\d\d年，)(?=[一-龥])/gu, 'opening');
  if (self === undefined || found === undefined || /领导下/u.test(found.line.text)) return undefined;
  return change(base, [{ start: found.start, end: found.start, text: `在${self}的正确领导下，` }], [found.start]);
}

function person(words: readonly string[]) {
  return (base: Base, random: Random): Mutation | undefined => {
    const part = partOf(base, 'duties');
    if (part === undefined || !base.regular) return undefined;
    const line = base.paragraphs.filter(({ start, text }) => start >= part.bodyStart && start < part.end && text.endsWith('。')).at(-1);
    const text = random.pick(words);
    return line === undefined || text === undefined ? undefined : change(base, [{ start: line.end, end: line.end, text }], [line.end]);
  };
}

/** Operators on terms and names. */
export const TERM_OPERATORS: readonly Operator[] = [
  ...misspelt,
  ...misnamed,
  term('主要责任人', 'error', 8, /(?<!《党政)主要负责人(?=履行|认真|切实|严格)/gu, '主要责任人', ['headings', 'body']),
  term('党政主负责人', ANY_GRAVE, 3, /(?<!《)党政主要负责人(?=履行)/gu, '党政主负责人', ['headings', 'body']),
  term('党政负责人', ANY_GRAVE, 3, /(?<!《)党政主要负责人(?=履行)/gu, '党政负责人', ['headings']),
  term('二十大届三中全会', 'error', 3, /二十届(?=[二三四]中)/gu, '二十大届', ['opening', 'body']),
  term('十九大届四中全会', 'error', 2, /十九届(?=[四五六]中)/gu, '十九大届', ['opening', 'body']),
  term('重大执法决定法治审核', ANY_GRAVE, 5, /重大执法决定法制审核/gu, '重大执法决定法治审核', ['body']),
  term('“枫桥”经验', ANY, 4, /“枫桥经验”/gu, '“枫桥”经验', ['body']),
  term('八五普法 without quotes', ANY, 4, /“八五”普法/gu, '八五普法', ['body', 'headings']),
  inserting({
    rule: 'fixed-term',
    name: '截止目前',
    severity: ANY,
    quota: 5,
    regular: true,
    sentence: (_base, random) => `${random.pick(['截止目前', '截止12月底', '截止到年底']) ?? ''}，各项任务均已完成。`,
    allow: ['typo'],
  }),
  leader('name of the thought incomplete', 6, /(?<=学习|贯彻|以)习近平法治思想(?!学习)/gu, '法治思想'),
  inserting({
    rule: 'leader-title',
    name: 'title lost',
    severity: 'warning',
    quota: 8,
    regular: true,
    sentence: (_base, random) =>
      random.pick([
        '组织专题学习习近平重要讲话精神6次。',
        '及时传达学习习近平重要指示批示精神5次。',
        '认真学习习近平在中央全面依法治国工作会议上的重要讲话2次。',
      ]),
  }),
  leader('总书记 lost', 4, /习近平总书记关于/gu, '习近平有关'),
  kind('我局 in a town', 'warning', 4, isLocal, ['我局组织业务培训3次。', '全年我局受理群众咨询126人次。']),
  kind('全局干部 in a town', 'warning', 4, isLocal, ['全局干部职工参加学法考试2次。', '组织全局上下开展警示教育2次。']),
  kind('我镇 in a sub-district', 'warning', 4, isSubdistrict, ['我镇全年开展巡查检查18次。', '我镇组织志愿者服务活动12场。']),
  kind('我镇 in a township', 'warning', 3, isTownship, ['我镇全年开展巡查检查18次。']),
  kind('党组 in a town', 'information', 5, (base) => (isTown(base) || isTownship(base)) && base.text.includes('县'), [
    '定期将学法内容纳入党组理论学习中心组学习计划，组织学习4次。',
    '全年召开党组会议研究法治工作3次。',
  ]),
  kind(
    '区长 where the superior is a county',
    'information',
    4,
    (base) => (isTown(base) || isTownship(base)) && base.text.includes('县委') && !base.text.includes('区'),
    ['认真落实区长接访日工作安排，接待群众16批次。'],
  ),
  { rule: 'foreign-place', name: 'own name replaced', severity: 'information', quota: 8, apply: foreignTown },
  foreignSentence,
  { rule: 'self-leadership', name: 'led by itself', severity: 'information', quota: 14, apply: selfLeadership },
  inserting({
    rule: 'self-leadership',
    name: 'led by itself in measures',
    severity: 'information',
    quota: 8,
    regular: true,
    where: (base) => SELF[kindOfAgency(base) as keyof typeof SELF] !== undefined,
    sentence: (base) => `在${SELF[kindOfAgency(base) as keyof typeof SELF]}的正确领导下，各项执法整治行动有序开展，整治重点区域9处。`,
  }),
  {
    rule: 'first-person',
    name: '本人, 我个人',
    severity: 'warning',
    quota: 10,
    apply: person([
      '本人始终坚持以上率下，带头学法用法。',
      '今后，本人也将严格要求自己，自觉接受监督。',
      '我个人全年参加学法活动12次。',
      '本人坚持定期听取法治工作汇报。',
    ]),
  },
  everywhere(
    (scope) =>
      replacing({
        rule: 'first-person',
        name: '述法报告如下',
        severity: 'warning',
        quota: 6,
        scope,
        find: /现将[^。，]*报告如下/gu,
        put: () => '现述法报告如下',
        allow: ['relative-year'],
      }),
    ['opening'],
  ),
];
