import type { Paragraph, Report, SectionKind } from '../report/report.js';
import type { ParagraphContext, Rule, RuleFinding } from '../rules/rule.js';
import type { RuleTimer } from './rule-timer.js';
import { forEachRule, inBoth, inEither, NO_RULES, type RuleBits, rulesWhere, sameRules } from './rule-bits.js';
import { TriggerIndex } from './trigger-index.js';

/** What the rules of a list came to. */
export interface RunResult {
  /** By the index of the rule: its findings in the untouched text; absent where there are none. */
  readonly findings: readonly (readonly RuleFinding[] | undefined)[];
  /** By the index of the rule: what it threw; such a rule has no findings. */
  readonly errors: ReadonlyMap<number, unknown>;
}

/**
 * A list of rules made ready to run: their triggers in one index, so that a paragraph is shown only to those rules that may
 * find something in it, and what the paragraph rules find is remembered by paragraph.
 */
export class RuleRunner {
  private readonly index: TriggerIndex;

  /** Rules that look at one paragraph. */
  private readonly local: RuleBits;
  /** Rules that look at the report and are given the paragraphs that hold a trigger. */
  private readonly triggered: RuleBits;
  /** Rules that look at the report and at any paragraph of it. */
  private readonly untriggered: RuleBits;

  constructor(private readonly rules: readonly Rule[]) {
    this.index = new TriggerIndex(rules);
    this.local = rulesWhere(rules, ({ scope }) => scope === 'paragraph');
    this.triggered = rulesWhere(rules, ({ scope, triggers }) => scope === 'report' && triggers !== undefined);
    this.untriggered = rulesWhere(rules, ({ scope, triggers }) => scope === 'report' && triggers === undefined);
  }

  /** Runs those rules of the list that are on. @param timer absent where nobody asks how long the rules take. */
  run(report: Report, isOn: (rule: Rule) => boolean, timer?: RuleTimer): RunResult {
    const { rules, index } = this;
    const on = rulesWhere(rules, isOn);
    const unbound = rulesWhere(rules, ({ ignoresTriggers }) => ignoresTriggers?.(report.project) === true);
    const local = inBoth(this.local, on);
    const triggered = inBoth(this.triggered, on);
    const outcomes = new Outcomes();
    const candidates: Paragraph[][] = [];
    const contextOf = contexts(report);
    if (timer !== undefined) forEachRule(on, (at) => timer.rule(rules[at]?.id ?? '', 0));
    for (const paragraph of report.paragraphs) {
      const memory = paragraph.fact(makeMemory);
      const concerned = inEither(memory.concerns(index, report, paragraph), unbound);
      forEachRule(inBoth(concerned, triggered), (at) => {
        candidates[at] ??= [];
        candidates[at].push(paragraph);
      });
      const asked = inBoth(concerned, local);
      if (asked === NO_RULES) continue;
      for (const [at, answer] of memory.ask(rules, asked, paragraph, contextOf(paragraph), timer)) outcomes.add(at, answer, paragraph);
    }
    forEachRule(inBoth(this.untriggered, on), (at) => outcomes.addReport(at, rules[at], report, report.paragraphs, timer));
    forEachRule(triggered, (at) => {
      if (candidates[at] !== undefined) outcomes.addReport(at, rules[at], report, candidates[at], timer);
    });
    return outcomes;
  }
}

/** What a rule said of one paragraph, places in the paragraph's text, or what it threw. */
type Answer = { readonly findings: readonly RuleFinding[] } | { readonly error: unknown };

/** Gathers what rules come to. */
class Outcomes implements RunResult {
  readonly findings: RuleFinding[][] = [];
  readonly errors = new Map<number, unknown>();

  add(rule: number, answer: Answer, paragraph: Paragraph): void {
    if ('error' in answer) this.fail(rule, answer.error);
    else if (!this.errors.has(rule)) {
      this.findings[rule] ??= [];
      for (const finding of answer.findings) this.findings[rule].push(toSource(finding, paragraph));
    }
  }

