import { NO_PROJECT, type Project } from '../report/project.js';
import type { Severity } from '../rules/rule.js';

/** What a user can set for a rule. */
export type RuleSetting = Severity | 'off';

/** The settings that a check runs under. Made of plain data; nothing in it is executed. */
export interface CheckConfiguration {
  /** Rule id to setting; a rule that is absent has its own severity. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** What the reports are parsed with; whoever parses for this configuration passes it to `parseReport`. */
  readonly project: Project;
}

/** Every rule at its own severity. */
export const DEFAULT_CONFIGURATION: CheckConfiguration = Object.freeze({ rules: new Map<string, RuleSetting>(), project: NO_PROJECT });
