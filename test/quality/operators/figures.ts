import { type Base, childrenOf, kindOfAgency, ownWord, partOf } from '../base.js';
import { type BaseEdit, change, findAll, inserting, type Mutation, type Operator, replacing } from '../mutant.js';
import type { Random } from '../random.js';

/** Prose of measures without a single figure or zero. */
const FIGURELESS = [
  '坚持把学习宣传习近平法治思想摆在突出位置，通过集中研讨、辅导讲座、个人自学等方式，引导干部职工深刻领会核心要义，自觉做到学思用贯通、知信行统一，不断提高依法办事的能力和水平。',
  '健全完善依法决策机制，严格落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序，广泛听取各方面意见建议，切实维护群众合法权益，确保各项决策依法合规。',
  '严格落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，规范执法程序和自由裁量权，坚持处罚与教育相结合，推动执法力度和温度相统一，营造公平公正的法治环境。',
  '畅通群众诉求表达渠道，加强矛盾纠纷源头预防和前端化解，健全人民调解、行政调解、司法调解联动工作体系，努力把矛盾化解在基层、化解在萌芽状态，维护社会和谐稳定。',
  '丰富法治宣传教育形式，充分利用宣传栏、广播、微信群等载体，面向干部群众广泛宣传与生产生活密切相关的法律法规，推动形成办事依法、遇事找法、解决问题用法、化解矛盾靠法的良好氛围。',
];

function noFigures(base: Base, random: Random): Mutation | undefined {
  const part = partOf(base, 'measures');
  if (!base.regular || part === undefined) return undefined;
  const heads = ['（一）强化学习引领', '（二）规范决策程序', '（三）严格执法监管', '（四）化解矛盾纠纷', '（五）深化普法宣传'];
  const prefix = base.name.endsWith('.md') ? '### ' : '';
  const lines = heads.slice(0, 4 + random.below(2)).flatMap((head, index) => [prefix + head, FIGURELESS[index] ?? '']);
  const text = `${base.lineEnd}${lines.join(base.lineEnd)}${base.lineEnd}${base.lineEnd}`;
  return change(base, [{ start: part.bodyStart, end: part.end, text }], [part.mark.start]);
}

function partWithoutFigures(base: Base, random: Random): Mutation | undefined {
  const part = partOf(base, 'measures');
  if (!base.regular || part === undefined) return undefined;
  const children = childrenOf(base, part);
  const at = random.below(Math.max(children.length, 1));
  const mark = children[at];
  if (mark === undefined || mark.level !== 2 || mark.form === 'sentence') return undefined;
  const end = children[at + 1]?.line.start ?? part.end;
  const start = mark.form === 'run-in' ? mark.textEnd + 1 : mark.line.end;
  const text = `${mark.form === 'run-in' ? '' : base.lineEnd}${random.pick(FIGURELESS) ?? ''}${base.lineEnd}`;
  return change(base, [{ start, end, text }], [mark.start]);
}

const COUNT = '(?:件|次|场次|场|份|人次|人|名|户|处|起|条|项|家|期)';

const placeholder = (
  name: string,
  quota: number,
  find: RegExp,
  put: (match: RegExpExecArray, random: Random, base: Base) => string | undefined,
): Operator => replacing({ rule: 'placeholder', name, severity: 'error', quota, find, put });

/** Exact figures that belong to no sum or balance are fit to be called 余. */
const EXACT = new RegExp(`(?<![\\d.万千余近超过约第〔—·])(\\d{1,4})(?=${COUNT})(?!${COUNT}余)`, 'gu');

/** Parts of a sum that holds. */
interface Sum {
  readonly start: number;
  readonly parts: readonly { readonly start: number; readonly text: string }[];
}

