import { UNCOUNTED_UNITS } from '../knowledge/unit-classes.js';
import type { Figure } from '../report/figures.js';
import { unitClass } from './figure-facts.js';

/** How a list of parts is tied to its whole. */
type ListForm =
  /** 其中, 含: may leave parts out. */
  | 'among'
  /** 包括 */
  | 'including'
  /** 分别为, 分为 */
  | 'respectively'
  /** 20件（行政处罚12件、行政强制8件） */
  | 'brackets'
  /** 20件：行政处罚12件、行政强制8件 */
  | 'colon'
  /** 行政处罚12件、行政强制8件，共20件 */
  | 'total';

/** One part of a list. */
export interface ListPart {
  readonly figure: Figure;
  /** The words round the number: 行政处罚, 为简易程序. */
  readonly label: string;
}

/** A whole and the parts that the same sentence gives of it. */
export interface FigureList {
  readonly form: ListForm;
  readonly whole: Figure;
  /** Other numbers of the sentence that the parts may belong to instead. */
  readonly otherWholes: readonly number[];
  readonly parts: readonly ListPart[];
  /** The parts end the sentence, nothing of their kind follows in it, or what follows is a clause with an act of its own. */
  readonly isEnded: boolean;
  /** Numbers of their kind that follow such a list in its sentence: they may be parts after all. */
  readonly following: readonly Figure[];
  /** Commas join the parts, so that the last of them may begin a new clause instead. */
  readonly isLoose: boolean;
  /** 等 or 主要 says that there are more. */
  readonly isOpen: boolean;
  /** A number of another kind stands between whole and list. */
  readonly isDistant: boolean;
}

