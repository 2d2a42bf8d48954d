import type { Paragraph, Report, SectionKind } from '../report/report.js';
import type { ParagraphContext, Rule, RuleFinding } from '../rules/rule.js';
import { forEachRule, inBoth, inEither, type RuleBits, rulesWhere, sameRules } from './rule-bits.js';
import { TriggerIndex } from './trigger-index.js';

/** What a rule came to: its findings in the untouched text, or what it threw. */
export type RuleOutcome = { readonly findings: readonly RuleFinding[]; readonly error?: undefined } | { readonly error: unknown };

/**
 * A list of rules made ready to run: their triggers in one index, so that a paragraph is shown only to those rules that may
 * find something in it, and what the paragraph rules find is remembered by paragraph.
 */
export class RuleRunner {
  private readonly index: TriggerIndex;

  constructor(private readonly rules: readonly Rule[]) {
    this.index = new TriggerIndex(rules);
  }

  /**
   * Runs those rules of the list that are on.
   *
   * @returns by rule, in the order of the list; rules that found nothing are left out.
   */
  run(report: Report, isOn: (rule: Rule) => boolean): ReadonlyMap<Rule, RuleOutcome> {
    const on = rulesWhere(this.rules, isOn);
    const unbound = rulesWhere(this.rules, ({ ignoresTriggers }) => ignoresTriggers?.(report.project) === true);
    const outcomes = new Outcomes(this.rules);
    const candidates: Paragraph[][] = this.rules.map(() => []);
    const local = rulesWhere(this.rules, ({ scope }) => scope === 'paragraph');
    const contextOf = contexts(report);
    for (const paragraph of report.paragraphs) {
      const concerned = inBoth(inEither(paragraph.fact(this.index.concernedBy), unbound), on);
      forEachRule(concerned, (at) => candidates[at]?.push(paragraph));
      const asked = inBoth(concerned, local);
      for (const [at, outcome] of paragraph.fact(memory).ask(this.rules, asked, paragraph, contextOf(paragraph))) {
        outcomes.add(at, placed(outcome, paragraph));
      }
    }
    forEachRule(on, (at) => {
      const rule = this.rules[at];
      const places = candidates[at] ?? [];
      if (rule?.scope !== 'report' || (rule.triggers !== undefined && places.length === 0)) return;
      outcomes.add(
        at,
        attempt(() => rule.check(report, places)),
      );
    });
    return outcomes.byRule();
  }
}

/** What the rules of a list came to so far; a rule that threw has no findings. */
class Outcomes {
  readonly #outcomes = new Map<number, { findings: RuleFinding[] } | { readonly error: unknown }>();

  constructor(private readonly rules: readonly Rule[]) {}

  add(rule: number, outcome: RuleOutcome): void {
    const known = this.#outcomes.get(rule);
    if (known !== undefined && 'error' in known) return;
    if (!('findings' in outcome)) this.#outcomes.set(rule, outcome);
    else if (known !== undefined) for (const finding of outcome.findings) known.findings.push(finding);
    else if (outcome.findings.length > 0) this.#outcomes.set(rule, { findings: [...outcome.findings] });
  }

  byRule(): ReadonlyMap<Rule, RuleOutcome> {
    const byRule = new Map<Rule, RuleOutcome>();
    for (const [index, rule] of this.rules.entries()) {
      const outcome = this.#outcomes.get(index);
      if (outcome !== undefined) byRule.set(rule, outcome);
    }
    return byRule;
  }
}

type Answers = readonly (readonly [rule: number, outcome: RuleOutcome])[];

/** Nearly every paragraph: no rule has anything to say. */
const NOTHING: Answers = Object.freeze([]);

/** What the paragraph rules said of a paragraph when they were last asked. */
class Memory {
  #rules: readonly Rule[] | undefined;
  #asked: RuleBits | undefined;
  #context: ParagraphContext | undefined;
  #answers: Answers = NOTHING;

  /** What some rules say: remembered where the same were asked under the same circumstances. */
  ask(rules: readonly Rule[], asked: RuleBits, paragraph: Paragraph, context: ParagraphContext): Answers {
    const isKnown =
      this.#rules === rules &&
      this.#asked !== undefined &&
      sameRules(this.#asked, asked) &&
      this.#context !== undefined &&
      sameContext(this.#context, context);
    if (isKnown) return this.#answers;
    const answers: (readonly [number, RuleOutcome])[] = [];
    forEachRule(asked, (at) => {
      const rule = rules[at];
      if (rule?.scope !== 'paragraph') return;
      const outcome = attempt(() => rule.check(paragraph.content, context));
      if (!('findings' in outcome) || outcome.findings.length > 0) answers.push([at, outcome]);
    });
    this.#rules = rules;
    this.#asked = asked;
    this.#context = context;
    this.#answers = answers.length === 0 ? NOTHING : answers;
    return this.#answers;
  }
}

/** A key of `fact`. */
function memory(): Memory {
  return new Memory();
}

function attempt(find: () => readonly RuleFinding[]): RuleOutcome {
  try {
    return { findings: find() };
  } catch (error) {
    return { error };
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

/** Leads a paragraph rule's findings, with their related places and edits, back to the untouched text. */
function placed(outcome: RuleOutcome, paragraph: Paragraph): RuleOutcome {
  if (!('findings' in outcome)) return outcome;
  return { findings: outcome.findings.map((finding) => toSource(finding, paragraph)) };
}

function toSource(finding: RuleFinding, paragraph: Paragraph): RuleFinding {
  return {
    ...finding,
    span: paragraph.toSource(finding.span),
    related: finding.related?.map((place) => ({ ...place, span: paragraph.toSource(place.span) })) ?? [],
    fixes:
      finding.fixes?.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: paragraph.toSource(edit.span) })) })) ?? [],
  };
}
