import { onOneLine } from '../text/on-one-line.js';
import type { Finding } from '../check/finding.js';
import type { AgencyKind, Report, Section, SectionKind } from '../report/report.js';
import type { Fixability, Locale, Severity } from '../rules/rule.js';
import type { SourceText, TextPosition } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import type { CheckedFile } from './check-file.js';
import type { EncodingName } from './encoding.js';

/** A range as in the Language Server Protocol. */
export interface JsonRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** A level-1 section in the JSON output. */
export interface JsonSection {
  readonly kinds: readonly SectionKind[];
  readonly heading: string;
  readonly line: number;
  readonly endLine: number;
  readonly characters: number;
  readonly figures: number;
}

/** A figure in the JSON output. */
export interface JsonFigure {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly text: string;
  readonly value: number;
  readonly approximate: boolean;
  readonly unit: string;
  readonly of: string;
  readonly section: SectionKind | null;
}

/** A finding in the JSON output. */
export interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: JsonRange;
  readonly fixable: Fixability;
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: JsonRange }[];
}

/** A checked file in the JSON output. */
export interface JsonFile {
  readonly file: string;
  readonly encoding: EncodingName;
  readonly eol: '\n' | '\r\n' | '\r';
  readonly report: {
    readonly isReport: boolean;
    readonly title: string | null;
    readonly year: number | null;
    readonly agency: string | null;
    readonly agencyKind: AgencyKind | null;
    readonly sections: readonly JsonSection[];
    readonly figures: readonly JsonFigure[];
  };
  readonly diagnostics: readonly JsonDiagnostic[];
}

/** What the JSON output says of a file. Lines and characters from 0, in UTF-16 code units of the decoded text. */
export function jsonFile(file: CheckedFile, locale: Locale): JsonFile {
  const { report } = file;
  const { source } = report;
  const { figures, perSection } = figuresOf(report);
  return {
    file: file.name,
    encoding: file.encoding.name,
    eol: source.lineEnd,
    report: {
      isReport: report.isReport,
      title: report.title?.text ?? null,
      year: report.year?.value ?? null,
      agency: report.agency?.name ?? null,
      agencyKind: report.agency?.kind ?? null,
      sections: report.sections.map((section) => ({
        kinds: section.kinds,
        heading: onOneLine(source.slice(section.heading.span)),
        line: section.heading.line,
        endLine: section.endLine,
        characters: section.characters,
        figures: perSection.get(section) ?? 0,
      })),
      figures,
    },
    diagnostics: file.findings.map((finding) => jsonDiagnostic(finding, source, file.name, locale)),
  };
}

function jsonDiagnostic(finding: Finding, source: SourceText, file: string, locale: Locale): JsonDiagnostic {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message[locale],
    range: rangeOf(finding.span, source),
    fixable: finding.fixable,
    related: finding.related.map((place) => ({ message: place.message[locale], file, range: rangeOf(place.span, source) })),
  };
}

function figuresOf(report: Report): { readonly figures: readonly JsonFigure[]; readonly perSection: ReadonlyMap<Section, number> } {
  const figures: JsonFigure[] = [];
  const perSection = new Map<Section, number>();
  const { source } = report;
  let line = 0;
  for (const paragraph of report.paragraphs) {
    const { section } = paragraph;
    if (section !== undefined) perSection.set(section, (perSection.get(section) ?? 0) + paragraph.figures.length);
    for (const figure of paragraph.figures) {
      const span = paragraph.toSource(figure.span);
      // Figures come in order, each a few lines further; one never begins inside a line end.
      if (span.start < source.startOfLine(line)) line = source.lineAt(span.start);
      while (line + 1 < source.lineCount && source.startOfLine(line + 1) <= span.start) line++;
      figures.push({
        line,
        character: span.start - source.startOfLine(line),
        length: span.end - span.start,
        text: figure.text,
        value: figure.value,
        approximate: figure.approximate,
        unit: figure.unit,
        of: figure.of,
        section: section?.kinds[0] ?? null,
      });
    }
  }
  return { figures, perSection };
}

function rangeOf(span: Span, source: SourceText): JsonRange {
  return { start: source.positionAt(span.start), end: source.positionAt(span.end) };
}
