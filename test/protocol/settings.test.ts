import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/protocol/settings.js';
import { SAMPLE } from '../language/sample.js';
import { fakeEngine } from './fake-engine.js';
import { configuring, POOR, RICH, start } from './harness.js';

const URI = 'file:///a.txt';
const WRONG = SAMPLE.replace('4次', '4错').replace('2次。', '2次？');

const isRule = (id: string): boolean => id === 'wrong' || id === 'mark';

describe('settings', () => {
  it('read what is valid and name what is not', () => {
    const { settings, problems } = readSettings(
      { locale: 'fr', rules: { wrong: 'hint', mark: 'loud', unknown: 'off' }, trace: 'verbose' },
      isRule,
    );
    expect(settings).toEqual({ rules: new Map([['wrong', 'hint']]) });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('fazhiReport.locale');
    expect(problems[1]).toContain('fazhiReport.rules.mark');
    expect(problems[2]).toContain('fazhiReport.rules.unknown');
  });

  it.each([
    [undefined, 0],
    [null, 0],
    [{}, 0],
    ['x', 1],
    [[], 1],
    [{ rules: [] }, 1],
    [{ rules: null, locale: null }, 0],
    [{ rules: { wrong: 1 } }, 1],
  ])('never fail: %j', (value, count) => {
    expect(readSettings(value, isRule).problems).toHaveLength(count);
  });

  it('tell when findings are made and what is shown beside them', () => {
    const valid = { run: 'onSave', codeLens: false, inlayHints: true, semanticTokens: false };
    expect(readSettings(valid, isRule)).toEqual({ settings: valid, problems: [] });
    expect(readSettings({ run: 'always', codeLens: 'no', inlayHints: null, semanticTokens: 0 }, isRule)).toEqual({
      settings: {},
      problems: [
        '设置 fazhiReport.run 无效，已忽略：“always”不是 onType 或 onSave。',
        '设置 fazhiReport.codeLens 无效，已忽略：“no”不是 true 或 false。',
        '设置 fazhiReport.semanticTokens 无效，已忽略：“0”不是 true 或 false。',
      ],
    });
  });

  it.each([
    { rules: { wrong: 'off', mark: 'hint' }, locale: 'en' },
    { fazhiReport: { rules: { wrong: 'off', mark: 'hint' }, locale: 'en' } },
  ])('come with initialize, bare or under their name', async (initializationOptions) => {
    const client = await start({ engine: fakeEngine(), initializationOptions });
    client.open(URI, WRONG);
    expect(await client.pullItems(URI)).toMatchObject([{ code: 'mark', severity: 4, message: 'en:mark 的说明' }]);
  });

  it('are asked for, registered for, and override those of initialize key by key', async () => {
    let configured: unknown = { rules: { mark: 'off' } };
    const client = await start({
      capabilities: configuring(RICH),
      engine: fakeEngine(),
      initializationOptions: { rules: { wrong: 'off' }, locale: 'en' },
      configuration: () => configured,
    });
    client.open(URI, WRONG);
    const first = await client.pull(URI);
    expect(first).toMatchObject({ items: [{ code: 'wrong', message: 'en:wrong 的说明' }] });
    expect(await client.registered.next()).toMatchObject([
      { method: 'workspace/didChangeConfiguration', registerOptions: { section: 'fazhiReport' } },
    ]);
    expect(client.refreshed.all).toHaveLength(0);
    configured = { rules: { wrong: 'warning' }, locale: 'zh-CN' };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.refreshed.next();
    expect(await client.pull(URI, first.resultId)).toMatchObject({
      kind: 'full',
      items: [
        { code: 'wrong', severity: 2, message: 'wrong 的说明' },
        { code: 'mark', severity: 1 },
      ],
    });
  });

  it('cause no refresh where they are the same', async () => {
    const engine = fakeEngine();
    const client = await start({ capabilities: configuring(RICH), engine, configuration: () => ({ rules: { mark: 'off' } }) });
    client.open(URI, WRONG);
    const first = await client.pull(URI);
    client.notify('workspace/didChangeConfiguration', { settings: null });
    expect((await client.pull(URI, first.resultId)).kind).toBe('unchanged');
    expect(client.refreshed.all).toEqual([]);
    expect(engine.counts.checked).toBe(1);
  });

  it('are taken from the notification where the client cannot be asked', async () => {
    const client = await start({ capabilities: POOR, engine: fakeEngine() });
    client.open(URI, WRONG);
    expect((await client.diagnostics.next()).diagnostics).toHaveLength(2);
    client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: { rules: { wrong: 'off' } } } });
    expect((await client.diagnostics.next()).diagnostics).toMatchObject([{ code: 'mark' }]);
  });

  it('that are invalid are named in the log and otherwise ignored', async () => {
    const client = await start({ engine: fakeEngine(), initializationOptions: { rules: { wrong: 'loud' }, locale: 7 } });
    client.open(URI, WRONG);
    expect(await client.pullItems(URI)).toMatchObject([{ code: 'wrong', severity: 1, message: 'wrong 的说明' }, { code: 'mark' }]);
    expect(await client.log.next()).toEqual({ type: 2, message: '设置 fazhiReport.locale 无效，已忽略：“7”不是 zh-CN 或 en。' });
    expect((await client.log.next()).message).toContain('fazhiReport.rules.wrong');
  });

  it('that the client fails to give leave the others in force', async () => {
    const client = await start({
      capabilities: configuring(RICH),
      engine: fakeEngine(),
      initializationOptions: { rules: { mark: 'off' } },
      configuration: () => {
        throw new Error('没有');
      },
    });
    client.open(URI, WRONG);
    expect(await client.pullItems(URI)).toMatchObject([{ code: 'wrong' }]);
  });
});
