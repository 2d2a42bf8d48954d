import { Console } from 'node:console';
import type { Readable, Writable } from 'node:stream';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { StreamWriter } from './stream-writer.js';

/**
 * Speaks over two streams, by a writer that takes lists of diagnostics. The process ends with its input: with 0 where it
 * was shut down before, else with 1.
 */
export function connectStreams(input: Readable, output: Writable, options: ConnectionOptions): Connection {
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(input), new StreamWriter(output), options);
  let code = 1;
  connection.onShutdown(() => {
    code = 0;
  });
  const exit = (): void => process.exit(code);
  input.once('end', exit);
  input.once('close', exit);
  return connection;
}

/** Speaks over the standard streams. Whatever is printed by mistake goes to the standard error stream. */
export function connectStandardStreams(options: ConnectionOptions): Connection {
  globalThis.console = new Console(process.stderr, process.stderr);
  return connectStreams(process.stdin, process.stdout, options);
}
