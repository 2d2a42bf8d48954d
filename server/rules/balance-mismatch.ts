import { type BalanceRole, BALANCE_WORDS, LEFT_TRIGGERS } from '../knowledge/balance-words.js';
import { UNCOUNTED_UNITS } from '../knowledge/unit-classes.js';
import type { Figure } from '../report/figures.js';
import { FEWEST_ENTRIES, mayBalance } from './balance-look.js';
import { measuredSpan, plainNumber, unitClass } from './figure-facts.js';
import { type FigureList, readFigureLists } from './figure-lists.js';
import { localized } from './localized.js';
import type { ParagraphRule, RuleFinding } from './rule.js';

/** 收支对不上: what came less what went is not what is left. */
export const balanceMismatch: ParagraphRule = {
  id: 'balance-mismatch',
  group: 'figures',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'none',
  triggers: LEFT_TRIGGERS,
  concernsWithTrigger: ({ role, text }) => role !== 'furniture' && mayBalance(text),
  name: localized('进出对不上', 'Balance mismatch'),
  finds: localized(
    '同一句里“接收（受理）－解除（办结）”不等于“在册（未结、剩余）”；写明上年结转的，先加上结转数。',
    'In one sentence, what came in (with the stock carried over, where it is named) less what went out is not what is left.',
  ),
  why: localized('三个数放在一句里，读者一减就知道不对。', 'The three figures stand in one sentence: any reader can subtract.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）强化教育管理。累计接收社区矫正对象58人，解除55人，目前在册矫正对象4人。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）办好复议案件。上年结转行政复议案件8件，新收92件，审结95件，未审结6件。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）办好复议案件。收到申请154件，受理146件，审结131件，15件尚在审理；上年结转许可申请4件，新受理52件，办结53件，剩余3件。',
        },
      },
    ],
  },
  check(paragraph) {
    if (paragraph.role === 'furniture' || !mayBalance(paragraph.text)) return [];
    const { text, figures } = paragraph;
    let parts: ReadonlySet<Figure> | undefined;
    const partsOfLists = (): ReadonlySet<Figure> => {
      parts ??= partsOfKinds(text, figures);
      return parts;
    };
    return sentencesOf(text, figures).flatMap((sentence) => findingsIn(text, sentence, partsOfLists));
  },
};

/** One number of a flow. */
interface Entry {
  readonly figure: Figure;
  /** `unknown` may be any of them. */
  readonly role: Exclude<BalanceRole, 'turn'> | 'unknown';
  /** The words before the number in its clause, with those behind it where they name the thing. */
  readonly label: string;
  /** Where its clause begins. */
  readonly start: number;
}

/** Behind the words before a number stands the number, or a mark ends them. */
const WORDS_END = '(?=\\s*(?:[^\\u4e00-\\u9fff\\s]|[一二三四五六七八九十百千两零〇无没未]|$))';
// A look before the words round each number are read: in a whole text the places before and behind them tell nothing.
const LEFT = new RegExp(anywhere('left').replaceAll('$', WORDS_END), 'u');
const OUT = new RegExp(anywhere('out').replaceAll('$', ''), 'u');

/** The words of a role without what they may not stand behind, or in front of, and without the beginning of the text. */
function anywhere(wanted: BalanceRole): string {
  return BALANCE_WORDS.flatMap(([role, words]) => (role === wanted ? [`(?:${words.source})`] : []))
    .join('|')
    .replace(/\(\?<?!(?:[^()]|\([^()]*\))*\)/gu, '')
    .replaceAll('^', '');
}

const MOST_ENTRIES = 8;
const LABEL_REACH = 24;

/** The figures of each sentence that holds enough of them. */
function sentencesOf(text: string, figures: readonly Figure[]): Figure[][] {
  const sentences: Figure[][] = [];
  let last: Figure | undefined;
  for (const figure of figures) {
    const sentence = sentences.at(-1);
    const gap = last === undefined ? '' : text.slice(last.unitEnd, Math.min(figure.span.start, last.unitEnd + 200));
    if (sentence === undefined || /[。；;！？]/u.test(gap) || gap.length >= 60) sentences.push([figure]);
    else sentence.push(figure);
    last = figure;
  }
  return sentences.filter((sentence) => sentence.length >= FEWEST_ENTRIES && sentence.length <= 24);
}

