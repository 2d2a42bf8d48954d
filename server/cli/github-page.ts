import type { Finding } from '../check/finding.js';
import { type Locale, SEVERITIES } from '../rules/rule.js';
import type { SourceText } from '../text/source-text.js';
import type { CheckedFile } from './check-file.js';
import { printable } from './display-width.js';
import { reasonOf, SKIP_REASONS } from './problem.js';
import { countsOf, type Summary } from './summary.js';
import type { Texts } from './texts/texts.js';

/** What a run gathers for the page of its step. */
export interface StepPage {
  /** A line a file, by `countRow`. */
  readonly rows: string[];
  /** Lines a file with findings, by `findingItem`. */
  readonly items: string[];
}

/** Room for the table and for the list each, in bytes: the service takes a mebibyte of a step and throws away the whole of more. */
const PART_BYTES = 450_000;

/** Annotations of each level that the service shows of a step. */
const ANNOTATIONS_SHOWN = 10;

/** Files that were not checked and are named one by one for each reason. */
const NAMED_PER_REASON = 20;

/** A file's line in the table, with line end. @param label name of the file for people. */
export function countRow(file: CheckedFile, label: string): string {
  const counts = countsOf(file);
  const { agency, year } = file.report;
  const facts = [code(label), markdown(printable(agency?.name ?? '')), `${year?.value ?? ''}`];
  const cells = [...facts, ...SEVERITIES.map((severity) => `${counts[severity]}`)];
  return `| ${cells.join(' | ')} |\n`;
}

/** A finding's line in the list, with line end. @param label name of the file for people. */
export function findingItem(finding: Finding, source: SourceText, label: string, texts: Texts, locale: Locale): string {
  const { line, character } = source.positionAt(finding.span.start);
  const place = code(`${label}:${line + 1}:${character + 1}`);
  return `- ${place} ${texts.severity(finding.severity)} ${markdown(printable(finding.message[locale]))} \`${finding.rule}\`\n`;
}

/** The page of a step in GitHub's Markdown: sums, a table of all files, every error and warning, what was not checked. */
export function stepPage({ rows, items }: StepPage, summary: Summary, texts: Texts): string {
  const words = texts.github;
  const { counts, configuration } = summary;
  const parts = [`## ${words.title()}\n`, `${markdown(texts.summary(summary, (_, text) => text))}\n`];
  if (configuration.length > 0) {
    parts.push(configuration.map((problem) => `- ${markdown(printable(texts.configProblem(problem)))}\n`).join(''));
  }
  if (rows.length > 0) {
    const head = [words.columns.file, words.columns.agency, words.columns.year, ...SEVERITIES.map(texts.severity)];
    parts.push(`| ${head.join(' | ')} |\n| ${head.map((_, at) => (at < 2 ? '---' : '---:')).join(' | ')} |\n${within(rows, '')}`);
    if (!fits(rows)) parts.push(`${words.cut()}\n`);
  }
  if (items.length > 0) {
    const list = within(items, `- ${words.cut()}\n`);
    parts.push(`<details><summary>${words.all(counts.error + counts.warning)}</summary>\n\n${list}\n</details>\n`);
  }
  if (SEVERITIES.some((severity) => counts[severity] > ANNOTATIONS_SHOWN)) parts.push(`${words.limit()}\n`);
  return [...parts, ...skippedParts(summary, texts), ''].join('\n');
}

function skippedParts({ skipped }: Summary, texts: Texts): string[] {
  return SKIP_REASONS.flatMap((reason) => {
    const files = skipped.filter(({ problem }) => reasonOf(problem) === reason);
    if (files.length === 0) return [];
    const named = files.slice(0, NAMED_PER_REASON).map(({ name }) => `- ${code(printable(name))}`);
    if (files.length > NAMED_PER_REASON) named.push(`- ${texts.moreFiles(files.length - NAMED_PER_REASON)}`);
    return [`${texts.skipped(reason, files.length)}\n\n${named.join('\n')}\n`];
  });
}

function fits(lines: readonly string[]): boolean {
  return within(lines, '').length === lines.join('').length;
}

/** As many lines as there is room for; the last one says where some are left out. */
function within(lines: readonly string[], instead: string): string {
  let room = PART_BYTES;
  const taken = lines.findIndex((line) => {
    room -= Buffer.byteLength(line);
    return room < 0;
  });
  return taken < 0 ? lines.join('') : lines.slice(0, taken).join('') + instead;
}

/** A text of one line with nothing in it that Markdown reads as markup. */
function markdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#&!]/gu, String.raw`\$&`);
}

/** A text of one line, as it stands, also inside a table. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 ? ' ' : '';
  return `${fence}${padding}${text.replaceAll('|', String.raw`\|`)}${padding}${fence}`;
}
