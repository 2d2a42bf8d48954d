import { SCATTER } from '../text/scatter.js';
import type { ParagraphContent } from '../report/report.js';
import type { Rule } from '../rules/rule.js';
import { type CodeUnits, CodeUnitBuffer } from '../text/code-units.js';
import { hasTriggers, type PackedTriggers } from './packed-triggers.js';
import {
  forEachRule,
  inBoth,
  inEither,
  isWithin,
  MOST_RULES,
  NO_RULES,
  onlyRule,
  type RuleBits,
  rulesWhere,
  sameRules,
  withoutRule,
} from './rule-bits.js';

/** One more than the largest code unit. */
const CODES = 0x10000;
/** Another odd number that scatters neighbouring keys, for three characters. */
const SCATTER_AGAIN = 0x85ebca6b;
/** Filled to a sixteenth at most, a table answers nearly every question with the first look; it still fits into the cache. */
const ROOM = 16;

/** What begins with the same scattered characters. */
interface LongTrigger {
  readonly text: string;
  readonly rule: number;
  readonly next: LongTrigger | undefined;
}

/**
 * Tells by one pass over a paragraph which rules of a list may find anything in it. At each place one look into a table tells
 * whether a trigger of one character stands there, one for triggers of two, and one for the beginnings of longer ones, which
 * are compared only where that look says so.
 */
export class TriggerIndex {
  /** Rules without triggers: they may find something anywhere. */
  private readonly always: RuleBits;
  /** Rules that take a closer look at what holds their triggers. */
  private readonly choosy: RuleBits;
  /** By code: the index in `sets` of the rules that the character triggers; 0 for none. */
  private readonly singles = new Uint16Array(CODES);
  /** Pairs of characters that are triggers, scattered; 0: none. */
  private readonly pairs: Int32Array;
  /** By the place of a pair: the index in `sets` of the rules that it triggers. */
  private readonly pairSets: Uint16Array;
  private readonly pairShift: number;
  /** By scattered beginning: the place in `longer`, from 1, of what begins so. */
  private readonly starts: Uint16Array;
  private readonly longer: (LongTrigger | undefined)[] = [undefined];
  private readonly longShift: number;
  /** Sets of rules that triggers have: first nothing, then one set for each rule, then those that several rules share. */
  private readonly sets: RuleBits[];
  /** Rules that say by themselves what else concerns them. */
  private readonly others: readonly OtherConcern[];
  private readonly buffer = new CodeUnitBuffer();

  /** @param triggers of each rule, in the order of the list; what stands there for rules without triggers means nothing. */
  constructor(
    private readonly rules: readonly Rule[],
    triggers: readonly (PackedTriggers | undefined)[],
  ) {
    if (rules.length > MOST_RULES) throw new Error(`More than ${MOST_RULES} rules.`);
    this.always = rulesWhere(rules, (rule) => !hasTriggers(rule));
    this.choosy = rulesWhere(rules, ({ concernsWithTrigger }) => concernsWithTrigger !== undefined);
    this.sets = [NO_RULES, ...rules.map((_, index) => onlyRule(index))];
    this.others = rules.flatMap((rule, index) => {
      const { concernsWithoutTrigger } = rule;
      return concernsWithoutTrigger === undefined || !hasTriggers(rule) ? [] : [{ bits: onlyRule(index), concernsWithoutTrigger }];
    });
    let pairs = 0;
    let longer = 0;
    for (const packed of triggers) {
      pairs += (packed?.pairs.length ?? 0) / 2;
      longer += packed?.longer.length ?? 0;
    }
    this.pairShift = shiftFor(pairs);
    this.pairs = new Int32Array(2 ** (32 - this.pairShift));
    this.pairSets = new Uint16Array(this.pairs.length);
    this.longShift = shiftFor(longer);
    this.starts = new Uint16Array(2 ** (32 - this.longShift));
    for (let rule = 0; rule < rules.length; rule++) {
      const packed = triggers[rule];
      if (packed !== undefined) this.add(packed, rule);
    }
  }