/** Whether words for what is left, and for what went, stand round some numbers. */
function mayFlow(text: string, figures: readonly Figure[]): boolean {
  const words = figures.map(({ span, unitEnd }) => text.slice(Math.max(0, span.start - LABEL_REACH * 2), unitEnd + LABEL_REACH));
  return words.some((each) => LEFT.test(each)) && words.some((each) => OUT.test(each));
}

/** What is wrong with runs of numbers of one kind within a sentence that hold something that came, went and is left. */
function findingsIn(text: string, sentence: readonly Figure[], partsOfLists: () => ReadonlySet<Figure>): RuleFinding[] {
  const kinds = new Set(sentence.filter(({ unit }) => unit !== '' && !UNCOUNTED_UNITS.has(unit)).map(unitClass));
  return [...kinds].flatMap((kind) => {
    const ofKind = sentence.filter((figure) => unitClass(figure) === kind);
    if (ofKind.length < FEWEST_ENTRIES || isBalancedByItself(ofKind)) return [];
    const all = sentence.flatMap((figure, index) => (unitClass(figure) === kind ? (entryOf(text, sentence, index) ?? []) : []));
    if (!all.some(({ role }) => role === 'left') || !all.some(({ role }) => role === 'out')) return [];
    const entries = all.filter(({ figure }) => !partsOfLists().has(figure));
    const flow = settled(entries);
    const roles = flow.map(({ role }) => role);
    const isFlow =
      flow.length <= MOST_ENTRIES &&
      roles.includes('out') &&
      roles.filter((role) => role === 'left').length === 1 &&
      roles.includes('in') &&
      roles.indexOf('in') < roles.indexOf('out') &&
      roles.indexOf('in') < roles.indexOf('left');
    if (!isFlow) return [];
    const findings = findingFor(text, flow);
    // The words themselves are looked for last: that takes longest.
    return findings.length > 0 && LEFT.test(text) && mayFlow(text, sentence) && mayFlow(text, ofKind) ? findings : [];
  });
}

/** Whether there are but three numbers, of which the first is the others together: what came, what went and what is left. */
function isBalancedByItself([first, second, third, fourth]: readonly Figure[]): boolean {
  return fourth === undefined && first?.value === (second?.value ?? 0) + (third?.value ?? 0);
}

/** An entry before the numbers round it have told what a turn was. */
interface OpenEntry extends Omit<Entry, 'role'> {
  /** 其中 stands before it. */
  readonly isPart: boolean;
  readonly role: BalanceRole | 'unknown';
}

/** Numbers that divide what came. */
function partsOfKinds(text: string, figures: readonly Figure[]): ReadonlySet<Figure> {
  return new Set(
    readFigureLists(text, figures)
      .filter(isOfKinds)
      .flatMap((list) => list.parts.map(({ figure }) => figure)),
  );
}

/** 其中邻里纠纷30件、婚姻纠纷28件 divides what came; 其中维持22件，撤诉2件，未审结3件 is the flow itself. */
function isOfKinds({ parts, isLoose }: FigureList): boolean {
  return !isLoose && parts.length > 1 && !parts.some(({ label }) => /^(?:out|left)$/u.test(roleOf(label) ?? ''));
}

/** What may come in without a word that says so: 行政复议案件58件，审结55件. */
const COUNTED =
  /(?:案件?|申请|投诉|举报|事项|纠纷|问题|建议|提案|工单|信访件|诉求|线索|隐患|办件|来[信访]|争议|矫正对象)(?:数|总数|共|共有|共计|总计|累计)?$/u;

/** A turn is what came where nothing came before it; so is the stock of the beginning where nothing came at all. */
function settled(all: readonly OpenEntry[]): Entry[] {
  const isGone = all.some(({ role, isPart }) => role === 'out' && !isPart);
  const entries = all.map((entry): OpenEntry => {
    const isClear = !entry.isPart || entry.role === 'left' || (entry.role === 'out' && !isGone);
    return isClear ? entry : { ...entry, role: 'unknown' };
  });
  const hasIn = entries.some(({ role }) => role === 'in');
  if (!hasIn && entries.some(({ role }) => role === 'out') && entries.some(({ role }) => role === 'left')) {
    const starting =
      entries.find(({ role }) => role === 'turn') ??
      entries.find(({ role }) => role === 'carried') ??
      entries.slice(0, 1).find(({ role, label }) => role === 'unknown' && COUNTED.test(label));
    const firstOut = entries.findIndex(({ role }) => role === 'out');
    return entries.map((entry, index) =>
      entry === starting && index < firstOut
        ? { ...entry, role: 'in' }
        : { ...entry, role: entry.role === 'turn' ? 'unknown' : entry.role },
    );
  }
  return entries.map((entry) => ({ ...entry, role: entry.role === 'turn' ? 'unknown' : entry.role }));
}

