import type { ParagraphContent } from '../report/report.js';
import type { Rule } from '../rules/rule.js';
import { type CodeUnits, CodeUnitBuffer } from '../text/code-units.js';
import {
  bitOf,
  forEachRule,
  inBoth,
  inEither,
  isWithin,
  MOST_RULES,
  NO_RULES,
  type RuleBits,
  rulesWhere,
  withoutRule,
  wordOf,
} from './rule-bits.js';

/** One more than the largest code unit. */
const CODES = 0x10000;
/** Filled to less than a half, a table answers nearly every question with the first look. */
const ROOM = 4;
/** Odd numbers that scatter neighbouring keys (the first is 2^32 divided by the golden ratio). */
const SCATTER = 0x9e3779b1;
const SCATTER_AGAIN = 0x85ebca6b;
/** Size of the filter: 2^17 bytes stay in the processor's cache. */
const FILTER_SHIFT = 15;
/** In the filter: a trigger of two characters, or the beginning of a longer one. */
const PAIR = 1;
const TRIPLE = 2;

/**
 * Tells by one pass over a paragraph which rules of a list may find anything in it: the triggers of all rules in one
 * automaton. Triggers of one character cost a look into a table; longer ones are followed only where their first two or
 * three characters stand, which a filter tells nearly always rightly.
 */
export class TriggerIndex {
  /** Rules without triggers: they may find something anywhere. */
  private readonly always: RuleBits;
  /** Rules that take a closer look at what holds their triggers. */
  private readonly choosy: RuleBits;
  /** A number for each character that is a trigger by itself; 0 for any other. */
  private readonly numbers = new Uint16Array(CODES);
  /** By that number, three words: the rules that the character triggers. */
  private readonly alone: Int32Array;
  private readonly filter = new Uint8Array(1 << (32 - FILTER_SHIFT));
  private readonly trie: Trie;
  /** Rules that say by themselves what else concerns them. */
  private readonly others: readonly OtherConcern[];
  private readonly buffer = new CodeUnitBuffer();

  constructor(private readonly rules: readonly Rule[]) {
    if (rules.length > MOST_RULES) throw new Error(`More than ${MOST_RULES} rules.`);
    this.others = rules.flatMap(({ triggers, concernsWithoutTrigger }, index) =>
      triggers === undefined || concernsWithoutTrigger === undefined
        ? []
        : [{ bits: rulesWhere(rules, (_, at) => at === index), concernsWithoutTrigger }],
    );
    this.always = rulesWhere(rules, ({ triggers }) => triggers === undefined);
    this.choosy = rulesWhere(rules, ({ concernsWithTrigger }) => concernsWithTrigger !== undefined);
    const triggers = rules.flatMap((rule, index) => (rule.triggers ?? []).filter((text) => text !== '').map((text) => ({ text, index })));
    this.trie = new Trie(triggers.reduce((length, { text }) => length + text.length, 1));
    const single = triggers.filter(({ text }) => text.length === 1);
    this.alone = new Int32Array((single.length + 1) * 3);
    let count = 1;
    for (const { text, index } of single) {
      const code = text.charCodeAt(0);
      if (this.numbers[code] === 0) this.numbers[code] = count++;
      const at = (this.numbers[code] ?? 0) * 3 + wordOf(index);
      this.alone[at] = (this.alone[at] ?? 0) | bitOf(index);
    }
    for (const { text, index } of triggers) {
      if (text.length === 1) continue;
      const pair = scatterPair(text.charCodeAt(0), text.charCodeAt(1));
      if (text.length === 2) this.pass(pair, PAIR);
      else this.pass(scatterThird(pair, text.charCodeAt(2)), TRIPLE);
      this.trie.add(text, index);
    }
  }

  private pass(scattered: number, kind: number): void {
    const at = scattered >>> FILTER_SHIFT;
    this.filter[at] = (this.filter[at] ?? 0) | kind;
  }

