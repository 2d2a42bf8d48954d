import type { Locale } from '../../rules/rule.js';

/** What a client can do with an item, and in which language it wants it. */
export interface CompletionOptions {
  readonly locale: Locale;
  /** Whether tab stops are understood; plain text is sent where not. */
  readonly snippets: boolean;
  /** Whether `insertTextMode` is understood. */
  readonly insertTextMode: boolean;
  /** Whether `labelDetails` is understood. */
  readonly labelDetails: boolean;
  /** Whether the client asks only because 、 or 《 or （ was typed: then nothing is offered that was not looked for. */
  readonly uninvited?: boolean;
}
