import type { CodeAction } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/check/finding.js';
import { FIX_ALL_KIND } from '../../server/language/code-action-kinds.js';
import { type CodeActionContext, codeActions, resolveFixAll } from '../../server/language/codeActions.js';
import { both, makeFinding, makeFix, parse, SAMPLE, spanOf } from './sample.js';

const first = spanOf(SAMPLE, '4次');
const second = spanOf(SAMPLE, '2次');
const other = spanOf(SAMPLE, '12场');

const FINDINGS: readonly Finding[] = [
  makeFinding('width', first, { fixes: [makeFix('safe', '改为五次', [{ span: first, newText: '5次' }])] }),
  makeFinding('width', second, { fixes: [makeFix('safe', '改为三次', [{ span: second, newText: '3次' }])] }),
  makeFinding('year', other, {
    fixes: [
      makeFix('choice', '改为十三场', [{ span: other, newText: '13场' }]),
      makeFix('choice', '改为十四场', [{ span: other, newText: '14场' }]),
    ],
  }),
  makeFinding('placeholder', other),
];

function context(findings: readonly Finding[] = FINDINGS, more: Partial<CodeActionContext> = {}): CodeActionContext {
  return {
    report: parse(SAMPLE),
    findings,
    target: { uri: 'file:///a.txt', version: 3, documentChanges: true, snippetEdits: true },
    diagnostics: { uri: 'file:///a.txt', locale: 'zh-CN', relatedInformation: true, codeDescription: true, data: true },
    fixAll: (only) => (only?.rule === 'year' ? SAMPLE : SAMPLE.replace('4次', '5次').replace('2次', '3次')),
    ruleName: (id) => (id === 'width' ? both('全角半角') : undefined),
    resolvesEdits: false,
    ...more,
  };
}

function titles(actions: readonly CodeAction[]): readonly string[] {
  return actions.map(({ title }) => title);
}

function editedText(action: CodeAction | undefined): string {
  const change = action?.edit?.documentChanges?.[0];
  if (change === undefined || !('edits' in change)) throw new Error('no edit');
  const { source } = parse(SAMPLE);
  let text = SAMPLE;
  for (const edit of [...change.edits].reverse()) {
    if (!('newText' in edit)) throw new Error('a snippet');
    text = text.slice(0, source.offsetAt(edit.range.start)) + edit.newText + text.slice(source.offsetAt(edit.range.end));
  }
  return text;
}

describe('code actions', () => {
  it('offer each fix of the findings at the caret, the safe one first in line', () => {
    const actions = codeActions({ span: { start: first.start, end: first.start } }, context());
    expect(titles(actions)).toEqual(['改为五次', '修复本文件中全部“全角半角”（2 处）']);
    expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'width' }] });
    expect(editedText(actions[0])).toBe(SAMPLE.replace('4次', '5次'));
    expect(editedText(actions[1])).toBe(SAMPLE.replace('4次', '5次').replace('2次', '3次'));
  });

  it('offer choices one by one, none preferred, and nothing for what has no fix', () => {
    const actions = codeActions({ span: other }, context());
    expect(titles(actions)).toEqual(['改为十三场', '改为十四场']);
    expect(actions.some(({ isPreferred }) => isPreferred === true)).toBe(false);
  });

  it('offer all of the file where several rules have safe fixes', () => {
    const safe = makeFinding('suffix', other, { fixes: [makeFix('safe', '补“年”', [{ span: other, newText: '12 场' }])] });
    const actions = codeActions({ span: other }, context([...FINDINGS.slice(0, 2), safe]));
    expect(titles(actions)).toEqual(['补“年”', '修复本文件中全部可自动修复的问题（3 处）']);
  });

  it('cover every finding that a selection touches', () => {
    const actions = codeActions({ span: { start: 0, end: SAMPLE.length } }, context());
    expect(titles(actions).slice(0, 4)).toEqual(['改为五次', '改为三次', '改为十三场', '改为十四场']);
    expect(codeActions({ span: { start: 0, end: 1 } }, context())).toEqual([]);
  });

  it('offer a finding of no length at the end of the text', () => {
    const end = { start: SAMPLE.length, end: SAMPLE.length };
    const finding = makeFinding('sign-off-missing', end, { fixes: [makeFix('choice', '补落款', [{ span: end, newText: '\n云桥镇' }])] });
    expect(titles(codeActions({ span: end }, context([finding])))).toEqual(['补落款']);
  });

  it.each([
    [['quickfix'], ['改为五次', '修复本文件中全部“全角半角”（2 处）']],
    [['quickfix.other'], []],
    [['source.fixAll'], ['修复全部可自动修复的问题（法治报告）']],
    [['source'], ['修复全部可自动修复的问题（法治报告）']],
    [[FIX_ALL_KIND], ['修复全部可自动修复的问题（法治报告）']],
    [['source.fixAll.eslint'], []],
    [['source.fix'], []],
    [['refactor'], []],
    [[], ['改为五次', '修复本文件中全部“全角半角”（2 处）']],
    [[''], ['改为五次', '修复本文件中全部“全角半角”（2 处）', '修复全部可自动修复的问题（法治报告）']],
  ])('honour the kinds %j', (only, expected) => {
    expect(titles(codeActions({ span: first, only }, context()))).toEqual(expected);
  });

  it('fix all at once, whatever the place', () => {
    const [action] = codeActions({ span: { start: 0, end: 0 }, only: [FIX_ALL_KIND] }, context());
    expect(action?.kind).toBe('source.fixAll.fazhiReport');
    expect(editedText(action)).toBe(SAMPLE.replace('4次', '5次').replace('2次', '3次'));
    expect(codeActions({ span: first, only: [FIX_ALL_KIND] }, context(FINDINGS.slice(2)))).toEqual([]);
  });

  it('leave the edits of “fix all” to be asked for', () => {
    const lazy = context(FINDINGS, {
      resolvesEdits: true,
      fixAll: () => {
        throw new Error('too early');
      },
    });
    const action = codeActions({ span: first }, lazy).at(-1);
    expect(action?.edit).toBeUndefined();
    expect(action?.data).toEqual({ uri: 'file:///a.txt', version: 3, rule: 'width' });
    const edit = resolveFixAll({ uri: 'file:///a.txt', version: 3, rule: 'width' }, context());
    expect(editedText({ title: '', edit })).toBe(SAMPLE.replace('4次', '5次').replace('2次', '3次'));
  });

  it('select the first blank of what they insert', () => {
    const at = spanOf(SAMPLE, '四、').start;
    const newText = '四、职责\n____\n';
    const fix = makeFix('choice', '插入', [{ span: { start: at, end: at }, newText }], { start: at + 5, end: at + 9 });
    const [action] = codeActions({ span: first }, context([makeFinding('missing-section', first, { fixes: [fix] })]));
    expect(JSON.stringify(action?.edit)).toContain('四、职责\\n$' + '{1:____}\\n');
  });

  it('speak English where asked', () => {
    const english = context(FINDINGS, { diagnostics: { ...context().diagnostics, locale: 'en' } });
    expect(titles(codeActions({ span: first }, english))).toEqual(['en:改为五次', 'Fix all “en:全角半角” in this file (2)']);
  });
});