/** 共34件，其中继续有效27件、修改4件、废止3件: sums that hold to the last unit. */
export function sumsOf(base: Base): Sum[] {
  const whole = new RegExp(`(\\d+)(${COUNT})([^。；\\d]{0,12}?)(?:，|（|：)(?:其中|包括|分别为)[：，]?([^。；，）]*)(?=[。；，）])`, 'gu');
  return base.paragraphs.flatMap((line) =>
    [...line.text.matchAll(whole)].flatMap((match) => {
      const list = match[4] ?? '';
      const unit = match[2] ?? '';
      const from = line.start + match.index + match[0].length - list.length;
      const parts = [...list.matchAll(new RegExp(`(\\d+)(?=${unit})`, 'gu'))].map((part) => ({ start: from + part.index, text: part[0] }));
      const sum = parts.reduce((total, { text }) => total + Number(text), 0);
      const isWhole = parts.length >= 2 && sum === Number(match[1]) && list.split('、').length === parts.length;
      return isWhole ? [{ start: line.start + match.index, parts }] : [];
    }),
  );
}

function breakSum(change_: (value: number, random: Random) => number) {
  return (base: Base, random: Random): Mutation | undefined => {
    const sum = random.pick(sumsOf(base));
    const part = random.pick(sum?.parts ?? []);
    if (sum === undefined || part === undefined) return undefined;
    const value = change_(Number(part.text), random);
    if (value <= 0 || value === Number(part.text)) return undefined;
    return change(base, [{ start: part.start, end: part.start + part.text.length, text: String(value) }], [sum.start]);
  };
}

/** A whole that fits its parts no more. */
function breakWhole(base: Base, random: Random): Mutation | undefined {
  const sum = random.pick(sumsOf(base));
  const digits = sum === undefined ? null : /^\d+/u.exec(base.text.slice(sum.start));
  if (sum === undefined || digits === null) return undefined;
  const value = Number(digits[0]) + (random.below(2) === 0 ? 1 : -1);
  return change(base, [{ start: sum.start, end: sum.start + digits[0].length, text: String(value) }], [sum.start]);
}

const BALANCES = [
  /(?:上年结转|年初)[^。；，\d]{0,12}(\d+)[件人][^。；\d]{0,20}(\d+)[件人][^。；\d]{0,14}?(\d+)[件人][^。；\d]{0,14}?(\d+)[件人]/gu,
  /(?:接到|收到|受理|立案|接收)[^。；\d]{0,20}(\d+)(件)[^。；\d]{0,8}(?:办结|审结|化解)(\d+)件[^。；\d]{0,6}(?:未结|剩余|未办结|未审结|正在办理|正在协调)(\d+)件/gu,
] as const;

/** Balances that hold: what was carried over and came in, less what went out, is what is left. */
export function balancesOf(base: Base): { start: number; left: { start: number; text: string }; out: { start: number; text: string } }[] {
  return BALANCES.flatMap((pattern, index) =>
    findAll(base, pattern).flatMap(({ match, start }) => {
      const [whole, first = '', second = '', third = '', fourth = ''] = match;
      const holds =
        index === 0
          ? Number(first) + Number(second) - Number(third) === Number(fourth)
          : second === '件' && Number(first) - Number(third) === Number(fourth);
      if (!holds) return [];
      const leftAt = whole.lastIndexOf(fourth);
      const outAt = whole.lastIndexOf(third, leftAt - 1);
      return [{ start, left: { start: start + leftAt, text: fourth }, out: { start: start + outAt, text: third } }];
    }),
  );
}

function breakBalance(which: 'left' | 'out') {
  return (base: Base, random: Random): Mutation | undefined => {
    const balance = random.pick(balancesOf(base));
    if (balance === undefined) return undefined;
    const { start, text } = balance[which];
    const value = Number(text) + (which === 'left' ? 1 + random.below(4) : -(1 + random.below(3)));
    if (value < 0) return undefined;
    return change(base, [{ start, end: start + text.length, text: String(value) }], [balance.start]);
  };
}

const DEEDS = ['开展行政执法检查', '组织法治宣传活动', '排查化解矛盾纠纷', '审查各类合同协议', '举办法治专题讲座', '开展执法人员培训'];
const UNITS = ['次', '场次', '件', '份', '场', '次'];

