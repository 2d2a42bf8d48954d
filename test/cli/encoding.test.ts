import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, type EncodingName, encode } from '../../server/cli/encoding.js';

const TEXT = '宁河镇2024年度法治政府建设情况报告\r\n\r\n一、主要举措（一）“枫桥经验”……300余件。\r\n';

function bytesOf(text: string, name: EncodingName, bom = false): Buffer {
  const marked = bom ? `\ufeff${text}` : text;
  if (name === 'utf-16be') return Buffer.from(marked, 'utf16le').swap16();
  return iconv.encode(marked, name, { addBOM: false });
}

describe('decode', () => {
  it.each<[EncodingName, boolean]>([
    ['utf-8', false],
    ['utf-8', true],
    ['gb18030', false],
    ['gb18030', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
  ])('recognises %s, byte order mark %s', (name, bom) => {
    expect(decode(bytesOf(TEXT, name, bom))).toEqual({ text: TEXT, encoding: { name, bom } });
  });

  it.each<EncodingName>(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('reads %s when told to, with and without byte order mark', (name) => {
    expect(decode(bytesOf(TEXT, name, true), name)).toEqual({ text: TEXT, encoding: { name, bom: true } });
    expect(decode(bytesOf(TEXT, name), name)).toEqual({ text: TEXT, encoding: { name, bom: false } });
  });

  it('takes plain ASCII and nothing at all for UTF-8', () => {
    expect(decode(Buffer.from('abc'))).toEqual({ text: 'abc', encoding: { name: 'utf-8', bom: false } });
    expect(decode(Buffer.alloc(0))).toEqual({ text: '', encoding: { name: 'utf-8', bom: false } });
  });

  it('reads characters beyond the basic plane', () => {
    const rare = `${TEXT}𠮷𬍛`;
    for (const name of ['utf-8', 'gb18030', 'utf-16le'] as const) expect(decode(bytesOf(rare, name, true)).text).toBe(rare);
  });

  it('keeps a byte order mark inside the text', () => {
    expect(decode(Buffer.from('甲\ufeff乙')).text).toBe('甲\ufeff乙');
    expect(decode(Buffer.from('\ufeff\ufeff甲')).text).toBe('\ufeff甲');
  });

  it('tells bytes with NULs as binary', () => {
    const program = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0]);
    expect(decode(program).problem).toEqual({ kind: 'binary' });
    expect(decode(Buffer.concat([bytesOf(TEXT, 'gb18030'), Buffer.from([0])])).problem).toEqual({ kind: 'binary' });
    expect(decode(Buffer.from('a\0b'), 'utf-8').text).toBe('a\0b');
  });

  it('never takes a damaged UTF-8 text for GB18030', () => {
    const bytes = bytesOf(TEXT.repeat(20), 'utf-8');
    const cut = Buffer.concat([bytes.subarray(0, bytes.indexOf('枫') + 2), bytes.subarray(bytes.indexOf('枫') + 3)]);
    expect(decode(cut).problem).toEqual({ kind: 'damaged', line: 2 });
    expect(decode(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), cut])).problem).toEqual({ kind: 'damaged', line: 2 });
    // Cut off in the middle of the last character, as a copy that was broken off.
    const whole = bytesOf('法治政府建设报告'.repeat(9), 'utf-8');
    expect(decode(whole.subarray(0, -1)).problem).toEqual({ kind: 'damaged', line: 0 });
  });

  it('gives up on bytes of no encoding', () => {
    expect(decode(Buffer.from([0x81, 0x20, 0xff, 0xff, 0x81])).problem).toEqual({ kind: 'undecodable', asked: undefined });
    expect(decode(Buffer.from([0xff, 0xfe, 0x00, 0xd8])).problem).toEqual({ kind: 'undecodable', asked: undefined });
    expect(decode(Buffer.from([1, 2, 3, 0xb7, 0xa8, 5, 6, 7])).problem).toEqual({ kind: 'undecodable', asked: undefined });
  });

  it('takes a named encoding at its word', () => {
    expect(decode(bytesOf(TEXT, 'gb18030'), 'utf-8').problem).toEqual({ kind: 'undecodable', asked: 'utf-8' });
    expect(decode(bytesOf(TEXT, 'utf-8', true), 'gb18030').problem).toEqual({ kind: 'contradiction', found: 'utf-8', asked: 'gb18030' });
    expect(decode(Buffer.from('a'), 'utf-16le').problem).toEqual({ kind: 'undecodable', asked: 'utf-16le' });
  });
});

describe('encode', () => {
  it.each<EncodingName>(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('gives back the bytes of %s', async (name) => {
    for (const bom of [false, true]) {
      const bytes = bytesOf(`${TEXT}𠮷€`, name, bom);
      const encoded = await encode(`${TEXT}𠮷€`, { name, bom });
      expect(Buffer.from(encoded ?? []).equals(bytes)).toBe(true);
    }
  });

  it.each<EncodingName>(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('refuses what %s cannot carry', async (name) => {
    expect(await encode('甲\ud800乙', { name, bom: false })).toBeUndefined();
  });
});
