import { describe, expect, it } from 'vitest';
import { ChecklistRows, NO_ROWS } from '../../client/checklistRows.js';
import type { ChecklistRow } from '../../server/protocol/messages/checklist.js';

const row = (id: string, more: Partial<ChecklistRow> = {}): ChecklistRow => ({
  id,
  label: id,
  description: '',
  tooltip: '',
  spoken: id,
  mark: 'good',
  ...more,
});

const at = (first: number, last = first) => ({
  range: { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
});

const rows = (...all: readonly ChecklistRow[]): ChecklistRows => new ChecklistRows({ rows: all });

const REPORT = rows(
  row('title', { ...at(0), extents: [{ first: 0, last: 1 }] }),
  row('measures', { ...at(3), extents: [{ first: 3, last: 20 }] }),
  row('duties', { ...at(8), extents: [{ first: 8, last: 10 }] }),
  row('group', { children: [row('one', at(9)), row('two', at(40, 42))] }),
);

describe('rows', () => {
  it('are found by id, with their children and parent', () => {
    expect(REPORT.childrenOf(undefined)).toEqual(['title', 'measures', 'duties', 'group']);
    expect(REPORT.childrenOf('group')).toEqual(['one', 'two']);
    expect(REPORT.childrenOf('title')).toEqual([]);
    expect(REPORT.parentOf('two')).toBe('group');
    expect(REPORT.parentOf('group')).toBeUndefined();
    expect(REPORT.row('nothing')).toBeUndefined();
  });

  it.each([
    [0, 'title'],
    [2, undefined],
    [3, 'measures'],
    [8, 'duties'],
    [11, 'measures'],
    [40, undefined],
  ])('tell the smallest part that line %i stands in', (line, part) => {
    expect(REPORT.partAt(line)).toBe(part);
  });

  it('tell what they are about', () => {
    expect(REPORT.isAbout('two', 41)).toBe(true);
    expect(REPORT.isAbout('two', 43)).toBe(false);
    expect(REPORT.isAbout('measures', 20)).toBe(true);
    expect(REPORT.isAbout('gone', 0)).toBe(false);
  });
});

describe('what is to be shown anew', () => {
  const before = rows(row('title'), row('group', { children: [row('one'), row('two')] }));

  it('is nothing where all looks the same, though it may lead elsewhere', () => {
    const after = rows(row('title', at(7)), row('group', { children: [row('one', at(9)), row('two')] }));
    expect(after.changedSince(before)).toEqual([]);
  });

  it('is the row that looks different', () => {
    expect(rows(row('title', { mark: 'error' }), row('group', { children: [row('one'), row('two')] })).changedSince(before)).toEqual([
      'title',
    ]);
    const inGroup = rows(row('title'), row('group', { children: [row('one'), row('two', { remedy: 'fix' })] }));
    expect(inGroup.changedSince(before)).toEqual(['two']);
  });

  it('is the group in which rows came or went, or changed places', () => {
    for (const children of [[row('one')], [row('two'), row('one')], [row('one'), row('two'), row('three')]]) {
      expect(rows(row('title'), row('group', { children })).changedSince(before)).toEqual(['group']);
    }
  });

  it('is everything where groups came or went', () => {
    expect(rows(row('title')).changedSince(before)).toBeUndefined();
    expect(NO_ROWS.changedSince(before)).toBeUndefined();
    expect(NO_ROWS.changedSince(NO_ROWS)).toEqual([]);
  });
});
