import { countLeading } from '../text/count-leading.js';
import { UNCOUNTED_UNITS } from '../knowledge/unit-classes.js';
import type { Figure } from '../report/figures.js';
import type { Paragraph, ParagraphContent, Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { ACTS, plainNoun } from './counted-acts.js';
import { countedPlaces, PLACE_SIZE, TAIL } from './counted-places.js';
import { measuredSpan, measuredText } from './figure-facts.js';
import { localized } from './localized.js';
import { NumberCounts } from './number-counts.js';
import type { ReportRule, RuleFinding } from './rule.js';

/** 数据前后不一: one measured thing with two values in one report. */
export const figureConflict: ReportRule = {
  id: 'figure-conflict',
  group: 'figures',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('数据前后不一', 'Figure conflict'),
  finds: localized(
    '同一件事在同一篇里写了两个不同的数（前面“开展法治宣传活动36次”，后面“32场次”）。',
    'One report states two different numbers for one thing.',
  ),
  why: localized('前后两个数，读者不知道该信哪一个。', 'With two numbers nobody knows which one to believe.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。全年共开展法治宣传活动36次。\n（二）深化普法宣传。全年累计开展法治宣传活动32场次，受教育群众4000余人。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。上半年开展法治宣传活动12次。\n（二）深化普法宣传。全年累计开展法治宣传活动32场次，其中进校园开展法治宣传活动8场次。',
        },
      },
    ],
  },
  check(report) {
    const things = placesByThing(report);
    if (things.length === 0) return [];
    const groups = things
      .map((places) => places.map(mentionAt).filter((mention) => mention !== undefined))
      .filter(({ length }) => length > 1);
    return groups.sort(([a], [b]) => (a?.order ?? 0) - (b?.order ?? 0)).flatMap((mentions) => findingFor(mentions));
  },
};

/** A place where a thing seems to be counted, before its figure is read. */
interface Place {
  readonly paragraph: Paragraph;
  /** Offset of the number. */
  readonly start: number;
  /** Places of the report, in order. */
  readonly order: number;
  readonly reading: Reading;
}

/** What the words before a number say, and the figure if it was asked for. */
interface Reading {
  readonly subject: Subject;
  /** Equal where the same is done to the same. */
  readonly thing: string;
  count?: Count | undefined;
}

/** What was read at the numbers of a paragraph so far: a fact of it, for a year. */
class Readings {
  #year: number | undefined;
  readonly #byStart = new Map<number, Reading | undefined>();

