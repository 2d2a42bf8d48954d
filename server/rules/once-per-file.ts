import { localized } from './localized.js';
import type { Fix, LocalizedText, RuleFinding, Severity, SourceEdit } from './rule.js';
import type { Span } from '../text/span.js';

/** A repeated finding of style: one for the file, at its first place, the other places related. */
export interface OncePerFile {
  /** Every place, in order; none gives no finding. */
  readonly places: readonly Span[];
  /** With the number of places in it. */
  readonly message: LocalizedText;
  readonly severity?: Severity;
  /** What mends all the places together; left out where there is no fix. */
  readonly fix?: { readonly kind: Fix['kind']; readonly title: LocalizedText; readonly edits: readonly SourceEdit[] };
}

/** More places than this are counted in the message, not listed: a client shows each as a line of its own. */
export const MOST_RELATED = 50;

/** One finding for all places of a file (catalogue: "Repeated style findings are one finding per file"). */
export function oncePerFile({ places, message, severity, fix }: OncePerFile): RuleFinding[] {
  const [first, ...others] = places;
  if (first === undefined) return [];
  return [
    {
      span: first,
      message,
      ...(severity === undefined ? {} : { severity }),
      related: others.slice(0, MOST_RELATED).map((span) => ({ span, message: localized('同样的问题', 'The same here') })),
      fixes: fix === undefined || fix.edits.length === 0 ? [] : [fix],
    },
  ];
}
