import { describe, expect, it } from 'vitest';
import {
  CHECKLIST_EDIT_REQUEST,
  CHECKLIST_REQUEST,
  type ChecklistEdit,
  type ChecklistResult,
  type ChecklistRow,
} from '../../server/protocol/messages/checklist.js';
import { SAMPLE, sampleWithout } from '../language/sample.js';
import { fakeEngine } from './fake-engine.js';
import { type Client, start } from './harness.js';

const URI = 'file:///a.txt';

const ask = (client: Client, uri = URI): Promise<ChecklistResult | null> => client.request(CHECKLIST_REQUEST, { textDocument: { uri } });

const edit = (client: Client, id: string): Promise<ChecklistEdit | null> =>
  client.request(CHECKLIST_EDIT_REQUEST, { textDocument: { uri: URI }, id });

const rowsOf = (result: ChecklistResult | null): readonly ChecklistRow[] =>
  result?.rows.flatMap((row) => [row, ...(row.children ?? [])]) ?? [];

describe('the checklist', () => {
  it('is that of the text as it stands, and names its version', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, SAMPLE);
    expect(await ask(client)).toMatchObject({ version: 1, errors: 0 });
    client.replace(URI, '4次', '4错');
    const result = await ask(client);
    expect(result).toMatchObject({ version: 2, errors: 1 });
    expect(rowsOf(result).find(({ id }) => id.startsWith('finding:wrong'))).toMatchObject({ remedy: 'fix', mark: 'error' });
  });

  it('costs no check of its own', async () => {
    const engine = fakeEngine();
    const client = await start({ engine });
    client.open(URI, SAMPLE);
    await client.pull(URI);
    await ask(client);
    expect(engine.counts).toEqual({ parsed: 1, checked: 1 });
  });

  it('is in the language of the settings', async () => {
    const client = await start({ engine: fakeEngine(), initializationOptions: { locale: 'en' } });
    client.open(URI, SAMPLE);
    expect(rowsOf(await ask(client))[0]).toMatchObject({ label: 'Title' });
  });

  it('is null for what is no report or not open', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, '购物清单', 'plaintext');
    expect(await ask(client)).toBeNull();
    expect(await ask(client, 'file:///b.txt')).toBeNull();
  });
});

describe('the edit behind a row', () => {
  it('is for the text as it stands', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, SAMPLE.replace('4次', '4错'));
    const id = rowsOf(await ask(client)).find((row) => row.remedy === 'fix')?.id ?? '';
    client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    const answer = await edit(client, id);
    expect(answer?.version).toBe(2);
    expect(answer?.edits).toEqual([{ range: { start: { line: 6, character: 9 }, end: { line: 6, character: 10 } }, newText: '对' }]);
  });

  it('brings blanks as tab stops', async () => {
    const client = await start();
    client.open(URI, sampleWithout(10, 11));
    const answer = await edit(client, 'section:duties');
    const [first] = answer?.edits ?? [];
    expect(first !== undefined && 'snippet' in first ? first.snippet.value : '').toMatch(/^三、2024年党政主要负责人[^$]*\$\{1:____\}/u);
  });

  it('is null for a row that is gone', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, SAMPLE);
    expect(await edit(client, 'section:duties')).toBeNull();
    expect(await edit(client, 'nothing')).toBeNull();
  });
});
