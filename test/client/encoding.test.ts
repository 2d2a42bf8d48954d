import { encode } from 'iconv-lite';
import { describe, expect, it, vi } from 'vitest';
import { holdsFourByteCharacters, isGarbled, isReportInGb18030 } from '../../client/encoding.js';

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => ({}));

const REPORT = '宁河镇2024年度法治政府建设情况报告\r\n\r\n一、主要举措和成效\r\n';

it.each(['gb18030', 'gbk', 'gb2312'])('recognises the bytes of a report in %s', (encoding) => {
  expect(isReportInGb18030(encode(REPORT, encoding))).toBe(true);
});

it('recognises it also where the part that is read ends inside a character', () => {
  expect(isReportInGb18030(encode(REPORT + '　镇'.repeat(20_000), 'gb18030'))).toBe(true);
  expect(isReportInGb18030(encode(`${REPORT}。${'镇'.repeat(20_000)}`, 'gb18030').subarray(0, 3001))).toBe(true);
});

it('takes no other bytes for a report', () => {
  expect(isReportInGb18030(encode('会议通知', 'gb18030'))).toBe(false);
  expect(isReportInGb18030(encode('Ärger mit Umlauten', 'latin1'))).toBe(false);
  expect(isReportInGb18030(new Uint8Array([0xff, 0xff, 0xff]))).toBe(false);
  expect(isReportInGb18030(new Uint8Array())).toBe(false);
});

it('knows a text that was read in a wrong encoding', () => {
  expect(isGarbled(new TextDecoder().decode(encode(REPORT, 'gbk')))).toBe(true);
  expect(isGarbled(REPORT)).toBe(false);
});

describe('characters beyond GBK', () => {
  it.each([
    ['2024年法治政府建设，１２３\u3000', false],
    ['a1b2', false],
    ['2024\u00a0年', true],
    ['𠮷林镇', true],
  ] as const)('in %j', (text, expected) => {
    expect(holdsFourByteCharacters(encode(text, 'gb18030'))).toBe(expected);
  });
});
