import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { DOCUMENTS, type ListedDocument } from '../../knowledge/documents.js';
import { foldForMatching } from '../../report/fold.js';
import type { ProjectDocument } from '../../report/project.js';
import { periodAt } from '../../report/titled-names.js';
import type { LocalizedText } from '../../rules/rule.js';
import { lazy } from '../../text/lazy.js';
import type { Span } from '../../text/span.js';
import { briefFacts, documentFacts, insideTitleMarks, printedName } from '../document-facts.js';
import { textItem } from './items.js';
import { matchName, type SearchableName, searchable } from './name-search.js';
import type { CompletionOptions } from './options.js';
import type { WritingPlace } from './place.js';

/** More are never looked through; with a character more typed the list is made anew. */
const MOST_ITEMS = 60;

/** What stands inside names but is not looked for. */
const MARKS = /[^\p{Letter}\p{Number}]/gu;

/** A name that is being written behind 《. */
interface OpenName {
  readonly typed: string;
  /** From behind the opening mark over an unfinished rest, the closing mark included where there is one. */
  readonly span: Span;
  readonly closing: string;
  /** A period in brackets follows the closing mark already. */
  readonly hasPeriodBehind: boolean;
}

/**
 * Behind 《: documents by their full official name, those of the project first. Found by a piece of a name, by pinyin and by
 * its first letters, and by wrong names that people write.
 *
 * @returns undefined where the caret is in no such name.
 */
export function documentCompletions(place: WritingPlace, options: CompletionOptions): CompletionItem[] | undefined {
  const open = openNameAt(place);
  if (open === undefined) return undefined;
  const wanted = foldForMatching(open.typed).replace(MARKS, '').toLowerCase();
  const own = place.report.project.terms.documents.map(candidateOf);
  return plausible([...own, ...listed()].flatMap((candidate) => offersOf(candidate, wanted)))
    .slice(0, MOST_ITEMS)
    .map((match, index) => documentItem(place, open, match, index, options));
}

/** A document and the names by which it is found. */
interface Candidate {
  readonly document: ListedDocument | ProjectDocument;
  readonly names: readonly SearchableName[];
  /** Names that are right as they stand, beside the full one. */
  readonly shortNames: ReadonlySet<string>;
}

/** A name to offer. */
interface Offer {
  readonly candidate: Candidate;
  /** What is inserted, without its period. */
  readonly name: string;
  readonly isShort: boolean;
  readonly rest: string;
  /** The smaller the better; where it is the same the order of the tables decides, in which plans come first. */
  readonly rank: number;
}

const listed: () => readonly Candidate[] = lazy(() => DOCUMENTS.map(candidateOf));

function candidateOf(document: ListedDocument | ProjectDocument): Candidate {
  const { name } = document;
  const { shortNames = [], mistaken = [] } = 'kind' in document ? document : {};
  // 国务院办公厅关于… is looked for by what it is about.
  const about = name.slice(Math.max(0, name.indexOf('关于')));
  const names = [...new Set([name, ...shortNames, about, ...mistaken])];
  return { document, names: names.map(searchable), shortNames: new Set(shortNames) };
}

/** Documents out of force come behind all others that answer as well, names typed to their last character in front of them. */
const REPEALED_LAST = 0.5;
const COMPLETE_FIRST = -0.5;

/** The document by its full name, and by the short name that was begun. */
function offersOf(candidate: Candidate, wanted: string): Offer[] {
  const { document, names, shortNames } = candidate;
  const penalty = isRepealed(document) ? REPEALED_LAST : 0;
  let best: Offer | undefined;
  let short: Offer | undefined;
  for (const searched of names) {
    const match = matchName(searched, wanted);
    if (match === undefined) continue;
    const rank = match.rank + penalty + (match.rank === 0 && match.rest.length <= 1 ? COMPLETE_FIRST : 0);
    if (best === undefined || rank < best.rank) best = { candidate, name: document.name, isShort: false, rest: match.rest, rank };
    if (wanted !== '' && match.rank === 0 && shortNames.has(searched.name)) {
      short ??= { candidate, name: searched.name, isShort: true, rest: match.rest, rank };
    }
  }
  if (best === undefined) return [];
  return short === undefined ? [best] : [best, short];
}

/** The best ones first. What only resembles what was typed is no help beside what holds it. */
function plausible(offers: readonly Offer[]): readonly Offer[] {
  const sorted = [...offers].sort((a, b) => a.rank - b.rank);
  const best = Math.ceil(sorted[0]?.rank ?? 0);
  const last = best <= HOLDS ? HOLDS : best;
  return sorted.filter(({ rank }) => rank <= last + REPEALED_LAST);
}

/** The last rank of names that hold what was typed, as it was typed. */
const HOLDS = 1;

function isRepealed(document: ListedDocument | ProjectDocument): boolean {
  return 'kind' in document && document.repealed !== undefined;
}

function documentItem(
  { report }: WritingPlace,
  open: OpenName,
  offer: Offer,
  index: number,
  { locale, labelDetails }: CompletionOptions,
): CompletionItem {
  const { document } = offer.candidate;
  const named = { ...document, name: offer.name };
  const printed = insideTitleMarks(open.hasPeriodBehind ? offer.name : printedName(named));
  const item = textItem(
    report.source,
    open.span,
    insideTitleMarks(printedName(named)),
    printed + open.closing,
    CompletionItemKind.Reference,
  );
  // Editors put a filter text that is typed to its end above all others, whatever the order.
  item.filterText = `${open.typed}${offer.rest}${open.closing}`;
  item.detail = offer.isShort ? SHORT_FOR[locale](document.name) : briefFacts(document, locale);
  if (labelDetails && document.number !== undefined) item.labelDetails = { description: document.number };
  item.documentation = documentFacts(document, locale).join('\n');
  item.sortText = String(index).padStart(3, '0');
  return item;
}

const SHORT_FOR: Readonly<Record<keyof LocalizedText, (name: string) => string>> = {
  'zh-CN': (name) => `《${name}》的简称`,
  en: (name) => `Short for 《${name}》`,
};

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['《', '》'],
  ['〈', '〉'],
]);
/** What was typed of a name: no mark that ends a clause, no other title mark. */
const OPEN_NAME = /([《〈])([^《》〈〉，。；：！？,;:!?]{0,60})$/u;
/** The rest of a name up to its closing mark. */
const REST = /^([^《》〈〉，。；：！？,;:!?]{0,60})([》〉])/u;

function openNameAt({ report, caret, before, after }: WritingPlace): OpenName | undefined {
  const found = OPEN_NAME.exec(before);
  const closing = CLOSING.get(found?.[1] ?? '');
  if (found === null || closing === undefined) return undefined;
  const typed = found[2] ?? '';
  const rest = REST.exec(after);
  const isClosed = rest?.[2] === closing;
  const end = caret + (isClosed ? rest[0].length : 0);
  return {
    typed,
    span: { start: caret - typed.length, end },
    closing,
    hasPeriodBehind: isClosed && periodAt(report.source.text, end) !== undefined,
  };
}