  /**
   * Rules that may find something in a paragraph.
   *
   * @param text holds the paragraph from `start` to `end` (UTF-16 offsets): the untouched text where the paragraph is one
   * piece of it, because a loop over a slice takes twice the time.
   */
  concernedBy(content: ParagraphContent, text: string, start: number, end: number): RuleBits {
    const { numbers, alone, filter, trie, buffer } = this;
    const units = buffer.makeRoom(end - start);
    const followed: GrowingBits = { first: 0, second: 0, third: 0 };
    let first = 0;
    let second = 0;
    let third = 0;
    // Beyond the end the code would be NaN, and all of these numbers slow ones.
    let code = start < end ? text.charCodeAt(start) : 0;
    let next = start + 1 < end ? text.charCodeAt(start + 1) : 0;
    for (let at = start; at < end; at++) {
      const afterNext = at + 2 < end ? text.charCodeAt(at + 2) : 0;
      units[at - start] = code;
      const row = (numbers[code] ?? 0) * 3;
      if (row !== 0) {
        first |= alone[row] ?? 0;
        second |= alone[row + 1] ?? 0;
        third |= alone[row + 2] ?? 0;
      }
      const pair = scatterPair(code, next);
      const passes =
        ((filter[pair >>> FILTER_SHIFT] ?? 0) & PAIR) | ((filter[scatterThird(pair, afterNext) >>> FILTER_SHIFT] ?? 0) & TRIPLE);
      if (passes !== 0) trie.follow(text, at, end, followed);
      code = next;
      next = afterNext;
    }
    const triggered = inEither(
      { first: first | followed.first, second: second | followed.second, third: third | followed.third },
      this.always,
    );
    let concerned = this.reallyConcerned(triggered, content);
    for (const { bits, concernsWithoutTrigger } of this.others) {
      if (!isWithin(bits, triggered) && concernsWithoutTrigger(content, buffer)) concerned = inEither(concerned, bits);
    }
    return concerned;
  }

  /** Leaves out the rules that a closer look tells to have nothing to find. */
  private reallyConcerned(rules: RuleBits, content: ParagraphContent): RuleBits {
    const choosy = inBoth(rules, this.choosy);
    if (choosy === NO_RULES) return rules;
    let concerned = rules;
    forEachRule(choosy, (at) => {
      if (isUnconcerned(this.rules[at], content)) concerned = withoutRule(concerned, at);
    });
    return concerned;
  }
}

/** One rule and its `concernsWithoutTrigger`. */
interface OtherConcern {
  readonly bits: RuleBits;
  readonly concernsWithoutTrigger: (content: ParagraphContent, units: CodeUnits) => boolean;
}

/** A rule whose closer look throws is asked, so that its fault is reported like any other. */
function isUnconcerned(rule: Rule | undefined, content: ParagraphContent): boolean {
  try {
    return rule?.concernsWithTrigger?.(content) === false;
  } catch {
    return false;
  }
}

function scatterPair(code: number, next: number): number {
  return Math.imul((code << 16) | next, SCATTER);
}

function scatterThird(pair: number, third: number): number {
  return Math.imul(pair ^ third, SCATTER_AGAIN);
}

interface GrowingBits {
  first: number;
  second: number;
  third: number;
}

/** Words that share their beginnings: from a node by a character to the next, in one scattered table. */
class Trie {
  /** Node × 65536 + character, and the node to which they lead; nodes count from 1. */
  private readonly keys: Float64Array;
  private readonly nodes: Int32Array;
  private readonly mask: number;
  /** By node, three words: the rules that have a trigger ending there. */
  private readonly ends: Int32Array;
  private count = 1;

  /** @param most the largest number of nodes. */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(most * ROOM));
    this.mask = size - 1;
    this.keys = new Float64Array(size);
    this.nodes = new Int32Array(size);
    this.ends = new Int32Array((most + 2) * 3);
  }

  add(text: string, rule: number): void {
    let node = 1;
    for (let at = 0; at < text.length; at++) {
      const slot = this.slotOf(node, text.charCodeAt(at));
      if (this.nodes[slot] === 0) {
        this.keys[slot] = keyOf(node, text.charCodeAt(at));
        this.nodes[slot] = ++this.count;
      }
      node = this.nodes[slot] ?? 0;
    }
    const at = node * 3 + wordOf(rule);
    this.ends[at] = (this.ends[at] ?? 0) | bitOf(rule);
  }

  /** Adds the rules of every word that begins at an offset and ends before another. */
  follow(text: string, start: number, end: number, found: GrowingBits): void {
    let node = 1;
    for (let at = start; at < end; at++) {
      node = this.nodes[this.slotOf(node, text.charCodeAt(at))] ?? 0;
      if (node === 0) return;
      const row = node * 3;
      found.first |= this.ends[row] ?? 0;
      found.second |= this.ends[row + 1] ?? 0;
      found.third |= this.ends[row + 2] ?? 0;
    }
  }

  /** Where a step stands in the table, or the empty place where it would stand. */
  private slotOf(node: number, code: number): number {
    const key = keyOf(node, code);
    let slot = (Math.imul(node, SCATTER) ^ Math.imul(code, SCATTER_AGAIN)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.mask;
    while (this.nodes[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}

function keyOf(node: number, code: number): number {
  return node * CODES + code;
}
