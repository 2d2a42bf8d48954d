import { parentPort, workerData } from 'node:worker_threads';

// Entry of a thread of `--jobs`.
const port = parentPort;
if (port !== null) {
  import('./helper-thread.js').then(({ helpWith }) => {
    const help = helpWith(workerData, (answer) => port.postMessage(answer));
    port.on('message', help);
  });
}
