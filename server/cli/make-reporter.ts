import { appendFileSync } from 'node:fs';
import type { CheckOptions } from './check-options.js';
import { coloursFor, wantsColours } from './colours.js';
import { githubReporter } from './github-reporter.js';
import type { Io, OutputStream, TextSink } from './io.js';
import { jsonReporter } from './json-reporter.js';
import type { Reporter } from './reporter.js';
import type { TextStyle } from './text-finding.js';
import { textReporter } from './text-reporter.js';
import type { Texts } from './texts/texts.js';

/** Findings of one file that the text format shows on a stream; in a file of `--output` all are. */
const SHOWN_PER_FILE = 100;

const DEFAULT_COLUMNS = 80;

/**
 * The reporter of the format that was asked for.
 *
 * @param sink undefined where nothing is to be reported.
 * @param world where the run takes place, for formats that tell others of its files.
 */
export function makeReporter(
  options: CheckOptions,
  texts: Texts,
  style: TextStyle,
  sink: TextSink | undefined,
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
): Reporter {
  const toFile = options.output !== undefined;
  if (sink === undefined) return { render: () => '', file: () => {}, end: () => {} };
  if (options.format === 'json') return jsonReporter(sink, texts, options.locale);
  const { quiet, locale } = options;
  const fullFrom = options.failOn === 'hint' ? 'hint' : 'information';
  if (options.format === 'github') return githubReporter(sink, texts, { locale, from: fullFrom, quiet, cwd, env, append: appendFileSync });
  return textReporter(sink, style, {
    fullFrom,
    quiet,
    perFile: toFile ? Number.POSITIVE_INFINITY : SHOWN_PER_FILE,
    toFile,
  });
}

/** How text is written on a stream; plainly, at the width of a page, where there is none. */
export function styleFor(
  stream: Pick<OutputStream, 'isTTY' | 'columns'> | undefined,
  { locale }: CheckOptions,
  texts: Texts,
  env: Io['env'],
): TextStyle {
  return {
    colours: coloursFor(stream !== undefined && wantsColours(stream.isTTY, env)),
    columns: stream?.columns ?? DEFAULT_COLUMNS,
    texts,
    locale,
  };
}
