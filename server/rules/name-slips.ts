import { CONFUSABLE_CHARACTERS } from '../knowledge/confusable-characters.js';
import { lazy } from '../text/lazy.js';
import type { KnownName } from './listed-documents.js';

/** One slip of the pen: how a written name differs from the right one. */
export interface NameSlip {
  readonly kind: 'swapped' | 'extra' | 'missing' | 'replaced';
  /** Index in the written name. */
  readonly at: number;
  /** Index in the right name. */
  readonly in: number;
}

/**
 * Which characters a folded name holds, as bits of a number. Each slip brings in one other character at most, so most names are
 * told apart by their signatures alone.
 */
export function signatureOf(core: string): number {
  let signature = 0;
  for (let index = 0; index < core.length; index++) signature |= 1 << (core.charCodeAt(index) % 31);
  return signature;
}

/** Whether names of these signatures may be slips of one another; cheap. */
export function mayBeSlip(written: number, right: number): boolean {
  return isFewBits(written & ~right) && isFewBits(right & ~written);
}

/** Whether names of these lengths may be slips of one another. */
export function mayBeAsLong(written: number, right: number): boolean {
  return written - right <= MOST_SLIPS && right - written <= MOST_SLIPS;
}

/** At most two bits are set. */
function isFewBits(bits: number): boolean {
  const withoutLowest = bits & (bits - 1);
  return (withoutLowest & (withoutLowest - 1)) === 0;
}

/** More slips than this make another document. */
const MOST_SLIPS = 2;

/**
 * The slips that lead from a right name to a written one, in order; undefined where there are more than two or where the
 * difference may as well be that of another document. Both names are folded.
 */
export function slipsOf(written: string, name: KnownName): readonly NameSlip[] | undefined {
  const right = name.core;
  if (!mayBeAsLong(written.length, right.length)) return undefined;
  const mostSlips = name.bareStart === 0 && right.length < SHORTEST.extra ? 1 : MOST_SLIPS;
  if (mostSlips === 1 && sameAtEnds(written, right) < right.length - 2) return undefined;
  for (let most = 1; most <= mostSlips; most++) {
    const slips = alignment(written, right, 0, 0, most);
    if (slips !== undefined) return slips.length > 0 && areSlips(slips, written, name) ? slips : undefined;
  }
  return undefined;
}

/** How many characters are the same at the beginning and at the end; a cheap test, as most names differ altogether. */
function sameAtEnds(written: string, right: string): number {
  const shorter = Math.min(written.length, right.length);
  let head = 0;
  while (head < shorter && written.charCodeAt(head) === right.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && written.charCodeAt(written.length - 1 - tail) === right.charCodeAt(right.length - 1 - tail)) tail++;
  return head + tail;
}

function alignment(written: string, right: string, at: number, index: number, most: number): NameSlip[] | undefined {
  let i = at;
  let j = index;
  while (i < written.length && j < right.length && written.charCodeAt(i) === right.charCodeAt(j)) {
    i++;
    j++;
  }
  if (i === written.length && j === right.length) return [];
  if (most === 0) return undefined;
  const go = (kind: NameSlip['kind'], i2: number, j2: number): NameSlip[] | undefined => {
    if (i2 > written.length || j2 > right.length) return undefined;
    const rest = alignment(written, right, i2, j2, most - 1);
    return rest === undefined ? undefined : [{ kind, at: i, in: j }, ...rest];
  };
  const isSwapped = i + 1 < written.length && written[i] === right[j + 1] && written[i + 1] === right[j];
  return (
    (isSwapped ? go('swapped', i + 2, j + 2) : undefined) ??
    go('extra', i + 1, j) ??
    go('replaced', i + 1, j + 1) ??
    go('missing', i, j + 1)
  );
}

/** Shortest bare names in which each kind of slip cannot make another document. */
const SHORTEST = {
  confusable: 4,
  swapped: 5,
  doubled: 5,
  replaced: 8,
  missing: 8,
  extra: 8,
  two: 10,
  missingWord: 14,
  withoutDe: 20,
} as const;
/** Behind 中华人民共和国 only laws stand, and all of them are known. */
const SHORTEST_OF_STATE = 5;
/** Levels of government, numbers and words of edition: another one makes another document. */
const TELLING = /[省市县区乡镇村州旗盟全我本新旧一二三四五六七八九十两0-9A-Za-z]/u;
const NUMERAL = /[一二三四五六七八九十0-9]/u;
const KINDS =
  /(?:通知|意见|办法|规定|条例|方案|细则|决定|规则|规程|制度|指引|指南|清单|计划|规划|纲要|要点|报告|准则|章程|读本|标准|体系|机制|解读|释义|草案|讲座|法典|法)$/u;

function areSlips(slips: readonly NameSlip[], written: string, name: KnownName): boolean {
  if (endingOf(written) !== '' && endingOf(written) !== endingOf(name.core)) return false;
  const [first, second] = slips;
  if (first === undefined) return false;
  if (second === undefined) return isSlip(first, written, name);
  if (isDoubledWord(first, second, written, name)) return true;
  if (!isSlip(first, written, name) || !isSlip(second, written, name)) return false;
  if (isInPrefix(first, name) || isInPrefix(second, name)) return true;
  if (bareLength(name) < SHORTEST.two) return false;
  if (!areAdjacent(first, second)) return true;
  if (first.kind === 'missing' && second.kind === 'missing') return isMissingWord(first, name);
  return isConfused(first, written, name) && isConfused(second, written, name);
}

