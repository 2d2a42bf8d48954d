import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding.js';
import type { Report, Section } from '../report/report.js';
import type { Locale } from '../rules/rule.js';
import type { Span } from '../text/span.js';
import { toRange } from './ranges.js';
import { figuresBySection, findingsBySection } from './section-counts.js';
import { kindNames, sectionPresence } from './sections.js';

/** What the lenses of a report are made from. */
export interface CodeLensOptions {
  /** Address of the document, for commands. */
  readonly uri: string;
  readonly locale: Locale;
  /**
   * Commands of the client that lead to a place and to the figures of a place; each gets the address of the document and a
   * range. Absent where the client has none: a lens then only says what it says.
   */
  readonly commands: { readonly showPlace?: string; readonly showFigures?: string };
  /** The version of the report in which the findings stand, where the text was edited since. */
  readonly checked?: Report;
}

/**
 * Over the heading of each section that stands for a mandated kind: how long it is, how many figures it names, and how many
 * findings there are in it; over the first line which kinds are missing.
 */
export function codeLenses(report: Report, findings: readonly Finding[], options: CodeLensOptions): CodeLens[] {
  const { source } = report;
  const words = WORDS[options.locale];
  const lenses: CodeLens[] = [];
  const add = (place: Span, title: string, command: string | undefined, target: Span): void => {
    const { start } = toRange(source, place);
    lenses.push({ range: { start, end: start }, command: commandOf(title, command, options.uri, toRange(source, target)) });
  };
  const missing = missingNames(options.checked ?? report, options.locale);
  const top = report.title?.span ?? report.body;
  if (missing !== undefined && report.paragraphs.length > 0) add(top, missing, undefined, top);
  const figures = figuresBySection(report);
  const problems = problemsOf(report, findings, options.checked ?? report);
  for (const section of report.sections) {
    if (section.kinds.length === 0) continue;
    const { heading } = section;
    const count = figures.get(section) ?? 0;
    const size = [
      ...(section.kinds.length > 1 ? [kindNames(section.kinds, options.locale)] : []),
      words.characters(section.characters),
      words.figures(count),
    ];
    const found = problems(section);
    const problem = found.count === 0 ? [] : [words.problems(found.count)];
    const { showFigures, showPlace } = options.commands;
    if (showFigures === undefined && showPlace === undefined)
      add(heading.span, [...size, ...problem].join(SEPARATOR), undefined, heading.span);
    else {
      // One lens for each place to go to: an editor shows those of a line side by side.
      add(heading.span, size.join(SEPARATOR), count > 0 ? showFigures : undefined, section.span);
      for (const title of problem) add(heading.span, title, showPlace, found.first ?? heading.span);
    }
  }
  return lenses;
}

const SEPARATOR = ' · ';

function commandOf(title: string, command: string | undefined, uri: string, range: CodeLens['range']): Command {
  return command === undefined ? { title, command: '' } : { title, command, arguments: [uri, range] };
}

function missingNames(report: Report, locale: Locale): string | undefined {
  const presence = sectionPresence(report);
  const missing = presence.filter(({ state }) => state === 'missing').map(({ section }) => section.kind);
  if (missing.length === 0) return undefined;
  return missing.length === presence.length ? WORDS[locale].allMissing : WORDS[locale].missing(kindNames(missing, locale));
}

interface Problems {
  readonly count: number;
  /** Where the first is; absent where the text has moved on. */
  readonly first?: Span;
}

const NO_PROBLEMS: Problems = Object.freeze({ count: 0 });

/** The findings of a section; those of an earlier version belong to the section that had the same heading. */
function problemsOf(report: Report, findings: readonly Finding[], checked: Report): (section: Section) => Problems {
  const bySection = findingsBySection(checked, findings);
  if (checked === report) {
    return (section) => {
      const found = bySection.get(section) ?? [];
      const [first] = found;
      return first === undefined ? NO_PROBLEMS : { count: found.length, first: first.span };
    };
  }
  const byHeading = new Map(checked.sections.map((section) => [section.heading.text, bySection.get(section)?.length ?? 0]));
  return ({ heading }) => ({ count: byHeading.get(heading.text) ?? 0 });
}

const WORDS = {
  'zh-CN': {
    characters: (count: number) => `${count} 字`,
    figures: (count: number) => `${count} 个数据`,
    problems: (count: number) => `${count} 处问题`,
    missing: (names: string) => `缺：${names}`,
    allMissing: '规定的四项内容均缺',
  },
  en: {
    characters: (count: number) => (count === 1 ? '1 character' : `${count} characters`),
    figures: (count: number) => (count === 1 ? '1 figure' : `${count} figures`),
    problems: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
    missing: (names: string) => `Missing: ${names}`,
    allMissing: 'None of the four mandated parts',
  },
} as const;