  private add({ singles, pairs, longer }: PackedTriggers, rule: number): void {
    for (let at = 0; at < singles.length; at++) {
      const code = singles.charCodeAt(at);
      this.singles[code] = this.withRule(this.singles[code] ?? 0, rule);
    }
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const pair = pairOf(pairs.charCodeAt(at), pairs.charCodeAt(at + 1));
      const place = this.placeOf(pair);
      this.pairs[place] = pair;
      this.pairSets[place] = this.withRule(this.pairSets[place] ?? 0, rule);
    }
    for (const text of longer) {
      const start = scatterThird(pairOf(text.charCodeAt(0), text.charCodeAt(1)), text.charCodeAt(2)) >>> this.longShift;
      const known = this.starts[start] ?? 0;
      this.starts[start] = this.longer.length;
      this.longer.push({ text, rule, next: this.longer[known] });
    }
  }

  /** The index of a set with one rule more. */
  private withRule(set: number, rule: number): number {
    const { sets } = this;
    if (set === 0) return rule + 1;
    const all = inEither(sets[set] ?? NO_RULES, onlyRule(rule));
    const known = sets.findIndex((other) => sameRules(other, all));
    return known < 0 ? sets.push(all) - 1 : known;
  }

  /** Where a pair stands, or the empty place where it would stand. */
  private placeOf(pair: number): number {
    const { pairs } = this;
    let place = Math.imul(pair, SCATTER) >>> this.pairShift;
    while (pairs[place] !== 0 && pairs[place] !== pair) place = (place + 1) & (pairs.length - 1);
    return place;
  }

  /**
   * Rules that may find something in a paragraph.
   *
   * @param text holds the paragraph from `start` to `end` (UTF-16 offsets): the untouched text where the paragraph is one
   * piece of it, because a loop over a slice takes twice the time.
   */
  concernedBy(content: ParagraphContent, text: string, start: number, end: number): RuleBits {
    const { singles, pairs, pairSets, pairShift, starts, longShift, longer, sets, buffer } = this;
    const units = buffer.makeRoom(end - start);
    const mask = pairs.length - 1;
    let { first, second, third } = this.always;
    // Beyond the end the code would be NaN, and all of these numbers slow ones.
    let code = start < end ? text.charCodeAt(start) : 0;
    let next = start + 1 < end ? text.charCodeAt(start + 1) : 0;
    for (let at = start; at < end; at++) {
      const afterNext = at + 2 < end ? text.charCodeAt(at + 2) : 0;
      units[at - start] = code;
      const single = singles[code] ?? 0;
      if (single !== 0) {
        const set = sets[single] ?? NO_RULES;
        first |= set.first;
        second |= set.second;
        third |= set.third;
      }
      const pair = pairOf(code, next);
      let place = Math.imul(pair, SCATTER) >>> pairShift;
      while (pairs[place] !== 0) {
        if (pairs[place] === pair) {
          const set = sets[pairSets[place] ?? 0] ?? NO_RULES;
          first |= set.first;
          second |= set.second;
          third |= set.third;
          break;
        }
        place = (place + 1) & mask;
      }
      const begun = starts[scatterThird(pair, afterNext) >>> longShift] ?? 0;
      if (begun !== 0) {
        for (let trigger = longer[begun]; trigger !== undefined; trigger = trigger.next) {
          if (at + trigger.text.length > end || !text.startsWith(trigger.text, at)) continue;
          const set = sets[trigger.rule + 1] ?? NO_RULES;
          first |= set.first;
          second |= set.second;
          third |= set.third;
        }
      }
      code = next;
      next = afterNext;
    }
    const triggered = { first, second, third };
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

function pairOf(code: number, next: number): number {
  return (code << 16) | next;
}

function scatterThird(pair: number, third: number): number {
  return Math.imul(Math.imul(pair, SCATTER) ^ third, SCATTER_AGAIN);
}

/** By how many bits scattered keys are shifted so that a table has room for so many. */
function shiftFor(count: number): number {
  return 32 - Math.ceil(Math.log2((count + 1) * ROOM));
}
