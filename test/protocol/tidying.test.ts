import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  FIX_ALL_REQUEST,
  RENUMBER_REQUEST,
  type RevisionResult,
  TIDY_REQUEST,
  type TidyResult,
} from '../../server/protocol/messages/revision.js';
import { fixAll } from '../../server/check/fix.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { start } from './harness.js';

const URI = 'file:///a.txt';
const ONE = { textDocument: { uri: URI }, version: 1 };
const MEASURES = '一、2024年推进法治政府建设的主要举措和成效\n';
const BROKEN = exampleReport({
  measures: `${MEASURES}（一）加强组织领导。召开专题会议4次，研究法治建设\n事项9项。\n（三）规范行政执法。检查312次,办案18件。`,
});
const TIDY = exampleReport({
  measures: `${MEASURES}（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。检查312次，办案18件。`,
});

describe(TIDY_REQUEST, () => {
  it('says what would become of a text, and of how many places', async () => {
    const client = await start();
    client.open(URI, BROKEN);
    const result = await client.request<TidyResult>(TIDY_REQUEST, ONE);
    if (result.kind !== 'tidied') throw new Error(result.kind);
    expect(result.text).toBe(TIDY);
    expect(TextDocument.applyEdits(client.document(URI), [...result.edits])).toBe(TIDY);
    expect(result.counts).toEqual([
      { kind: 'joined', count: 1 },
      { kind: 'numbers', count: 1 },
      { kind: 'marks', count: 1 },
    ]);
  });

  it('tidies a part', async () => {
    const client = await start();
    client.open(URI, BROKEN);
    const place = client.document(URI).positionAt(BROKEN.indexOf('办案'));
    const result = await client.request<TidyResult>(TIDY_REQUEST, { ...ONE, range: { start: place, end: place } });
    expect(result).toMatchObject({
      counts: [
        { kind: 'numbers', count: 1 },
        { kind: 'marks', count: 1 },
      ],
    });
  });

  it('answers nothing about another version, nor about what is no report', async () => {
    const client = await start();
    client.open(URI, BROKEN);
    client.replace(URI, '事项9项', '事项8项');
    expect(await client.request(TIDY_REQUEST, ONE)).toEqual({ kind: 'changed' });
    expect(await client.request(TIDY_REQUEST, { ...ONE, version: 2 })).toMatchObject({ kind: 'tidied' });
    expect(await client.request(TIDY_REQUEST, { textDocument: { uri: 'file:///other.txt' }, version: 1 })).toEqual({
      kind: 'not-a-report',
    });
  });
});

describe(RENUMBER_REQUEST, () => {
  it('gives an edit for each number that is wrong', async () => {
    const client = await start();
    client.open(URI, BROKEN);
    const result = await client.request<RevisionResult>(RENUMBER_REQUEST, ONE);
    if (result.kind !== 'revised') throw new Error(result.kind);
    expect(result.edits).toHaveLength(1);
    expect(TextDocument.applyEdits(client.document(URI), [...result.edits])).toBe(BROKEN.replace('（三）', '（二）'));
  });

  it('answers nothing about another version', async () => {
    const client = await start();
    client.open(URI, BROKEN);
    expect(await client.request(RENUMBER_REQUEST, { ...ONE, version: 7 })).toEqual({ kind: 'changed' });
  });
});

describe(FIX_ALL_REQUEST, () => {
  it('gives what the command line makes of the text, in one round or several', async () => {
    for (const text of [BROKEN, BROKEN.replaceAll('\n', '\r\n'), TIDY]) {
      const client = await start();
      client.open(URI, text);
      const result = await client.request<RevisionResult>(FIX_ALL_REQUEST, ONE);
      if (result.kind !== 'revised') throw new Error(result.kind);
      expect(TextDocument.applyEdits(client.document(URI), [...result.edits])).toBe(fixAll(text).text);
      expect(result.edits.length > 0).toBe(fixAll(text).text !== text);
    }
  });

  it('mends under the project file and the settings', async () => {
    const client = await start({ initializationOptions: { rules: { 'heading-sequence': 'off' } } });
    client.open(URI, BROKEN);
    const result = await client.request<RevisionResult>(FIX_ALL_REQUEST, ONE);
    if (result.kind !== 'revised') throw new Error(result.kind);
    const mended = TextDocument.applyEdits(client.document(URI), [...result.edits]);
    expect(mended).toContain('（三）规范行政执法');
    expect(mended).toContain('检查312次，办案18件');
  });

  it('answers nothing about another version, nor about what is no report', async () => {
    const client = await start();
    client.open(URI, BROKEN);
    client.open('file:///list.txt', '牛奶\n鸡蛋\n', 'plaintext');
    expect(await client.request(FIX_ALL_REQUEST, { ...ONE, version: 7 })).toEqual({ kind: 'changed' });
    for (const uri of ['file:///list.txt', 'file:///other.txt']) {
      expect(await client.request(FIX_ALL_REQUEST, { textDocument: { uri }, version: 1 })).toEqual({ kind: 'not-a-report' });
    }
  });
});
