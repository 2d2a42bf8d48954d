import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/check/finding.js';
import { type DiagnosticList, Wordings } from '../../server/language/diagnostic-list.js';
import { type DiagnosticOptions, toDiagnostics } from '../../server/language/diagnostics.js';
import { LineCursor } from '../../server/language/line-cursor.js';
import { EMPTY_RANGE_JSON } from '../../server/language/range-json.js';
import { SourceText } from '../../server/text/source-text.js';

const TEXT = `${'一二三四五六七八九十\r\n'.repeat(120)}${'甲'.repeat(1_200)}\r乙\n`;
const SOURCE = new SourceText(TEXT);
const OPTIONS: DiagnosticOptions = {
  uri: 'file:///报告 "1".txt',
  locale: 'zh-CN',
  relatedInformation: true,
  codeDescription: true,
  data: true,
};

const offset = fc.oneof(fc.integer({ min: 0, max: TEXT.length }), fc.integer({ min: -1, max: 30 }));
const span = fc.record({ start: offset, end: offset });
const words = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('“”', '"\\', '\u0000\u2028\ud83d', EMPTY_RANGE_JSON, '同一句'))
  .map((text) => ({ 'zh-CN': text, en: `en ${text}` }));
const finding: fc.Arbitrary<Finding> = fc.record({
  rule: fc.constantFrom('typo', 'figure-conflict', 'internal-error'),
  severity: fc.constantFrom('error', 'warning', 'information', 'hint'),
  span,
  message: words,
  related: fc.array(fc.record({ span, message: words }), { maxLength: 3 }),
  fixes: fc.constant([]),
  fixable: fc.constantFrom('none', 'safe', 'choice'),
});
const options: fc.Arbitrary<DiagnosticOptions> = fc.record({
  uri: fc.constantFrom('file:///a.txt', OPTIONS.uri, EMPTY_RANGE_JSON),
  locale: fc.constantFrom('zh-CN', 'en'),
  relatedInformation: fc.boolean(),
  codeDescription: fc.boolean(),
  data: fc.boolean(),
});

function jsonOf(list: DiagnosticList): string {
  const target = new Uint8Array(list.maximalSize + 3);
  return new TextDecoder().decode(target.subarray(3, list.writeJson(target, 3)));
}

describe('a list of diagnostics', () => {
  it('is written as JSON.stringify writes the diagnostics, to the letter', () => {
    fc.assert(
      fc.property(fc.array(fc.array(finding, { maxLength: 5 }), { maxLength: 3 }), options, (versions, ours) => {
        const wordings = new Wordings(ours);
        for (const findings of versions) {
          const list = wordings.listOf(SOURCE, findings);
          expect(list.length).toBe(findings.length);
          expect(jsonOf(list)).toBe(JSON.stringify(toDiagnostics(SOURCE, findings, ours)));
          expect(JSON.stringify(list)).toBe(JSON.stringify(toDiagnostics(SOURCE, findings, ours)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same as another exactly where it is written the same', () => {
    const pair = fc.array(finding, { maxLength: 2 }).chain((findings) =>
      fc.tuple(
        fc.constant(findings),
        fc.oneof(
          // Equal, but made anew.
          fc.constant(findings.map((one) => ({ ...one, message: { ...one.message } }))),
          fc.array(finding, { maxLength: 2 }),
          fc.tuple(...findings.map((one) => finding.map((other) => ({ ...one, severity: other.severity, related: other.related })))),
          fc.tuple(...findings.map((one) => finding.map((other) => ({ ...one, span: other.span, fixable: other.fixable })))),
        ),
      ),
    );
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const wordings = new Wordings(OPTIONS);
        const [one, other] = [wordings.listOf(SOURCE, before), wordings.listOf(SOURCE, after)];
        expect(one.sameAs(other)).toBe(jsonOf(one) === jsonOf(other));
      }),
      { numRuns: 300 },
    );
  });

  it('says the place of every line and character', () => {
    const far = new SourceText(`${'\n'.repeat(1_234_567)}${'甲'.repeat(100)}`);
    const at = { start: 1_234_567 + 9, end: 1_234_567 + 100 };
    const one: Finding = {
      rule: 'typo',
      severity: 'error',
      span: at,
      message: { 'zh-CN': '', en: '' },
      related: [],
      fixes: [],
      fixable: 'none',
    };
    const list = new Wordings(OPTIONS).listOf(far, [one]);
    expect(JSON.parse(jsonOf(list))[0].range).toEqual({
      start: { line: 1_234_567, character: 9 },
      end: { line: 1_234_567, character: 100 },
    });
  });

  it('is quick where thousands say the same, each with a related place of its own', () => {
    const findings = Array.from(
      { length: 20_000 },
      (_, index): Finding => ({
        rule: 'repeated-sentence',
        severity: 'information',
        span: { start: index % 1_000, end: (index % 1_000) + 1 },
        message: { 'zh-CN': '重复', en: 'repeated' },
        related: [{ span: { start: 0, end: 1 }, message: { 'zh-CN': `第${index}处`, en: `place ${index}` } }],
        fixes: [],
        fixable: 'none',
      }),
    );
    const wordings = new Wordings(OPTIONS);
    const list = wordings.listOf(SOURCE, findings);
    expect(list.sameAs(wordings.listOf(SOURCE, findings))).toBe(true);
    expect(jsonOf(list)).toBe(JSON.stringify(toDiagnostics(SOURCE, findings, OPTIONS)));
  });

  it('may be empty', () => {
    const wordings = new Wordings(OPTIONS);
    expect(jsonOf(wordings.none)).toBe('[]');
    expect(wordings.none.sameAs(wordings.none)).toBe(true);
  });
});

describe('a line cursor', () => {
  it('finds what a search finds, in any order', () => {
    const text = fc.string({ unit: fc.constantFrom('\n', '\r', '\r\n', '一', 'ab'), maxLength: 20 });
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: -1, max: 30 }), { maxLength: 20 }), (content, offsets) => {
        const source = new SourceText(content);
        const cursor = new LineCursor(source);
        for (const one of [...offsets, ...[...offsets].sort((a, b) => a - b)]) {
          cursor.seek(one);
          expect({ line: cursor.line, character: cursor.character }).toEqual(source.positionAt(one));
        }
      }),
      { numRuns: 500 },
    );
  });
});
