import { openContext } from './check-context.js';
import { FileChecker } from './file-checker.js';
import type { FileOutcome } from './file-outcome.js';
import type { Answer, Errand, HelperStart } from './helper.js';
import type { Io, OutputStream } from './io.js';
import { makeReporter, styleFor } from './make-reporter.js';
import { milliseconds } from './clock.js';
import { textsFor } from './texts/texts.js';
import { Timing } from './timing.js';

/** An answer this long, in UTF-16 code units, is sent at once: large files must not pile up. */
const LONG_ANSWER = 1 << 18;

/**
 * What a thread of `--jobs` does: one errand after the other.
 *
 * @param answer takes what was found.
 * @returns takes an errand.
 */
export function helpWith(start: HelperStart, answer: (answer: Answer) => void): (errand: Errand) => void {
  const { options, stream } = start;
  const texts = textsFor(options.locale);
  const io = silentIo(start);
  const reporter = makeReporter(options, texts, styleFor(stream, options, texts, start.env), { write: () => {} }, start);
  const timing = options.timing ? new Timing(milliseconds) : undefined;
  const checker = new FileChecker(options, openContext(options, io, texts), reporter.render, timing);
  return ({ first, files }) => {
    let from = first;
    let outcomes: FileOutcome[] = [];
    let length = 0;
    for (const file of files) {
      const outcome = checker.check(file, file.path ?? '');
      outcomes.push(outcome);
      length += outcome.problem === undefined ? outcome.rendered.length : 0;
      if (length < LONG_ANSWER) continue;
      answer({ first: from, outcomes, spent: timing?.take() });
      from += outcomes.length;
      outcomes = [];
      length = 0;
    }
    if (outcomes.length > 0) answer({ first: from, outcomes, spent: timing?.take() });
  };
}

/** Whatever there is to say, the main thread says. */
function silentIo({ cwd, env }: HelperStart): Io {
  const nowhere: OutputStream = { write: () => {}, drained: () => Promise.resolve(), isTTY: false, columns: undefined, closed: false };
  return { stdout: nowhere, stderr: nowhere, readStdin: () => Promise.resolve(undefined), env, cwd, now: milliseconds };
}
