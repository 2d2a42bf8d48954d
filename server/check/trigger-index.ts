import type { ParagraphContent } from '../report/report.js';
import type { Rule } from '../rules/rule.js';
import { bitOf, inEither, MOST_RULES, type RuleBits, rulesWhere, wordOf } from './rule-bits.js';

/** One more than the largest code unit. */
const CODES = 0x10000;
/** Filled to less than a half, a table answers nearly every question with the first look. */
const ROOM = 4;
/** An odd number that scatters neighbouring keys (2^32 divided by the golden ratio). */
const SCATTER = 0x9e3779b1;
/** Pairs of characters in the filter: a power of two, small enough to stay in the processor's cache. */
const FILTER = 0x8000;

/**
 * Tells by one pass over a paragraph which rules of a list may find anything in it: the triggers of all rules in one
 * automaton. Triggers of one character cost a look into a table, longer ones are followed only behind a pair of
 * characters with which one of them begins.
 */
export class TriggerIndex {
  /** Rules without triggers: they may find something anywhere. */
  private readonly always: RuleBits;
  /** A small number for each character that is, or begins, a trigger; 0 for any other. */
  private readonly numbers = new Uint16Array(CODES);
  /** By that number, three words: the rules that the character alone triggers. */
  private readonly alone: Int32Array;
  /** Scattered pairs of characters with which a longer trigger begins. */
  private readonly pairs = new Uint8Array(FILTER);
  private readonly trie: Trie;

  constructor(rules: readonly Rule[]) {
    if (rules.length > MOST_RULES) throw new Error(`More than ${MOST_RULES} rules.`);
    this.always = rulesWhere(rules, ({ triggers }) => triggers === undefined);
    const triggers = rules.flatMap((rule, index) => (rule.triggers ?? []).filter((text) => text !== '').map((text) => ({ text, index })));
    let count = 1;
    for (const { text } of triggers) {
      const code = text.charCodeAt(0);
      if (this.numbers[code] === 0) this.numbers[code] = count++;
    }
    this.alone = new Int32Array(count * 3);
    this.trie = new Trie(triggers.reduce((length, { text }) => length + text.length, 1));
    for (const { text, index } of triggers) {
      const code = text.charCodeAt(0);
      if (text.length === 1) {
        const at = (this.numbers[code] ?? 0) * 3 + wordOf(index);
        this.alone[at] = (this.alone[at] ?? 0) | bitOf(index);
      } else {
        this.pairs[scatterPair(code, text.charCodeAt(1))] = 1;
        this.trie.add(text, index);
      }
    }
  }

  /** Rules that may find something in a paragraph; a key of `fact`. */
  readonly concernedBy = (content: ParagraphContent): RuleBits => {
    const { text } = content;
    const { numbers, alone, pairs, trie } = this;
    const found = { first: 0, second: 0, third: 0 };
    let code = text.charCodeAt(0);
    for (let at = 0; at < text.length; at++) {
      const next = text.charCodeAt(at + 1);
      const number = numbers[code] ?? 0;
      if (number !== 0) {
        const row = number * 3;
        found.first |= alone[row] ?? 0;
        found.second |= alone[row + 1] ?? 0;
        found.third |= alone[row + 2] ?? 0;
        if (pairs[scatterPair(code, next)] === 1) trie.follow(text, at, found);
      }
      code = next;
    }
    return inEither(found, this.always);
  };
}

function scatterPair(code: number, next: number): number {
  return Math.imul((code << 16) | next, SCATTER) >>> 17;
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

  /** Adds the rules of every word that begins at an offset. */
  follow(text: string, start: number, found: GrowingBits): void {
    let node = 1;
    for (let at = start; at < text.length; at++) {
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
    let slot = (Math.imul(node, SCATTER) ^ Math.imul(code, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.mask;
    while (this.nodes[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}

function keyOf(node: number, code: number): number {
  return node * CODES + code;
}
