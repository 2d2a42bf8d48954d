import { cellsOf } from './display-width.js';
import type { Io } from './io.js';

/** One line on a terminal that says which file is being checked. */
export interface Progress {
  /** Shows a line, unless the last one is too fresh; only then the line is put together. */
  readonly show: (text: () => string) => void;
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
}

/** A check that is over sooner than this shows no progress; later lines follow at this pace. */
const PACE_MILLISECONDS = 200;

/** Progress on standard error where that is a terminal and it is wanted; else one that does nothing. */
export function progressOn(io: Io, wanted: boolean): Progress {
  if (!wanted || !io.stderr.isTTY || io.env.TERM === 'dumb') return { show: () => {}, clear: () => {} };
  let last = io.now();
  let shown = false;
  return {
    show(text) {
      const now = io.now();
      if (now - last < PACE_MILLISECONDS) return;
      last = now;
      shown = true;
      io.stderr.write(`\r\u001b[2K${cut(text(), (io.stderr.columns ?? 80) - 1)}`);
    },
    clear() {
      if (!shown) return;
      shown = false;
      io.stderr.write('\r\u001b[2K');
    },
  };
}

function cut(text: string, columns: number): string {
  let room = columns;
  let line = '';
  for (const cell of cellsOf(text.slice(0, columns * 2))) {
    room -= cell.width;
    if (room < 0) break;
    line += cell.text;
  }
  return line;
}
