import { COUNTED_NAMES, HOTLINES, MEASURE_WORDS } from '../knowledge/measure-words.js';
import { isBlank } from '../text/characters.js';
import { foldDigits, parseChineseNumeral } from '../text/numerals.js';
import type { Span } from '../text/span.js';

/** A quantity in a text. Years, dates, document numbers, heading numbers and parts of quoted names are none. */
export interface Figure {
  /** The number with 余/多, without its measure word; UTF-16 offsets into the text that was read. */
  readonly span: Span;
  /** As written: 300余, 2.5 万余, 两万余; 无 or 未发生 for a zero in words. */
  readonly text: string;
  readonly value: number;
  /** 余, 多, 近, 约, 超过 … */
  readonly approximate: boolean;
  /** Measure word (人次, 件, %), empty where none follows. */
  readonly unit: string;
  /** Where the measure word ends; the end of `span` where none follows. */
  readonly unitEnd: number;
  /** What is counted, as far as the clause tells; may be empty. */
  readonly of: string;
}

const BLANKS = '[ \\u00a0\\u3000]{0,8}';
const ARABIC = `(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?:[.．][0-9０-９]+)?(?![0-9０-９])|[0-9０-９]+(?:[.．][0-9０-９]+)?)${BLANKS}(?:[百千]?[万亿]|千|百)?`;
// Bounded: no numeral of these reports is longer, and a run of zeros costs nothing.
const CHINESE = '[一二三四五六七八九十百千万亿两〇零]{0,24}[一二三四五六七八九十百千两](?:万|亿)?';
const NUMBER = new RegExp(
  `(?<arabic>${ARABIC})(?<more>${BLANKS}[余多来]${BLANKS}(?:万|亿)?)?|(?<chinese>${CHINESE})(?<moreChinese>[余多](?:万|亿)?)?`,
  'gu',
);
const ZERO =
  /(?<![有毫虚])无(?:一)?(?:起|例|件|宗|人)|(?<![有毫])无(?=[^，。；法障偿证关论讼缝线形私愧声限疑微需]{0,10}(?:行政复议|行政诉讼|复议|诉讼|败诉|纠错|案件|事故|事件|投诉|信访|上访|情形发生|情况发生|现象发生))|没有(?:发生|出现|一起|一例|一件)|未有(?=[^，。；]{0,8}(?:案件|事故|事件|投诉|信访|复议|诉讼))|(?<=为)零(?=[，。；、]|$)|没有(?=[^，。；]{0,14}(?:投诉|案件|事故|事件|复议|诉讼|败诉|信访|上访))|未(?:发生|出现|收到|接到|受理|办理|产生|发现)|零(?=败诉|非访|越级|投诉|上访|事故|发案|差错|复议|诉讼|发生|违规|纠错|信访)/gu;
const PERCENT_IN_WORDS = /百分之([一二三四五六七八九十百零两]+)/gu;
const UNIT = new RegExp(`^${BLANKS}(${MEASURE_WORDS.join('|')}|[%％‰])`, 'u');
const APPROXIMATE_BEFORE = /(?:近|(?<![民公条合预特节])约|逾|超过?|将近|大约|不少于|至少)[ \u00a0\u3000]*$/u;
const APPROXIMATE_AFTER = /^(?:左右|以上|上下)/u;

/** A figure before it is known what it counts. */
type Quantity = Omit<Figure, 'of'>;

/** Every figure of a text, in order. */
export function readFigures(text: string): Figure[] {
  const quantities = outsideQuotations(
    text,
    [...numbers(text), ...percentagesInWords(text), ...zeros(text)].sort((a, b) => a.span.start - b.span.start),
  );
  const figures: Figure[] = [];
  quantities.forEach((quantity, index) => {
    const before = quantities[index - 1];
    const from = before === undefined ? 0 : before.unitEnd;
    // 法治讲座5场300余人次: both count the same thing.
    const isSame = before !== undefined && text.slice(from, quantity.span.start).trim() === '';
    const of = isSame
      ? (figures[index - 1]?.of ?? '')
      : quantity.value === 0
        ? nounAfter(text, quantity.unitEnd)
        : countedThing(text, from, quantity.span.start, quantity.unitEnd);
    figures.push({ ...quantity, of });
  });
  return figures;
}

function numbers(text: string): Quantity[] {
  return [...text.matchAll(NUMBER)]
    .map((match) => (match.groups?.['arabic'] !== undefined ? arabicFigure(text, match) : chineseFigure(text, match)))
    .filter((quantity) => quantity !== undefined);
}

