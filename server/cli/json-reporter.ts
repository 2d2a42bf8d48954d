import type { Locale } from '../rules/rule.js';
import type { TextSink } from './io.js';
import { jsonFile } from './json-file.js';
import { reasonOf } from './problem.js';
import type { Reporter } from './reporter.js';
import type { Texts } from './texts/texts.js';
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
    file(file) {
      sink.write(`${separator}    ${laidOut(jsonFile(file, locale), '    ')}`);
      separator = ',\n';
    },
    end(summary) {
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
        `${separator === '\n' ? '' : '\n  '}],\n  "skipped": ${laidOut(skipped, '  ')},\n  "configuration": ${laidOut(configuration, '  ')},\n  "summary": ${spaced(sums)}\n}\n`,
      );
    },
  };
}

/** JSON with the lists of objects, and the objects that hold them, spread over lines; the rest on one line. */
function laidOut(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0 || value.every((item) => typeof item !== 'object')) return JSON.stringify(value);
    return `[\n${value.map((item) => inner + laidOut(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null || !Object.values(value).some(isSpread)) return spaced(value);
  const members = Object.entries(value).map(([key, member]) => `${inner}${JSON.stringify(key)}: ${laidOut(member, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** Whether a member makes its object take several lines: a list of the report, or the report itself. */
function isSpread(member: unknown): boolean {
  if (Array.isArray(member)) return member.some((item) => typeof item === 'object');
  return typeof member === 'object' && member !== null && 'sections' in member;
}

/** JSON on one line, with a blank after the separators. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`)
    .join(', ')} }`;
}
