import type { Locale } from '../rules/rule.js';
import type { TextSink } from './io.js';
import { jsonFile } from './json-file.js';
import { laidOut, laidOutFile, spaced } from './json-layout.js';
import { reasonOf } from './problem.js';
import type { Reporter } from './reporter.js';
import type { Texts } from './texts/texts.js';
import { slowestFirst, type TimeSpent } from './timing.js';
import { TOOL_NAME, VERSION } from './version.js';

/**
 * The JSON format, streamed: a file is written as soon as it is checked and then forgotten.
 * Documented by `schemas/check-output.schema.json`. One line a file, section, figure and finding, for people and line tools.
 */
export function jsonReporter(sink: TextSink, texts: Texts, locale: Locale): Reporter {
  const tool = { name: TOOL_NAME, version: VERSION };
  let separator = '\n';
  sink.write(`{\n  "version": 1,\n  "tool": ${spaced(tool)},\n  "files": [`);
  return {
    render: (file) => `    ${laidOutFile(jsonFile(file, locale))}`,
    file(rendered) {
      sink.write(separator + rendered);
      separator = ',\n';
    },
    end(summary, spent) {
      const skipped = summary.skipped.map(({ name, problem }) => ({
        file: name,
        reason: reasonOf(problem),
        message: texts.problem(problem),
      }));
      const configuration = summary.configuration.map(({ label: _, ...problem }) => problem);
      const { counts } = summary;
      const sums = {
        files: summary.files,
        error: counts.error,
        warning: counts.warning,
        information: counts.information,
        hint: counts.hint,
        fixable: summary.fixable,
        ...(summary.inBaseline === undefined ? {} : { inBaseline: summary.inBaseline }),
        milliseconds: summary.milliseconds,
      };
      sink.write(
        `${separator === '\n' ? '' : '\n  '}],\n  "skipped": ${laidOut(skipped, '  ')},\n  "configuration": ${laidOut(configuration, '  ')},\n  "summary": ${spaced(sums)}${spent === undefined ? '' : `,\n  "timing": ${laidOut(timingOf(spent), '  ')}`}\n}\n`,
      );
    },
  };
}

function timingOf(spent: TimeSpent): object {
  const { reading, parsing, checking, writing } = spent.stages;
  return {
    reading: rounded(reading),
    parsing: rounded(parsing),
    checking: rounded(checking),
    writing: rounded(writing),
    rules: slowestFirst(spent).map(([rule, milliseconds]) => ({ rule, milliseconds: rounded(milliseconds) })),
  };
}

/** Milliseconds to the thousandth. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