function percentagesInWords(text: string): Quantity[] {
  return [...text.matchAll(PERCENT_IN_WORDS)].flatMap((match) => {
    const value = parseChineseNumeral(match[1] ?? '');
    const span = { start: match.index, end: match.index + match[0].length };
    return value === undefined ? [] : [{ span, text: match[0], value, approximate: false, unit: '%', unitEnd: span.end }];
  });
}

function zeros(text: string): Quantity[] {
  return [...text.matchAll(ZERO)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    return { span, text: match[0], value: 0, approximate: false, unit: /[起例件宗人]$/u.exec(match[0])?.[0] ?? '', unitEnd: span.end };
  });
}

function arabicFigure(text: string, match: RegExpExecArray): Quantity | undefined {
  const start = match.index;
  const number = match.groups?.['arabic'] ?? '';
  const more = match.groups?.['more'] ?? '';
  const raw = match[0].trimEnd();
  const end = start + raw.length;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (/(?:[0-9０-９A-Za-z.．·/+×xX*＊〔[［﹝#＃-]|第[ \u00a0\u3000]{0,4})$/u.test(before)) return undefined;
  // 11:16 is a time, 1：500 a scale; 办结率：98% is a figure.
  if (/[0-9０-９A-Za-z][:：]$/u.test(before)) return undefined;
  if (/^\s*(?:年|月|日|号|[A-Za-z+×·/:：〕\]］﹞]|[.．-]\s*\d)/u.test(after) && !/^\s*(?:[xX]\s|kg|km)/u.test(after)) return undefined;
  const unit = UNIT.exec(text.slice(end, end + 8))?.[1] ?? '';
  if (unit === '' && HOTLINES.has(number.trim())) return undefined;
  const isCell = /[\t|]\s{0,4}$/u.test(before) && /^\s*(?:[\t|]|$)/u.test(after);
  const isBareCount = isCell || (/(?:共|共计|达|为|总计|合计|计)\s*$/u.test(before) && /^\s*(?:[，。；、）)]|$)/u.test(after));
  if (unit === '' && more === '' && !/[万亿千百]\s*$/u.test(number) && !isBareCount) return undefined;
  if (/^(?:19|20)\d\d$/u.test(number) && /^\s*级/u.test(after)) return undefined;
  const value = arabicValue(number) * (/万/u.test(more) ? 10_000 : /亿/u.test(more) ? 100_000_000 : 1);
  if (!Number.isFinite(value)) return undefined;
  return finish(text, { start, end }, raw, value, more !== '', unit);
}

function arabicValue(number: string): number {
  const compact = foldDigits(number)
    .replace(/[,，\s\u00a0\u3000]/gu, '')
    .replace('．', '.');
  const digits = Number.parseFloat(compact);
  const scale = /[百千万亿]{1,3}$/u.exec(compact)?.[0] ?? '';
  return [...scale].reduce((value, unit) => value * ({ 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }[unit] ?? 1), digits);
}

function chineseFigure(text: string, match: RegExpExecArray): Quantity | undefined {
  const start = match.index;
  const number = match.groups?.['chinese'] ?? '';
  const more = match.groups?.['moreChinese'] ?? '';
  const end = start + match[0].length;
  const before = text.slice(Math.max(0, start - 4), start);
  if (before.endsWith('百分之')) return undefined;
  if (/[第每之同统唯专单这那某任何星周月初十]$/u.test(before)) return undefined;
  const unit = UNIT.exec(text.slice(end, end + 8))?.[1];
  if (unit === undefined) return undefined;
  const afterUnit = text
    .slice(end)
    .trimStart()
    .slice(unit.length, unit.length + 6);
  if (/^[“"‘]/u.test(afterUnit) || COUNTED_NAMES.some((name) => afterUnit.startsWith(name))) return undefined;
  // 一 with a measure word is idiom (形成一个…, 一批) unless the clause ends there.
  if (number === '一' && more === '' && !(/^(?:个|次|起|件|名|项|场|份|部|家)$/u.test(unit) && /^(?:[，。；、）)]|$)/u.test(afterUnit)))
    return undefined;
  const isShare = unit === '成' && /^(?:以上|左右|多|[，。；、]|$)/u.test(afterUnit);
  if (!isShare && /^[年月日级点分成周天道类门面把届]$/u.test(unit) && more === '') return undefined;
  const base = parseChineseNumeral(number);
  if (base === undefined || base === 0) return undefined;
  const value = base * (/万/u.test(more) ? 10_000 : /亿/u.test(more) ? 100_000_000 : 1);
  return finish(text, { start, end }, match[0], value, more !== '', unit);
}

function finish(text: string, span: Span, raw: string, value: number, hasMore: boolean, unit: string): Quantity {
  const before = text.slice(Math.max(0, span.start - 6), span.start);
  let unitStart = span.end;
  while (unit !== '' && isBlank(text.charCodeAt(unitStart))) unitStart++;
  const unitEnd = unitStart + unit.length;
  const approximate = hasMore || APPROXIMATE_BEFORE.test(before) || APPROXIMATE_AFTER.test(text.slice(unitEnd, unitEnd + 4));
  return { span, text: raw, value, approximate, unit: unit === '％' ? '%' : unit, unitEnd };
}

const CLAUSE_REACH = 40;
/** Words that stand between the subject and what is counted; the last of them ends where the noun begins. */
const VERBS =
  /^.{0,64}(?:累计|共计|总计|合计|共(?![享同产])|开展|组织(?![员部])|举办|召开|举行|发放|印发|上缴|收缴|罚没|没收|处以|制定|修订|出台|办理|办结|受理|接收|接待|解答|提供|排查|化解|调解(?![员委室组])|调处|处理|处置|查处|查办|审查|审核|审议|出具|完成|实施|建立|建成|建设|设立|培养|培育|培训(?!班|会)|配备|聘请|选聘|组建|开设|悬挂|张贴|制作|推送|发布|转发|播放|上报|报送|清理|废止|备案|公开|回复|答复|收到|接到|作出|做出|下达|立案|移送|检查(?!站)|巡查|整改|解决|帮助|援助(?!案|机构|站)|服务(?!站|中心|员|窗口|事项)|覆盖|参与|参加|吸引|教育|惠及|涉及|新增|获得|荣获|创建|打造|录入|上传|刊发|邀请|安排|走访|其中|分别为|达到|达|了|过|于|对(?![象外接口])|向|等(?!级)|及|和(?![谐解])|与(?!会)|的|有(?![效关])|后(?![备续])|均|已|再|各类|各项|全年|年内|今年|有效|成功|及时|依法|集中|主动|先后)(?![率员])/su;

/** The noun that a figure counts: what stands before the number in its clause (but behind `from`), else what follows the measure word. */
function countedThing(text: string, from: number, start: number, unitEnd: number): string {
  const before = text
    .slice(Math.max(from, start - CLAUSE_REACH), start)
    .replace(/(?:近|(?<![民公条合预特节违])约|逾|超过?|共计?|达到?|为|[：: \u00a0\u3000]){1,12}$/u, '');
  const clause = before.split(/[，。；：、（）()“”《》,;:]/u).at(-1) ?? '';
  // A rate is named with its verb: 办结率, 满意率.
  const rate = /[\u4e00-\u9fff]{2,6}[率度]$/u.exec(clause)?.[0];
  if (rate !== undefined) return rate;
  const left = clause.replace(VERBS, '').trim() || namedAct(clause);
  if (/[\u4e00-\u9fff]{2}/u.test(left) && !/[将把被让使]/u.test(left)) return left;
  const right = nounAfter(text, unitEnd);
  return right.length >= 2 ? right : left;
}

/** 实施各类行政检查500次 counts the act itself: 行政检查. */
function namedAct(clause: string): string {
  const head = clause.slice(0, -2).replace(VERBS, '').trim();
  return head.length > 6 ? clause.slice(-2) : head + clause.slice(-2);
}

function nounAfter(text: string, from: number): string {
  const clause =
    text
      .slice(from, from + 16)
      .trimStart()
      .split(/[，。；：、（）()“”《》,;:\d]/u, 1)[0] ?? '';
  return clause.replace(/^(?:的|以上|左右)/u, '').split(/(?:进行|开展|发生|参加|参与|受|已|均|被|得到|提出|办理|组成)/u, 1)[0] ?? '';
}

/** Names in 《》 and short quotations: numbers in them belong to the name. */
function quotedSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/《[^《》]{1,80}》|“[^“”]{1,16}”|"[^"]{1,16}"/gu)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** Figures, in order, that no name and no short quotation holds; “零败诉” in quotes still says that there was none. */
function outsideQuotations(text: string, quantities: readonly Quantity[]): Quantity[] {
  const quoted = [...quotedSpans(text)].sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return quantities.filter(({ span, text: written }) => {
    for (let quotation = quoted[next]; quotation !== undefined && quotation.start < span.start; quotation = quoted[++next]) {
      reach = Math.max(reach, quotation.end);
    }
    return written === '零' || span.end >= reach;
  });
}
