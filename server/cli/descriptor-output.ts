import { writeSync } from 'node:fs';
import type { OutputStream } from './io.js';
import { codeOf } from './problem.js';

/**
 * Output straight to an open file, pipe or socket: each write waits for the reader, nothing is queued.
 *
 * @param later makes what goes on where the descriptor was set not to wait (EAGAIN), with the bytes that are left.
 */
export function descriptorOutput(descriptor: number, later: () => OutputStream): OutputStream {
  let closed = false;
  let stream: OutputStream | undefined;
  return {
    write(data) {
      if (closed) return;
      if (stream !== undefined) {
        stream.write(data);
        return;
      }
      let left: Uint8Array = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
      try {
        while (left.length > 0) left = left.subarray(writeSync(descriptor, left));
      } catch (error) {
        if (codeOf(error) === 'EAGAIN') {
          stream = later();
          stream.write(left);
        } else {
          // EPIPE (`… | head`) and the like: nobody reads any more, and there is no one to tell.
          closed = true;
        }
      }
    },
    drained: () => stream?.drained() ?? Promise.resolve(),
    isTTY: false,
    columns: undefined,
    get closed() {
      return closed || stream?.closed === true;
    },
  };
}
