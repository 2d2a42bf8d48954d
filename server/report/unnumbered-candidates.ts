import { type HeadingCandidate, LONGEST_PLAIN_HEADING, LONGEST_UNNUMBERED } from './heading-candidates.js';
import { endsSentence, isPromise, isTabular, type Line } from './lines.js';
import type { Project } from './project.js';
import { kindsOfHeading } from './section-kinds.js';

/** Longest one with a comma in it: the regulation's own duties heading has 38 characters. */
const LONGEST_WITH_COMMA = 45;

/** Short lines without a number that stand alone between paragraphs. */
export function unnumberedCandidates(
  lines: readonly Line[],
  numbered: readonly HeadingCandidate[],
  year: number | undefined,
  wrapWidth: number | undefined,
  own: Project['headings'] = {},
): HeadingCandidate[] {
  const taken = new Map(numbered.flatMap(({ line, wrapped, ownLine }) => [line, ...(wrapped ?? [])].map((own) => [own, ownLine] as const)));
  const candidates: HeadingCandidate[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || taken.has(line)) continue;
    const text = line.text.replace(/[：:]$/u, '');
    if (text.length < 2 || text.length > LONGEST_UNNUMBERED || /[。；！？;!?：:\t]|，.*，.*，/u.test(text)) continue;
    // A line that fills the wrap is running text; a heading with a comma is no longer than the regulation's own.
    if (wrapWidth !== undefined && text.length >= wrapWidth - 3) continue;
    if (text.length > LONGEST_WITH_COMMA && /[，,]/u.test(text)) continue;
    if (endsSentence(text) && !/[”》）)]$/u.test(text)) continue;
    if (/[，,、]$/u.test(text) || /^[，,、。；）)”》]/u.test(text)) continue;
    const previous = lines[index - 1];
    const follows =
      previous === undefined ||
      endsSentence(previous.text) ||
      isPromise(previous.text) ||
      isTabular(previous.text) ||
      taken.get(previous) === true ||
      (candidates.at(-1)?.line === previous && candidates.at(-1)?.unnumberedKinds.length !== 0);
    if (!follows && line.markdownLevel === 0) continue;
    const next = lines[index + 1];
    if (next !== undefined && /^[，,、。；：）)”》]/u.test(next.text)) continue;
    const unnumberedKinds = isSentenceLike(text) ? [] : kindsOfHeading(text, year, own);
    if (unnumberedKinds.length === 0 && (text.length > LONGEST_PLAIN_HEADING || text.length !== line.text.length)) continue;
    candidates.push({
      line,
      marker: undefined,
      textStart: line.start,
      textEnd: line.start + text.length,
      ownLine: true,
      unnumberedKinds,
    });
  }
  return candidates;
}

/** A clause of running text that happens to stand alone: 现将…, 我镇…, 下一步，我局将…. */
function isSentenceLike(text: string): boolean {
  return /^(?:现将|现就|截至|同时|此外|其中|根据|按照|一年来|虽然)|(?:如下|以下)$|[，,].{0,60}(?:将|要|了)|^(?:我|本)(?:镇|乡|街道|局|县|区|市|委|办)/u.test(
    text,
  );
}
