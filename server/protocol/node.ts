#!/usr/bin/env node
import { connect } from 'node:net';
import { type Connection, type ConnectionOptions, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { SERVER_INFO } from './info.js';
import { answerEarly } from './late-server.js';
import { connectStandardStreams, connectStreams } from './node-connection.js';
import { NODE_FILES } from './node-files.js';
import { nodeReportFiles } from './node-report-files.js';
import { HELP, NO_TRANSPORT, parseArguments, type Transport } from './transport.js';
import type { Delay } from './typing.js';

/**
 * Entry of `dist/server.js`: the server in Node, for any editor.
 *
 * It exits on `exit`, on a closed stream and when the process that started it is gone.
 */
main(process.argv.slice(2));

function main(args: readonly string[]): void {
  const parsed = parseArguments(args);
  if (parsed.kind === 'help') process.stdout.write(HELP);
  else if (parsed.kind === 'version') process.stdout.write(`${SERVER_INFO.version}\n`);
  else if (parsed.kind === 'error') fail(parsed.message);
  else listen(parsed);
}

function listen(transport: Transport): void {
  if (transport.kind === 'socket') {
    const socket = connect({ host: '127.0.0.1', port: transport.port });
    const refused = (error: Error): void => fail(`连接不上 127.0.0.1:${transport.port}：${error.message}`);
    socket.once('error', refused);
    socket.once('connect', () => {
      socket.off('error', refused);
      serve((options) => connectStreams(socket, socket, options), true);
    });
    return;
  }
  if (transport.kind === 'node-ipc' && process.send === undefined) {
    fail(`--node-ipc 只能由编辑器以子进程方式启动。${NO_TRANSPORT}`);
    return;
  }
  if (transport.kind === 'stdio') serve(connectStandardStreams, true);
  // Reads the rest of the transport from the command line.
  else serve((options) => createConnection(ProposedFeatures.all, options), false);
}

/** @param writesLists whether the connection takes lists of diagnostics (see `ServerEnvironment`). */
function serve(connect: (options: ConnectionOptions) => Connection, writesLists: boolean): void {
  const schedule = (callback: () => void): void => void setImmediate(callback);
  const delay: Delay = (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  };
  const early = answerEarly(SERVER_INFO, async (params) => {
    const { createServer } = await import('./server.js');
    const now = (): number => performance.now();
    const environment = { info: SERVER_INFO, files: NODE_FILES, reportFiles: nodeReportFiles, schedule, delay, now, writesLists };
    createServer(connection, environment, params);
  });
  const connection = connect({ messageStrategy: early.messageStrategy });
  connection.onInitialize(early.initialize);
  connection.listen();
}

function fail(message: string): void {
  process.stderr.write(`fazhi-report-language-server：${message}\n`);
  process.exitCode = 2;
}
