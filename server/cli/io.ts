import type { Helpers } from './helper.js';

/** Where text goes: standard output, standard error, or what stands for them in a test. */
export interface OutputStream {
  /** Writes a text (as UTF-8) or bytes. Never throws: once the reader is gone, what follows is dropped. */
  write(data: string | Uint8Array): void;
  /** Resolves when the reader has taken what was written so far, or is gone. */
  drained(): Promise<void>;
  readonly isTTY: boolean;
  /** Width of the terminal in columns; undefined where there is none. */
  readonly columns: number | undefined;
  /** True once the reader is gone (EPIPE). */
  readonly closed: boolean;
}

/** All that the command line touches outside of files; a test gives its own. */
export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** The whole of standard input, or undefined where it is larger than `limit` bytes. */
  readonly readStdin: (limit: number) => Promise<Uint8Array | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute folder that relative paths start from. */
  readonly cwd: string;
  /** A clock in milliseconds, for the time used and the pace of the progress line. */
  readonly now: () => number;
  /** Absent where there is only one thread. */
  readonly helpers?: Helpers;
}

/** Anything that takes text in order. */
export interface TextSink {
  readonly write: (text: string) => void;
}