/** One thing with two values, in two paragraphs. */
function twoValues(base: Base, random: Random): Mutation | undefined {
  const part = partOf(base, 'measures');
  const lines = base.paragraphs.filter(
    ({ start, text }) => part !== undefined && start >= part.bodyStart && start < part.end && text.endsWith('。'),
  );
  const at = random.below(DEEDS.length);
  const first = lines[0];
  const second = lines.at(-1);
  if (!base.regular || first === undefined || second === undefined || first === second || base.text.includes(DEEDS[at] ?? ''))
    return undefined;
  const value = 21 + random.below(60);
  const say = (figure: number): string => `全年共${DEEDS[at] ?? ''}${figure}${UNITS[at] ?? ''}。`;
  const edits: BaseEdit[] = [
    { start: first.end, end: first.end, text: say(value) },
    { start: second.end, end: second.end, text: say(value + 3 + random.below(9)) },
  ];
  return change(base, edits, [first.end, second.end]);
}

/** The same clause again with another figure, as the clerk took it from another table. */
function clauseAgain(base: Base, random: Random): Mutation | undefined {
  if (!base.regular) return undefined;
  const clauses = findAll(
    base,
    new RegExp(`(?<=[，。；])(?:全年)?([一-龥]{7,14})(\\d{2,3})(${COUNT})(?=[，。；])`, 'gu'),
    'measures',
  ).filter(
    ({ match }) =>
      /^(?:开展|组织|举办|发放|审查|调解|化解|立案|查处|培训|召开|受理)/u.test(match[1] ?? '') && !/其中|剩余|共/u.test(match[0]),
  );
  const found = random.pick(clauses);
  const other = base.paragraphs
    .filter(({ text, start }) => text.endsWith('。') && start > (found?.start ?? 0))
    .find((line) => line !== found?.line);
  if (found === undefined || other === undefined) return undefined;
  const words = found.match[1] ?? '';
  const value = Number(found.match[2]) + 2 + random.below(7);
  const text = `全年${words}${value}${found.match[3] ?? ''}。`;
  return change(base, [{ start: other.end, end: other.end, text }], [found.start, other.end]);
}

const RATES = '(?:办结率|化解率|合格率|成功率|应诉率|覆盖率|知晓率|满意率)';

const approximate = (name: string, quota: number, find: RegExp, put: (match: RegExpExecArray) => string): Operator =>
  replacing({ rule: 'approximate-exact', name, severity: 'warning', quota, find, put });

