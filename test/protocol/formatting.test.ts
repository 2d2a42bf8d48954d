import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver/node';
import { exampleReport } from '../../server/rules/example-report.js';
import { type Client, RICH, start } from './harness.js';

const URI = 'file:///a.txt';
const OPTIONS = { tabSize: 4, insertSpaces: true };
const TEXT = exampleReport({
  measures:
    '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开会议 4 次,研究事项9项。\n（二）规范行政执法。检查312次;办案18件。',
});

function after(client: Client, edits: readonly TextEdit[] | null): string {
  return TextDocument.applyEdits(client.document(URI), [...(edits ?? [])]);
}

async function typed(client: Client, piece: string, ch: string): Promise<string> {
  const document = client.document(URI);
  const position = document.positionAt(document.getText().indexOf(piece) + piece.length);
  return after(
    client,
    await client.request('textDocument/onTypeFormatting', { textDocument: { uri: URI }, position, ch, options: OPTIONS }),
  );
}

describe('textDocument/formatting', () => {
  it('formats the whole text, under the configuration in force', async () => {
    const client = await start({ initializationOptions: { rules: { 'digit-spacing': 'off' } } });
    client.open(URI, TEXT);
    const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri: URI }, options: OPTIONS });
    expect(after(client, edits)).toBe(TEXT.replace(',', '，').replace(';', '；'));
  });

  it('is answered with nothing for what is no report', async () => {
    const client = await start();
    client.open(URI, '会议4次,研究9项。', 'plaintext');
    expect(await client.request('textDocument/formatting', { textDocument: { uri: URI }, options: OPTIONS })).toEqual([]);
  });
});

describe('textDocument/rangeFormatting', () => {
  it('formats the paragraphs of the range', async () => {
    const client = await start();
    client.open(URI, TEXT);
    const document = client.document(URI);
    const place = document.positionAt(TEXT.indexOf('办案'));
    const edits = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri: URI },
      range: { start: place, end: place },
      options: OPTIONS,
    });
    expect(after(client, edits)).toBe(TEXT.replace(';', '；'));
  });
});

describe('textDocument/onTypeFormatting', () => {
  it('makes a mark full width, unless the rule is off', async () => {
    const client = await start();
    client.open(URI, TEXT);
    expect(await typed(client, '检查312次;', ';')).toBe(TEXT.replace(';', '；'));
    const silent = await start({ initializationOptions: { rules: { 'half-width-punctuation': 'off' } } });
    silent.open(URI, TEXT);
    expect(await typed(silent, '检查312次;', ';')).toBe(TEXT);
  });

  it('goes on with the next number', async () => {
    const client = await start();
    const text = TEXT.replace('办案18件。\n', '办案18件。\n\n');
    client.open(URI, text);
    expect(await typed(client, '办案18件。\n', '\n')).toBe(text.replace('办案18件。\n', '办案18件。\n（三）'));
  });
});

describe('the offer of formatting', () => {
  it('is made at the start to a client that takes no registrations', async () => {
    const { initialized } = await start();
    expect(initialized.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: expect.arrayContaining([',', ')']) },
    });
  });

  const dynamicRegistration = true;
  const registering = {
    ...RICH,
    textDocument: {
      ...RICH.textDocument,
      formatting: { dynamicRegistration },
      rangeFormatting: { dynamicRegistration },
      onTypeFormatting: { dynamicRegistration },
    },
  };

  it('is made at the start to one that does, but does not give reports our language', async () => {
    const client = await start({ capabilities: registering });
    expect(client.initialized.capabilities).toMatchObject({ documentFormattingProvider: true, documentRangeFormattingProvider: true });
    await client.request('textDocument/formatting', { textDocument: { uri: URI }, options: OPTIONS });
    expect(client.registered.all).toEqual([]);
  });

  it('is made for our language alone to one that does both', async () => {
    const client = await start({ capabilities: registering, initializationOptions: { setsLanguage: true } });
    expect(client.initialized.capabilities).not.toHaveProperty('documentFormattingProvider');
    const registrations = await client.registered.next();
    expect(registrations.map(({ method }) => method)).toEqual([
      'textDocument/formatting',
      'textDocument/rangeFormatting',
      'textDocument/onTypeFormatting',
    ]);
    for (const { registerOptions } of registrations)
      expect(registerOptions).toMatchObject({ documentSelector: [{ language: 'fazhi-report' }] });
  });
});
