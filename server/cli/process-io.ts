import type { Io, OutputStream } from './io.js';

/** The streams, environment and clock of this process. */
export function processIo(): Io {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    readStdin,
    env: process.env,
    cwd: process.cwd(),
    now: () => performance.now(),
  };
}

function outputOf(stream: NodeJS.WriteStream): OutputStream {
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
