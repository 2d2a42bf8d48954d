/**
 * Program: starts the server of code-server 4.93, whose own program leaves that to the wrapper around it. Lies beside
 * `server-main.js` and takes the same arguments: --install-extension or
 * --uninstall-extension, else --host and --port.
 */
'use strict';
const { createServer } = require('node:http');
const { parseArgs } = require('node:util');
const { loadCodeWithNls } = require('./server-main.js');

const { values } = parseArgs({
  strict: false,
  options: {
    host: { type: 'string' },
    port: { type: 'string' },
    'install-extension': { type: 'string' },
    'uninstall-extension': { type: 'string' },
  },
});

async function main() {
  const server = await loadCodeWithNls();
  if (values['install-extension'] ?? values['uninstall-extension']) server.spawnCli();
  else await listen(server);
}

async function listen(server) {
  const listener = createServer();
  await new Promise((resolve, reject) => listener.once('error', reject).listen(Number(values.port), values.host, resolve));
  const code = await server.createServer(listener.address());
  listener
    .on('request', (request, response) => code.handleRequest(request, response))
    .on('upgrade', (request, socket) => code.handleUpgrade(request, socket))
    .on('error', (error) => code.handleServerError(error));
  process.on('exit', () => code.dispose());
  process.stdout.write(`Extension host agent listening on ${listener.address().port}\n`);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