  /** What stands before a number; undefined where it counts nothing that can be compared. */
  at({ text }: ParagraphContent, start: number, key: number, year: number | undefined): Reading | undefined {
    if (this.#year !== year) this.#byStart.clear();
    this.#year = year;
    const known = this.#byStart.get(start);
    if (known !== undefined || this.#byStart.has(start)) return known;
    const subject = subjectAt(text, start, year);
    const reading = subject === undefined ? undefined : { subject, thing: `${key} ${subject.act} ${subject.noun}` };
    this.#byStart.set(start, reading);
    return reading;
  }
}

/** A key of `fact`. */
function makeReadings(): Readings {
  return new Readings();
}

/** Places of the same thing, for things with more than one: figures are read for these alone. */
function placesByThing(report: Report): Place[][] {
  const paragraphs: Paragraph[] = [];
  const places: (readonly number[])[] = [];
  let count = 0;
  for (const paragraph of report.paragraphs) {
    if (paragraph.role !== 'body') continue;
    const each = paragraph.fact(countedPlaces);
    if (each.length === 0 || !isChecked(paragraph)) continue;
    paragraphs.push(paragraph);
    places.push(each);
    count += each.length / PLACE_SIZE;
  }
  if (!holdsRepeatedKey(places)) return [];
  const counts = new NumberCounts(count);
  for (const each of places) for (let at = 0; at < each.length; at += PLACE_SIZE) counts.add(each[at] ?? 0);
  const byThing = new Map<string, Place[]>();
  let order = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const each = places[index] ?? [];
    for (let at = 0; at < each.length; at += PLACE_SIZE) {
      const key = each[at] ?? 0;
      const start = each[at + 1] ?? 0;
      if (!counts.isRepeated(key)) continue;
      const reading = paragraph.fact(makeReadings).at(paragraph.content, start, key, report.year?.value);
      if (reading === undefined) continue;
      const place = { paragraph, start, order: order++, reading };
      const known = byThing.get(reading.thing);
      if (known === undefined) byThing.set(reading.thing, [place]);
      else known.push(place);
    }
  }
  return [...byThing.values()].filter(({ length }) => length > 1);
}

/** Whether two places may count the same thing: few reports hold such. */
function holdsRepeatedKey(places: readonly (readonly number[])[]): boolean {
  const seen = new Set<number>();
  for (const each of places) {
    for (let at = 0; at < each.length; at += PLACE_SIZE) {
      const key = each[at] ?? 0;
      if (seen.has(key)) return true;
      seen.add(key);
    }
  }
  return false;
}

/** A number and what it counts, as the paragraph has it. */
interface Count {
  /** As the report names it. */
  readonly name: string;
  readonly value: number;
  readonly approximate: boolean;
  /** 全年, 累计, 共: says itself that it counts everything. */
  readonly isTotal: boolean;
  /** The sentence speaks of a matter, a place or a helper first: it may count a part only. */
  readonly isNarrow: boolean;
  /** The noun names a matter of its own, not just 会议 or 培训. */
  readonly isSpecific: boolean;
  readonly written: string;
  /** From the act to the end of the figure, in the paragraph's text. */
  readonly span: Span;
}

/** One place where a thing is counted. */
interface Mention extends Count {
  /** Places of the report, in order. */
  readonly order: number;
  readonly paragraph: Paragraph;
}

/** The plan counts what is to come; where it shares a section, its sub-heading tells it from the rest. */
function isChecked({ role, section, heading }: Paragraph): boolean {
  const kinds = section?.kinds ?? [];
  if (role !== 'body' || kinds.length === 0) return false;
  return !kinds.includes('plan') || (kinds.length > 1 && heading !== section?.heading && !PLANNED.test(heading?.text ?? '计划'));
}

const PLANNED = /打算|计划|安排|下一步|下步|思路|目标|举措|措施|方向|\d{4}年/u;

const LEADING =
  /^(?:[一二三四五六七八九十]是)?(?:\d{4}年(?:度|以来|来)?)?(?:今年以来|一年来|年内|[全我][镇乡县区市旗局]|全街道|全年|本年度|本年|截至目前|累计|共计|总计|共|已|先后|持续|扎实|积极|深入|广泛|大力|坚持|依法|及时|有效|成功|全力|认真)*/u;
const TOTAL = /全年|累计|共|总计|合计|今年以来|一年来|年内|截至目前|截至\d{1,2}月/u;
/** Words that make a mention one of several: another time, a rate, a list, one person's share. */
const SCOPE =
  /分别|各(?:[村镇乡]|社区|部门|单位)|每|新增|又|另|第[一二三四]|上半年|下半年|季度|[一二三四五六七八九十\d]月(?!底)|月份|期间|宣传[周月日]|以来(?<!今年以来)|同比|较|比|去年|上年|往年|历年|近[一二三四五两三\d]年|[三五]年来|书记|镇长|乡长|主任|县长|区长|市长|局长|主要负责|带头|牵头|计划|目标/u;
/** Words in a clause before that may narrow what follows to a part. */
const NARROWING =
  /其中|包括|含|再|[村校园站所局院企]|社区|网格|部门|单位|条线|专项|专题|重点|联合|围绕|针对|通过|依托|结合|利用|以“|聚焦|面向|对|在|为|邀请|配合|协助|指导|涉|调委会|工作室|中心|队/u;
/** Nouns that name no matter: there may be such meetings, courses and checks on anything. */
const GENERIC =
  /^(?:专题|专项|业务|集中|主题|工作|重点|有关|相关|日常|联合|现场|集体|学习|座谈|培训|会议|活动|宣传|检查|讲座|宣讲|[班会期场]|督查|行动|整治|问题|案件|事项|群众|干部|资料|人员|情况|任务|服务|咨询|志愿|文件|制度|意见|材料|研讨|调研|走访|巡查|机关|领导|各|类|种|项|大|次){1,8}$/u;
const MATTER =
  /法治|法律|普法|宪法|民法典|矛盾|纠纷|处罚|许可|复议|信访|调解|矫正|执法|规范性|合同|食品|安全生产|消防|禁毒|反诈|诈骗|防溺水|森林|环境|燃气|交通|违法|违规|隐患|建议|提案|诉求|援助|仲裁|公证/u;
const REACH = 60;

/** What is done, and to what, as the words before a number tell. */
interface Subject {
  readonly act: string;
  /** As the report names it. */
  readonly name: string;
  readonly noun: string;
  /** The sentence before the number. */
  readonly sentence: string;
  readonly clause: string;
  /** The clause from the act on. */
  readonly core: string;
}

function subjectAt(text: string, start: number, year: number | undefined): Subject | undefined {
  const before = text.slice(Math.max(0, start - REACH), start);
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  const clause = sentence.split(/[，,、：:（）()“”《》]/u).at(-1) ?? '';
  // After 、 or a bracket stands one of several things.
  if (/[、（(“”《》]$/u.test(sentence.slice(0, sentence.length - clause.length))) return undefined;
  const core = clause.trimStart().replace(LEADING, '');
  const act = ACTS.find(([, words]) => words.test(core));
  if (act === undefined || SCOPE.test(sentence) || speaksOfOtherYear(sentence, year)) return undefined;
  const name = core.replace(act[1], '').replace(TAIL, '');
  const noun = plainNoun(name);
  if (noun.length < 4 || noun.length > 16 || !/^[\u4e00-\u9fff]+$/u.test(noun)) return undefined;
  return { act: act[0], name, noun, sentence, clause, core };
}

function mentionAt({ paragraph, start, order, reading }: Place): Mention | undefined {
  if (!('count' in reading)) reading.count = countAt(paragraph.content, start, reading.subject);
  return reading.count === undefined ? undefined : { ...reading.count, order, paragraph };
}

function countAt({ text, figures }: ParagraphContent, start: number, subject: Subject): Count | undefined {
  const index = firstFrom(figures, start);
  const figure = figures[index];
  if (figure === undefined || figure.span.start !== start) return undefined;
  const { span, unit, value } = figure;
  if (unit === '' || UNCOUNTED_UNITS.has(unit) || value <= 1 || /万|亿/u.test(figure.text)) return undefined;
  const after = text.slice(figure.unitEnd, figure.unitEnd + 6);
  if (!/^(?:数)?[ \u00a0\u3000]*(?:[，。；、,;]|$)/u.test(after)) return undefined;
  const { name, noun, sentence, clause, core } = subject;
  const previous = figures[index - 1];
  if (previous !== undefined && span.start - previous.unitEnd < clause.length) return undefined;
  return {
    name,
    value,
    approximate: figure.approximate,
    isTotal: TOTAL.test(sentence),
    isNarrow: NARROWING.test(sentence.slice(0, sentence.length - clause.length)),
    isSpecific: MATTER.test(noun) || (noun.length > 4 && !GENERIC.test(noun)),
    written: measuredText(text, figure),
    span: { start: span.start - core.length, end: measuredSpan(figure).end },
  };
}

/** Index of the first figure at or behind an offset. */
function firstFrom(figures: readonly Figure[], start: number): number {
  return countLeading(figures.length, (index) => (figures[index]?.span.start ?? start) < start);
}

function speaksOfOtherYear(sentence: string, year: number | undefined): boolean {
  return [...sentence.matchAll(/(\d{4})(?:年|[—–-]\d{4}年)/gu)].some((match) => Number(match[1]) !== year);
}

/** Mentions of one thing that are compared; no report names a thing this often. */
const MOST_MENTIONS = 12;

/** The first place that another contradicts. */
function findingFor(all: readonly Mention[]): RuleFinding[] {
  const mentions = all.slice(0, MOST_MENTIONS);
  const contradicting = (one: Mention): Mention[] => mentions.filter((other) => other !== one && isContradiction(one, other));
  const first = mentions.find((mention) => contradicting(mention).length > 0);
  if (first === undefined) return [];
  const others = contradicting(first);
  return [
    {
      span: first.paragraph.toSource(first.span),
      message: localized(
        `“${first.name}”这里是${first.written}，后面又是${others.map(({ written }) => written).join('、')}：请核对，口径不同的请写明`,
        `${first.name} is ${first.written} here and ${others.map(({ written }) => written).join(', ')} further on: check them, or say how they differ`,
      ),
      related: others.map(({ paragraph, span, written }) => ({
        span: paragraph.toSource(span),
        message: localized(`这里是${written}`, `${written} here`),
      })),
    },
  ];
}

/**
 * Two numbers that both say that they count everything, one above the number that does, or two that lie so near to each other
 * that the one will hardly be a part of the other.
 */
function isContradiction(a: Mention, b: Mention): boolean {
  if (a.value === b.value) return false;
  const least = Math.min(a.value, b.value);
  const ratio = least / Math.max(a.value, b.value);
  // 300余 and 312 agree.
  if (a.approximate || b.approximate) return isContradicted(a, b, 0, 0) && ratio < 0.8;
  return isContradicted(a, b, least, ratio);
}

function isContradicted(a: Mention, b: Mention, least: number, ratio: number): boolean {
  const isTotal = a.isTotal || b.isTotal;
  const isNarrow = (a.isNarrow && !a.isTotal) || (b.isNarrow && !b.isTotal);
  if (!a.isSpecific || !b.isSpecific) return isTotal && !isNarrow && least >= 10 && ratio >= 0.75;
  if (a.isTotal && b.isTotal) return !isNarrow;
  if (isTotal) {
    const isAbove = a.isTotal ? b.value > a.value : a.value > b.value;
    if (isAbove) return true;
  }
  if (isNarrow) return isTotal && least >= 10 && ratio >= 0.8;
  return isTotal ? least >= 10 && ratio >= 0.6 : least >= 20 && ratio >= 0.8;
}
