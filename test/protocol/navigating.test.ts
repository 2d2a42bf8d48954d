import { describe, expect, it } from 'vitest';
import type {
  DocumentHighlight,
  DocumentLink,
  Location,
  PrepareRenameResult,
  SelectionRange,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { LINES, SAMPLE } from '../language/sample.js';
import { type Client, POOR, RICH, start } from './harness.js';

const URI = 'file:///w/a.txt';
const textDocument = { uri: URI };
const NAME = { line: 0, character: 1 };
const FIGURE = { line: 6, character: LINES[6]?.indexOf('12场') ?? 0 };
const NOWHERE = { line: 3, character: 12 };

async function open(capabilities = RICH, text = SAMPLE): Promise<Client> {
  const client = await start({ capabilities });
  client.open(URI, text);
  return client;
}

describe('selection ranges', () => {
  it('are given for each caret', async () => {
    const client = await open();
    const ranges = await client.request<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions: [FIGURE, NAME] });
    expect(ranges).toHaveLength(2);
    expect(ranges[0]?.range).toEqual({ start: { line: 6, character: 10 }, end: { line: 6, character: 19 } });
  });

  it('are none for a document that is no report', async () => {
    const client = await start();
    client.open(URI, '苹果', 'plaintext');
    expect(await client.request('textDocument/selectionRange', { textDocument, positions: [NAME] })).toBeNull();
  });
});

describe('highlights and references', () => {
  it('show the agency’s name and counted things, and an empty list elsewhere', async () => {
    const client = await open();
    const highlights = (position: object): Promise<DocumentHighlight[]> =>
      client.request('textDocument/documentHighlight', { textDocument, position });
    expect((await highlights(NAME)).map(({ range }) => range.start.line)).toEqual([0, 2, 14]);
    expect(await highlights(FIGURE)).toHaveLength(2);
    // An empty list keeps the editor from marking equal words instead.
    expect(await highlights(NOWHERE)).toEqual([]);
    const params = { textDocument, position: NAME };
    expect(await client.request<Location[]>('textDocument/references', { ...params, context: { includeDeclaration: true } })).toHaveLength(
      3,
    );
    expect(await client.request<Location[]>('textDocument/references', { ...params, context: { includeDeclaration: false } })).toHaveLength(
      2,
    );
  });
});

describe('rename', () => {
  const rename = (client: Client, position: object, newName: string): Promise<WorkspaceEdit | null> =>
    client.request('textDocument/rename', { textDocument, position, newName });

  it.each([
    ['versioned', RICH],
    ['plain', POOR],
  ])('is a %s edit of the whole file', async (_, capabilities) => {
    const client = await open(capabilities);
    const edit = await rename(client, NAME, '清河镇');
    expect(client.textAfter(URI, edit ?? undefined)).toBe(SAMPLE.replaceAll('云桥镇', '清河镇'));
  });

  it('of what was renamed is what was there before', async () => {
    const client = await open();
    client.change(URI, { text: client.textAfter(URI, (await rename(client, NAME, '清河镇')) ?? undefined) });
    expect(client.textAfter(URI, (await rename(client, NAME, '云桥镇')) ?? undefined)).toBe(SAMPLE);
  });

  it('is prepared with the name’s own part', async () => {
    const client = await open();
    const prepared = await client.request<PrepareRenameResult>('textDocument/prepareRename', {
      textDocument,
      position: { line: 14, character: 6 },
    });
    expect(prepared).toEqual({ range: { start: { line: 14, character: 0 }, end: { line: 14, character: 3 } }, placeholder: '云桥镇' });
  });

  it('says why it cannot be done', async () => {
    const client = await open();
    await expect(rename(client, NAME, '清 河镇')).rejects.toThrow('新名称只能是两个以上的汉字');
    await expect(rename(client, NAME, '')).rejects.toThrow('新名称不能为空');
    await expect(rename(client, NOWHERE, '清河镇')).rejects.toThrow('这里不能重命名');
    await expect(client.request('textDocument/prepareRename', { textDocument, position: NOWHERE })).rejects.toThrow('这里不能重命名');
    const english = await start({ initializationOptions: { locale: 'en' } });
    english.open(URI, SAMPLE);
    await expect(rename(english, NOWHERE, '清河镇')).rejects.toThrow('Nothing to rename here');
  });
});

describe('links', () => {
  it('of a project file lead to the files that it names', async () => {
    const client = await open();
    const uri = 'file:///w/.fazhi-report.json';
    client.open(uri, '{ "extends": "../county.json", "files": { "previousYear": "2023" } }', 'json');
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    expect(links.map(({ target }) => target)).toEqual(['file:///county.json', 'file:///w/2023/']);
    expect(await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument })).toEqual([]);
  });
});