function isSlip(slip: NameSlip, written: string, name: KnownName): boolean {
  if (isDoubled(slip, written)) {
    // 市《市场主体登记管理条例》 with its prefix inside the marks is no doubled 市.
    const isPrefix = slip.in <= 1 && TELLING.test(written.charAt(slip.at));
    return !isPrefix && (bareLength(name) >= SHORTEST.doubled || isInPrefix(slip, name) || isLawOfState(name));
  }
  // 我市《优化营商环境条例》 with its prefix inside the marks: another document.
  if (slip.kind === 'extra' && slip.in === 0) return false;
  if (isInPrefix(slip, name)) return true;
  if (slip.kind === 'swapped') return bareLength(name) >= SHORTEST.swapped;
  if (isConfused(slip, written, name)) return bareLength(name) >= SHORTEST.confusable;
  if (slip.kind !== 'missing' && TELLING.test(written.charAt(slip.at))) return false;
  if (slip.kind !== 'extra' && isTold(slip, name)) return false;
  const shortest = isLawOfState(name) ? SHORTEST_OF_STATE : SHORTEST[slip.kind];
  if (bareLength(name) < shortest) return false;
  if (slip.kind === 'missing') return isPlainlyMissing(slip, name);
  if (!isUnique(name)) return false;
  return slip.kind === 'replaced' || (slip.in > name.bareStart && slip.in < name.core.length);
}

/** Whether what is replaced or missing tells the document from a namesake: 市 in 市县, 四 in 十四. */
function isTold({ kind, in: index }: NameSlip, name: KnownName): boolean {
  const { core } = name;
  if (!TELLING.test(core.charAt(index))) return false;
  const isPartOfNumber = NUMERAL.test(core.charAt(index)) && NUMERAL.test(core.charAt(index - 1) + core.charAt(index + 1));
  if (kind === 'replaced' || isPartOfNumber) return true;
  return !isUnique(name) && core.charAt(index) !== '全';
}

/** 消费者权益保护 without 法 and 坚持全面依法治国 without 论 are no names cut short but topics. */
function isPlainlyMissing(slip: NameSlip, name: KnownName): boolean {
  const isLast = slip.in === name.core.length - 1;
  if (isLast && name.core.endsWith('法')) return name.bareStart > 0;
  // 坚持全面依法治国 is a topic; 市《居民委员会组织法》 is not 城市… without 城.
  if (slip.in === 0) return !(name.core.startsWith('论') || /[省市县区镇]/u.test(name.core.charAt(1)));
  // 关于加强法治政府建设意见 may be a locality's paper.
  return name.core.charAt(slip.in) !== '的' || isUnique(name) || bareLength(name) >= SHORTEST.withoutDe;
}

/** Papers named 关于… have namesakes in every province; so may have what a project adds. */
function isUnique({ kind }: KnownName): boolean {
  return kind === 'law' || kind === 'administrative-regulation' || kind === 'party-regulation' || kind === 'plan' || kind === 'book';
}

function isMissingWord(first: NameSlip, name: KnownName): boolean {
  const isInside = first.in >= name.bareStart + 2 && first.in + 2 <= name.core.length - 2;
  return isInside && bareLength(name) >= SHORTEST.missingWord && isUnique(name) && name.kind !== 'book';
}

function isDoubledWord(first: NameSlip, second: NameSlip, written: string, name: KnownName): boolean {
  if (first.kind !== 'extra' || second.kind !== 'extra' || second.at !== first.at + 1) return false;
  if (bareLength(name) < SHORTEST.extra) return false;
  const word = written.slice(first.at, first.at + 2);
  return word === written.slice(Math.max(0, first.at - 2), first.at) || word === written.slice(first.at + 2, first.at + 4);
}

function isDoubled({ kind, at }: NameSlip, written: string): boolean {
  const character = written.charAt(at);
  return kind === 'extra' && (character === written.charAt(at - 1) || character === written.charAt(at + 1));
}

function isConfused(slip: NameSlip, written: string, name: KnownName): boolean {
  return slip.kind === 'replaced' && confusedPairs().has(written.charAt(slip.at) + name.core.charAt(slip.in));
}

/** 中华人民共和国… with the law's whole name: all of them are known, however short. */
function isLawOfState(name: KnownName): boolean {
  return name.bareStart > 0 && name.kind === 'law';
}

function areAdjacent(first: NameSlip, second: NameSlip): boolean {
  const width = first.kind === 'swapped' ? 2 : 1;
  return second.in - first.in <= width && second.at - first.at <= width;
}

function isInPrefix(slip: NameSlip, name: KnownName): boolean {
  return slip.in < name.bareStart;
}

function bareLength({ core, bareStart }: KnownName): number {
  return core.length - bareStart;
}

function endingOf(name: string): string {
  return KINDS.exec(name.slice(-2))?.[0] ?? '';
}

const confusedPairs: () => ReadonlySet<string> = lazy(
  () => new Set(CONFUSABLE_CHARACTERS.flatMap((group) => [...group].flatMap((a) => [...group].filter((b) => b !== a).map((b) => a + b)))),
);
