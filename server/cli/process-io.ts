import { fstatSync } from 'node:fs';
import type { Io, OutputStream } from './io.js';
import { milliseconds } from './clock.js';
import { descriptorOutput } from './descriptor-output.js';
import { countCores, startHelper } from './start-helper.js';

/** The streams, environment and clock of this process. */
export function processIo(): Io {
  return {
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    readStdin,
    env: process.env,
    cwd: process.cwd(),
    now: milliseconds,
    helpers: { start: startHelper, cores: countCores },
  };
}

/** Node's stream is made only where it is needed: for a terminal, and on Windows. Making one costs a tenth of Node's own start. */
function outputOf(descriptor: 1 | 2, stream: () => NodeJS.WriteStream): OutputStream {
  const later = (): OutputStream => streamOutput(stream());
  return takesBytesAtOnce(descriptor) ? descriptorOutput(descriptor, later) : later();
}

function takesBytesAtOnce(descriptor: number): boolean {
  // Windows: a console wants UTF-16, and pipes behave in ways of their own.
  if (process.platform === 'win32') return false;
  try {
    const stat = fstatSync(descriptor);
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}

function streamOutput(stream: NodeJS.WriteStream): OutputStream {
  let closed = false;
  let full = false;
  let release: (() => void) | undefined;
  const goOn = (): void => {
    full = false;
    release?.();
    release = undefined;
  };
  stream.on('drain', goOn);
  // EPIPE (`… | head`) and the like: nobody reads any more, and there is no one to tell.
  stream.on('error', () => {
    closed = true;
    goOn();
  });
  return {
    write(data) {
      if (!closed && !stream.write(data)) full = true;
    },
    drained() {
      if (closed || !full) return Promise.resolve();
      return new Promise((resolve) => {
        release = resolve;
      });
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.isTTY === true ? stream.columns : undefined;
    },
    get closed() {
      return closed;
    },
  };
}

async function readStdin(limit: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
