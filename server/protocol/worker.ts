import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { SERVER_INFO } from './info.js';
import { createServer } from './server.js';

/** Entry of `dist/server.web.js`: the server in a worker of a browser. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
createServer(connection, {
  info: SERVER_INFO,
  schedule: (callback) => void setTimeout(callback, 0),
  now: () => performance.now(),
  delay: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
});
connection.listen();
