import type { Fix, LocalizedText } from '../rules/rule.js';
import type { Span } from '../text/span.js';

/** What kind of mistake it is. */
export type ConfigurationProblemCode =
  | 'config-syntax'
  | 'config-unknown-key'
  | 'config-duplicate-key'
  | 'config-unknown-rule'
  | 'config-bad-value'
  | 'config-incomplete-ignore'
  | 'config-extends'
  | 'config-unreadable'
  | 'config-unmatched-ignore';

/** A mistake in a project file. All else that the file says stays in force. */
export interface ConfigurationProblem {
  readonly code: ConfigurationProblemCode;
  /** Address of the file that holds the mistake. */
  readonly file: string;
  /** Half-open UTF-16 offsets into the text of that file. */
  readonly span: Span;
  /** `error`: the value is not used. `warning`: it has no effect. `hint`: it is not needed any more. */
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: LocalizedText;
  readonly fixes: readonly Fix[];
}
