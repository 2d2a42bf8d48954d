import { findNodeAtLocation, getLocation, modify, type Node, parseTree } from 'jsonc-parser';
import type { SourceEdit } from '../rules/rule.js';
import type { IgnoredFinding } from './configuration.js';
import { withoutMark } from './json-reader.js';

/**
 * The edit that adds an entry to `ignore`, at its end, and leaves all else in the file as it is, layout and comments included.
 *
 * @param given text of a project file; empty for one that is to be created.
 * @returns undefined where the text is no JSON object, or `ignore` no list.
 */
export function addEntry(given: string, entry: IgnoredFinding): readonly SourceEdit[] | undefined {
  const text = withoutMark(given);
  const line = onOneLine(entry);
  if (text.trim() === '') return [{ span: { start: 0, end: text.length }, newText: `{\n  "ignore": [\n    ${line}\n  ]\n}\n` }];
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root?.type !== 'object') return undefined;
  const layout = layoutOf(text);
  const ignore = findNodeAtLocation(root, ['ignore']);
  if (ignore === undefined) {
    const inner = layout.unit;
    return [append(text, root, `"ignore": [${layout.eol}${inner}${layout.unit}${line}${layout.eol}${inner}]`, inner, layout)];
  }
  if (ignore.type !== 'array') return undefined;
  return [append(text, ignore, line, (indentAt(text, lineStart(text, ignore.offset)) ?? '') + layout.unit, layout)];
}

/** The edits that take the entry of `ignore` that begins at an offset out of a project file; none where none begins there. */
export function removeEntryAt(given: string, offset: number): readonly SourceEdit[] {
  const text = withoutMark(given);
  const [list, index] = getLocation(text, offset + 1).path;
  if (list !== 'ignore' || typeof index !== 'number') return [];
  return modify(text, [list, index], undefined, {}).map((edit) => ({
    span: { start: edit.offset, end: edit.offset + edit.length },
    newText: edit.content,
  }));
}

interface Layout {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
}

/** Adds a member at the end of an object or a list: below the last one where that has a line of its own, else behind it. */
function append(text: string, owner: Node, member: string, indent: string, { eol }: Layout): SourceEdit {
  const last = owner.children?.at(-1);
  if (last === undefined) {
    const at = owner.offset + 1;
    const outer = indentAt(text, lineStart(text, owner.offset)) ?? '';
    return { span: { start: at, end: at }, newText: `${eol}${indent}${member}${eol}${outer}` };
  }
  const at = last.offset + last.length;
  const own = indentAt(text, last.offset);
  return { span: { start: at, end: at }, newText: own === undefined ? `, ${member}` : `,${eol}${own}${member}` };
}

/** The blanks from the start of a line to an offset; undefined where anything else stands there, or the line is not indented at all. */
function indentAt(text: string, offset: number): string | undefined {
  if (offset === lineStart(text, offset)) return /^[ \t]*/u.exec(text.slice(offset))?.[0];
  const before = text.slice(lineStart(text, offset), offset);
  return /^[ \t]+$/u.test(before) ? before : undefined;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function layoutOf(text: string): Layout {
  return { unit: /[\r\n]([ \t]+)\S/u.exec(text)?.[1] ?? '  ', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function onOneLine(entry: IgnoredFinding): string {
  const members = Object.entries(entry).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${members.join(', ')} }`;
}
