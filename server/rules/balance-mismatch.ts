import { type BalanceRole, BALANCE_WORDS } from '../knowledge/balance-words.js';
import { UNCOUNTED_UNITS } from '../knowledge/unit-classes.js';
import type { Figure } from '../report/figures.js';
import { measuredSpan, plainNumber, unitClass } from './figure-facts.js';
import { localized } from './localized.js';
import type { ParagraphRule, RuleFinding } from './rule.js';

/** 收支对不上: what came less what went is not what is left. */
export const balanceMismatch: ParagraphRule = {
  id: 'balance-mismatch',
  group: 'figures',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'none',
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
    if (paragraph.role === 'furniture' || paragraph.figures.length < 3) return [];
    return flows(paragraph.text, paragraph.figures).flatMap((flow) => findingFor(paragraph.text, flow));
  },
};

/** One number of a flow. */
interface Entry {
  readonly figure: Figure;
  /** `unknown` may be any of them. */
  readonly role: BalanceRole | 'unknown';
  readonly label: string;
  /** Where its clause begins. */
  readonly start: number;
}

const MOST_ENTRIES = 8;
const LABEL_REACH = 24;

/** Runs of numbers of one kind within a sentence that hold something that came, went and is left. */
function flows(text: string, figures: readonly Figure[]): Entry[][] {
  const sentences: Figure[][] = [];
  let last: Figure | undefined;
  for (const figure of figures) {
    const sentence = sentences.at(-1);
    const gap = last === undefined ? '' : text.slice(last.unitEnd, Math.min(figure.span.start, last.unitEnd + 200));
    if (sentence === undefined || /[。；;！？]/u.test(gap) || gap.length >= 60) sentences.push([figure]);
    else sentence.push(figure);
    last = figure;
  }
  return sentences.filter(({ length }) => length >= 3 && length <= 24).flatMap((sentence) => flowsOf(text, sentence));
}

function flowsOf(text: string, sentence: readonly Figure[]): Entry[][] {
  const kinds = new Set(sentence.filter(({ unit }) => unit !== '' && !UNCOUNTED_UNITS.has(unit)).map(unitClass));
  return [...kinds].flatMap((kind) => {
    const entries = sentence.flatMap((figure, index): Entry[] => {
      if (unitClass(figure) !== kind) return [];
      const entry = entryOf(text, sentence, index);
      return entry === undefined ? [] : [entry];
    });
    const roles = entries.map(({ role }) => role);
    const isFlow =
      entries.length <= MOST_ENTRIES &&
      roles.includes('in') &&
      roles.includes('out') &&
      roles.filter((role) => role === 'left').length === 1 &&
      roles.indexOf('in') < roles.indexOf('out') &&
      roles.indexOf('out') < roles.indexOf('left');
    return isFlow ? [entries] : [];
  });
}

/** The number with what the words before it, or straight after it, say of it; undefined where it is a part of the one before. */
function entryOf(text: string, sentence: readonly Figure[], index: number): Entry | undefined {
  const figure = sentence[index];
  if (figure === undefined) return undefined;
  const previous = sentence[index - 1];
  const from = Math.max(previous?.unitEnd ?? 0, figure.span.start - LABEL_REACH * 2);
  const gap = text.slice(from, figure.span.start);
  const clauses = gap.split(/[，,、（()）：:。；;]/u);
  const label = clauses.at(-1) ?? '';
  const next = sentence[index + 1];
  const after =
    text.slice(figure.unitEnd, Math.min(next?.span.start ?? text.length, figure.unitEnd + LABEL_REACH)).split(/[，,、。；;（(]/u, 1)[0] ??
    '';
  if (/其中|包括|含/u.test(gap) || /同比|较|比上年|增加|减少|增长|下降/u.test(label)) return undefined;
  const role = roleOf(label) ?? roleOf(after) ?? (clauses.length === 2 && previous === undefined ? roleOf(clauses[0] ?? '') : undefined);
  return { figure, role: role ?? 'unknown', label: label + after, start: figure.span.start - label.trimStart().length };
}

function roleOf(label: string): BalanceRole | undefined {
  return BALANCE_WORDS.find(([, words]) => words.test(label.trim()))?.[0];
}

const STOCK = /在册|在矫|在管|现有|年末|期末/u;
const CUMULATIVE = /累计|共接收|总计|历年|以来共/u;

function findingFor(text: string, entries: readonly Entry[]): RuleFinding[] {
  const left = entries.find(({ role }) => role === 'left');
  if (left === undefined || entries.some(({ figure }) => figure.approximate || !Number.isInteger(figure.value))) return [];
  if (holds(entries) || !isSameThing(entries)) return [];
  const values = (role: BalanceRole): number[] => entries.filter((entry) => entry.role === role).map(({ figure }) => figure.value);
  const [received = 0] = values('in');
  const gone = values('out').reduce((sum, value) => sum + value, 0);
  const carried = values('carried').reduce((sum, value) => sum + value, 0);
  const expected = carried + received - gone;
  const span = { start: entries[0]?.start ?? 0, end: measuredSpan(left.figure).end };
  const sentence = text.slice(Math.max(0, span.start - LABEL_REACH * 2), span.end);
  const before = sentence.slice(Math.max(sentence.lastIndexOf('。'), sentence.lastIndexOf('；')) + 1);
  // Stock that is not counted here explains any difference.
  if (carried === 0 && /结转|存量|遗留|年初|期初|上年|往年|历年/u.test(before.replace(/结转(?:下|至|到|明|次)/u, ''))) return [];
  const isNear = Math.abs(expected - left.figure.value) <= Math.max(2, received * 0.05);
  if (expected < 0 || (STOCK.test(left.label) && !CUMULATIVE.test(before) && carried === 0 && !isNear)) return [];
  if (carried === 0 && left.figure.value > received) return [];
  if (entries.some(({ role }) => role === 'unknown') && !isNear) return [];
  const sum = `${carried > 0 ? `${plainNumber(carried)}+` : ''}${plainNumber(received)}-${values('out').map(plainNumber).join('-')}`;
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

const GENERIC =
  /案件|申请|对象|人员|问题|事项|纠纷|投诉|举报|线索|全部|目前|累计|共计|全年|年内|其中|尚|正在|审理|办理|调解|协调|督促|推动|限期|长期|整改|依法|按期|及时|完成|到位|成功|各类|各项|行政|已|均|共|新|仍|还|有|的|为|中|余|剩|现|经/gu;

/** Whether the numbers speak of one thing: 受理许可申请200件，办结处罚案件30件 are two. */
function isSameThing(entries: readonly Entry[]): boolean {
  const names = entries
    .filter(({ role }) => role !== 'unknown')
    .map(({ role, label }) => {
      const words = BALANCE_WORDS.reduce((rest, [, pattern]) => rest.replace(pattern, ''), label);
      return { role, name: words.replace(GENERIC, '').replace(/[^\u4e00-\u9fff]/gu, '') };
    });
  const first = names.find(({ name }) => name.length >= 2)?.name ?? '';
  return names.every(({ role, name }) => name.length < (role === 'left' ? 3 : 2) || name === first || sharePair(first, name));
}

function sharePair(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= b.length; at++) if (a.includes(b.slice(at, at + 2))) return true;
  return false;
}
