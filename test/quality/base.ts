/** What a part of a report is about, read from its heading. */
export type PartKind = 'measures' | 'shortcomings' | 'duties' | 'plan';

/** A physical line without its line end. */
export interface BaseLine {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A numbered line: 一、 is level 1, （一） level 2, 1. level 3. */
export interface Mark {
  readonly level: 1 | 2 | 3;
  readonly number: number;
  readonly line: BaseLine;
  /** Offsets of the marker alone. */
  readonly start: number;
  readonly end: number;
  /** Words of the heading, without marker and end mark. */
  readonly text: string;
  /** Where the words end. */
  readonly textEnd: number;
  /** `alone`: nothing else on the line; `run-in`: text follows after 。; `sentence`: the numbered line is a sentence. */
  readonly form: 'alone' | 'run-in' | 'sentence';
}

/** A level-1 heading with all below it. */
export interface Part {
  readonly kinds: readonly PartKind[];
  readonly mark: Mark;
  /** Start of the line after the heading. */
  readonly bodyStart: number;
  /** Start of the next part, of the sign-off, or the end of the text. */
  readonly end: number;
}

/**
 * A clean report as the mutant generator sees it. Read by a small reader of its own, so that the measure does not lean on
 * what it measures.
 */
export interface Base {
  readonly name: string;
  readonly text: string;
  readonly lineEnd: string;
  readonly lines: readonly BaseLine[];
  readonly titleLines: readonly BaseLine[];
  readonly year: number;
  /** 桐坪镇, 临川县司法局: the agency without 人民政府 and 办事处. */
  readonly agency: string;
  readonly marks: readonly Mark[];
  readonly parts: readonly Part[];
  /** Lines of running text in the parts. */
  readonly paragraphs: readonly BaseLine[];
  /** Lines between the title and the first part that are running text. */
  readonly opening: readonly BaseLine[];
  readonly signature: BaseLine | undefined;
  readonly date: BaseLine | undefined;
  /** Ordinary in every respect: numbered 一、, full width, a paragraph a line, no tables. */
  readonly regular: boolean;
}

const DIGITS = '一二三四五六七八九';

/** 十二 to 12; 0 where it is no number below 100. */
export function fromChinese(numeral: string): number {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(numeral);
  if (match === null || numeral === '') return 0;
  const [, first = '', ten = '', last = ''] = match;
  if (ten === '') return last === '' ? DIGITS.indexOf(first) + 1 : 0;
  return (first === '' ? 1 : DIGITS.indexOf(first) + 1) * 10 + (last === '' ? 0 : DIGITS.indexOf(last) + 1);
}

/** 12 to 十二, from 1 to 99. */
export function toChinese(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens - 1]}十`;
  return head + (ones === 0 ? '' : DIGITS[ones - 1]);
}

/** The marker of a level with a number. */
export function markerText(level: 1 | 2 | 3, value: number): string {
  if (level === 1) return `${toChinese(value)}、`;
  return level === 2 ? `（${toChinese(value)}）` : `${value}.`;
}

const LEVELS = [
  [1, /^(?:#+ +)?[ \t　]*(([一二三四五六七八九十]{1,3})、)/u],
  [2, /^(?:#+ +)?[ \t　]*(（([一二三四五六七八九十]{1,3})）)/u],
  [3, /^(?:#+ +)?[ \t　]*((\d{1,2})\.)(?!\d)/u],
] as const;

function readLines(text: string): BaseLine[] {
  const lines: BaseLine[] = [];
  let start = 0;
  for (const piece of text.split(/(\r\n|\r|\n)/u)) {
    if (/^[\r\n]/u.test(piece)) {
      start += piece.length;
      continue;
    }
    lines.push({ index: lines.length, start, end: start + piece.length, text: piece });
    start += piece.length;
  }
  return lines;
}

function readMark(line: BaseLine): Mark | undefined {
  for (const [level, pattern] of LEVELS) {
    const match = pattern.exec(line.text);
    if (match === null) continue;
    const end = line.start + match[0].length;
    const rest = line.text.slice(match[0].length);
    const stop = rest.indexOf('。');
    const form = stop < 0 || (stop === rest.length - 1 && rest.length <= 30) ? 'alone' : stop === rest.length - 1 ? 'sentence' : 'run-in';
    const text = stop < 0 ? rest.trimEnd() : rest.slice(0, stop);
    const start = end - (match[1] ?? '').length;
    const number = level === 3 ? Number(match[2]) : fromChinese(match[2] ?? '');
    return { level, number, line, start, end, text, textEnd: end + text.length, form };
  }
  return undefined;
}

function kindsOf(heading: string, year: number): PartKind[] {
  if (/第一责任人|主要(?:负责人|负责同志|领导).{0,12}(?:履行|履职|职责)/u.test(heading)) return ['duties'];
  const kinds: PartKind[] = [];
  if (/不足|问题|短板|差距|困难|弱项/u.test(heading)) kinds.push('shortcomings');
  const years = [...heading.matchAll(/20\d\d/gu)].map(([found]) => Number(found));
  const isLater = years.includes(year + 1);
  if (isLater || /下一?(?:年度|步|阶段)|下步|明年|今后|打算|努力方向|工作安排/u.test(heading)) kinds.push('plan');
  if (kinds.length === 0 && /举措|措施|做法|成效|工作|情况/u.test(heading) && !/其他需要/u.test(heading)) kinds.push('measures');
  return kinds;
}

/** Reads a clean report; `undefined` where it has no title with a year. */
export function readBase(name: string, text: string): Base | undefined {
  const lines = readLines(text);
  const filled = lines.filter((line) => line.text.trim() !== '');
  const titleAt = filled.findIndex((line, index) => index < 5 && line.text.length < 60 && /法治政府.*(?:报告|总结|情况)/u.test(line.text));
  const title = filled[titleAt];
  if (title === undefined) return undefined;
  const before = filled[titleAt - 1];
  const isAgencyLine =
    before !== undefined && /(?:政府|局|办事处|委员会|[镇乡])$/u.test(before.text.trim()) && /^\s*(?:关于|\d{4})/u.test(title.text);
  const titleLines = isAgencyLine ? [before, title] : [title];
  const year = Number(/20\d\d/u.exec(titleLines.map((line) => line.text).join(''))?.[0] ?? 0);
  if (year === 0) return undefined;
  const agency = agencyOf(titleLines.map((line) => line.text).join(''));

  const marks = lines.flatMap((line) => readMark(line) ?? []);
  const heads = marks.filter(({ level }) => level === 1);
  const date = filled.at(-1);
  const hasDate = date !== undefined && /^\s*\d{4}年\d{1,2}月\d{1,2}日\s*$/u.test(date.text);
  const signer = filled.at(-2);
  const hasSigner = hasDate && signer !== undefined && signer.text.length < 25 && !/。/u.test(signer.text);
  const bodyEnd = hasSigner ? signer.start : hasDate ? date.start : text.length;
  const parts = heads.map((mark, index): Part => {
    const next = lines[mark.line.index + 1];
    return { kinds: kindsOf(mark.text, year), mark, bodyStart: next?.start ?? text.length, end: heads[index + 1]?.line.start ?? bodyEnd };
  });
  const isRunning = (line: BaseLine): boolean => line.text.length >= 40 && line.text.includes('。') && !line.text.includes('\t');
  const firstPart = parts[0]?.mark.line.start ?? text.length;
  const afterTitle = titleLines.at(-1)?.end ?? 0;
  const broken = lines.filter(
    (line) =>
      line.start > firstPart &&
      line.end < bodyEnd &&
      line.text.length >= 20 &&
      /[一-龥，]$/u.test(line.text) &&
      readMark(line) === undefined,
  );
  const regular =
    parts.length >= 3 &&
    parts.every((part) => part.mark.form === 'alone') &&
    broken.length === 0 &&
    !/第一部分|\t|附件/u.test(text) &&
    [...text.matchAll(/[一-龥],/gu)].length === 0;
  return {
    name,
    text,
    lineEnd: /\r\n|\r|\n/u.exec(text)?.[0] ?? '\n',
    lines,
    titleLines,
    year,
    agency,
    marks,
    parts,
    paragraphs: lines.filter((line) => line.start >= firstPart && line.start < bodyEnd && isRunning(line)),
    opening: lines.filter((line) => line.start > afterTitle && line.start < firstPart && line.text.includes('。')),
    signature: hasSigner ? signer : undefined,
    date: hasDate ? date : undefined,
    regular,
  };
}

function agencyOf(title: string): string {
  const match = /([一-龥]+?(?:开发区管理委员会|新区|街道|[一-龥]局|[镇乡县市区州省]))(?=人民政府|办事处|关于|20|法治|二|$)/u.exec(
    title.replace(/^[#\s]*(?:\d{4}年度?)?/u, ''),
  );
  return (match?.[1] ?? '').replace(/^关于/u, '');
}

/** The only part of a kind, where there is just one and it is of that kind alone. */
export function partOf(base: Base, kind: PartKind): Part | undefined {
  const found = base.parts.filter(({ kinds }) => kinds.includes(kind));
  const [part] = found;
  return found.length === 1 && part?.kinds.length === 1 ? part : undefined;
}

/** Numbered lines inside a part, its own heading left out. */
export function marksIn(base: Base, part: Part): Mark[] {
  return base.marks.filter(({ level, line }) => level > 1 && line.start >= part.bodyStart && line.start < part.end);
}

/** The highest level inside a part. */
export function childrenOf(base: Base, part: Part): Mark[] {
  const marks = marksIn(base, part);
  const level = Math.min(...marks.map((mark) => mark.level));
  return marks.filter((mark) => mark.level === level);
}

/** Running text of a part. */
export function paragraphsIn(base: Base, part: Part): BaseLine[] {
  return base.paragraphs.filter(({ start }) => start >= part.bodyStart && start < part.end);
}

/** What kind of body the agency is, by its last word. */
export function kindOfAgency(base: Base): 'town' | 'township' | 'subdistrict' | 'department' | 'government' | 'zone' {
  if (base.agency.endsWith('镇')) return 'town';
  if (base.agency.endsWith('乡')) return 'township';
  if (base.agency.endsWith('街道')) return 'subdistrict';
  if (base.agency.endsWith('局')) return 'department';
  return /开发区|新区/u.test(base.agency) ? 'zone' : 'government';
}

/** How a report of this body speaks of it: 我镇, 我局, 街道. */
export function ownWord(base: Base): string {
  const words = {
    town: '我镇',
    township: '我乡',
    subdistrict: '街道',
    department: '我局',
    government: `我${base.agency.at(-1)}`,
    zone: '开发区',
  };
  return words[kindOfAgency(base)];
}
