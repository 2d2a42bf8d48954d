import type { Paragraph } from '../report/report.js';
import type { PairDefect, PairKind } from './pair-marks.js';

/** A paragraph with the marks that have no other side in it. */
interface DefectiveParagraph {
  readonly paragraph: Paragraph;
  readonly defects: readonly PairDefect[];
}

/** How many paragraphs one quotation or bracket may span. */
const MOST_PARAGRAPHS = 12;
/** How long the rest of a sentence cut by a line end may be. */
const LONGEST_REST = 120;

/**
 * The marks that pair with one in another paragraph: a bracket or quotation round several paragraphs, a quotation of which
 * each paragraph opens anew and only the last closes, a sentence cut where lines could not be joined.
 *
 * @param paragraphs all of a report, in order.
 * @param defective those with marks that have no other side in them, in the same order.
 */
export function pairedAcross(
  paragraphs: readonly Paragraph[],
  defective: ReadonlyMap<Paragraph, readonly PairDefect[]>,
): ReadonlySet<PairDefect> {
  const paired = new Set<PairDefect>();
  let index = -1;
  for (const [paragraph, defects] of defective) {
    index = paragraphs.indexOf(paragraph, index + 1);
    for (const opener of defects) {
      if (opener.form !== 'unclosed' || paired.has(opener)) continue;
      const following = paragraphs
        .slice(index + 1, index + 1 + MOST_PARAGRAPHS)
        .map((next) => ({ paragraph: next, defects: defective.get(next) ?? NO_DEFECTS }));
      for (const defect of partnersOf(opener, paragraph, following)) paired.add(defect);
    }
  }
  return paired;
}

const NO_DEFECTS: readonly PairDefect[] = Object.freeze([]);

/** The opener and whatever pairs with it; nothing where it stands alone. */
function partnersOf(opener: PairDefect, paragraph: Paragraph, following: readonly DefectiveParagraph[]): PairDefect[] {
  const [next] = following;
  if (next === undefined) return [];
  const cut = next.defects.find(({ form, mark }) => form === 'unopened' && mark.kind === opener.mark.kind);
  if (cut !== undefined && isCutSentence(paragraph, opener, next.paragraph, cut)) return [opener, cut];
  if (isReopened(paragraph.text, opener, next)) return [opener];
  if (!startsQuotation(paragraph.text, opener)) return [];
  return roundParagraphs(opener, following);
}

function isCutSentence(paragraph: Paragraph, opener: PairDefect, next: Paragraph, closer: PairDefect): boolean {
  if (next.heading !== paragraph.heading && next.role === 'heading') return false;
  const rest = paragraph.text.slice(opener.mark.at);
  const isUnfinished = !/[。！？；]/u.test(rest.slice(0, LONGEST_REST)) && rest.length <= LONGEST_REST;
  return isUnfinished && closer.mark.at <= LONGEST_REST && !/[。！？；]/u.test(next.text.slice(0, closer.mark.at));
}

/** A quotation of whole sentences that runs to the end of its paragraph; the next opens it anew and closes it behind a sentence. */
function isReopened(text: string, { mark }: PairDefect, next: DefectiveParagraph): boolean {
  if (mark.kind !== 'double-quote' || !next.paragraph.text.startsWith('“') || next.defects.length > 0) return false;
  const close = next.paragraph.text.indexOf('”');
  return /[。！？]$/u.test(text.slice(-1)) && /[。！？]/u.test(next.paragraph.text.charAt(close - 1));
}

/** At the beginning of its paragraph, or behind a colon. */
function startsQuotation(text: string, { mark }: PairDefect): boolean {
  return mark.at === 0 || /[：:][ \u3000]?$/u.test(text.slice(Math.max(0, mark.at - 2), mark.at));
}

/** Up to the paragraph that ends with the closing mark; those between may open again. */
function roundParagraphs(opener: PairDefect, following: readonly DefectiveParagraph[]): PairDefect[] {
  const found = [opener];
  for (const { paragraph, defects } of following) {
    const own = defects.filter(({ mark }) => mark.kind === opener.mark.kind);
    const closer = own.find(({ form, mark }) => form === 'unopened' && endsQuotation(paragraph.text, mark.at));
    if (closer !== undefined) return [...found, closer];
    const reopened = own.find(({ form, mark }) => form === 'unclosed' && mark.at === 0);
    if (reopened !== undefined) found.push(reopened);
    else if (isWholeQuotation(paragraph.text, opener.mark.kind) && own.length === 0) return found;
  }
  return [];
}

/** Behind the end of a sentence, or at either end of its paragraph. */
function endsQuotation(text: string, at: number): boolean {
  return at === 0 || '。！？；'.includes(text.charAt(at - 1)) || /^.[。；，！）)]?$/u.test(text.slice(at));
}

/** The last paragraph of a quotation that opens anew in each. */
function isWholeQuotation(text: string, kind: PairKind): boolean {
  return kind === 'double-quote' && text.startsWith('“') && /”[。；！]?$/u.test(text.slice(-2)) && !text.slice(1, -2).includes('“');
}
