import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Where things are. */
export interface Places {
  /** The project's folder. */
  readonly root: string;
  /** A temporary folder with the bundled programs, which goes away at the end. */
  readonly programs: string;
}

/** The file of one of the bench's own programs. */
export function programFile({ programs }: Places, name: string): string {
  return path.join(programs, 'programs', `${name}.js`);
}

/** Ends a process when this one ends, however that comes about. */
export function endWithUs(child: ChildProcess): void {
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('close', () => process.removeListener('exit', end));
}

/**
 * The lines of JSON that a program of the bench writes.
 * @param patience milliseconds without a line after which it is stopped; what it has written until then counts.
 * @param seen told of each line as it comes.
 */
export async function linesOf<T>(
  file: string,
  args: readonly string[],
  patience: number,
  seen: (line: T) => void = () => undefined,
): Promise<{ readonly lines: readonly T[]; readonly ended: 'well' | 'late' | 'badly' }> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  endWithUs(child);
  const lines: T[] = [];
  let isLate = false;
  const stop = (): void => {
    isLate = true;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(stop, patience);
  createInterface({ input: child.stdout }).on('line', (text) => {
    clearTimeout(timer);
    timer = setTimeout(stop, patience);
    const line: T = JSON.parse(text);
    lines.push(line);
    seen(line);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { lines, ended: isLate ? 'late' : code === 0 ? 'well' : 'badly' };
}

/** How a whole process is to be run. */
export interface Run {
  readonly args: readonly string[];
  /** Milliseconds after which it is stopped. */
  readonly patience?: number;
}

/** Milliseconds that a whole Node process takes, from its start to its end; NaN where it could not do its work. */
export function wallTime({ args, patience = 300_000 }: Run, environment: Readonly<Record<string, string>> = {}): number {
  const begin = performance.now();
  const { status } = spawnSync(process.execPath, [...args], {
    stdio: 'ignore',
    timeout: patience,
    killSignal: 'SIGKILL',
    env: { ...process.env, ...environment },
  });
  const time = performance.now() - begin;
  return status === 0 || status === 1 ? time : Number.NaN;
}

/** What a whole process takes. */
export interface Cost {
  /** Milliseconds from its start to its end; NaN where it could not do its work. */
  readonly time: number;
  /** Bytes of memory that it holds at most; NaN where that is not known. */
  readonly memory: number;
}

/** What a whole Node process takes; it tells of its memory itself, at its end. */
export function costOf(places: Places, { args, patience }: Run): Cost {
  const file = path.join(places.programs, 'peak');
  rmSync(file, { force: true });
  const hooked = ['--require', programFile(places, 'peak-memory'), ...args];
  const time = wallTime({ args: hooked, ...(patience === undefined ? {} : { patience }) }, { FAZHI_BENCH_PEAK: file });
  return { time, memory: existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN };
}
