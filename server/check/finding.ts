import type { Fix, Fixability, LocalizedText, RelatedPlace, Severity } from '../rules/rule.js';
import type { Span } from '../text/span.js';

/** What every front end shows: one finding of one rule, in force under the configuration. */
export interface Finding {
  /** Rule id. */
  readonly rule: string;
  readonly severity: Severity;
  /** Half-open UTF-16 offsets into the untouched text; may be empty at the end of a text. */
  readonly span: Span;
  readonly message: LocalizedText;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** `safe` where one of the fixes is safe, else `choice` where there is any. */
  readonly fixable: Fixability;
}
