import { describe, expect, it } from 'vitest';
import { fakeEngine } from './fake-engine.js';
import { POOR, RICH, start } from './harness.js';

describe('initialize', () => {
  it('offers pull diagnostics to a client that pulls', async () => {
    const { initialized } = await start({ engine: fakeEngine() });
    expect(initialized.serverInfo).toEqual({ name: 'fazhi-report', version: '0.0.0-test' });
    expect(initialized.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.fazhiReport'], resolveProvider: true },
    });
  });

  it('does not offer them to one that cannot', async () => {
    const { initialized } = await start({ capabilities: POOR, engine: fakeEngine() });
    expect(initialized.capabilities).not.toHaveProperty('diagnosticProvider');
    expect(initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
  });

  it('offers no code actions to a client that knows only commands', async () => {
    const { initialized } = await start({ capabilities: {}, engine: fakeEngine() });
    expect(initialized.capabilities).not.toHaveProperty('codeActionProvider');
  });

  it('ends in order', async () => {
    const client = await start({ capabilities: RICH, engine: fakeEngine() });
    expect(await client.request('shutdown', undefined)).toBeNull();
    client.notify('exit', undefined);
    await client.request('unknown/barrier', {}).catch(() => undefined);
    expect(client.exitCodes).toEqual([0]);
  });

  it('tells by its exit code that nobody shut it down', async () => {
    const client = await start({ engine: fakeEngine() });
    client.notify('exit', undefined);
    await client.request('unknown/barrier', {}).catch(() => undefined);
    expect(client.exitCodes).toEqual([1]);
  });
});
