import { type CheckResult, examine } from '../check/check.js';
import type { CheckConfiguration } from '../check/configuration.js';
import { fixAll } from '../check/fix.js';
import type { Project } from '../report/project.js';
import { parseReport } from '../report/parse-report.js';
import { looksLikeReport } from '../report/recognition.js';
import type { Report } from '../report/report.js';
import { ruleById } from '../rules/index.js';
import type { LocalizedText, RuleDescription } from '../rules/rule.js';
import type { SourceText } from '../text/source-text.js';

/** What the server needs of the lower floors; tests put others in their place. */
export interface Engine {
  /** Whether a text may be a report, from its beginning alone: cheap enough for any file. */
  readonly looksLikeReport: (text: string) => boolean;
  /** Reads a text as a report; what it shares with `previous`, its earlier version, is not read again. */
  readonly parse: (source: SourceText, project: Project, previous?: Report) => Report;
  readonly examine: (report: Report, configuration: CheckConfiguration) => CheckResult;
  /** The text after all safe fixes, of one rule or of all. */
  readonly fixAll: (text: string, configuration: CheckConfiguration, only?: { readonly rule: string }) => string;
  /** The name of a rule; undefined where there is none of that id. */
  readonly ruleName: (id: string) => LocalizedText | undefined;
  /** Why there is a rule, and on what it rests; undefined where there is none of that id. */
  readonly ruleReason: (id: string) => Pick<RuleDescription, 'name' | 'why' | 'basis'> | undefined;
}

/** The real engine. */
export const ENGINE: Engine = Object.freeze({
  looksLikeReport,
  parse: parseReport,
  examine,
  fixAll: (text: string, configuration: CheckConfiguration, only?: { readonly rule: string }) => fixAll(text, configuration, only).text,
  ruleName: (id: string) => ruleById(id)?.name,
  ruleReason: ruleById,
});
