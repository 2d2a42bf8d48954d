import type { LineContent } from './line-content.js';
import type { Line } from './lines.js';
import { ReadContent } from './paragraph-content.js';
import { type ContentSource, joinedText } from './paragraphs.js';
import type { ParagraphContent, ParagraphRole } from './report.js';

/** Makes the contents of paragraphs, or finds those that the same words had before. */
export class KeptContents implements ContentSource {
  readonly #byWords = new Map<string, ParagraphContent>();

  /** @param lost what was said by those lines of the earlier version that are no more. */
  constructor(lost: Iterable<LineContent>) {
    for (const { paragraph } of lost) if (paragraph !== undefined) this.#byWords.set(wordsOf(paragraph.role, paragraph.text), paragraph);
  }

  contentOf(role: ParagraphRole, first: Line, joined: readonly Line[]): ParagraphContent {
    const known = first.content.paragraph;
    // Lines that stay the same make the same words; other lines may be the same words cut in another way.
    if (known?.role === role && isJoinOf(known.text, first, joined)) return known;
    const text = joinedText(first, joined);
    const content = this.#take(role, text) ?? new ReadContent(role, text);
    first.content.paragraph = content;
    return content;
  }

  #take(role: ParagraphRole, text: string): ParagraphContent | undefined {
    if (this.#byWords.size === 0) return undefined;
    const words = wordsOf(role, text);
    const content = this.#byWords.get(words);
    this.#byWords.delete(words);
    return content;
  }
}

/** Makes contents for a first look, while the role of each line is not known for good. */
export const NEW_CONTENTS: ContentSource = Object.freeze({
  contentOf: (role: ParagraphRole, first: Line, joined: readonly Line[]): ParagraphContent =>
    new ReadContent(role, joinedText(first, joined)),
});

/** Whether a text is that of some lines joined. */
function isJoinOf(text: string, first: Line, joined: readonly Line[]): boolean {
  let at = first.text.length;
  for (const line of joined) {
    if (!text.startsWith(line.text, at)) return false;
    at += line.text.length;
  }
  // The text of the paragraph that a line begins begins with the line.
  return at === text.length;
}

function wordsOf(role: ParagraphRole, text: string): string {
  return `${role}\n${text}`;
}
