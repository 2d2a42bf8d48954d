import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { type DiagnosticOptions, sameDiagnostics, toDiagnostics } from '../../server/language/diagnostics.js';
import { SourceText } from '../../server/text/source-text.js';
import { both, makeFinding, makeFix, SAMPLE, spanOf } from './sample.js';

const OPTIONS: DiagnosticOptions = {
  uri: 'file:///a.txt',
  locale: 'zh-CN',
  relatedInformation: true,
  codeDescription: true,
  data: true,
};

const source = new SourceText(SAMPLE);
const span = spanOf(SAMPLE, '强化组织领导');
const finding = makeFinding('year-mismatch', span, {
  related: [{ span: spanOf(SAMPLE, '云桥镇'), message: both('标题在这里') }],
  fixes: [makeFix('choice', '改', [])],
});

describe('diagnostics', () => {
  it('carries place, rule, page, related places and fixability', () => {
    expect(toDiagnostics(source, [finding], OPTIONS)).toEqual([
      {
        range: { start: { line: 4, character: 3 }, end: { line: 4, character: 9 } },
        severity: DiagnosticSeverity.Error,
        code: 'year-mismatch',
        codeDescription: {
          href: 'https://github.com/fazhi-report/fazhi-report/blob/main/docs/rules/year-mismatch.md',
        },
        source: '法治报告',
        message: 'year-mismatch 的说明',
        relatedInformation: [
          {
            location: {
              uri: 'file:///a.txt',
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
            },
            message: '标题在这里',
          },
        ],
        data: { fixable: 'choice' },
      },
    ]);
  });

  it('sends nothing that the client has not announced', () => {
    const plain = { ...OPTIONS, relatedInformation: false, codeDescription: false, data: false };
    const [diagnostic] = toDiagnostics(source, [finding], plain);
    expect(Object.keys(diagnostic ?? {}).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });

  it('leaves out what says nothing', () => {
    const [diagnostic] = toDiagnostics(source, [makeFinding('placeholder', span)], OPTIONS);
    expect(diagnostic).not.toHaveProperty('relatedInformation');
    expect(diagnostic).not.toHaveProperty('data');
  });

  it('speaks the language of the user', () => {
    expect(toDiagnostics(source, [finding], { ...OPTIONS, locale: 'en' })[0]?.message).toBe('en:year-mismatch 的说明');
  });

  it('maps severities', () => {
    const severities = (['error', 'warning', 'information', 'hint'] as const).map((severity) => makeFinding('r', span, { severity }));
    expect(toDiagnostics(source, severities, OPTIONS).map(({ severity }) => severity)).toEqual([1, 2, 3, 4]);
  });

  it('tells equal lists from different ones', () => {
    const list = toDiagnostics(source, [finding], OPTIONS);
    const moved = makeFinding('year-mismatch', { start: span.start, end: span.end - 1 }, finding);
    expect(sameDiagnostics(list, toDiagnostics(source, [{ ...finding }], OPTIONS))).toBe(true);
    expect(sameDiagnostics(list, [])).toBe(false);
    for (const other of [
      { ...finding, rule: 'other' },
      { ...finding, severity: 'hint' as const },
      { ...finding, message: both('别的') },
      { ...finding, span: { start: moved.span.start, end: span.end - 1 } },
      { ...finding, related: [] },
      { ...finding, fixable: 'none' as const },
      { ...finding, related: [{ span, message: both('标题在这里') }] },
    ]) {
      expect(sameDiagnostics(list, toDiagnostics(source, [other], OPTIONS))).toBe(false);
    }
  });
});
