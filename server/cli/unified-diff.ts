import { structuredPatch } from 'diff';
import type { Colours } from './colours.js';
import { printable } from './display-width.js';

const CONTEXT_LINES = 3;

/**
 * What fixes change in a file, as a unified diff that `patch -p1` and `git apply` take.
 * Carriage returns before line feeds stay; a text whose lines end in carriage returns alone is shown with line feeds.
 *
 * @param name path of the file, with `/`.
 * @param forTerminal whether a person looks at it: nothing in the text may then disturb the terminal.
 */
export function unifiedDiff(name: string, before: string, after: string, colours: Colours, forTerminal: boolean): string {
  // A tab ends a name that holds blanks, as diff and git write it.
  const path = printable(name.replace(/^(?:\.?\/)+/u, '')) + (/\s/u.test(name) ? '\t' : '');
  const patch = structuredPatch(`a/${path}`, `b/${path}`, readable(before), readable(after), undefined, undefined, {
    context: CONTEXT_LINES,
  });
  const lines = [colours.strong(`--- ${patch.oldFileName}`), colours.strong(`+++ ${patch.newFileName}`)];
  for (const hunk of patch.hunks) {
    lines.push(colours.information(`@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`));
    lines.push(...coloured(forTerminal ? hunk.lines.map(safeLine) : hunk.lines, colours));
  }
  return `${lines.join('\n')}\n`;
}

function readable(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

function safeLine(line: string): string {
  return printable(line.replace(/\r$/u, ''));
}

function range(start: number, count: number): string {
  // As patch has it: an empty side is counted from the line before it.
  return count === 1 ? `${start}` : `${count === 0 ? start - 1 : start},${count}`;
}

/** Colours lines; where as many lines come as go, what differs in each pair stands out: in a paragraph of one line nobody would find it. */
function coloured(lines: readonly string[], colours: Colours): string[] {
  const result: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const removed = run(lines, at, '-');
    const added = run(lines, at + removed.length, '+');
    if (removed.length === 0 && added.length === 0) {
      result.push(lines[at++] ?? '');
      continue;
    }
    const paired = removed.length === added.length;
    result.push(...removed.map((line, index) => marked(line, paired ? added[index] : undefined, colours.removed, colours.changed)));
    result.push(...added.map((line, index) => marked(line, paired ? removed[index] : undefined, colours.added, colours.changed)));
    at += removed.length + added.length;
  }
  return result;
}

function run(lines: readonly string[], from: number, sign: string): string[] {
  let to = from;
  while (lines[to]?.startsWith(sign) === true) to++;
  return lines.slice(from, to);
}

type Style = (text: string) => string;

function marked(line: string, other: string | undefined, side: Style, changed: Style): string {
  if (other === undefined) return side(line);
  const shorter = Math.min(line.length, other.length);
  let start = 1;
  while (start < shorter && line[start] === other[start]) start++;
  let tail = 0;
  while (tail < shorter - start && line.at(-1 - tail) === other.at(-1 - tail)) tail++;
  // Never between the halves of a surrogate pair.
  if (/[\udc00-\udfff]/.test(line.charAt(start))) start--;
  if (tail > 0 && /[\udc00-\udfff]/.test(line.charAt(line.length - tail))) tail--;
  const end = line.length - tail;
  return side(line.slice(0, start)) + (end > start ? side(changed(line.slice(start, end))) : '') + side(line.slice(end));
}
