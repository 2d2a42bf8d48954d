/**
 * Program: runs a command and sees to it that nothing of it outlives whoever asked for it.
 *
 *   node guard.mjs '{"command": "…", "args": ["…"], "remove": ["folder", …]}'
 *
 * Standard output and error are the command's. Standard input is the lifeline: when it closes (the parent
 * asked for the end, exited, crashed or was killed, SIGKILL included) the command and all its
 * descendants in its process group are ended. When the command is gone the folders in `remove` are deleted.
 * Exit status: the command's; 143 when it was ended.
 */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const GRACE_MILLISECONDS = 2000;
const windows = process.platform === 'win32';

/** @type {{command: string, args: string[], remove: string[]}} */
const { command, args, remove } = JSON.parse(process.argv[2] ?? '{}');

/** Such programs are run by cmd.exe, which takes what it gets apart at blanks. */
const shell = windows && /\.(cmd|bat)$/i.test(command);
/** @param {string} word */
const quoted = (word) => (shell ? `"${word}"` : word);

const child = spawn(quoted(command), args.map(quoted), { stdio: ['ignore', 'inherit', 'inherit'], detached: !windows, shell });

/** @param {NodeJS.Signals} signal sent to the whole group; a group that is gone is fine */
function signalGroup(signal) {
  if (child.pid === undefined) return;
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // no such group: it has ended by itself
  }
}

/** @param {number} status */
function finish(status) {
  signalGroup('SIGKILL'); // descendants that outlived the command
  for (const folder of remove) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // a temporary folder that cannot be removed must not hide the command's own outcome
    }
  }
  process.exit(status);
}

function end() {
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), GRACE_MILLISECONDS).unref();
}

process.stdin.on('end', end).on('error', end).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
process.stdout.on('error', () => {}); // nobody is listening any more
process.stderr.on('error', () => {});

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  finish(127);
});
child.on('exit', (code, signal) => finish(signal ? 143 : (code ?? 1)));
