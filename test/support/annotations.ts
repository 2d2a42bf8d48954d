import { readFileSync } from 'node:fs';
import { parseReport } from '../../server/report/parse-report.js';
import { check } from '../../server/check/check.js';
import { ruleById } from '../../server/rules/index.js';
import { SourceText } from '../../server/text/source-text.js';

/** One row of an annotation table: a place of a report and what must, or must not, be said there. */
export interface Annotation {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 0, UTF-16. */
  readonly character: number;
  readonly rule: string;
  readonly severity: string;
  readonly fragment: string;
  /** For severity `none`: `silent: rule rule`. */
  readonly note: string;
}

/** A finding with its lines counted from 1, as tables count them. */
export interface PlacedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly endLine: number;
  readonly character: number;
  readonly endCharacter: number;
  /** Lines of its related places. */
  readonly relatedLines: readonly LineRange[];
}

/** Lines from 1, both ends included. */
interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** Rows of a tab-separated table with a header line. */
export function readAnnotations(file: string): Annotation[] {
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/u);
  return rows.map((row) => {
    const [name = '', line = '', character = '', rule = '', severity = '', fragment = '', note = ''] = row.split('\t');
    return { file: name, line: Number(line), character: Number(character), rule, severity, fragment, note };
  });
}

/** Every finding of a text, placed by line and character. */
export function placedFindings(text: string): PlacedFinding[] {
  const source = new SourceText(text);
  return check(parseReport(source)).map(({ rule, severity, span, related }) => {
    const start = source.positionAt(span.start);
    const end = source.positionAt(span.end);
    const relatedLines = related.map((place) => ({
      line: source.lineAt(place.span.start) + 1,
      endLine: source.lineAt(place.span.end) + 1,
    }));
    return {
      rule,
      severity,
      line: start.line + 1,
      endLine: end.line + 1,
      character: start.character,
      endCharacter: end.character,
      relatedLines,
    };
  });
}

/** Whether a row asks for a finding of a rule that exists by now. */
export function isExpected({ rule, severity }: Annotation): boolean {
  return severity !== 'none' && ruleById(rule) !== undefined;
}

/** Findings that answer a row: same rule and severity on its line; one finding for the file answers on the lines of its related places too. */
export function answers(findings: readonly PlacedFinding[], { rule, severity, line }: Annotation): PlacedFinding[] {
  const isOn = (range: LineRange): boolean => range.line <= line && line <= range.endLine;
  const mayRepeat = severity === 'hint' || severity === 'information';
  return findings.filter(
    (finding) =>
      finding.rule === rule && finding.severity === severity && (isOn(finding) || (mayRepeat && finding.relatedLines.some(isOn))),
  );
}

/** Findings that break a silent row: a rule that it names, on its fragment. */
export function breaches(findings: readonly PlacedFinding[], { line, character, fragment, note }: Annotation): PlacedFinding[] {
  const rules = new Set(note.replace(/^silent:?\s*/u, '').split(/[\s,;]+/u));
  const end = character + Math.max(fragment.length, 1);
  return findings.filter(
    (finding) =>
      rules.has(finding.rule) &&
      finding.line <= line &&
      line <= finding.endLine &&
      (finding.line < line || finding.character < end) &&
      (finding.endLine > line || finding.endCharacter > character),
  );
}
