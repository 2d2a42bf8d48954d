import type { Finding } from '../check/finding.js';
import type { Report } from '../report/report.js';
import type { Locale } from '../rules/rule.js';
import { isSignedAbove } from '../rules/sign-off-missing.js';
import { contains, type Span } from '../text/span.js';
import {
  type BuiltRow,
  cutMessage,
  described,
  gravest,
  insertionOf,
  linesOf,
  remedyOf,
  shortened,
  spoken,
  withRemedy,
} from './checklist-built.js';
import type { RowMark } from './checklist-row.js';
import { CHECKLIST_WORDS } from './checklist-words.js';
import { toRange } from './ranges.js';

/** What a row of the frame is about. */
interface FramePart {
  readonly id: string;
  readonly label: string;
  /** What the report has; undefined where it has nothing. */
  readonly value: string | undefined;
  /** Said where it has nothing and no finding says it better. */
  readonly absent: string;
  /** Said beside the value. */
  readonly remark?: string;
  readonly span: Span | undefined;
  /** Whether the caret in `span` stands in this part. */
  readonly followed: boolean;
  /** What is found wrong with it. */
  readonly findings: readonly Finding[];
  /** Rules whose fix brings in what is missing. */
  readonly insertedBy: string;
}

/** Title, year and agency: each as the report has it, or what is wrong with it. */
export function headRows(report: Report, findings: readonly Finding[], locale: Locale): readonly BuiltRow[] {
  const words = CHECKLIST_WORDS[locale];
  const { title, year, agency, source } = report;
  const of = (...rules: readonly string[]): readonly Finding[] => findings.filter(({ rule }) => rules.includes(rule));
  const inTitle = (rule: string): readonly Finding[] =>
    title === undefined ? [] : of(rule).filter(({ span }) => contains(title.span, span));
  const parts: readonly FramePart[] = [
    {
      id: 'title',
      label: words.title,
      value: title === undefined ? undefined : shortened(title.text),
      absent: words.noTitle,
      span: title?.span,
      followed: true,
      findings: of('title-missing', 'title-form', 'duplicate-title'),
      insertedBy: 'title-missing',
    },
    {
      id: 'year',
      label: words.year,
      value: year === undefined ? undefined : words.yearValue(year.value),
      absent: words.notNamed,
      remark: year === undefined ? '' : words.yearFrom[year.from],
      span: year?.span,
      followed: false,
      findings: [...of('title-year-missing'), ...inTitle('year-mismatch'), ...inTitle('partial-year')],
      insertedBy: 'title-year-missing',
    },
    {
      id: 'agency',
      label: words.agency,
      value: agency?.name,
      absent: words.notNamed,
      remark: agency === undefined ? '' : words.agencyFrom[agency.from],
      span: agency?.span,
      followed: false,
      findings: [],
      insertedBy: '',
    },
  ];
  return parts.map((part) => frameRow(source, part, locale));
}

/** Agency and date at the end: as the report has them, or what is wrong with them. */
export function signOffRow(report: Report, findings: readonly Finding[], locale: Locale): BuiltRow {
  const words = CHECKLIST_WORDS[locale];
  const { signOff, source } = report;
  const own = findings.filter(
    ({ rule, span }) => rule === 'sign-off-missing' || (rule === 'date-malformed' && signOff !== undefined && contains(signOff.span, span)),
  );
  const written = [signOff?.agency, signOff?.date?.span].flatMap((span) => (span === undefined ? [] : [source.slice(span).trim()]));
  const value = signOff === undefined ? (isSignedAbove(report) ? words.signedAbove : undefined) : shortened(written.join(' '));
  return frameRow(
    source,
    {
      id: 'sign-off',
      label: words.signOff,
      value,
      absent: words.noSignOff,
      span: signOff?.span,
      followed: true,
      findings: own,
      insertedBy: 'sign-off-missing',
    },
    locale,
  );
}

function frameRow(source: Report['source'], part: FramePart, locale: Locale): BuiltRow {
  const words = CHECKLIST_WORDS[locale];
  const { id, label, value, absent, remark, span, findings } = part;
  const finding = gravest(findings);
  // Without a finding nobody asks for what is not there.
  const mark: RowMark = finding?.severity ?? (value === undefined ? 'information' : 'good');
  const problem = finding === undefined ? undefined : cutMessage(finding.message[locale]).head;
  const remedy = finding === undefined ? undefined : finding.rule === part.insertedBy ? insertionOf(finding) : remedyOf(finding);
  const target = finding?.span ?? span;
  const state = value ?? problem ?? absent;
  const said = value === undefined ? undefined : problem;
  return withRemedy(
    {
      id,
      label,
      description: described(state, said, remark),
      tooltip: described(label, state, finding?.message[locale], remark),
      spoken: spoken(
        locale,
        label,
        state,
        finding?.message[locale] ?? (value === undefined ? undefined : words.good),
        remark,
        remedy && words.remedies[remedy.remedy],
      ),
      mark,
      ...(target === undefined ? {} : { range: toRange(source, target) }),
      ...(part.followed && span !== undefined ? { extents: [linesOf(source, span)] } : {}),
    },
    remedy,
  );
}
