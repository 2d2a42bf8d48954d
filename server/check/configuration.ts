import { NO_PROJECT, type Project } from '../report/project.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';

/** What a user can set for a rule. */
export type RuleSetting = Severity | 'off';

/** Everything that a rule can be set to. */
export const RULE_SETTINGS: readonly RuleSetting[] = Object.freeze([...SEVERITIES, 'off'] as const);

/** A finding that the user wants left out, anchored by a quote of the text, never by a line. */
export interface IgnoredFinding {
  /** Rule id. */
  readonly rule: string;
  /** Words of the text that hold the finding, or that it holds; blanks and line ends do not count. */
  readonly text: string;
  /** Why, for the next reader. */
  readonly reason?: string;
  /** The one file that it is meant for: path from the folder of the project file, with `/`. Absent for every file. */
  readonly file?: string;
}

/** The settings that a check runs under. Made of plain data; nothing in it is executed. */
export interface CheckConfiguration {
  /** Rule id to setting; a rule that is absent has its own severity. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** What the reports are parsed with; whoever parses for this configuration passes it to `parseReport`. */
  readonly project: Project;
  /** Findings to leave out; those meant for another file are not in it. */
  readonly ignore: readonly IgnoredFinding[];
}

/** Every rule at its own severity. */
export const DEFAULT_CONFIGURATION: CheckConfiguration = Object.freeze({
  rules: new Map<string, RuleSetting>(),
  project: NO_PROJECT,
  ignore: Object.freeze([]),
});
