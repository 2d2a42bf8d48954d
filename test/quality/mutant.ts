import type { Severity } from '../../server/rules/rule.js';
import { type Base, type BaseLine, paragraphsIn, type PartKind, partOf } from './base.js';
import type { Random } from './random.js';

/** A clean report with one realistic defect and its ground truth. */
export interface Mutant {
  /** `typo/07`: the rule that must speak, and a number. */
  readonly id: string;
  readonly rule: string;
  readonly operator: string;
  /** Name of the clean report. */
  readonly report: string;
  /** Severities that are right; the catalogue leaves some to a table. */
  readonly severities: readonly Severity[];
  /** Lines (from 1) where the finding must start, or one of its related places for rules that speak once a file. */
  readonly lines: readonly number[];
  /** Other rules that may rightly speak too. */
  readonly allowed: ReadonlySet<string>;
  readonly text: string;
}

/** What an operator makes of a report. */
export interface Mutation {
  readonly text: string;
  /** Offsets into `text`; the finding must start on the line of one of them. */
  readonly at: readonly number[];
}

/** One way to put a defect into a report. */
export interface Operator {
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity | readonly Severity[];
  /** How many mutants at most; one a report. */
  readonly quota: number;
  readonly allow?: readonly string[];
  /** `undefined` where the operator does not apply. */
  readonly apply: (base: Base, random: Random) => Mutation | undefined;
}

/** Replaces a span of the report's text. */
export interface BaseEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies edits, which must not overlap.
 * @param at offsets into the untouched text; an insertion just there begins at the offset.
 */
export function change(base: Base, edits: readonly BaseEdit[], at: readonly number[]): Mutation {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  let text = '';
  let done = 0;
  for (const edit of ordered) {
    text += base.text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  text += base.text.slice(done);
  const moved = (offset: number): number =>
    ordered.filter(({ start }) => start < offset).reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), offset);
  return { text, at: at.map(moved) };
}

/** Where an operator looks. */
export type Scope = 'body' | 'opening' | 'headings' | PartKind;

/** Lines of a scope. */
export function linesOf(base: Base, scope: Scope): readonly BaseLine[] {
  if (scope === 'body') return base.paragraphs;
  if (scope === 'opening') return base.opening;
  if (scope === 'headings') return base.marks.filter(({ form }) => form === 'alone').map(({ line }) => line);
  const part = partOf(base, scope);
  return part === undefined ? [] : paragraphsIn(base, part);
}

/** Whether a place of a line stands inside 《》 or “”. */
export function isQuoted(line: string, index: number): boolean {
  const before = line.slice(0, index);
  return (
    before.lastIndexOf('《') > before.lastIndexOf('》') ||
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    before.lastIndexOf('〔') > before.lastIndexOf('〕')
  );
}

/** A match with its offset into the report. */
export interface Found {
  readonly match: RegExpExecArray;
  readonly start: number;
  readonly line: BaseLine;
}

/** Every match of a pattern (with the `g` flag) in a scope. */
export function findAll(base: Base, pattern: RegExp, scope: Scope = 'body', quotedToo = false): Found[] {
  return linesOf(base, scope).flatMap((line) =>
    [...line.text.matchAll(pattern)]
      .filter((match) => quotedToo || !isQuoted(line.text, match.index))
      .map((match) => ({ match: match as RegExpExecArray, start: line.start + match.index, line })),
  );
}

interface ReplacingSpec {
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity | readonly Severity[];
  readonly quota: number;
  readonly allow?: readonly string[];
  readonly find: RegExp;
  /** The new words, or `undefined` to leave this match. */
  readonly put: (match: RegExpExecArray, random: Random, base: Base) => string | undefined;
  readonly scope?: Scope;
  /** Matches inside 《》 and “” count as well. */
  readonly quotedToo?: boolean;
  /** Only reports that are ordinary in every respect. */
  readonly regular?: boolean;
  readonly where?: (base: Base) => boolean;
}

/** An operator that changes one match of a pattern. */
export function replacing(spec: ReplacingSpec): Operator {
  const { rule, name, severity, quota, allow = [] } = spec;
  return {
    rule,
    name,
    severity,
    quota,
    allow,
    apply: (base, random) => {
      if ((spec.regular === true && !base.regular) || spec.where?.(base) === false) return undefined;
      for (const { match, start } of random.shuffled(findAll(base, spec.find, spec.scope, spec.quotedToo))) {
        const text = spec.put(match, random, base);
        if (text !== undefined && text !== match[0]) return change(base, [{ start, end: start + match[0].length, text }], [start]);
      }
      return undefined;
    },
  };
}

interface InsertingSpec {
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity | readonly Severity[];
  readonly quota: number;
  readonly allow?: readonly string[];
  /** A whole sentence with its end mark. */
  readonly sentence: (base: Base, random: Random) => string | undefined;
  readonly scope?: Scope;
  /** `sentence`: at the end of a paragraph; `start`: before the first sentence that begins inside a paragraph. */
  readonly regular?: boolean;
  readonly where?: (base: Base) => boolean;
}

/** An operator that adds a sentence to the end of a paragraph. */
export function inserting(spec: InsertingSpec): Operator {
  const { rule, name, severity, quota, allow = [] } = spec;
  return {
    rule,
    name,
    severity,
    quota,
    allow,
    apply: (base, random) => {
      if ((spec.regular === true && !base.regular) || spec.where?.(base) === false) return undefined;
      const line = random.pick(linesOf(base, spec.scope ?? 'measures').filter(({ text }) => /。$/u.test(text)));
      const sentence = spec.sentence(base, random);
      if (line === undefined || sentence === undefined) return undefined;
      return change(base, [{ start: line.end, end: line.end, text: sentence }], [line.end]);
    },
  };
}
