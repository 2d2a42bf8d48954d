import type { Finding } from '../check/finding.js';
import type { Report, SectionKind } from '../report/report.js';
import type { Locale, Severity } from '../rules/rule.js';
import { type PresenceState, type SectionPresence, sectionPresence } from './sections.js';

/** What a status item shows of one document; `StatusParams` of the protocol without address and version. */
export interface ReportStatus {
  readonly state: 'checked' | 'not-a-report';
  readonly label: string;
  readonly detail: string;
  readonly sections: readonly {
    readonly kind: SectionKind;
    readonly name: string;
    readonly state: PresenceState;
    readonly line?: number;
  }[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/**
 * The status of a document that is checked: the four sections and the findings counted.
 *
 * @param checked the earlier version in which the findings stand, where the text was edited since; it decides which sections
 *   there are, so that they agree with the findings.
 */
export function checkedStatus(report: Report, findings: readonly Finding[], locale: Locale, checked: Report = report): ReportStatus {
  const presence = checked === report ? sectionPresence(report) : movedPresence(sectionPresence(checked), sectionPresence(report));
  const counts = countBySeverity(findings);
  return {
    state: 'checked',
    label: [sectionsLabel(presence, locale), ...countsLabel(counts, locale)].join(' · '),
    detail: presence.map((one) => sectionDetail(one, locale)).join('\n'),
    sections: presence.map(({ section, state, heading }) => ({
      kind: section.kind,
      name: section.name[locale],
      state,
      ...(heading === undefined ? {} : { line: heading.line }),
    })),
    counts,
  };
}

/** The status of a document that is left alone, with the reason and what to do about it. */
export function uncheckedStatus(locale: Locale): ReportStatus {
  return {
    state: 'not-a-report',
    label: WORDS[locale].unchecked,
    detail: WORDS[locale].whyUnchecked,
    sections: [],
    counts: { error: 0, warning: 0, information: 0, hint: 0 },
  };
}

/** Sections of an earlier version with the headings that they have now, where they still have any. */
function movedPresence(before: readonly SectionPresence[], now: readonly SectionPresence[]): readonly SectionPresence[] {
  return before.map((one, index) => (one.state === 'missing' ? one : { ...one, heading: now[index]?.heading ?? one.heading }));
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function sectionsLabel(presence: readonly SectionPresence[], locale: Locale): string {
  const words = WORDS[locale];
  const missing = presence.filter(({ state }) => state === 'missing');
  if (missing.length === presence.length) return words.allMissing;
  if (missing.length > 2) return words.manyMissing(missing.length);
  if (missing.length > 0) return words.missing(names(missing, locale));
  const embedded = presence.filter(({ state }) => state === 'embedded');
  return embedded.length > 0 ? words.embedded(names(embedded, locale)) : words.complete;
}

function countsLabel(counts: Readonly<Record<Severity, number>>, locale: Locale): readonly string[] {
  const words = WORDS[locale];
  const labels: string[] = [];
  if (counts.error > 0) labels.push(words.errors(counts.error));
  if (counts.warning > 0) labels.push(words.warnings(counts.warning));
  return labels;
}

function sectionDetail({ section, state, heading }: SectionPresence, locale: Locale): string {
  const words = WORDS[locale];
  const line = heading === undefined ? undefined : heading.line + 1;
  return `${section.name[locale]}${words.colon}${words.states[state](line ?? 0)}`;
}

function names(presence: readonly SectionPresence[], locale: Locale): string {
  return presence.map(({ section }) => section.name[locale]).join(locale === 'en' ? ', ' : '、');
}

const WORDS = {
  'zh-CN': {
    complete: '四项齐全',
    allMissing: '四项均缺',
    manyMissing: (count: number) => `缺 ${count} 项`,
    missing: (list: string) => `缺：${list}`,
    embedded: (list: string) => `未单列：${list}`,
    errors: (count: number) => `错误 ${count}`,
    warnings: (count: number) => `警告 ${count}`,
    colon: '：',
    states: {
      present: (line: number) => `第 ${line} 行`,
      merged: (line: number) => `第 ${line} 行（与其他内容合写）`,
      embedded: (line: number) => `第 ${line} 行（没有单列为一级标题）`,
      missing: (_line: number) => '缺少',
    },
    unchecked: '未检查',
    whyUnchecked:
      '这个文件没有检查：开头没有写明“法治政府建设”的报告标题，不像法治政府建设年度报告。要检查它，请补上标题，或者把语言模式改为“法治报告”。',
  },
  en: {
    complete: 'All four parts',
    allMissing: 'None of the four parts',
    manyMissing: (count: number) => `${count} parts missing`,
    missing: (list: string) => `Missing: ${list}`,
    embedded: (list: string) => `Not a section of its own: ${list}`,
    errors: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
    warnings: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
    colon: ': ',
    states: {
      present: (line: number) => `line ${line}`,
      merged: (line: number) => `line ${line} (together with another part)`,
      embedded: (line: number) => `line ${line} (not a section of its own)`,
      missing: (_line: number) => 'missing',
    },
    unchecked: 'Not checked',
    whyUnchecked:
      'This file is not checked: no title at its beginning names it as a report on law-based government. To have it checked, add the title or set the language mode to 法治报告.',
  },
} as const;