/** Words and marks between a whole and its parts, or before a total. */
export const MARKER = /其中|包括(?!但不限于)|包含|分别[为是]|分为|[含（(：:]|(?<=[，,、])(?:共计?|合计|总计)/gu;
/** Of these strings every text with a list holds one. */
export const LIST_MARKERS: readonly string[] = Object.freeze([
  ...['其中', '包括', '含', '分别', '分为', '（', '(', '：', ':'],
  ...[...'，,、'].flatMap((mark) => ['共', '合计', '总计'].map((word) => mark + word)),
]);
/** A list ends where the next begins. */
const NEXT_MARKER = /其中|包括|分别[为是]|分为/u;
const NEXT_MARKER_HERE = /^(?:其中|包括|分别[为是]|分为)/u;
const REACH_BACK = 48;
const REACH_ON = 320;
const MOST_PARTS = 24;

/** Every list of parts in a text. Only figures that say how many are read; shares and lengths are none. */
export function readFigureLists(text: string, figures: readonly Figure[]): FigureList[] {
  const counted = figures.filter(({ unit, value }) => unit !== '' && value > 0 && !UNCOUNTED_UNITS.has(unit));
  const lists: FigureList[] = [];
  if (counted.length < 2) return lists;
  let next = 0;
  for (const match of text.matchAll(MARKER)) {
    const end = match.index + match[0].length;
    for (let figure = counted[next]; figure !== undefined && figure.span.start < end; figure = counted[++next]);
    const form = formOf(match[0]);
    const list =
      form === 'total' ? totalList(text, counted, next, match.index, end) : partsList(text, counted, next, match.index, end, form);
    if (list !== undefined) lists.push(list);
  }
  return lists;
}

function formOf(marker: string): ListForm {
  if (marker === '其中' || marker === '含') return 'among';
  if (/^包/u.test(marker)) return 'including';
  if (marker.startsWith('分')) return 'respectively';
  if (/^[（(]/u.test(marker)) return 'brackets';
  return /^[：:]/u.test(marker) ? 'colon' : 'total';
}

function partsList(
  text: string,
  figures: readonly Figure[],
  next: number,
  markerStart: number,
  markerEnd: number,
  form: ListForm,
): FigureList | undefined {
  const first = figures[next];
  if (first === undefined || next === 0 || first.span.start - markerEnd > REACH_BACK) return undefined;
  const before = figures[next - 1];
  if (before === undefined || markerStart - before.unitEnd > REACH_BACK) return undefined;
  const found = wholeOf(text, figures, next, markerStart, unitClass(first), form);
  if (found === undefined) return undefined;
  const region = listRegion(text, markerEnd, form === 'brackets');
  if (region === undefined) return undefined;
  const inside: Figure[] = [];
  for (let at = next; at < next + MOST_PARTS * 2; at++) {
    const figure = figures[at];
    if (figure === undefined || figure.span.start >= markerEnd + region.text.length) break;
    // Brackets inside a list are masked: what stands there belongs to one part.
    if (region.text.slice(figure.span.start - markerEnd, figure.unitEnd - markerEnd).trim() !== '') inside.push(figure);
  }
  const read = readParts(region.text, markerEnd, inside);
  if (read === undefined) return undefined;
  if (form === 'brackets' && (read.parts.length < 2 || read.parts.length !== inside.length)) return undefined;
  const isCutByMarker = NEXT_MARKER.test(text.slice(markerEnd + region.text.length, markerEnd + region.text.length + 4));
  return {
    form,
    ...found,
    parts: read.parts,
    isEnded: read.isEnded || isCutByMarker,
    following: read.following,
    isLoose: read.isLoose && form !== 'brackets',
    isOpen:
      read.isOpen ||
      /(?:主要|重点|涵盖)(?:是|有|为)?$/u.test(text.slice(Math.max(0, markerStart - 4), markerStart)) ||
      /^(?:主要|重点|：主要)/u.test(region.text),
  };
}

/** The text of a list: to the end of the sentence, of the brackets, or to the next list; brackets inside it blanked out. */
function listRegion(text: string, from: number, inBrackets: boolean): { readonly text: string } | undefined {
  let region = '';
  /** Up to where the region is written. */
  let written = from;
  let depth = 0;
  const last = Math.min(text.length, from + REACH_ON);
  for (let at = from; at < last; at++) {
    switch (text.charAt(at)) {
      case '（':
      case '(':
        if (depth === 0) {
          region += text.slice(written, at);
          written = at;
        }
        depth++;
        break;
      case '）':
      case ')':
        if (depth === 0) return { text: region + text.slice(written, at) };
        depth--;
        if (depth === 0) {
          region += ' '.repeat(at + 1 - written);
          written = at + 1;
        }
        break;
      case '。':
      case '；':
      case ';':
      case '！':
      case '？':
        if (depth === 0) return { text: region + text.slice(written, at) };
        break;
      case '其':
      case '包':
      case '分':
        if (depth === 0 && NEXT_MARKER_HERE.test(text.slice(at, at + 3)))
          return inBrackets ? undefined : { text: region + text.slice(written, at) };
        break;
    }
  }
  if (last < text.length || inBrackets) return undefined;
  return { text: region + (depth === 0 ? text.slice(written, last) : ' '.repeat(last - written)) };
}

interface ReadParts {
  readonly parts: readonly ListPart[];
  readonly isEnded: boolean;
  readonly following: readonly Figure[];
  readonly isLoose: boolean;
  readonly isOpen: boolean;
}

/** Words with which a new clause begins rather than a further part. */
const NEW_CLAUSE =
  /^(?:并|还|同时|共|累计|全年|全部|均|已|现|目前|年内|为|使|帮助|罚|没收|收缴|移送|追|涉|处|发|出动|参|受|覆盖|惠及|开展|组织|举办|召开|发放|印发|办理|受理|审查|审核|化解|调解|排查|检查|查处|立案|培训|制定|出台|整改|解答|提供|接待|建成|新增|提出|采纳|责令|下达|达成|协议|移送|移交|办结|审结|结案|成功|正在|剩余|未|占|较|比|同比)/u;

function readParts(region: string, from: number, inside: readonly Figure[]): ReadParts | undefined {
  const [first] = inside;
  if (first === undefined) return undefined;
  const kind = unitClass(first);
  const parts: ListPart[] = [];
  let boundary = 0;
  let separator = '';
  let leading = '';
  let isOpen = false;
  let isEnded = true;
  let following: readonly Figure[] = [];
  for (const [index, figure] of inside.entries()) {
    const gap = region.slice(boundary, figure.span.start - from);
    const cut = index === 0 ? { trailing: '', mark: '', label: gap } : splitGap(gap);
    if (cut === undefined) {
      // 行政处罚12件罚款3万元: a further number of the same part; one of the same kind would be unclear.
      if (unitClass(figure) === kind) return undefined;
      boundary = figure.unitEnd - from;
      continue;
    }
    const { trailing, mark, label } = cut;
    if (/等(?!级|候|待|次|同|额|价)/u.test(trailing)) isOpen = true;
    if (unitClass(figure) !== kind) {
      following = inside.slice(index).filter((later) => unitClass(later) === kind);
      // A list whose names 、 joins is over where a comma leads to another act: …、渔政类47件，罚款94万元，移送9件.
      isEnded = following.length === 0 || (separator === '、' && mark === '，' && NEW_CLAUSE.test(label));
      break;
    }
    const isRest = /^(?:其余|其他|其它|另有|余下|剩余)/u.test(label);
    const isNewClause =
      index > 0 &&
      !isRest &&
      ((separator === '、' && mark === '，') ||
        (mark !== '、' && NEW_CLAUSE.test(label) && !leading.startsWith(label.slice(0, 2))) ||
        label.length > 24);
    if (isNewClause) {
      following = inside.slice(index).filter((later) => unitClass(later) === kind);
      isEnded = separator === '、' && mark === '，' && NEW_CLAUSE.test(label) && !leading.startsWith(label.slice(0, 2));
      break;
    }
    if (index === 0) leading = label.replace(/^[，,：:、\s]+/u, '');
    else if (separator === '' && mark !== '和') separator = mark;
    const previous = parts.at(-1);
    if (previous !== undefined) parts[parts.length - 1] = { ...previous, label: previous.label + trailing };
    parts.push({ figure, label: label.trim() });
    boundary = figure.unitEnd - from;
    if (parts.length === MOST_PARTS) return undefined;
  }
  const after = region.slice(boundary).split(/[，,、]/u, 1)[0] ?? '';
  if (/^[^，,、]{0,12}等(?!级|候|待|次|同|额|价)/u.test(after)) isOpen = true;
  if (/^[、，,]?\s*(?:以及|及)其[他它]/u.test(region.slice(boundary))) isOpen = true;
  const last = parts.at(-1);
  if (last !== undefined) parts[parts.length - 1] = { ...last, label: last.label + after.trim().slice(0, 12) };
  return { parts, isEnded, following, isLoose: separator === '，', isOpen };
}

/** What stands between two numbers: the noun of the first, the mark between, the name of the second; undefined without a mark. */
function splitGap(gap: string): { readonly trailing: string; readonly mark: string; readonly label: string } | undefined {
  const at = gap.search(/[，,、]/u);
  if (at >= 0)
    return {
      trailing: gap.slice(0, at),
      mark: gap.charAt(at) === '、' ? '、' : '，',
      label: gap.slice(at + 1).replace(/^[，,、\s]+/u, ''),
    };
  const joint = /^\s*(?:以及|[和及与])/u.exec(gap);
  return joint === null ? undefined : { trailing: '', mark: '和', label: gap.slice(joint[0].length) };
}

interface Whole {
  readonly whole: Figure;
  readonly otherWholes: readonly number[];
  readonly isDistant: boolean;
}

/** The number that a list divides: the nearest of its kind before the marker. */
function wholeOf(
  text: string,
  figures: readonly Figure[],
  next: number,
  markerStart: number,
  kind: string,
  form: ListForm,
): Whole | undefined {
  let whole: Figure | undefined;
  let isDistant = false;
  const others: number[] = [];
  let sum = 0;
  let isCoordinated = true;
  let to = markerStart;
  for (let at = next - 1; at >= 0 && at > next - 9; at--) {
    const figure = figures[at];
    if (figure === undefined) break;
    const gap = text.slice(figure.unitEnd, to);
    if (gap.length > (whole === undefined ? REACH_BACK : REACH_BACK * 2)) break;
    if (isSentenceEnd(gap, whole === undefined && form === 'among')) break;
    to = figure.span.start;
    if (unitClass(figure) !== kind || isDifference(text, figure)) {
      if (whole === undefined) isDistant = true;
      isCoordinated = false;
      continue;
    }
    if (whole === undefined) {
      const reach = form === 'brackets' || form === 'colon' ? 16 : REACH_BACK;
      if (gap.length > reach || (form === 'brackets' && /[，,、]/u.test(gap))) return undefined;
      whole = figure;
      sum = figure.value;
      if (gap.length > 24) isDistant = true;
    } else {
      others.push(figure.value);
      if (isCoordinated) {
        sum += figure.value;
        others.push(sum);
      }
    }
  }
  return whole === undefined ? undefined : { whole, otherWholes: others, isDistant };
}

/** Whether a sentence ends in a gap; 22件。其中，… goes on where `mayEnd`. */
function isSentenceEnd(gap: string, mayEnd: boolean): boolean {
  const at = gap.search(/[。；;！？]/u);
  return at >= 0 && !(mayEnd && gap.slice(at + 1).trim() === '' && gap.charAt(at) === '。');
}

/** 较上年增加20件, 每季度4次: no whole. */
function isDifference(text: string, { span }: Figure): boolean {
  return /(?:增加|减少|增长|下降|上升|提高|多|少|每[\u4e00-\u9fff]{0,4}|至少|不少于|第)\s*$/u.test(
    text.slice(Math.max(0, span.start - 8), span.start),
  );
}

/** A total behind its parts: 行政处罚12件、行政强制8件，共20件. */
function totalList(text: string, figures: readonly Figure[], next: number, markerStart: number, markerEnd: number): FigureList | undefined {
  const whole = figures[next];
  if (whole === undefined || text.slice(markerEnd, whole.span.start).trim() !== '') return undefined;
  const kind = unitClass(whole);
  const parts: ListPart[] = [];
  const otherWholes: number[] = [];
  let to = markerStart;
  for (let at = next - 1; at >= 0 && at > next - MOST_PARTS; at--) {
    const figure = figures[at];
    if (figure === undefined || unitClass(figure) !== kind) break;
    const gap = text.slice(figure.unitEnd, to);
    const isLast = parts.length === 0;
    if (gap.length > 24 || (isLast ? /[^，,\s]/u.test(gap) : !/^[^，,。；;]{0,8}[、和及与][^，,、。；;（）()]{0,20}$/u.test(gap))) break;
    const label = /[^，,、。；;：:（）()]{0,16}$/u.exec(text.slice(Math.max(0, figure.span.start - 16), figure.span.start))?.[0] ?? '';
    parts.unshift({ figure, label });
    to = figure.span.start;
  }
  const after = text.slice(whole.unitEnd, whole.unitEnd + 1);
  if (parts.length < 2 || !/^(?:[，,。；;）)]|$)/u.test(after)) return undefined;
  // A longer list than could be read: nothing sure can be said.
  if (parts.length >= MOST_PARTS - 1) return undefined;
  return { form: 'total', whole, otherWholes, parts, isEnded: true, following: [], isLoose: false, isOpen: false, isDistant: false };
}