/** The number with what the words before it, or straight after it, say of it; undefined where it is a difference. */
function entryOf(text: string, sentence: readonly Figure[], index: number): OpenEntry | undefined {
  const figure = sentence[index];
  if (figure === undefined) return undefined;
  const previous = sentence[index - 1];
  const from = Math.max(previous?.unitEnd ?? 0, figure.span.start - LABEL_REACH * 2);
  const gap = text.slice(from, figure.span.start);
  const clauses = gap.split(/[，,、（()）：:。；;]/u);
  const label = clauses.at(-1) ?? '';
  // 受理房屋裂损、水位下降等纠纷96件: what is done stands before the first of several.
  const whole = gap.split(/[，,（()）：:。；;]/u).at(-1) ?? '';
  const next = sentence[index + 1];
  const after =
    text.slice(figure.unitEnd, Math.min(next?.span.start ?? text.length, figure.unitEnd + LABEL_REACH)).split(/[，,、。；;（(]/u, 1)[0] ??
    '';
  if (/同比|较|比上年|(?:增加|减少|增长|下降)了?\s*$/u.test(label)) return undefined;
  const labelRole = roleOf(label);
  const afterRole = labelRole === undefined ? roleOf(after) : undefined;
  const role =
    labelRole ??
    afterRole ??
    (whole === label ? undefined : roleOf(whole)) ??
    (clauses.length === 2 && previous === undefined ? roleOf(clauses[0] ?? '') : undefined);
  // Behind what is left stands what is done about it, unless it names the thing: 剩余3件落实包案责任, 剩余3件许可申请.
  const named = role === 'left' && !THING.test(after) ? '' : after;
  const words = labelRole === undefined && afterRole === undefined ? whole : label;
  return {
    figure,
    role: role ?? 'unknown',
    label: label + named,
    start: figure.span.start - words.trimStart().length,
    isPart: /其中|包括|含/u.test(gap),
  };
}

const THING = /^[^，。]{0,6}(?:案件|申请|投诉|举报|纠纷|问题|建议|提案|工单|信访件|诉求|线索|隐患|许可|处罚|合同)/u;

function roleOf(label: string): BalanceRole | undefined {
  const written = label.trim();
  return written === '' ? undefined : BALANCE_WORDS.find(([, words]) => words.test(written))?.[0];
}

const STOCK = /在册|在矫|在管|在帮|现有|年末|期末/u;
const CUMULATIVE = /累计|共接收|总计|历年|以来共/u;
/** What earlier years left. */
const EARLIER = /结转|存量|遗留|年初|期初|上年|往年|历年|积案|跨年/u;
/** Words for what is not taken or not settled leave room for what is still open. */
const PARTIAL = /未(?:成功|采纳|达成|调[解处])/u;

function findingFor(text: string, entries: readonly Entry[]): RuleFinding[] {
  const left = entries.find(({ role }) => role === 'left');
  if (left === undefined || entries.some(({ figure }) => figure.approximate || !Number.isInteger(figure.value))) return [];
  if (holds(entries) || !isSameThing(entries)) return [];
  const { plus, minus } = nearestReading(entries, left.figure.value);
  const expected = total(plus) - total(minus);
  const hasCarried = entries.some(({ role }) => role === 'carried');
  const span = { start: entries[0]?.start ?? 0, end: measuredSpan(left.figure).end };
  const sentence = text.slice(Math.max(0, span.start - LABEL_REACH * 2), span.end);
  const before = sentence.slice(Math.max(sentence.lastIndexOf('。'), sentence.lastIndexOf('；')) + 1);
  // Stock that is not counted here explains any difference.
  const isStockCounted = hasCarried || entries.some(({ role, label }) => role === 'in' && EARLIER.test(label));
  if (!isStockCounted && EARLIER.test(before.replace(/结转(?:下|至|到|明|次)/u, ''))) return [];
  const received = Math.max(...plus);
  const isNear = Math.abs(expected - left.figure.value) <= Math.max(2, received * 0.05);
  if (expected < 0 || (STOCK.test(left.label) && !CUMULATIVE.test(before) && !hasCarried && !isNear)) return [];
  if (!hasCarried && left.figure.value > received) return [];
  if ((PARTIAL.test(left.label) || entries.some(({ role }) => role === 'unknown')) && !isNear) return [];
  const sum = `${plus.map(plainNumber).join('+')}-${minus.map(plainNumber).join('-')}`;
  return [
    {
      span,
      message: localized(
        `${sum}=${plainNumber(expected)}，与剩余的${plainNumber(left.figure.value)}不符：请核对；有上年结转等其他来去的，请写明`,
        `${sum}=${plainNumber(expected)}, but ${plainNumber(left.figure.value)} are said to be left: check the figures, or name what was carried over`,
      ),
      related: entries
        .filter(({ role }) => role !== 'unknown')
        .map(({ figure }) => ({ span: measuredSpan(figure), message: localized('相关的数', 'One of the figures') })),
    },
  ];
}

/** What came and what went, as a reader adds it up. */
interface Calculation {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

/** The way to add up that comes nearest: what was carried over with the first, the last, or all that came, less all that went. */
function nearestReading(entries: readonly Entry[], left: number): Calculation {
  const values = (role: Entry['role']): number[] => entries.filter((entry) => entry.role === role).map(({ figure }) => figure.value);
  const carried = values('carried');
  const came = values('in');
  const gone = values('out');
  const unclear = entries.findIndex(({ role }) => role === 'out');
  const alsoCame = entries.filter(({ role }, index) => role === 'unknown' && index < unclear).map(({ figure }) => figure.value);
  const alsoGone = entries.filter(({ role }, index) => role === 'unknown' && index > unclear).map(({ figure }) => figure.value);
  const readings: Calculation[] = [came.slice(0, 1), came.slice(-1), came].flatMap((received) => [
    { plus: [...carried, ...received], minus: gone },
    { plus: [...carried, ...received, ...alsoCame], minus: gone },
    { plus: [...carried, ...received], minus: [...gone, ...alsoGone] },
  ]);
  const distance = ({ plus, minus }: Calculation): number => Math.abs(total(plus) - total(minus) - left);
  return readings.reduce((best, reading) => (distance(reading) < distance(best) ? reading : best));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** A sum with what it holds so far. */
interface Reading {
  readonly sum: number;
  readonly hasIn: boolean;
  readonly hasOut: boolean;
}

/** Whether some reading holds: any of several that came, any of those that went, unknown numbers either way or not at all. */
function holds(entries: readonly Entry[]): boolean {
  let readings: readonly Reading[] = [{ sum: 0, hasIn: false, hasOut: false }];
  for (const { figure, role } of entries) {
    const value = role === 'left' || role === 'out' ? -figure.value : figure.value;
    readings = readings.flatMap((reading) => {
      const counted = { sum: reading.sum + value, hasIn: reading.hasIn || role === 'in', hasOut: reading.hasOut || role === 'out' };
      if (role === 'left') return [counted];
      return role === 'unknown' ? [reading, counted, { ...reading, sum: reading.sum - value }] : [reading, counted];
    });
  }
  return readings.some(({ sum, hasIn, hasOut }) => sum === 0 && hasIn && hasOut);
}

/** Every word of the table, wherever it stands. */
const WORDS = new RegExp(BALANCE_WORDS.map(([, words]) => `(?:${words.source})`).join('|'), 'gu');
const GENERIC =
  /案件|申请|对象|人员|问题|事项|纠纷|投诉|举报|线索|全部|目前|累计|共计|总计|全年|年内|本年度|本年|今年|当年|年度|去年|上年|平台|热线|各级|群众|其中|尚|正在|审理|审查|办理|调解|协调|督促|推动|限期|长期|整改|依法|裁决|判决|当场|自行|主动|直接|阶段性|基本|核查|按期|及时|完成|到位|成功|各类|各项|行政|已|均|共|新|本|收|仍|还|有|的|为|中|余|剩|现|经/gu;

/** Whether the numbers speak of one thing: 受理许可申请200件，办结处罚案件30件 are two. */
function isSameThing(entries: readonly Entry[]): boolean {
  const names = entries
    .filter(({ role }) => role !== 'unknown')
    .map(({ role, label }) => {
      return {
        role,
        name: label
          .replace(WORDS, '')
          .replace(GENERIC, '')
          .replace(/[^\u4e00-\u9fff]/gu, ''),
      };
    });
  const first = names.find(({ name }) => name.length >= 2)?.name ?? '';
  return names.every(({ role, name }) => name.length < (role === 'left' ? 3 : 2) || name === first || sharePair(first, name));
}

function sharePair(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= b.length; at++) if (a.includes(b.slice(at, at + 2))) return true;
  return false;
}
