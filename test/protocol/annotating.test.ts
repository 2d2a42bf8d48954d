import { describe, expect, it } from 'vitest';
import type { CodeLens, InlayHint, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';
import { SAMPLE } from '../language/sample.js';
import { type Client, start, type StartOptions } from './harness.js';

const URI = 'file:///报告.txt';
const textDocument = { uri: URI };
const WITH_SUM = SAMPLE.replace('听取工作汇报2次', '办理案件20件，其中简易程序12件、普通程序8件');
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function open(text = WITH_SUM, options: StartOptions = {}, languageId = 'fazhi-report'): Promise<Client> {
  const client = await start(options);
  client.open(URI, text, languageId);
  return client;
}

const full = (client: Client): Promise<SemanticTokens> => client.request('textDocument/semanticTokens/full', { textDocument });
const delta = (client: Client, previousResultId: string): Promise<SemanticTokens | SemanticTokensDelta> =>
  client.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId });
const lenses = (client: Client): Promise<CodeLens[]> => client.request('textDocument/codeLens', { textDocument });
const hints = (client: Client): Promise<InlayHint[]> => client.request('textDocument/inlayHint', { textDocument, range: EVERYWHERE });

describe('semantic tokens', () => {
  it('are offered with a legend, in full, as a difference and for a range', async () => {
    const client = await open();
    expect(client.initialized.capabilities.semanticTokensProvider).toEqual({
      legend: {
        tokenTypes: ['namespace', 'number', 'class', 'string'],
        tokenModifiers: ['measures', 'shortcomings', 'duties', 'plan'],
      },
      full: { delta: true },
      range: true,
    });
    const { data } = await full(client);
    // The first: the agency in the opening. Then the heading of measures.
    expect(data.slice(0, 10)).toEqual([2, 6, 3, 2, 0, 1, 0, 23, 0, 1]);
  });

  it('come as what has changed since', async () => {
    const client = await open();
    let { resultId = '', data } = await full(client);
    for (const [piece, text] of [
      ['4次', '14次'],
      ['办理案件', '\n办理案件'],
      ['（二）推进普法宣传。', ''],
      ['四、', '四、云桥镇'],
      [WITH_SUM.slice(0, 0), '\n'],
    ] as const) {
      client.replace(URI, piece, text);
      const answer = await delta(client, resultId);
      if (!('edits' in answer)) throw new Error('not a difference');
      expect(answer.edits.length).toBeLessThanOrEqual(1);
      for (const edit of answer.edits) {
        expect(edit.data?.length).toBeLessThan(data.length);
        data = [...data.slice(0, edit.start), ...(edit.data ?? []), ...data.slice(edit.start + edit.deleteCount)];
      }
      resultId = answer.resultId ?? '';
      expect((await full(client)).data).toEqual(data);
    }
    expect(await delta(client, resultId)).toEqual({ resultId, edits: [] });
  });

  it('come in full where another result is named', async () => {
    const client = await open();
    const { data } = await full(client);
    expect(await delta(client, 'unknown')).toMatchObject({ data });
  });

  it('of a range are part of the whole', async () => {
    const client = await open();
    const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 1 } };
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range });
    expect(data).toEqual([5, 8, 2, 1, 0, 0, 7, 3, 1, 0, 0, 10, 3, 1, 0, 0, 8, 2, 1, 0]);
  });
});

describe('code lenses', () => {
  it('count what is found and name no command that the client does not run', async () => {
    const client = await open(WITH_SUM.replace('4次', '“4次'));
    const [first, ...others] = await lenses(client);
    expect(first).toEqual({
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
      command: { title: expect.stringMatching(/^\d+ 字 · 6 个数据 · 1 处问题$/u), command: '' },
    });
    expect(others).toHaveLength(3);
  });

  it('do nothing where a client runs what they name all the same', async () => {
    const client = await open();
    const [first] = await lenses(client);
    expect(first?.command?.command).toBe('');
    expect(await client.request('workspace/executeCommand', { command: '', arguments: [] })).toBeNull();
    await expect(client.request('workspace/executeCommand', { command: 'fazhiReport.showPlace' })).rejects.toThrow('showPlace');
  });

  it('lead to places where the client runs the commands for that', async () => {
    const options = { initializationOptions: { commands: ['fazhiReport.showPlace', 'fazhiReport.showFigures'] } };
    const client = await open(WITH_SUM.replace('4次', '“4次'), options);
    const [size, problem] = await lenses(client);
    expect(size?.command?.command).toBe('fazhiReport.showFigures');
    expect(problem?.command).toEqual({
      title: '1 处问题',
      command: 'fazhiReport.showPlace',
      arguments: [URI, { start: { line: 5, character: 8 }, end: { line: 5, character: 9 } }],
    });
  });
});

describe('inlay hints', () => {
  it('add up the parts of a total', async () => {
    expect(await hints(await open())).toMatchObject([{ position: { line: 5, character: 35 }, label: '＝ 合计 20' }]);
  });
});

describe('a report in Markdown', () => {
  it('is annotated, too, and anything else is not', async () => {
    const report = await open(WITH_SUM.replace('\n一、', '\n## 一、'), {}, 'markdown');
    expect(await lenses(report)).toHaveLength(4);
    const other = await open('# 购物清单\n鸡蛋20个，其中白的12个、红的8个', {}, 'markdown');
    expect([await full(other), await lenses(other), await hints(other)]).toEqual([{ data: [] }, [], []]);
  });
});

describe('each has a setting', () => {
  it.each([
    ['semanticTokens', 'workspace/semanticTokens/refresh'],
    ['codeLens', 'workspace/codeLens/refresh'],
    ['inlayHints', 'workspace/inlayHint/refresh'],
  ])('%s, which takes effect at once', async (name, refresh) => {
    const support = { refreshSupport: true };
    const client = await start({ capabilities: { workspace: { codeLens: support, inlayHint: support, semanticTokens: support } } });
    client.open(URI, WITH_SUM);
    const counts = async (): Promise<Record<string, boolean>> => ({
      semanticTokens: (await full(client)).data.length > 0,
      codeLens: (await lenses(client)).length > 0,
      inlayHints: (await hints(client)).length > 0,
    });
    const everything = { semanticTokens: true, codeLens: true, inlayHints: true };
    expect(await counts()).toEqual(everything);
    const { resultId = '', data } = await full(client);
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest(refresh, () => {
        resolve();
        return null;
      });
    });
    client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: { [name]: false } } });
    await refreshed;
    expect(await counts()).toEqual({ ...everything, [name]: false });
    if (name === 'semanticTokens') {
      client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: {} } });
      await full(client);
      client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: { semanticTokens: false } } });
      const { resultId: last = '' } = await full(client);
      expect(await delta(client, last)).toEqual({ resultId: last, edits: [] });
      expect(last).not.toBe(resultId);
      expect(data).not.toEqual([]);
    }
  });
});
