import type { Finding } from '../check/finding.js';
import type { Locale, Severity } from '../rules/rule.js';
import type { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import type { Colours } from './colours.js';
import { printable } from './display-width.js';
import { excerptOf } from './source-excerpt.js';
import type { Texts } from './texts/texts.js';

/** What the text format is written for. */
export interface TextStyle {
  readonly colours: Colours;
  /** Width in columns. */
  readonly columns: number;
  readonly texts: Texts;
  readonly locale: Locale;
}

/** Related places shown with a finding; the rest is counted. */
const RELATED_SHOWN = 5;

/**
 * A finding in full: severity, place, message and rule; the line with the place underlined; related places; how to mend it.
 *
 * @param label name of the file for people.
 * @returns lines with a line end each.
 */
export function fullFinding(finding: Finding, source: SourceText, label: string, style: TextStyle): string {
  const { colours, texts, locale } = style;
  const lineNumber = `${source.positionAt(finding.span.start).line + 1}`;
  const gutter = ' '.repeat(lineNumber.length + 2);
  const excerpt = excerptOf(source, finding.span, style.columns - gutter.length - 2);
  const paint = colours[finding.severity === 'hint' ? 'information' : finding.severity];
  const lines = [
    `${headLine(finding, source, label, style)}`,
    ` ${colours.dim(`${lineNumber} |`)} ${excerpt.text}`.trimEnd(),
    `${gutter}${colours.dim('|')} ${' '.repeat(excerpt.indent)}${paint('^'.repeat(excerpt.width))}`,
  ];
  const note = (text: string): void => {
    lines.push(`${gutter}${colours.dim('=')} ${text}`);
  };
  for (const place of finding.related.slice(0, RELATED_SHOWN)) {
    note(`${placeOf(place.span, source, label)} ${printable(place.message[locale])}`);
  }
  if (finding.related.length > RELATED_SHOWN) note(texts.moreRelated(finding.related.length - RELATED_SHOWN));
  if (finding.fixable === 'safe') {
    const fix = finding.fixes.find(({ kind }) => kind === 'safe');
    note(texts.safeFix(printable(fix?.title[locale] ?? '')));
  } else if (finding.fixable === 'choice') {
    note(texts.choiceFix(finding.fixes.map((fix) => printable(fix.title[locale]))));
  }
  return `${lines.join('\n')}\n`;
}

/** A finding on one line, dimmed: for what should not catch the eye. */
export function quietFinding(finding: Finding, source: SourceText, label: string, style: TextStyle): string {
  const { texts, locale, colours } = style;
  const mark = finding.fixable === 'safe' ? ` ${texts.safeFixMark()}` : '';
  const text = `${texts.severity(finding.severity)} ${placeOf(finding.span, source, label)} ${printable(finding.message[locale])} [${finding.rule}]${mark}`;
  return `${colours.dim(text)}\n`;
}

function headLine(finding: Finding, source: SourceText, label: string, style: TextStyle): string {
  const { colours, texts, locale } = style;
  const severity = paintSeverity(finding.severity, texts.severity(finding.severity), colours);
  return `${severity} ${placeOf(finding.span, source, label)} ${colours.strong(printable(finding.message[locale]))} ${colours.dim(`[${finding.rule}]`)}`;
}

/** A severity's word, or a count of it, in its colour. */
export function paintSeverity(severity: Severity, text: string, colours: Colours): string {
  const painted = colours[severity](text);
  return severity === 'error' ? colours.strong(painted) : painted;
}

function placeOf(span: Span, source: SourceText, label: string): string {
  const { line, character } = source.positionAt(span.start);
  return `${label}:${line + 1}:${character + 1}`;
}