  addReport(at: number, rule: Rule | undefined, report: Report, places: readonly Paragraph[], timer: RuleTimer | undefined): void {
    if (rule?.scope !== 'report') return;
    try {
      const findings = timed(rule.id, timer, () => rule.check(report, places));
      if (findings.length > 0) this.findings[at] = [...findings];
    } catch (error) {
      this.fail(at, error);
    }
  }

  private fail(rule: number, error: unknown): void {
    if (!this.errors.has(rule)) this.errors.set(rule, error);
    delete this.findings[rule];
  }
}

type Answers = readonly (readonly [rule: number, answer: Answer])[];

/** Nearly every paragraph: no rule has anything to say. */
const NOTHING: Answers = Object.freeze([]);

/** Which rules a paragraph concerns, and what the paragraph rules said of it when they were last asked. */
class Memory {
  #index: TriggerIndex | undefined;
  #concerns: RuleBits = NO_RULES;
  #rules: readonly Rule[] | undefined;
  #asked: RuleBits | undefined;
  #context: ParagraphContext | undefined;
  #answers: Answers = NOTHING;

  concerns(index: TriggerIndex, { source }: Report, { content, pieces }: Paragraph): RuleBits {
    if (this.#index === index) return this.#concerns;
    const [piece] = pieces;
    this.#concerns =
      piece !== undefined && pieces.length === 1
        ? index.concernedBy(content, source.text, piece.start, piece.end)
        : index.concernedBy(content, content.text, 0, content.text.length);
    this.#index = index;
    return this.#concerns;
  }

  /** What some rules say: remembered where the same were asked under the same circumstances. */
  ask(rules: readonly Rule[], asked: RuleBits, { content }: Paragraph, context: ParagraphContext, timer: RuleTimer | undefined): Answers {
    const isKnown =
      this.#rules === rules &&
      this.#asked !== undefined &&
      sameRules(this.#asked, asked) &&
      this.#context !== undefined &&
      sameContext(this.#context, context);
    if (isKnown) return this.#answers;
    const answers: (readonly [number, Answer])[] = [];
    forEachRule(asked, (at) => {
      const rule = rules[at];
      if (rule?.scope !== 'paragraph') return;
      try {
        const findings = timed(rule.id, timer, () => rule.check(content, context));
        if (findings.length > 0) answers.push([at, { findings }]);
      } catch (error) {
        answers.push([at, { error }]);
      }
    });
    this.#rules = rules;
    this.#asked = asked;
    this.#context = context;
    this.#answers = answers.length === 0 ? NOTHING : answers;
    return this.#answers;
  }
}

/** A key of `fact`. */
function makeMemory(): Memory {
  return new Memory();
}

function timed<T>(id: string, timer: RuleTimer | undefined, find: () => T): T {
  if (timer === undefined) return find();
  const since = timer.now();
  try {
    return find();
  } finally {
    timer.rule(id, timer.now() - since);
  }
}

/** Makes the context of each paragraph; paragraphs of one section share theirs. */
function contexts(report: Report): (paragraph: Paragraph) => ParagraphContext {
  const bySection = new Map<unknown, ParagraphContext>();
  return ({ section }) => {
    const known = bySection.get(section);
    if (known !== undefined) return known;
    const context = {
      year: report.year?.value,
      kinds: section?.kinds ?? NO_KINDS,
      agencyKind: report.agency?.kind ?? report.project.agency.kind,
      project: report.project,
    };
    bySection.set(section, context);
    return context;
  };
}

const NO_KINDS: readonly SectionKind[] = Object.freeze([]);

function sameContext(one: ParagraphContext, other: ParagraphContext): boolean {
  return (
    one === other ||
    (one.year === other.year &&
      one.agencyKind === other.agencyKind &&
      one.project === other.project &&
      one.kinds.length === other.kinds.length &&
      one.kinds.every((kind, index) => kind === other.kinds[index]))
  );
}

/** Leads a paragraph rule's finding, with its related places and edits, back to the untouched text. */
function toSource(finding: RuleFinding, paragraph: Paragraph): RuleFinding {
  return {
    ...finding,
    span: paragraph.toSource(finding.span),
    related: finding.related?.map((place) => ({ ...place, span: paragraph.toSource(place.span) })) ?? [],
    fixes:
      finding.fixes?.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: paragraph.toSource(edit.span) })) })) ?? [],
  };
}
