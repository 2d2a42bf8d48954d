import { describe, expect, it } from 'vitest';
import type { CodeAction, CodeActionContext } from 'vscode-languageserver/node';
import { SAMPLE } from '../language/sample.js';
import { fakeEngine } from './fake-engine.js';
import { type Client, POOR, RICH, start } from './harness.js';

const URI = 'file:///a.txt';
const TWO_WRONG = SAMPLE.replace('4次', '4错').replace('2次', '2错');

async function actionsAt(client: Client, piece: string, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
  const document = client.document(URI);
  const start = document.positionAt(document.getText().indexOf(piece));
  return client.request('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start, end: start },
    context: { diagnostics: [], ...context },
  });
}

describe('code actions over the wire', () => {
  it('take a finding away when applied', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, TWO_WRONG);
    expect(await client.pullItems(URI)).toHaveLength(2);
    const [fix] = await actionsAt(client, '错');
    expect(fix).toMatchObject({ title: '改为“对”', isPreferred: true, kind: 'quickfix' });
    client.change(URI, { text: client.textAfter(URI, fix?.edit) });
    const left = await client.pullItems(URI);
    expect(left).toHaveLength(1);
    expect(client.document(URI).getText()).toContain('会议4对');
  });

  it('bring the edit of “fix all” when it is chosen', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, TWO_WRONG);
    const all = (await actionsAt(client, '错')).at(-1);
    expect(all?.title).toBe('修复本文件中全部“错字”（2 处）');
    expect(all?.edit).toBeUndefined();
    const resolved = await client.request<CodeAction>('codeAction/resolve', all);
    expect(client.textAfter(URI, resolved.edit)).toBe(TWO_WRONG.replaceAll('错', '对'));
  });

  it('bring no edit that was made for another version', async () => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, TWO_WRONG);
    const all = (await actionsAt(client, '错')).at(-1);
    client.replace(URI, '会议', '大会');
    expect(await client.request('codeAction/resolve', all)).not.toHaveProperty('edit');
    client.close(URI);
    expect(await client.request('codeAction/resolve', all)).not.toHaveProperty('edit');
    expect(await client.request('codeAction/resolve', { title: '别人的' })).toEqual({ title: '别人的' });
  });

  it.each(['source.fixAll', 'source.fixAll.fazhiReport'])('fix the whole file for %s', async (only) => {
    const client = await start({ engine: fakeEngine() });
    client.open(URI, TWO_WRONG);
    const actions = await actionsAt(client, '云桥镇', { only: [only] });
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.fazhiReport']);
    client.change(URI, { text: client.textAfter(URI, actions[0]?.edit) });
    expect(await client.pullItems(URI)).toEqual([]);
    expect(await actionsAt(client, '云桥镇', { only: [only] })).toEqual([]);
  });

  it('put the caret into the blank of a choice where the client knows snippets in edits', async () => {
    const text = SAMPLE.replace('2次。', '2次？');
    const plain = { ...RICH, workspace: { workspaceEdit: { documentChanges: true } } };
    for (const [capabilities, hasSnippet] of [
      [RICH, true],
      [plain, false],
    ] as const) {
      const client = await start({ capabilities, engine: fakeEngine() });
      client.open(URI, text);
      const actions = await actionsAt(client, '？');
      expect(actions.map(({ title }) => title)).toEqual(['改为句号', '改为叹号']);
      expect(JSON.stringify(actions[0]?.edit).includes('$' + '{1:____}')).toBe(hasSnippet);
      expect(client.textAfter(URI, actions[0]?.edit)).toBe(text.replace('2次？', '2次。____'));
    }
  });

  it('are whole and plain for a client that can do little', async () => {
    const client = await start({ capabilities: POOR, engine: fakeEngine() });
    client.open(URI, TWO_WRONG);
    const actions = await actionsAt(client, '错');
    expect(actions).toHaveLength(2);
    expect(actions.every(({ edit }) => edit?.changes?.[URI] !== undefined && edit.documentChanges === undefined)).toBe(true);
    expect(client.textAfter(URI, actions[1]?.edit)).toBe(TWO_WRONG.replaceAll('错', '对'));
  });
});
