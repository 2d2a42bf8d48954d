import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { call } from '../cli/helper.js';
import { SAMPLE } from '../language/sample.js';
import { type Client, Inbox, POOR, RICH, start, type StartOptions } from './harness.js';
import { ManualDelay } from './manual-delay.js';

const URI = 'file:///报告.txt';
const QUIET = { quietWhileTyping: true };
/** Every section is long enough, so that typing mends nothing. */
const TEXT = SAMPLE.replace('听取', `${'扎实推进依法行政，认真落实各项任务，着力提升群众满意度，'.repeat(2)}听取`);
/** Typed here, the sentence around it is unfinished. */
const SENTENCE = '听取工作汇报';

interface Quiet {
  readonly client: Client;
  readonly time: ManualDelay;
}

async function startQuiet(options: StartOptions = {}): Promise<Quiet> {
  const time = new ManualDelay();
  const client = await start({ initializationOptions: QUIET, delay: time.delay, ...options });
  client.open(URI, TEXT);
  return { client, time };
}

const rules = (items: readonly Diagnostic[]): unknown[] => items.map(({ code }) => code);

/** Types something behind a piece of the text. */
function type(client: Client, behind: string, text: string): void {
  client.replace(URI, behind, behind + text);
}

async function rulesOfCommandLine(text: string): Promise<unknown[]> {
  const { stdout } = await call(['check', '--format', 'json', '--fail-on', 'never', '--encoding', 'utf-8', '-'], { stdin: text });
  return JSON.parse(stdout).files[0].diagnostics.map(({ rule }: { rule: string }) => rule);
}

