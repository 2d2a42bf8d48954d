import { describe, expect, it } from 'vitest';
import { createSay } from '../../client/messages.js';
import { viewOfReport, viewOfUnchecked } from '../../client/statusView.js';
import type { StatusParams } from '../../server/protocol/messages.js';

const say = createSay(() => 'zh-CN');

const status = (counts: Partial<StatusParams['counts']> = {}): StatusParams => ({
  uri: 'file:///a.txt',
  version: 1,
  state: 'checked',
  label: '缺：主要安排',
  detail: '主要举措和成效：第 3 行\n主要安排：缺少',
  sections: [
    { kind: 'measures', name: '主要举措和成效', state: 'present', line: 2 },
    { kind: 'plan', name: '主要安排', state: 'missing' },
  ],
  counts: { error: 0, warning: 0, information: 0, hint: 0, ...counts },
});

describe('the status of a report', () => {
  it('shows what the server says, with a line for each section, and leads to the problems', () => {
    const [first, ...sections] = viewOfReport('running', status({ error: 1 }), false, say);
    expect(first).toMatchObject({ text: '缺：主要安排', severity: 'error', busy: false, action: 'problems' });
    expect(sections.map(({ text, severity }) => [text, severity])).toEqual([
      ['主要举措和成效：第 3 行', 'information'],
      ['主要安排：缺少', 'error'],
    ]);
  });

  it('has lines that can be told apart', () => {
    const ids = viewOfReport('running', status(), false, say).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    [{ error: 1, warning: 2 }, 'error'],
    [{ warning: 1, hint: 3 }, 'warning'],
    [{ information: 1, hint: 3 }, 'information'],
  ] as const)('%j is shown as %s', (counts, severity) => {
    expect(viewOfReport('running', status(counts), false, say)[0]?.severity).toBe(severity);
  });

  it('is busy before the first check and while a newer one is under way, and keeps the last result meanwhile', () => {
    expect(viewOfReport('starting', undefined, false, say)[0]).toMatchObject({ text: '正在检查…', busy: true });
    expect(viewOfReport('running', status(), true, say)[0]).toMatchObject({ text: '缺：主要安排', busy: true });
    expect(viewOfReport('starting', status(), false, say)[0]).toMatchObject({ text: '缺：主要安排', busy: true });
  });

  it('says when it was checked and how long that took, where that is known', () => {
    const detailOf = (milliseconds: number | undefined, at?: string) => {
      const told = milliseconds === undefined ? status() : { ...status(), milliseconds };
      return viewOfReport('running', told, false, say, at === undefined ? {} : { at })[0]?.detail;
    };
    expect(detailOf(12.4, '10:32')).toBe('10:32 检查，用时 12 毫秒');
    expect(detailOf(0.2, '10:32')).toBe('10:32 检查，用时 1 毫秒');
    expect(detailOf(undefined, '10:32')).toBe('');
    expect(detailOf(12)).toBe('');
  });

  it('is not busy with edits that wait for the next save, and says so', () => {
    const [line] = viewOfReport('running', status(), true, say, { at: '10:32', onSave: true });
    expect(line).toMatchObject({ busy: false, detail: '有改动，保存时再检查', text: '缺：主要安排' });
    expect(viewOfReport('starting', status(), true, say, { onSave: true })[0]?.busy).toBe(true);
  });

  it('says that the server is gone and offers to start it, whatever was known before', () => {
    const lines = viewOfReport('failed', status(), true, say);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ severity: 'error', action: 'restart' });
    expect(lines[0]?.busy).not.toBe(true);
  });
});

it.each(['no-report', 'chosen-by-user', 'switched-off'] as const)('says why plain text is not checked: %s', (reason) => {
  const [line, why, ...others] = viewOfUnchecked(reason, say);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ severity: 'information', action: 'check' });
  expect(why?.text).toBe(say(`unchecked.${reason}`));
});

it('is short enough for the one line that the editor gives to each', () => {
  const texts = (['no-report', 'chosen-by-user', 'switched-off'] as const).flatMap((reason) => viewOfUnchecked(reason, say));
  for (const { text } of [...texts, ...viewOfReport('failed', undefined, false, say)]) expect(text.length).toBeLessThan(24);
});
