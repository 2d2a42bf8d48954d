import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io, OutputStream } from '../../server/cli/io.js';
import { run } from '../../server/cli/run.js';

/** What a call of the command line gave. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as bytes. */
  readonly bytes: Buffer;
}

/** The world of a call; all of it has plain defaults. */
export interface World {
  readonly cwd?: string;
  readonly stdin?: Uint8Array | string;
  readonly env?: Record<string, string>;
  readonly tty?: boolean;
  readonly columns?: number;
  /** Milliseconds that pass with each look at the clock. */
  readonly tick?: number;
  /** Standard output is gone after this many writes. */
  readonly closeAfter?: number;
}

/** Calls the command line in this process. */
export async function call(argv: readonly string[], world: World = {}): Promise<Outcome> {
  const stdout = memory(world, world.closeAfter);
  const stderr = memory(world);
  let now = 0;
  const io: Io = {
    stdout,
    stderr,
    readStdin: async (limit) => {
      const bytes = Buffer.from(world.stdin ?? '');
      return bytes.length > limit ? undefined : bytes;
    },
    env: world.env ?? {},
    cwd: world.cwd ?? process.cwd(),
    now: () => {
      now += world.tick ?? 1;
      return now;
    },
  };
  const status = await run(argv, io);
  return { status, stdout: stdout.bytes().toString('utf8'), stderr: stderr.bytes().toString('utf8'), bytes: stdout.bytes() };
}

function memory(world: World, closeAfter = Number.POSITIVE_INFINITY): OutputStream & { readonly bytes: () => Buffer } {
  const chunks: Buffer[] = [];
  return {
    write: (data) => {
      if (chunks.length < closeAfter) chunks.push(typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data));
    },
    drained: () => Promise.resolve(),
    isTTY: world.tty ?? false,
    columns: world.tty === true ? (world.columns ?? 80) : undefined,
    get closed() {
      return chunks.length >= closeAfter;
    },
    bytes: () => Buffer.concat(chunks),
  };
}

/** A folder of its own for one test, with some files in it; gone when the test is over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'fazhi-cli-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** The text without colours. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  return text.replace(/\u001b\[\d+m/gu, '');
}
