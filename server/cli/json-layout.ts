import type { JsonDiagnostic, JsonFigure, JsonFile, JsonRange, JsonSection } from './json-file.js';

/** JSON with the lists of objects, and the objects that hold them, spread over lines; the rest on one line. */
export function laidOut(value: unknown, indent: string): string {
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
export function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`)
    .join(', ')} }`;
}

/** As `laidOut` lays a checked file out in the list of files, put together member by member: most of an output is this. */
export function laidOutFile({ file, encoding, eol, report, diagnostics }: JsonFile): string {
  const { isReport, title, year, agency, agencyKind, sections, figures } = report;
  if (sections.length === 0 && figures.length === 0) return laidOut({ file, encoding, eol, report, diagnostics }, '    ');
  return `{
      "file": ${quoted(file)},
      "encoding": ${quoted(encoding)},
      "eol": ${quoted(eol)},
      "report": {
        "isReport": ${isReport},
        "title": ${quoted(title)},
        "year": ${year},
        "agency": ${quoted(agency)},
        "agencyKind": ${quoted(agencyKind)},
        "sections": ${list(sections, sectionText, '        ')},
        "figures": ${list(figures, figureText, '        ')}
      },
      "diagnostics": ${list(diagnostics, diagnosticText, '      ')}
    }`;
}

function sectionText({ kinds, heading, line, endLine, characters, figures }: JsonSection): string {
  return `{ "kinds": ${spaced(kinds)}, "heading": ${quoted(heading)}, "line": ${line}, "endLine": ${endLine}, "characters": ${characters}, "figures": ${figures} }`;
}

function figureText({ line, character, length, text, value, approximate, unit, of, section }: JsonFigure): string {
  return `{ "line": ${line}, "character": ${character}, "length": ${length}, "text": ${quoted(text)}, "value": ${JSON.stringify(value)}, "approximate": ${approximate}, "unit": ${quoted(unit)}, "of": ${quoted(of)}, "section": ${quoted(section)} }`;
}

function diagnosticText({ rule, severity, message, range, fixable, related }: JsonDiagnostic): string {
  if (related.length > 0) {
    return `{
          "rule": "${rule}",
          "severity": "${severity}",
          "message": ${quoted(message)},
          "range": ${rangeText(range)},
          "fixable": "${fixable}",
          "related": ${list(related, relatedText, '          ')}
        }`;
  }
  return `{ "rule": "${rule}", "severity": "${severity}", "message": ${quoted(message)}, "range": ${rangeText(range)}, "fixable": "${fixable}", "related": [] }`;
}

function relatedText({ message, file, range }: JsonDiagnostic['related'][number]): string {
  return `{ "message": ${quoted(message)}, "file": ${quoted(file)}, "range": ${rangeText(range)} }`;
}

function rangeText({ start, end }: JsonRange): string {
  return `{ "start": { "line": ${start.line}, "character": ${start.character} }, "end": { "line": ${end.line}, "character": ${end.character} } }`;
}

function quoted(text: string | null): string {
  return JSON.stringify(text);
}

function list<T>(items: readonly T[], textOf: (item: T) => string, indent: string): string {
  if (items.length === 0) return '[]';
  let text = '[';
  let separator = '\n';
  for (const item of items) {
    text += `${separator}${indent}  ${textOf(item)}`;
    separator = ',\n';
  }
  return `${text}\n${indent}]`;
}
