import type { Project } from '../report/project.js';
import type { AgencyKind, Paragraph, ParagraphContent, Report, SectionKind } from '../report/report.js';
import type { ExampleParts } from './example-report.js';
import type { CodeUnits } from '../text/code-units.js';
import type { Span } from '../text/span.js';

/** How sure and how grave a finding is; the words of the Language Server Protocol. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Severities from grave to slight. */
export const SEVERITIES: readonly Severity[] = Object.freeze(['error', 'warning', 'information', 'hint']);

/** Languages that the product speaks. */
export type Locale = 'zh-CN' | 'en';

/** One text in every language of the product. */
export interface LocalizedText {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** Groups of the catalogue, in its order. */
export type RuleGroup = 'structure' | 'headings' | 'years' | 'figures' | 'terms' | 'punctuation' | 'residue';

/** Whether the findings of a rule can be mended by themselves, after a choice, or not at all. */
export type Fixability = 'safe' | 'choice' | 'none';

/** Replaces one span of the untouched text. */
export interface SourceEdit {
  readonly span: Span;
  readonly newText: string;
}

/** One way to mend a finding. */
export interface Fix {
  /** `safe`: the meaning cannot change, applied by fix-all; `choice`: offered one by one. */
  readonly kind: 'safe' | 'choice';
  readonly title: LocalizedText;
  /** Non-overlapping, in order. */
  readonly edits: readonly SourceEdit[];
  /**
   * Where an editor puts the caret after the fix: a span of the text as it is after the edits.
   * Absent where the caret stays.
   */
  readonly select?: Span;
}

/** Another place that a finding speaks of. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: LocalizedText;
}

/** What a rule says of one place. */
export interface RuleFinding {
  readonly span: Span;
  readonly message: LocalizedText;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

/** What a paragraph rule may know beside its paragraph; all of it is part of the key under which findings are remembered. */
export interface ParagraphContext {
  /** Y, where the report names one. */
  readonly year: number | undefined;
  /** Kinds of the section that the paragraph stands in; empty outside and in unnamed sections. */
  readonly kinds: readonly SectionKind[];
  readonly agencyKind: AgencyKind | undefined;
  readonly project: Project;
}

/** One example: what it changes in the sound report of `example-report.ts`. Examples are run as tests and shown on the page. */
export interface RuleExample {
  readonly parts: ExampleParts;
  /** What to notice, for the page. */
  readonly note?: LocalizedText;
}

/** What all rules tell of themselves. */
export interface RuleDescription {
  /** The catalogue's id. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** True where the rule is silent unless switched on. */
  readonly offByDefault?: boolean;
  readonly fixable: Fixability;
  /** A name of a few words. */
  readonly name: LocalizedText;
  /** What it finds, one sentence. */
  readonly finds: LocalizedText;
  /** Why that matters, one sentence. */
  readonly why: LocalizedText;
  /** The regulation or standard that it rests on; only what is confirmed may be cited. */
  readonly basis?: LocalizedText;
  /**
   * What a paragraph must hold for the rule to find anything in it: one of these strings at least, as they are written
   * in the text. Absent where any paragraph may be wrong. Paragraphs without a trigger are never shown to the rule.
   */
  readonly triggers?: readonly string[];
  /**
   * What triggers cannot tell: whether a paragraph without any may be wrong all the same. Asked of every such paragraph, so it
   * must cost next to nothing; absent where only triggers count. Without `triggers` it has no meaning. `units` are those of the
   * paragraph's text, and others' once the answer is given.
   */
  readonly concernsWithoutTrigger?: (content: ParagraphContent, units: CodeUnits) => boolean;
  /**
   * A closer look at a paragraph that holds a trigger: false where the rule can find nothing in it all the same. Asked once
   * a paragraph, and remembered as long as role and text stay.
   */
  readonly concernsWithTrigger?: (paragraph: ParagraphContent) => boolean;
  /** Whether what a project says makes the rule look at every paragraph all the same: it adds words of its own. */
  readonly ignoresTriggers?: (project: Project) => boolean;
  /** Each `bad` one raises this rule and no other error or warning; each `good` one raises nothing of this rule and no error or warning. */
  readonly examples: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] };
}

/**
 * A rule that looks at the report as a whole.
 *
 * A rule with triggers is asked only where a paragraph holds one, and is given those paragraphs; one without is given all.
 */
export interface ReportRule extends RuleDescription {
  readonly scope: 'report';
  /** @param candidates paragraphs that hold a trigger, in order. */
  readonly check: (report: Report, candidates: readonly Paragraph[]) => readonly RuleFinding[];
}

/** A rule that looks at one logical paragraph by itself; spans of its findings are offsets into `paragraph.text`. */
export interface ParagraphRule extends RuleDescription {
  readonly scope: 'paragraph';
  readonly check: (paragraph: ParagraphContent, context: ParagraphContext) => readonly RuleFinding[];
}

/** A rule of the catalogue: a plain frozen object. */
export type Rule = ReportRule | ParagraphRule;
