/** How far back an opening mark is looked for; names and quotations in these reports are shorter. */
const REACH = 120;

/** Whether a place stands inside 《》: the mark opened last before it is not closed. */
export function isInTitleMarks(text: string, at: number): boolean {
  return isOpen(text, at, '《', '》');
}

/** Whether a place stands inside “”: words of others, names of campaigns. */
export function isInQuotes(text: string, at: number): boolean {
  return isOpen(text, at, '“', '”');
}

function isOpen(text: string, at: number, opening: string, closing: string): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  return before.lastIndexOf(opening) > before.lastIndexOf(closing);
}
