import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { sampleWithout } from '../language/sample.js';
import { type Bundle, bundle } from './bundle.js';
import { RICH } from './harness.js';

const URI = 'file:///a.txt';

let server: Bundle;
beforeAll(async () => {
  server = await bundle('node');
});
afterAll(() => server.remove());

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

function run(...args: readonly string[]): Promise<Ended> {
  return ended(spawn(process.execPath, [server.file, ...args]));
}

async function initialize(connection: ProtocolConnection): Promise<InitializeResult> {
  connection.listen();
  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: RICH,
  });
  await connection.sendNotification('initialized', {});
  return result;
}

async function findCodes(connection: ProtocolConnection): Promise<readonly unknown[]> {
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'plaintext', version: 1, text: sampleWithout(10, 11) },
  });
  const report = await connection.sendRequest<{ items: { code: unknown }[] }>('textDocument/diagnostic', { textDocument: { uri: URI } });
  return report.items.map(({ code }) => code);
}

async function shutDown(connection: ProtocolConnection): Promise<void> {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
}

describe('the bundled server as a process', () => {
  it('speaks over standard streams and exits in order', async () => {
    const child = spawn(process.execPath, [server.file, '--stdio']);
    const end = once(child, 'exit');
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const { serverInfo } = await initialize(connection);
    const manifest: { version: string } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(serverInfo).toEqual({ name: 'fazhi-report', version: manifest.version });
    expect(await findCodes(connection)).toContain('missing-section');
    await shutDown(connection);
    expect((await end)[0]).toBe(0);
  });

  it('exits with 1 where it was not shut down before', async () => {
    const child = spawn(process.execPath, [server.file, '--stdio']);
    const end = once(child, 'exit');
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    await initialize(connection);
    await connection.sendNotification('exit');
    expect((await end)[0]).toBe(1);
  });

  it('exits when its input is closed', async () => {
    const child = spawn(process.execPath, [server.file, '--stdio']);
    const end = ended(child);
    child.stdin.end();
    expect(await end).toMatchObject({ code: 1, stderr: '' });
  });

  it('exits with 0 when its input is closed after it was shut down', async () => {
    const child = spawn(process.execPath, [server.file, '--stdio']);
    const end = once(child, 'exit');
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    await initialize(connection);
    await connection.sendRequest('shutdown');
    child.stdin.end();
    expect((await end)[0]).toBe(0);
  });

  it('speaks over Node’s own channel', async () => {
    const child = fork(server.file, ['--node-ipc'], { execArgv: [] });
    const end = once(child, 'exit');
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    await initialize(connection);
    expect(await findCodes(connection)).toContain('missing-section');
    await shutDown(connection);
    expect((await end)[0]).toBe(0);
  });

  it('speaks over a socket and exits when it is closed', async () => {
    const listener = createTcpServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const child = spawn(process.execPath, [server.file, `--socket=${port}`]);
    const end = once(child, 'exit');
    const [socket] = (await once(listener, 'connection')) as [Socket];
    const connection = createProtocolConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
    await initialize(connection);
    expect(await findCodes(connection)).toContain('missing-section');
    socket.end();
    expect((await end)[0]).toBe(1);
    listener.close();
  });

  it('says that it cannot reach a socket', async () => {
    const listener = createTcpServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    listener.close();
    await once(listener, 'close');
    const { code, stdout, stderr } = await run(`--socket=${port}`);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`127.0.0.1:${port}`);
  });

  it('says what to do where no way to speak is named', async () => {
    const { code, stdout, stderr } = await run();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--stdio');
    expect((await run('--node-ipc')).code).toBe(2);
    expect((await run('--socket=x')).code).toBe(2);
  });

  it('tells its version and how it is used', async () => {
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = await run('--help');
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('--node-ipc');
  });
});
