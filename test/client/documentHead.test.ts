import { expect, it } from 'vitest';
import { readHead } from '../../client/documentHead.js';

const documentOf = (text: string) => {
  const lines = text.split('\n');
  const read: number[] = [];
  const lineAt = (line: number) => {
    read.push(line);
    return { text: lines[line] ?? '' };
  };
  return { read, document: { lineCount: lines.length, lineAt } as unknown as Parameters<typeof readHead>[0] };
};

it('gives the beginning of a text', () => {
  expect(readHead(documentOf('甲\n乙\n丙').document, 100)).toBe('甲\n乙\n丙\n');
  expect(readHead(documentOf('甲\n乙\n丙').document, 3)).toBe('甲\n乙');
  expect(readHead(documentOf('').document, 3)).toBe('\n');
});

it('reads no more lines than it needs', () => {
  const { document, read } = documentOf('甲乙\n'.repeat(1000));
  expect(readHead(document, 9)).toHaveLength(9);
  expect(read).toEqual([0, 1, 2]);
});

it('cuts a line of any length', () => {
  expect(readHead(documentOf('长'.repeat(1_000_000)).document, 4096)).toHaveLength(4096);
});
