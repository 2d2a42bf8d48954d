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
