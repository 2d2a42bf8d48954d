import type { Finding } from '../check/finding.js';
import type { Heading, Report, Section, SectionKind } from '../report/report.js';
import type { Locale, Severity } from '../rules/rule.js';
import { isMissing, mentionInText } from '../rules/missing-section.js';
import { isEmptySection, sectionsOfKind } from '../rules/section-facts.js';
import { insertSectionFix } from '../rules/section-insertion.js';
import type { Span } from '../text/span.js';
import { type BuiltRow, described, gravest, linesOf, type Remedy, remedyOf, spoken, withRemedy } from './checklist-built.js';
import type { LineSpan, RowMark } from './checklist-row.js';
import { CHECKLIST_WORDS } from './checklist-words.js';
import { toRange } from './ranges.js';
import { figuresBySection, findingsBySection } from './section-counts.js';
import { kindNames, type SectionPresence, sectionPresence } from './sections.js';

/** What is wrong with a section that is there, and how bad that is. */
interface Flaw {
  readonly text: string;
  readonly mark: RowMark;
  readonly remedy?: Remedy | undefined;
}

/** What there is in the sections of a report. */
interface SectionContents {
  readonly figures: ReadonlyMap<Section, number>;
  readonly findings: ReadonlyMap<Section, readonly Finding[]>;
}

/** The four mandated sections, in the regulation's order: what there is of each, and what is missing. */
export function sectionRows(report: Report, findings: readonly Finding[], locale: Locale): readonly BuiltRow[] {
  const contents = { figures: figuresBySection(report), findings: findingsBySection(report, findings) };
  return sectionPresence(report).map((presence) => {
    const sections = sectionsOfKind(report, presence.section.kind);
    return sections.length > 0
      ? presentRow(report, presence, sections, contents, findings, locale)
      : absentRow(report, presence, findings, locale);
  });
}

function presentRow(
  report: Report,
  { section: { kind, name }, heading }: SectionPresence,
  sections: readonly Section[],
  contents: SectionContents,
  findings: readonly Finding[],
  locale: Locale,
): BuiltRow {
  const words = CHECKLIST_WORDS[locale];
  const { source } = report;
  const total = (of: (section: Section) => number): number => sections.reduce((sum, section) => sum + of(section), 0);
  const inSections = sections.flatMap((section) => contents.findings.get(section) ?? []);
  const found = inSections.length;
  const flaw = flawOf(report, kind, sections, inSections, findings, locale);
  const topics = sections.length > 1 && sections.some(({ themed }) => themed) ? words.themed(sections.length) : undefined;
  const size = [words.characters(total(({ characters }) => characters)), words.figures(total((one) => contents.figures.get(one) ?? 0))];
  const parts = [flaw?.text, topics, ...size, found === 0 ? undefined : words.findings(found)];
  const line = words.line((heading?.line ?? 0) + 1);
  return withRemedy(
    {
      id: idOf(kind),
      label: name[locale],
      description: described(...parts),
      tooltip: described(name[locale], line, ...parts),
      spoken: spoken(
        locale,
        name[locale],
        flaw === undefined ? words.good : undefined,
        line,
        ...parts,
        found === 0 ? words.noFindings : '',
      ),
      mark: flaw?.mark ?? 'good',
      ...(heading === undefined ? {} : { range: toRange(source, heading.span) }),
      extents: sections.map(({ heading: { line: first }, endLine }) => ({ first, last: Math.max(first, endLine) })),
    },
    flaw?.remedy,
  );
}

/** What is wrong with the sections of a kind as sections; what is wrong in their text is counted elsewhere. */
function flawOf(
  report: Report,
  kind: SectionKind,
  sections: readonly Section[],
  inSections: readonly Finding[],
  findings: readonly Finding[],
  locale: Locale,
): Flaw | undefined {
  const words = CHECKLIST_WORDS[locale];
  const severityOf = (rule: string): Severity | undefined => gravest(inSections.filter((finding) => finding.rule === rule))?.severity;
  if (sections.every((section) => isEmptySection(report, section))) {
    return { text: words.empty, mark: severityOf('empty-section') ?? 'information' };
  }
  const unfilled = inSections.filter(({ rule }) => rule === 'placeholder');
  if (unfilled.length > 0) return { text: words.unfilled(unfilled.length), mark: severityOf('placeholder') ?? 'information' };
  const thin = severityOf('thin-section');
  if (thin !== undefined) return { text: words.thin, mark: thin };
  const [first] = sections;
  if (first === undefined || sections.some(({ kinds }) => kinds.length === 1)) return undefined;
  const others = first.kinds.filter((other) => other !== kind);
  const merged = findings.find(({ rule, span }) => rule === 'merged-sections' && span.start === first.heading.span.start);
  return {
    text: words.merged(kindNames(others, locale)),
    mark: merged?.severity ?? 'information',
    remedy: merged === undefined ? undefined : remedyOf(merged),
  };
}

function absentRow(
  report: Report,
  { section: { kind, name }, heading }: SectionPresence,
  findings: readonly Finding[],
  locale: Locale,
): BuiltRow {
  const words = CHECKLIST_WORDS[locale];
  const { source } = report;
  const fix = isMissing(report, kind) ? insertSectionFix(report, kind) : undefined;
  const mention = heading === undefined ? mentionInText(report, kind) : undefined;
  const state =
    heading !== undefined
      ? words.embedded(heading.line + 1)
      : mention !== undefined
        ? words.mentioned(source.lineAt(mention.start) + 1)
        : words.missing;
  const place: Span | undefined = heading?.span ?? mention ?? fix?.edits[0]?.span;
  return withRemedy(
    {
      id: idOf(kind),
      label: name[locale],
      description: state,
      tooltip: described(name[locale], state, fix?.title[locale]),
      spoken: spoken(locale, name[locale], state, fix === undefined ? undefined : words.remedies.insert),
      mark: markOfAbsent(findings, fix === undefined ? 'embedded-section' : 'missing-section', mention === undefined),
      ...(place === undefined ? {} : { range: toRange(source, place) }),
      ...(heading === undefined ? {} : { extents: [linesOfHeading(report, heading)] }),
    },
    fix === undefined ? undefined : { remedy: 'insert', fix },
  );
}

/** As grave as the rule says: the user may have given it another severity, or have turned it off. */
function markOfAbsent(findings: readonly Finding[], rule: string, isNowhere: boolean): RowMark {
  const severities = findings.filter((finding) => finding.rule === rule).map(({ severity }) => severity);
  const usual: Severity = isNowhere ? 'error' : 'warning';
  return severities.includes(usual) ? usual : (severities[0] ?? 'information');
}

function linesOfHeading({ source }: Report, { span, content, line }: Heading): LineSpan {
  const text = source.slice(content).trimEnd();
  return { first: line, last: linesOf(source, { start: span.start, end: Math.max(span.end, content.start + text.length) }).last };
}

function idOf(kind: SectionKind): string {
  return `section:${kind}`;
}
