/** Waiting for a server of our own to say that it listens. */
import { createInterface } from 'node:readline';
import { Explained } from './say.mjs';

const START_SECONDS = 60;
/** How many of the last lines of its output are kept for messages. */
const MOST_LINES = 40;

/**
 * Follows the output of a server that was just started.
 * @param {import('./guarded.mjs').GuardedProcess} server
 * @param {RegExp} ready what the line matches that says that it listens
 * @param {string} name of the server, in Chinese
 * @returns {{listening: Promise<RegExpExecArray>, exited: Promise<string>}} `listening` gives the match, and fails with an
 *   `Explained` when the server ends at once or takes too long, and is then ended; `exited` gives the last lines of its output
 */
export function followStart(server, ready, name) {
  /** @type {string[]} */
  const lines = [];
  const said = () => lines.join('\n');
  const exited = server.exited.then(said);
  const listening = new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Explained(`${name} ${START_SECONDS} 秒内没有启动：\n${said()}`, 'the server did not start in time'));
      void server.stop();
    }, START_SECONDS * 1000);
    for (const input of [server.stdout, server.stderr]) {
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        if (lines.length > MOST_LINES) lines.shift();
        const match = ready.exec(line);
        if (match === null) return;
        clearTimeout(timer);
        resolve(match);
      });
    }
    void exited.then((text) => {
      clearTimeout(timer);
      reject(new Explained(`${name}启动后立即退出：\n${text}`, 'the server ended at once'));
    });
  });
  return { listening, exited };
}
