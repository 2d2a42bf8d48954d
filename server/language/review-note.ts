import type { Finding } from '../check/finding.js';
import { quoteOf } from '../check/quote.js';
import type { Report } from '../report/report.js';
import type { Locale, LocalizedText, Severity } from '../rules/rule.js';

/** What a note is made of. */
export interface NoteRequest {
  readonly report: Report;
  /** By position. */
  readonly findings: readonly Finding[];
  /** Address of the file, whose name the note begins with. */
  readonly uri: string;
  readonly locale: Locale;
  /** The name of a rule. */
  readonly ruleName: (id: string) => LocalizedText | undefined;
}

/** A note on a report, to be sent back to its writer. */
export interface ReviewNote {
  /** Plain text; lines end with `\n`. */
  readonly text: string;
  /** How many findings it speaks of. */
  readonly count: number;
}

/** Hints are for whoever sits before the editor; a writer is sent what should be changed. */
const TOLD: readonly Severity[] = Object.freeze(['error', 'warning', 'information']);

/** From so many findings of one rule on, the others are told by their lines only. */
const MOST_OF_A_RULE = 5;

/** Writes down the findings of a report, the grave ones first, each with its line, its words and what to do. */
export function reviewNote(request: NoteRequest): ReviewNote {
  const { report, findings, locale } = request;
  const words = WORDS[locale];
  const groups = TOLD.map((severity) => ({ severity, told: findings.filter((finding) => finding.severity === severity) })).filter(
    ({ told }) => told.length > 0,
  );
  const count = groups.reduce((sum, { told }) => sum + told.length, 0);
  const heading = words.title(fileName(request.uri), report.agency?.name);
  if (count === 0) return { text: `${heading}\n${words.none}\n`, count };
  const counts = words.counts(
    count,
    groups.map(({ severity, told }) => words.group(severity, told.length)),
  );
  const blocks = groups.map(({ severity, told }) => [words.group(severity, told.length), ...itemsOf(told, request)].join('\n'));
  return { text: `${[`${heading}\n${counts}`, ...blocks].join('\n\n')}\n`, count };
}

function itemsOf(findings: readonly Finding[], request: NoteRequest): string[] {
  const items: string[] = [];
  const further = new Map<string, number[]>();
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const count = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, count);
    if (count <= MOST_OF_A_RULE) {
      items.push(itemOf(finding, request));
    } else {
      const lines = further.get(finding.rule) ?? [];
      lines.push(request.report.source.lineAt(finding.span.start) + 1);
      further.set(finding.rule, lines);
    }
  }
  for (const [rule, lines] of further) {
    items.push(WORDS[request.locale].further(request.ruleName(rule)?.[request.locale] ?? rule, lines.length, [...new Set(lines)]));
  }
  return items.map((item, index) => `${index + 1}. ${item}`);
}

function itemOf(finding: Finding, { report: { source }, locale }: NoteRequest): string {
  const words = WORDS[locale];
  const quote = quoteOf(source, finding.span, []);
  return words.item(source.lineAt(finding.span.start) + 1, quote, withoutStop(finding.message[locale]), suggestionOf(finding)?.[locale]);
}

/** What a fix would do, where the message does not say it already. */
function suggestionOf({ message, fixes }: Finding): LocalizedText | undefined {
  const title = fixes[0]?.title;
  const proposed = title === undefined ? undefined : /“([^“”]+)”/u.exec(title['zh-CN'])?.[1];
  return proposed === undefined || message['zh-CN'].includes(proposed) ? undefined : title;
}

function withoutStop(message: string): string {
  return message.replace(/[。.]$/u, '');
}

/** The name of a file by its address, as it is read. */
function fileName(uri: string): string {
  const last = (uri.split(/[?#]/u, 1)[0] ?? '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

interface Words {
  readonly title: (file: string, agency: string | undefined) => string;
  readonly none: string;
  readonly counts: (count: number, groups: readonly string[]) => string;
  readonly group: (severity: Severity, count: number) => string;
  readonly item: (line: number, quote: string, message: string, suggestion: string | undefined) => string;
  readonly further: (rule: string, count: number, lines: readonly number[]) => string;
}

const NAMES: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  'zh-CN': { error: '错误', warning: '警告', information: '信息', hint: '提示' },
  en: { error: 'Errors', warning: 'Warnings', information: 'Notes', hint: 'Hints' },
};

const WORDS: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    title: (file, agency) => `审读意见：${file}${agency === undefined ? '' : `（${agency}）`}`,
    none: '没有发现需要修改的问题。',
    counts: (count, groups) => `共 ${count} 条：${groups.join('、')}`,
    group: (severity, count) => `${NAMES['zh-CN'][severity]} ${count} 条`,
    item: (line, quote, message, suggestion) =>
      `第${line}行${quote === '' ? '' : ` “${quote}”`}：${message}${suggestion === undefined ? '' : `（建议：${suggestion}）`}`,
    further: (rule, count, lines) => `${rule}：另有 ${count} 条，第${lines.join('、')}行`,
  },
  en: {
    title: (file, agency) => `Review: ${file}${agency === undefined ? '' : ` (${agency})`}`,
    none: 'Nothing was found that should be changed.',
    counts: (count, groups) => `${count} in all: ${groups.join(', ')}`,
    group: (severity, count) => `${NAMES.en[severity]}: ${count}`,
    item: (line, quote, message, suggestion) =>
      `Line ${line}${quote === '' ? '' : ` "${quote}"`}: ${message}${suggestion === undefined ? '' : ` (${suggestion})`}`,
    further: (rule, count, lines) => `${rule}: ${count} more, on line ${lines.join(', ')}`,
  },
};
