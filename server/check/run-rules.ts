import type { Project } from '../report/project.js';
import type { Paragraph, Report, SectionKind } from '../report/report.js';
import type { ParagraphContext, Rule, RuleFinding } from '../rules/rule.js';
import type { CheckConfiguration } from './configuration.js';
import type { Finding } from './finding.js';
import { makeFinding } from './make-finding.js';
import type { RuleTimer } from './rule-timer.js';
import { hasTriggers, type PackedTriggers, triggersOf } from './packed-triggers.js';
import { forEachRule, inBoth, inEither, NO_RULES, type RuleBits, rulesWhere, sameRules } from './rule-bits.js';
import { severityOf } from './severity.js';
import { TriggerIndex } from './trigger-index.js';

/** What the rules of a list came to. */
export interface RunResult {
  /** By the index of the rule: its findings in the untouched text; absent where there are none. */
  readonly findings: readonly (readonly Finding[] | undefined)[];
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

  private readonly plans: Plan[] = [];

  /** @param triggers those of each rule, where they are at hand; else they are asked of the rules. */
  constructor(
    private readonly rules: readonly Rule[],
    triggers: readonly (PackedTriggers | undefined)[] = rules.map(triggersOf),
  ) {
    this.index = new TriggerIndex(rules, triggers);
    this.local = rulesWhere(rules, ({ scope }) => scope === 'paragraph');
    this.triggered = rulesWhere(rules, (rule) => rule.scope === 'report' && hasTriggers(rule));
    this.untriggered = rulesWhere(rules, (rule) => rule.scope === 'report' && !hasTriggers(rule));
  }

  /** Runs those rules of the list that a configuration leaves on. @param timer absent where nobody asks how long the rules take. */
  run(report: Report, configuration: CheckConfiguration, timer?: RuleTimer): RunResult {
    const { rules } = this;
    const plan = this.planFor(report.project, configuration);
    const outcomes = new Outcomes(rules, configuration);
    const candidates: Paragraph[][] = [];
    const contextOf = contexts(report);
    if (timer !== undefined) forEachRule(plan.on, (at) => timer.rule(rules[at]?.id ?? '', 0));
    for (const paragraph of report.paragraphs) {
      const memory = paragraph.fact(makeMemory);
      memory.prepare(plan, report, paragraph);
      const { reporting, asked } = memory;
      if (reporting !== NO_RULES) {
        forEachRule(reporting, (at) => {
          candidates[at] ??= [];
          candidates[at].push(paragraph);
        });
      }
      if (asked === NO_RULES) continue;
      for (const answer of memory.ask(rules, paragraph, contextOf(paragraph), timer)) outcomes.add(answer, paragraph);
    }
    forEachRule(plan.untriggered, (at) => outcomes.addReport(at, report, report.paragraphs, timer));
    forEachRule(plan.triggered, (at) => {
      if (candidates[at] !== undefined) outcomes.addReport(at, report, candidates[at], timer);
    });
    return outcomes;
  }

  /** The same plan for the same rules: what is remembered of a paragraph is remembered for a plan. */
  private planFor(project: Project, configuration: CheckConfiguration): Plan {
    const on = rulesWhere(this.rules, (rule) => severityOf(rule, configuration) !== 'off');
    const unbound = rulesWhere(this.rules, ({ ignoresTriggers }) => ignoresTriggers?.(project) === true);
    const known = this.plans.find((plan) => sameRules(plan.on, on) && sameRules(plan.unbound, unbound));
    if (known !== undefined) return known;
    const plan: Plan = {
      index: this.index,
      on,
      unbound,
      local: inBoth(this.local, on),
      triggered: inBoth(this.triggered, on),
      untriggered: inBoth(this.untriggered, on),
    };
    this.plans.unshift(plan);
    if (this.plans.length > MOST_PLANS) this.plans.pop();
    return plan;
  }
}

/** How many sets of rules are remembered: those of the projects that are worked on at a time. */
const MOST_PLANS = 8;

/** Which rules run. */
interface Plan {
  readonly index: TriggerIndex;
  readonly on: RuleBits;
  /** Rules that triggers do not bind, by what the project says. */
  readonly unbound: RuleBits;
  /** Rules on that look at one paragraph. */
  readonly local: RuleBits;
  /** Rules on that look at the report where a paragraph holds a trigger. */
  readonly triggered: RuleBits;
  /** Rules on that look at any report. */
  readonly untriggered: RuleBits;
}

/** What a rule said of one paragraph, places in the paragraph's text, or what it threw. */
class Answer {
  #configuration: CheckConfiguration | undefined;
  #start = -1;
  #placed: readonly Finding[] = [];

