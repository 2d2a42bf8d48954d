import { applyEdits } from '../../check/fix.js';
import type { Finding } from '../../check/finding.js';
import type { ListedDocument } from '../../knowledge/documents.js';
import type { ProjectDocument } from '../../report/project.js';
import type { Report } from '../../report/report.js';
import { foldTitledName, type NamedPeriod, periodAt } from '../../report/titled-names.js';
import { documentsNamed } from '../../rules/listed-documents.js';
import type { Span } from '../../text/span.js';
import { documentFacts, printedName } from '../document-facts.js';
import { holds, paragraphAt } from '../paragraph-at.js';
import { type HoverOptions, type HoverPart, lines, plain, strong } from './text.js';

/** The rule that knows misspelt names. */
const NAME_RULE = 'document-name';

/**
 * On a name in 《》: the document's full official name and what is known for sure of it. On a misspelt one: which document is
 * probably meant, as far as the rule on names knows.
 *
 * @param offset a place in the untouched text.
 * @param findings those of the report.
 */
export function documentPart(report: Report, offset: number, findings: readonly Finding[], options: HoverOptions): HoverPart | undefined {
  const paragraph = paragraphAt(report, offset);
  // The innermost of nested names opens last.
  const name = paragraph?.titledNames.findLast(({ span }) => holds(paragraph.toSource(span), offset));
  if (paragraph === undefined || name === undefined) return undefined;
  const span = paragraph.toSource(name.span);
  const { text } = paragraph;
  const period = foldTitledName(text, name.inner).period ?? periodAt(text, name.span.end);
  const documents = documentsOf(report, text.slice(name.inner.start, name.inner.end), period);
  if (documents.length > 0) return { span, paragraphs: documents.flatMap((document) => described(document, options)) };
  const meant = meantDocuments(report, span, findings);
  if (meant.length === 0) return undefined;
  const guess = WORDS[options.locale].meant(meant.map((document) => `《${plain(printedName(document), options)}》`));
  return { span, paragraphs: [guess, ...meant.flatMap((document) => factLines(document, options))] };
}

/** Documents of a name; where a period is written, only editions of that period, unless there is none. */
function documentsOf(report: Report, written: string, period: NamedPeriod | undefined): readonly (ListedDocument | ProjectDocument)[] {
  const { core } = foldTitledName(written, { start: 0, end: written.length });
  if (core === '') return [];
  const own = report.project.terms.documents.filter(({ name }) => foldTitledName(name, { start: 0, end: name.length }).core === core);
  const known = own.length > 0 ? own : documentsNamed(core);
  if (period === undefined) return known;
  const ofPeriod = known.filter((document) => isOfPeriod(document, period));
  // 法治政府建设实施纲要（2026—2030年） is none of the editions that are known; a place has plans of its own of the same name.
  return ofPeriod.length > 0 ? ofPeriod : known.filter((document) => document.period === undefined);
}

function isOfPeriod(document: ListedDocument | ProjectDocument, { values: [from, to] }: NamedPeriod): boolean {
  return document.period === `${from}—${to}年`;
}

function described(document: ListedDocument | ProjectDocument, options: HoverOptions): readonly string[] {
  return [strong(`《${printedName(document)}》`, options), ...factLines(document, options)];
}

function factLines(document: ListedDocument | ProjectDocument, options: HoverOptions): readonly string[] {
  const facts = documentFacts(document, options.locale);
  return facts.length === 0
    ? []
    : [
        lines(
          facts.map((fact) => plain(fact, options)),
          options,
        ),
      ];
}

/** What the fixes of a finding on the name make of it, as far as that is listed. */
function meantDocuments(report: Report, span: Span, findings: readonly Finding[]): readonly (ListedDocument | ProjectDocument)[] {
  const { source } = report;
  const finding = findings.find(({ rule, span: found }) => rule === NAME_RULE && found.start === span.start);
  const rightNames = (finding?.fixes ?? []).map(({ edits }) => {
    const inside = edits.map(({ span: { start, end }, newText }) => ({
      span: { start: start - span.start, end: end - span.start },
      newText,
    }));
    return applyEdits(source.slice(span), inside)
      .slice(1, -1)
      .replace(/[\r\n]/gu, '');
  });
  return [...new Set(rightNames.flatMap((name) => documentsOf(report, name, foldTitledName(name, { start: 0, end: name.length }).period)))];
}

const WORDS = {
  'zh-CN': { meant: (names: readonly string[]) => `可能是指${names.join('或')}，请核对。` },
  en: { meant: (names: readonly string[]) => `Perhaps ${names.join(' or ')} is meant; please check.` },
} as const;
