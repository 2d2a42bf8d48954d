/** What the command line says of a file: the yardstick for what the editor shows. */
import type { Uri } from 'vscode';
import type { Io, OutputStream } from '../../../server/cli/io.js';
import type { JsonFile } from '../../../server/cli/json-file.js';
import { run } from '../../../server/cli/run.js';

/** Runs `fazhi-report check --format json` on one file. @throws when it cannot be checked */
export async function checkOnCommandLine({ fsPath: path }: Uri, ...options: readonly string[]): Promise<JsonFile> {
  const [stdout, stderr] = [memory(), memory()];
  const io: Io = { stdout, stderr, readStdin: async () => new Uint8Array(), env: {}, cwd: '/', now: () => 0 };
  const status = await run(['check', '--format', 'json', ...options, path], io);
  if (status === 2) throw new Error(`fazhi-report check ${path}: ${stderr.text()}`);
  const { files } = JSON.parse(stdout.text()) as { files: JsonFile[] };
  if (!files[0]) throw new Error(`fazhi-report check ${path} gave no file: ${stdout.text()}`);
  return files[0];
}

function memory(): OutputStream & { text(): string } {
  const chunks: Buffer[] = [];
  return {
    write: (data) => void chunks.push(Buffer.from(data as Uint8Array)),
    drained: async () => {},
    isTTY: false,
    columns: undefined,
    closed: false,
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}