  /** @param rule index of the rule. */
  constructor(
    readonly rule: number,
    private readonly findings: readonly RuleFinding[],
    readonly error?: { readonly thrown: unknown },
  ) {}

  /** The findings in the untouched text: the same objects as long as the paragraph stays where it is. */
  placed(rule: Rule, paragraph: Paragraph, configuration: CheckConfiguration): readonly Finding[] {
    const { pieces } = paragraph;
    const start = pieces.length === 1 ? (pieces[0]?.start ?? -1) : -1;
    if (start < 0 || start !== this.#start || configuration !== this.#configuration) {
      this.#placed = this.findings.map((finding) => makeFinding(rule, finding, configuration, paragraph));
      this.#start = start;
      this.#configuration = configuration;
    }
    return this.#placed;
  }
}

/** Gathers what rules come to. */
class Outcomes implements RunResult {
  readonly findings: Finding[][] = [];
  readonly errors = new Map<number, unknown>();

  constructor(
    private readonly rules: readonly Rule[],
    private readonly configuration: CheckConfiguration,
  ) {}

  add(answer: Answer, paragraph: Paragraph): void {
    const rule = this.rules[answer.rule];
    if (answer.error !== undefined) this.fail(answer.rule, answer.error.thrown);
    else if (rule !== undefined && !this.errors.has(answer.rule)) {
      this.findings[answer.rule] ??= [];
      for (const finding of answer.placed(rule, paragraph, this.configuration)) this.findings[answer.rule]?.push(finding);
    }
  }

  addReport(at: number, report: Report, places: readonly Paragraph[], timer: RuleTimer | undefined): void {
    const rule = this.rules[at];
    if (rule?.scope !== 'report') return;
    try {
      const findings = timed(rule.id, timer, () => rule.check(report, places));
      if (findings.length > 0) this.findings[at] = findings.map((finding) => makeFinding(rule, finding, this.configuration));
    } catch (error) {
      this.fail(at, error);
    }
  }

  private fail(rule: number, error: unknown): void {
    if (!this.errors.has(rule)) this.errors.set(rule, error);
    delete this.findings[rule];
  }
}

type Answers = readonly Answer[];

/** Nearly every paragraph: no rule has anything to say. */
const NOTHING: Answers = Object.freeze([]);

/** Which rules of a plan a paragraph concerns, and what the paragraph rules said of it when they were last asked. */
class Memory {
  #plan: Plan | undefined;
  #index: TriggerIndex | undefined;
  #concerns: RuleBits = NO_RULES;
  #context: ParagraphContext | undefined;
  #answers: Answers = NOTHING;
  /** Rules for which the paragraph is a candidate of the report. */
  reporting: RuleBits = NO_RULES;
  /** Rules that are to look at the paragraph. */
  asked: RuleBits = NO_RULES;

  /** Finds out which rules of a plan the paragraph concerns, once. */
  prepare(plan: Plan, { source }: Report, { content, pieces }: Paragraph): void {
    if (this.#plan === plan) return;
    if (this.#index !== plan.index) {
      const [piece] = pieces;
      this.#concerns =
        piece !== undefined && pieces.length === 1
          ? plan.index.concernedBy(content, source.text, piece.start, piece.end)
          : plan.index.concernedBy(content, content.text, 0, content.text.length);
      this.#index = plan.index;
    }
    const concerned = inEither(this.#concerns, plan.unbound);
    this.reporting = inBoth(concerned, plan.triggered);
    this.asked = inBoth(concerned, plan.local);
    this.#context = undefined;
    this.#plan = plan;
  }

  /** What the paragraph rules of the plan say: remembered where they were asked under the same circumstances before. */
  ask(rules: readonly Rule[], { content }: Paragraph, context: ParagraphContext, timer: RuleTimer | undefined): Answers {
    if (this.#context !== undefined && sameContext(this.#context, context)) return this.#answers;
    const answers: Answer[] = [];
    forEachRule(this.asked, (at) => {
      const rule = rules[at];
      if (rule?.scope !== 'paragraph') return;
      try {
        const findings = timed(rule.id, timer, () => rule.check(content, context));
        if (findings.length > 0) answers.push(new Answer(at, findings));
      } catch (error) {
        answers.push(new Answer(at, [], { thrown: error }));
      }
    });
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
  let last: { readonly section: unknown; readonly context: ParagraphContext } | undefined;
  return ({ section }) => {
    if (last !== undefined && last.section === section) return last.context;
    const context = {
      year: report.year?.value,
      kinds: section?.kinds ?? NO_KINDS,
      agencyKind: report.agency?.kind ?? report.project.agency.kind,
      project: report.project,
    };
    last = { section, context };
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
