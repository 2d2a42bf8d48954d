/** A text that is wrapped over lines as it reads on: line ends and the blanks beside them are gone. */
export function onOneLine(text: string): string {
  return text
    .split(/[\r\n]/u)
    .map((line) => line.trim())
    .join('');
}