describe('while somebody types', () => {
  it('an opened quotation mark is not reported before the text rests', async () => {
    const { client, time } = await startQuiet();
    const before = await client.pull(URI);
    type(client, SENTENCE, '“');
    expect(await client.pull(URI, before.resultId)).toEqual({ kind: 'unchanged', resultId: before.resultId });
    type(client, '“', '法');
    expect(rules(await client.pullItems(URI))).not.toContain('unbalanced-pair');
    time.pass();
    await client.refreshed.next();
    const after = await client.pull(URI, before.resultId);
    expect(after).toMatchObject({ kind: 'full' });
    expect(after.resultId).not.toBe(before.resultId);
    expect(rules(await client.pullItems(URI))).toEqual(await rulesOfCommandLine(client.document(URI).getText()));
    expect(rules(await client.pullItems(URI))).toContain('unbalanced-pair');
  });

  it('each further key puts the rest off', async () => {
    const { client, time } = await startQuiet();
    await client.pull(URI);
    for (const key of '“法治') {
      type(
        client,
        client
          .document(URI)
          .getText()
          .match(/听取工作汇报[“法治]*/u)?.[0] ?? '',
        key,
      );
      await client.pull(URI);
      expect(time.waiting).toBe(1);
    }
    expect(client.refreshed.all).toEqual([]);
  });

  it('settings that change in the meantime do not bring it up', async () => {
    const { client, time } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, '“');
    client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: { locale: 'en' } } });
    expect(rules(await client.pullItems(URI))).not.toContain('unbalanced-pair');
    type(client, '“', '法');
    expect(rules(await client.pullItems(URI))).not.toContain('unbalanced-pair');
    time.pass();
    const [mark] = (await client.pullItems(URI)).filter(({ code }) => code === 'unbalanced-pair');
    expect(mark?.message).toMatch(/quotation|opened|closed/iu);
  });

  it('with findings made on saving only, what was held back is shown at once', async () => {
    const { client } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, '“');
    expect(rules(await client.pullItems(URI))).not.toContain('unbalanced-pair');
    client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: { run: 'onSave' } } });
    expect(rules(await client.pullItems(URI))).toContain('unbalanced-pair');
  });

  it('what was reported before stays reported, and what comes up beside it waits', async () => {
    const { client, time } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, '“');
    await client.pull(URI);
    time.pass();
    const marks = async (): Promise<number> => rules(await client.pullItems(URI)).filter((rule) => rule === 'unbalanced-pair').length;
    expect(await marks()).toBe(1);
    type(client, '全年召开', '了');
    expect(await marks()).toBe(1);
    type(client, '专题会议', '（');
    expect(await marks()).toBe(1);
    time.pass();
    expect(await marks()).toBe(2);
  });

  it('a mistake is reported as soon as somebody types elsewhere', async () => {
    const { client } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, '“');
    expect(rules(await client.pullItems(URI))).not.toContain('unbalanced-pair');
    type(client, '原因是编制', '也');
    expect(rules(await client.pullItems(URI))).toContain('unbalanced-pair');
  });

  it('a mistake is reported on saving', async () => {
    const { client, time } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, '“');
    await client.pull(URI);
    client.notify('textDocument/didSave', { textDocument: { uri: URI } });
    await client.refreshed.next();
    expect(rules(await client.pullItems(URI))).toContain('unbalanced-pair');
    expect(time.waiting).toBe(0);
  });

  it('what no more typing will mend is reported at once', async () => {
    const { client } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, 'XX次');
    expect(rules(await client.pullItems(URI))).toContain('placeholder');
  });

  it('what is pasted is reported at once', async () => {
    const { client, time } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, `“${'深入开展法治宣传活动和行政执法监督工作'.repeat(3)}`);
    expect(rules(await client.pullItems(URI))).toContain('unbalanced-pair');
    expect(time.waiting).toBe(0);
  });

  it('nothing is asked for anew where nothing was held back', async () => {
    const { client, time } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, '了');
    await client.pull(URI);
    time.pass();
    await client.request('unknown/barrier', {}).catch(() => undefined);
    expect(client.refreshed.all).toEqual([]);
  });

  it('lenses, hints and quick fixes say no more than the diagnostics, and are asked for anew with them', async () => {
    const capabilities: ClientCapabilities = {
      ...RICH,
      workspace: { ...RICH.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
    };
    const { client, time } = await startQuiet({ capabilities });
    const asked = new Inbox<string>();
    for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']) {
      client.connection.onRequest(method, () => {
        asked.put(method);
        return null;
      });
    }
    const lenses = async (): Promise<string> =>
      JSON.stringify(await client.request('textDocument/codeLens', { textDocument: { uri: URI } }));
    const hints = async (): Promise<unknown> =>
      client.request('textDocument/inlayHint', {
        textDocument: { uri: URI },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      });
    const actions = async (): Promise<unknown> => {
      const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 300 } };
      return client.request('textDocument/codeAction', {
        textDocument: { uri: URI },
        range,
        context: { diagnostics: [], only: ['quickfix'] },
      });
    };
    const calm = await lenses();
    type(client, SENTENCE, '26件，其中保留19件、修改4件、废止');
    await client.pull(URI);
    type(client, '废止', '2件,整改“');
    expect((await lenses()).replace(/\d+ 字 · 8/u, '')).toBe(calm.replace(/\d+ 字 · 4/u, ''));
    expect(await hints()).toEqual([]);
    expect(await actions()).toEqual([]);
    time.pass();
    expect([await asked.next(), await asked.next()].sort()).toEqual(['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']);
    expect(await lenses()).toContain('4 处问题');
    expect(await hints()).toMatchObject([{ label: '＝ 合计 25，与总数“26件”不符' }]);
    expect(await actions()).not.toEqual([]);
  });

  it('whoever saves has everything mended, also what is not reported yet', async () => {
    const { client } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, ',再');
    expect(rules(await client.pullItems(URI))).not.toContain('half-width-punctuation');
    const asked = (only: string[]): Promise<CodeAction[]> =>
      client.request('textDocument/codeAction', {
        textDocument: { uri: URI },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
        context: { diagnostics: [], only },
      });
    const actions = await asked(['source.fixAll']);
    expect(JSON.stringify(actions.map(({ edit }) => edit))).toContain('，');
    expect(JSON.stringify(await asked(['quickfix']))).not.toContain('half-width-punctuation');
  });

  it('the status counts what is shown, and is sent again when the text rests', async () => {
    const { client, time } = await startQuiet({ initializationOptions: { ...QUIET, status: true } });
    const before = await client.status.next();
    type(client, SENTENCE, '“');
    expect((await client.status.next()).counts).toEqual(before.counts);
    time.pass();
    const { version, counts } = await client.status.next();
    expect(version).toBe(2);
    expect(counts.error).toBe(before.counts.error + 1);
  });

  it('a client that is told of findings is told of them when the text rests', async () => {
    const { client, time } = await startQuiet({ capabilities: POOR });
    const before = (await client.diagnostics.next()).diagnostics;
    type(client, SENTENCE, '“');
    type(client, '“', '法');
    await client.request('unknown/barrier', {}).catch(() => undefined);
    // What was published is still right, so it is not published again.
    await client.request('textDocument/documentSymbol', { textDocument: { uri: URI } });
    expect(client.diagnostics.all).toHaveLength(1);
    time.pass();
    const after = (await client.diagnostics.next()).diagnostics;
    expect(rules(before)).not.toContain('unbalanced-pair');
    expect(rules(after)).toContain('unbalanced-pair');
  });

  it('findings never wait where the client did not ask for that, or could not be told', async () => {
    for (const options of [
      { initializationOptions: {} },
      { initializationOptions: { quietWhileTyping: 'yes' } },
      { capabilities: { ...RICH, workspace: {} } },
    ]) {
      const { client, time } = await startQuiet(options);
      await client.pull(URI);
      type(client, SENTENCE, '“');
      expect(rules(await client.pullItems(URI))).toContain('unbalanced-pair');
      expect(time.waiting).toBe(0);
    }
  });

  it('nothing waits for a document that was closed', async () => {
    const { client, time } = await startQuiet();
    await client.pull(URI);
    type(client, SENTENCE, '“');
    await client.pull(URI);
    client.close(URI);
    await client.pull(URI);
    expect(time.waiting).toBe(0);
  });

  it('every key of a report is answered for its own text, and the end is what the command line says', async () => {
    const { client, time } = await startQuiet();
    const typed = '（三）规范“执法”行为。出动执法人员30余人次，办理案件12件，学习《民法典》2次,整改5处。';
    client.change(URI, { text: TEXT.replace('二、2024年', '\n二、2024年') });
    await client.pull(URI);
    const line = 8;
    for (const [index, key] of [...typed].entries()) {
      const place = { line, character: index };
      client.change(URI, { range: { start: place, end: place }, text: key });
      const document = client.document(URI);
      for (const { range } of await client.pullItems(URI)) {
        expect(document.positionAt(document.offsetAt(range.start))).toEqual(range.start);
        expect(document.positionAt(document.offsetAt(range.end))).toEqual(range.end);
        // Nothing flashes on the line that is being written.
        expect(range.start.line).not.toBe(line);
      }
    }
    time.pass();
    expect(rules(await client.pullItems(URI))).toEqual(await rulesOfCommandLine(client.document(URI).getText()));
  });
});