/** Operators on figures. */
export const FIGURE_OPERATORS: readonly Operator[] = [
  { rule: 'missing-figures', name: 'measures without a figure', severity: 'warning', quota: 8, apply: noFigures },
  { rule: 'missing-figures', name: 'one part without a figure', severity: 'information', quota: 10, apply: partWithoutFigures },
  placeholder('figure is XX', 4, EXACT, (_match, random) => random.pick(['XX', 'xx', 'XXX'])),
  placeholder('figure is ××', 4, EXACT, (_match, random) => random.pick(['××', '×'])),
  placeholder('figure is *', 4, EXACT, (_match, random) => random.pick(['*', '**'])),
  placeholder('figure is ____', 3, EXACT, () => '____'),
  placeholder('year is 20XX', 3, /(?<=[较自])20\d\d(?=年)/gu, (_match, random) => random.pick(['20XX', '20××', '20xx'])),
  placeholder('month is ×', 3, /(?<=[。，；])\d{1,2}(?=月，)/gu, (_match, random) => random.pick(['×', 'X'])),
  placeholder('own name is 某', 3, /(?<=[。，])(?:我[镇乡局])/gu, (match) => `某${match[0].at(-1) ?? ''}`),
  inserting({
    rule: 'placeholder',
    name: 'note to be filled in',
    severity: 'error',
    quota: 6,
    sentence: (_base, random) =>
      random.pick(['（待补充）', '〔待补〕', '（此处填写培训情况）', 'TODO', '全年共开展活动____场次。', '此处填写具体数据。']),
  }),
  approximate('余 after an exact figure', 8, EXACT, (match) =>
    /[1-9]$/u.test(match[0]) && match[0].length > 1 ? `${match[0]}余` : match[0],
  ),
  approximate('余 after one digit', 4, new RegExp(`(?<![\\d.万千余近超过约第〔—·])([2-9])(?=${COUNT})`, 'gu'), (match) => `${match[0]}余`),
  approximate(
    '近 and 余',
    5,
    new RegExp(`(?<=[一-龥])(?<![近余约超第共其中于过满达])([2-9]0|\\d{2}0)余?(?=${COUNT})`, 'gu'),
    (match) => `近${match[1] ?? ''}余`,
  ),
  approximate(
    '超过 and 余',
    5,
    new RegExp(`(?<=[一-龥])(?<![近余约超第共其中于过满达])([2-9]0|\\d{2}0)余?(?=${COUNT})`, 'gu'),
    (match) => `超过${match[1] ?? ''}余`,
  ),
  {
    rule: 'sum-mismatch',
    name: 'part too high',
    severity: 'warning',
    quota: 9,
    apply: breakSum((value, random) => value + 1 + random.below(9)),
  },
  {
    rule: 'sum-mismatch',
    name: 'part too low',
    severity: 'warning',
    quota: 7,
    apply: breakSum((value, random) => value - 1 - random.below(2)),
  },
  { rule: 'sum-mismatch', name: 'whole changed', severity: 'warning', quota: 6, apply: breakWhole },
  { rule: 'balance-mismatch', name: 'left over changed', severity: 'warning', quota: 9, apply: breakBalance('left') },
  { rule: 'balance-mismatch', name: 'gone out changed', severity: 'warning', quota: 8, apply: breakBalance('out') },
  { rule: 'figure-conflict', name: 'two new sentences', severity: 'information', quota: 9, apply: twoValues },
  { rule: 'figure-conflict', name: 'clause again', severity: 'information', quota: 8, apply: clauseAgain },
  replacing({
    rule: 'measure-word',
    name: '场次数',
    severity: 'warning',
    quota: 5,
    find: /(?<=\d余?)场次(?=[，。；、])/gu,
    put: () => '场次数',
  }),
  replacing({
    rule: 'measure-word',
    name: '次数, 件数',
    severity: 'warning',
    quota: 7,
    find: /(?<=\d余?)(?:次|件)(?=[，。；、])/gu,
    put: (match) => `${match[0]}数`,
  }),
  inserting({
    rule: 'measure-word',
    name: '横幅 counted with 个',
    severity: 'hint',
    quota: 5,
    sentence: (_base, random) => `全年${random.pick(['张贴', '悬挂', '制作']) ?? ''}横幅${20 + random.below(70)}个。`,
    regular: true,
  }),
  replacing({
    rule: 'percentage-range',
    name: 'share above 100 %',
    severity: 'warning',
    quota: 16,
    find: new RegExp(`(?<=${RATES}(?:达到|为|达)?)(\\d+(?:\\.\\d+)?)(?=%)`, 'gu'),
    put: (match, random) => random.pick([/^9\d/u.test(match[1] ?? '') ? `1${match[1] ?? ''}` : '103.2', '102', '101.5', '110']),
  }),
  inserting({
    rule: 'vague-quantity',
    name: 'count in words',
    severity: 'hint',
    quota: 12,
    regular: true,
    sentence: (base, random) =>
      random.pick([
        `${ownWord(base)}多次召开专题会议，研究解决重点难点问题。`,
        '组织执法人员参加了若干期业务培训，执法水平得到提高。',
        '结合各类节点开展了大量法治宣传活动，群众反响良好。',
      ]),
    where: (base) => kindOfAgency(base) !== 'zone',
  }),
];
