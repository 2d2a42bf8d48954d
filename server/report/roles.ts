import type { GrowingHeading } from './growing-heading.js';
import type { Line } from './lines.js';
import { isAddressee } from './opening.js';
import { type ContentSource, ParagraphJoiner } from './paragraphs.js';
import type { Paragraph, ParagraphRole, Section } from './report.js';
import type { Tail } from './sign-off.js';
import type { TitleBlock } from './title.js';

/** What the lines of a text are read by. */
export interface Layout {
  /** Every line that is not blank. */
  readonly lines: readonly Line[];
  readonly titles: TitleBlock;
  readonly tail: Tail;
  /** Lines of the title's block below the title. */
  readonly prefaceLength: number;
}

/**
 * Gives every line its role and its place below a heading, and joins lines to paragraphs, which are put below their headings.
 *
 * @param headings every heading of the text, in order.
 * @param sections its sections, in order.
 */
export function readParagraphs(
  { lines, titles, tail, prefaceLength }: Layout,
  headings: readonly GrowingHeading[],
  sections: readonly Section[],
  contents: ContentSource,
): Paragraph[] {
  const titleStarts = new Set<number>();
  for (const title of [titles.title, ...titles.repeated]) for (const { start } of title?.lines ?? []) titleStarts.add(start);
  const textStart = titles.next + prefaceLength;
  const joiner = new ParagraphJoiner(contents);
  let nextHeading = 0;
  let heading: GrowingHeading | undefined;
  let nextSection = 0;
  let section: Section | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    let role: ParagraphRole;
    let startsHeading = false;
    if (index < textStart) {
      role = titleStarts.has(line.start) ? 'title' : aboveRole(line, index < titles.first);
    } else if (index < tail.bodyEnd) {
      const starting = headings[nextHeading];
      startsHeading = starting?.line === line.index;
      if (startsHeading) {
        heading = starting;
        nextHeading++;
        if (sections[nextSection]?.heading === starting) section = sections[nextSection++];
      }
      const isHeadingAlone = heading?.ownLine === true && !heading.isSentence && line.start < heading.span.end;
      role = isHeadingAlone ? 'heading' : heading === undefined ? 'opening' : 'body';
    } else {
      heading = undefined;
      section = undefined;
      role = index >= tail.furnitureStart ? 'furniture' : line.content.signOff === undefined ? 'attachment' : 'sign-off';
    }
    joiner.add(line, role, heading, section, startsHeading);
  }
  return joiner.finish();
}

function aboveRole(line: Line, isAboveTitle: boolean): ParagraphRole {
  if (line.content.isFurniture) return 'furniture';
  if (isAddressee(line)) return 'addressee';
  if (!isAboveTitle && line.content.signOff !== undefined) return 'sign-off';
  return isAboveTitle ? 'furniture' : 'title';
}
