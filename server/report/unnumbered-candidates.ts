import { CLAUSE_END, COLON, COMMA } from './character-classes.js';
import { type HeadingCandidate, LONGEST_PLAIN_HEADING, LONGEST_UNNUMBERED, NONE } from './heading-candidates.js';
import { beginsWithOneOf, endsSentence, endsWithOneOf, isPromise } from './line-forms.js';
import type { Line } from './lines.js';
import type { Project } from './project.js';

/** Longest one with a comma in it: the regulation's own duties heading has 38 characters. */
const LONGEST_WITH_COMMA = 45;

/** Short lines without a number that stand alone between paragraphs. */
export function unnumberedCandidates(
  lines: readonly Line[],
  numbered: readonly HeadingCandidate[],
  year: number | undefined,
  wrapWidth: number | undefined,
  own: Project['headings'],
): HeadingCandidate[] {
  const taken = takenLines(lines, numbered);
  const candidates: HeadingCandidate[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.text.length > LONGEST_UNNUMBERED + 1 || taken[index] !== FREE) continue;
    const length = plainLength(line, wrapWidth);
    if (length === undefined || !standsApart(lines, index, taken, candidates)) continue;
    const words = line.content.headingWords(0, length);
    const named = words.kinds(year, own);
    const unnumberedKinds = named.length === 0 || isSentenceLike(words.whole) ? NONE : named;
    if (unnumberedKinds.length === 0 && (length > LONGEST_PLAIN_HEADING || length !== line.text.length)) continue;
    candidates.push({
      line,
      at: index,
      wrapped: NONE,
      marker: undefined,
      words,
      textStart: line.start,
      textEnd: line.start + length,
      ownLine: true,
      unnumberedKinds,
    });
  }
  return candidates;
}

/** What numbered headings make of a line. */
const FREE = 0;
const TAKEN = 1;
/** By a heading on a line of its own. */
const TAKEN_ALONE = 2;

function takenLines(lines: readonly Line[], numbered: readonly HeadingCandidate[]): Uint8Array {
  const taken = new Uint8Array(lines.length);
  for (const { at, wrapped, ownLine } of numbered) taken.fill(ownLine ? TAKEN_ALONE : TAKEN, at, at + 1 + wrapped.length);
  return taken;
}

/** Length of a line without a colon at its end; undefined where it has the length or the marks of running text. */
function plainLength({ content }: Line, wrapWidth: number | undefined): number | undefined {
  const { text: whole, classes } = content;
  if ((classes & CLAUSE_END) !== 0) return undefined;
  const text = endsWithOneOf(whole, '：:') ? whole.slice(0, -1) : whole;
  if (text.length < 2 || text.length > LONGEST_UNNUMBERED) return undefined;
  if ((classes & COLON) !== 0 && /[：:]/u.test(text)) return undefined;
  // A line that fills the wrap is running text; a heading with a comma is no longer than the regulation's own.
  if (wrapWidth !== undefined && text.length >= wrapWidth - 3) return undefined;
  if (text.length > LONGEST_WITH_COMMA && /[，,]/u.test(text)) return undefined;
  if (endsSentence(text) && !endsWithOneOf(text, '”》）)')) return undefined;
  if (endsWithOneOf(text, '，,、') || beginsWithOneOf(text, '，,、。；）)”》')) return undefined;
  if ((classes & COMMA) !== 0 && /，.*，.*，/u.test(text)) return undefined;
  return text.length;
}

/** Whether neither the line above goes on in a line, nor the line itself in the one below. */
function standsApart(lines: readonly Line[], index: number, taken: Uint8Array, candidates: readonly HeadingCandidate[]): boolean {
  const previous = lines[index - 1];
  const before = candidates.at(-1);
  const follows =
    previous === undefined ||
    endsSentence(previous.text) ||
    isPromise(previous.text) ||
    previous.content.isTabular ||
    taken[index - 1] === TAKEN_ALONE ||
    (before?.at === index - 1 && before.unnumberedKinds.length !== 0);
  if (!follows && lines[index]?.markdownLevel === 0) return false;
  const next = lines[index + 1];
  return next === undefined || !beginsWithOneOf(next.text, '，,、。；：）)”》');
}

/** A clause of running text that happens to stand alone: 现将…, 我镇…, 下一步，我局将…. */
function isSentenceLike(text: string): boolean {
  return /^(?:现将|现就|截至|同时|此外|其中|根据|按照|一年来|虽然)|(?:如下|以下)$|[，,].{0,60}(?:将|要|了)|^(?:我|本)(?:镇|乡|街道|局|县|区|市|委|办)/u.test(
    text,
  );
}
