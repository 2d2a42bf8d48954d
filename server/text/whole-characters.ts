/** A piece of a text from `start` to `end` (UTF-16) that begins and ends with whole characters: a half one is left out. */
export function wholeCharacters(text: string, start: number, end: number): string {
  const from = isLow(text, start) && isHigh(text, start - 1) ? start + 1 : start;
  const to = isLow(text, end) && isHigh(text, end - 1) ? end - 1 : end;
  return text.slice(from, to);
}

const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
