/** Starting commands that never outlive this process, however it ends. See guard.mjs. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const GUARD = fileURLToPath(new URL('guard.mjs', import.meta.url));

/**
 * @typedef {object} GuardedProcess
 * @property {import('node:stream').Readable} stdout
 * @property {import('node:stream').Readable} stderr
 * @property {Promise<number>} exited resolves with the exit status once the command and its descendants are gone
 * @property {() => Promise<number>} stop ends it; resolves like `exited`
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, remove?: string[]}} [options] `remove`: folders deleted when it has ended
 * @returns {GuardedProcess} a command that cannot be started ends with status 127 and a line on stderr
 */
export function startGuarded(command, args, { cwd, env = process.env, remove = [] } = {}) {
  const guard = spawn(process.execPath, [GUARD, JSON.stringify({ command, args, remove })], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // a Ctrl+C in the terminal reaches us, not the guard
    windowsHide: true,
    env,
    ...(cwd === undefined ? {} : { cwd }),
  });
  guard.stdin.on('error', () => {}); // it has ended already
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    guard.on('error', () => resolve(127));
    guard.on('close', (code) => resolve(code ?? 143));
  });
  return {
    stdout: guard.stdout,
    stderr: guard.stderr,
    exited,
    stop: () => {
      guard.stdin.end();
      return exited;
    },
  };
}

/**
 * Runs a command to its end and gives what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{status: number, stdout: string, stderr: string}>}
 */
export async function runGuarded(command, args, options) {
  const running = startGuarded(command, args, options);
  /** @param {import('node:stream').Readable} stream */
  const collect = async (stream) => {
    let text = '';
    for await (const chunk of stream.setEncoding('utf8')) text += chunk;
    return text;
  };
  const [stdout, stderr, status] = await Promise.all([collect(running.stdout), collect(running.stderr), running.exited]);
  return { status, stdout, stderr };
}

/**
 * Runs a command to its end, what it prints going to our own output.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<number>} its exit status
 */
export async function showGuarded(command, args, options) {
  const running = startGuarded(command, args, options);
  running.stdout.pipe(process.stdout, { end: false });
  running.stderr.pipe(process.stderr, { end: false });
  return running.exited;
}
