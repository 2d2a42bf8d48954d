import { describe, expect, it } from 'vitest';
import { SAMPLE, sampleWithout } from '../language/sample.js';
import { fakeEngine } from './fake-engine.js';
import { POOR, RICH, start } from './harness.js';

const URI = 'file:///a.txt';

describe('status', () => {
  it.each([RICH, POOR])('comes after every check to a client that asked for it', async (capabilities) => {
    const engine = fakeEngine();
    const client = await start({ capabilities, engine, initializationOptions: { status: true } });
    client.open(URI, SAMPLE);
    expect(await client.status.next()).toMatchObject({ uri: URI, version: 1, state: 'checked', label: '四项齐全' });
    client.replace(URI, '4次', '4错');
    expect(await client.status.next()).toMatchObject({
      version: 2,
      label: '四项齐全 · 错误 1',
      counts: { error: 1, warning: 0, information: 0, hint: 0 },
    });
    expect(engine.counts.checked).toBe(2);
  });

  it('tells how long reading and checking took, by the clock that the server is given', async () => {
    let ticks = 0;
    const engine = fakeEngine();
    const now = () => ticks;
    const slow = {
      ...engine,
      parse: (...given: Parameters<typeof engine.parse>) => {
        ticks += 5;
        return engine.parse(...given);
      },
      examine: (...given: Parameters<typeof engine.examine>) => {
        ticks += 7;
        return engine.examine(...given);
      },
    };
    const client = await start({ engine: slow, now, initializationOptions: { status: true } });
    client.open(URI, SAMPLE);
    await client.pull(URI);
    expect(await client.status.next()).toMatchObject({ milliseconds: 12 });
    client.notify('workspace/didChangeConfiguration', { settings: { fazhiReport: { rules: { wrong: 'hint' } } } });
    expect(await client.status.next()).toMatchObject({ version: 1, milliseconds: 7 });
    client.open('file:///b.txt', '清单', 'plaintext');
    expect(await client.status.next()).not.toHaveProperty('milliseconds');
  });

  it('names what is missing', async () => {
    const client = await start({ engine: fakeEngine(), initializationOptions: { status: true } });
    client.open(URI, sampleWithout(10, 11));
    expect((await client.status.next()).label).toBe('缺：第一责任人职责');
  });

  it('says why a file is not checked', async () => {
    const client = await start({ engine: fakeEngine(), initializationOptions: { status: true } });
    client.open(URI, '清单', 'plaintext');
    expect(await client.status.next()).toMatchObject({ state: 'not-a-report', label: '未检查' });
  });

  it('is not sent to anyone else', async () => {
    const client = await start({ capabilities: POOR, engine: fakeEngine() });
    client.open(URI, SAMPLE);
    await client.diagnostics.next();
    client.replace(URI, '4次', '4错');
    await client.diagnostics.next();
    expect(client.status.all).toEqual([]);
  });

  it('does not check twice what a client pulls as well', async () => {
    const engine = fakeEngine();
    const client = await start({ engine, initializationOptions: { status: true } });
    client.open(URI, SAMPLE);
    await client.pull(URI);
    await client.status.next();
    expect(engine.counts).toEqual({ parsed: 1, checked: 1 });
  });
});
