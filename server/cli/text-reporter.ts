import type { Severity } from '../rules/rule.js';
import type { CheckedFile } from './check-file.js';
import { printable } from './display-width.js';
import { STANDARD_INPUT } from './input-files.js';
import type { TextSink } from './io.js';
import type { Reporter } from './reporter.js';
import { countsOf, isAtLeast } from './summary.js';
import { fullFinding, paintSeverity, quietFinding, type TextStyle } from './text-finding.js';
import { summaryText } from './text-summary.js';
import { OWN_OUTPUT, VERSION } from './version.js';

/** What the text format shows beside the findings. */
export interface TextReporterOptions {
  /** The slightest severity shown in full; slighter findings take one dimmed line each. */
  readonly fullFrom: Severity;
  /** Nothing but findings: no headers, no summary. */
  readonly quiet: boolean;
  /** Findings shown of one file; the rest is counted, with the way to see them. */
  readonly perFile: number;
  /** Written to a file of `--output`: it says what it is, and names the files that could not be checked (also told on standard error). */
  readonly toFile: boolean;
}

/** The format for people. */
export function textReporter(sink: TextSink, style: TextStyle, options: TextReporterOptions): Reporter {
  if (options.toFile) sink.write(`${OWN_OUTPUT}${VERSION}\n\n`);
  return {
    render: (file) => (file.findings.length > 0 || file.fixed > 0 ? fileText(file, style, options) : ''),
    file(rendered) {
      if (rendered !== '') sink.write(rendered);
    },
    end(summary) {
      if (!options.quiet) sink.write(summaryText(summary, style, options.toFile));
    },
  };
}

/** Name of a file for people. */
export function labelOf(name: string, style: Pick<TextStyle, 'texts'>): string {
  return name === STANDARD_INPUT ? style.texts.standardInput() : printable(name);
}

function fileText(file: CheckedFile, style: TextStyle, options: TextReporterOptions): string {
  const { source } = file.report;
  const label = labelOf(file.name, style);
  const full: string[] = [];
  let slight = '';
  // In order of place; where not all fit, the grave ones stay.
  const shown = new Set(mostGrave(file, options.perFile));
  for (const finding of file.findings) {
    if (!shown.has(finding)) continue;
    if (isAtLeast(finding.severity, options.fullFrom)) full.push(fullFinding(finding, source, label, style));
    else slight += quietFinding(finding, source, label, style);
  }
  const left = file.findings.length - shown.size;
  const blocks = [...full, slight, left > 0 ? `${style.texts.findingsLeft(left)}\n` : ''].filter((block) => block !== '');
  const header = options.quiet ? [] : [headerOf(file, label, style)];
  return `${[...header, ...blocks].join('\n')}\n`;
}

function mostGrave(file: CheckedFile, limit: number): readonly CheckedFile['findings'][number][] {
  if (file.findings.length <= limit) return file.findings;
  return [...file.findings].sort((a, b) => (a.severity === b.severity ? 0 : isAtLeast(a.severity, b.severity) ? -1 : 1)).slice(0, limit);
}

function headerOf(file: CheckedFile, label: string, style: TextStyle): string {
  const { colours, texts } = style;
  const { report } = file;
  const counts = countsOf(file);
  const facts = [
    report.agency === undefined ? '' : printable(report.agency.name),
    report.year === undefined ? '' : texts.year(report.year.value),
    file.encoding.name === 'utf-8' ? '' : file.encoding.name,
  ].filter((fact) => fact !== '');
  const sums = texts.counts(counts, (severity, text) => paintSeverity(severity, text, colours));
  const fixed = file.fixed > 0 ? colours.added(texts.fixedInFile(file.fixed)) : '';
  return `${[colours.strong(label), facts.join(' '), sums, fixed].filter((part) => part !== '').join('  ')}\n`;
}
