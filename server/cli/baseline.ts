import { isRecord } from '../text/is-record.js';
import type { Finding } from '../check/finding.js';
import type { SourceText } from '../text/source-text.js';
import { compact } from '../text/quotes.js';

/**
 * Findings that are known and not to be reported again. Anchored by content: the rule and the sentence in which the finding
 * stands, so that lines may move and other sentences change.
 */
export interface Baseline {
  /** Path of a file from the folder of the baseline, with `/`, to its findings. */
  readonly files: ReadonlyMap<string, readonly BaselineEntry[]>;
}

/** Findings of one rule in one sentence. */
export interface BaselineEntry {
  readonly rule: string;
  /** The sentence without blanks, cut where it is very long. */
  readonly text: string;
  /** How many there are. */
  readonly count: number;
}

/** Version of the format. */
const VERSION = 1;

/** Longest sentence that is kept, in UTF-16 code units. */
const LONGEST = 120;

/**
 * Reads a baseline.
 *
 * @returns undefined where the text is none.
 */
export function readBaseline(text: string): Baseline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value.version !== VERSION || !isRecord(value.files)) return undefined;
  const files = new Map<string, readonly BaselineEntry[]>();
  for (const [path, entries] of Object.entries(value.files)) {
    if (!Array.isArray(entries) || !entries.every(isEntry)) return undefined;
    files.set(path, entries);
  }
  return { files };
}

/** Writes a baseline, the same bytes for the same findings: files by path, findings by rule and sentence, one a line. */
export function writeBaseline({ files }: Baseline): string {
  const paths = [...files].filter(([, entries]) => entries.length > 0).sort(([a], [b]) => compare(a, b));
  const blocks = paths.map(([path, entries]) => {
    const lines = entries.map(({ rule, text, count }) => `      ${JSON.stringify({ rule, text, count })}`);
    return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`;
  });
  const body = blocks.length === 0 ? '{}' : `{\n${blocks.join(',\n')}\n  }`;
  return `{\n  "version": ${VERSION},\n  "files": ${body}\n}\n`;
}

/** What a file's findings are in a baseline. */
export function entriesOf(findings: readonly Finding[], source: SourceText): readonly BaselineEntry[] {
  const counts = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const text = anchorOf(finding, source);
    const key = `${finding.rule}\n${text}`;
    counts.set(key, { rule: finding.rule, text, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => compare(a.rule, b.rule) || compare(a.text, b.text));
}

/** The findings that are not among a baseline's; of those that look alike the first ones are taken as known. */
export function notInBaseline(findings: readonly Finding[], source: SourceText, known: readonly BaselineEntry[]): readonly Finding[] {
  const left = new Map(known.map(({ rule, text, count }) => [`${rule}\n${text}`, count]));
  return findings.filter((finding) => {
    const key = `${finding.rule}\n${anchorOf(finding, source)}`;
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

/** The sentence in which a finding begins, within its line. */
function anchorOf({ span }: Finding, source: SourceText): string {
  const line = source.lineSpan(source.lineAt(span.start));
  const before = source.text.slice(line.start, span.start);
  const start = line.start + Math.max(...['。', '；', '！', '？'].map((mark) => before.lastIndexOf(mark))) + 1;
  const after = source.text.slice(span.start, line.end);
  const length = after.search(/[。；！？]/u);
  return compact(source.text.slice(start, length < 0 ? line.end : span.start + length)).text.slice(0, LONGEST);
}

function isEntry(value: unknown): value is BaselineEntry {
  return isRecord(value) && typeof value.rule === 'string' && typeof value.text === 'string' && typeof value.count === 'number';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
