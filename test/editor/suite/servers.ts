/** The language servers that run: processes, which the extension host (this process) has started. */
import type { ChildProcess } from 'node:child_process';

/** A language server that runs. */
export interface RunningLanguageServer {
  /** No other one has it, before or after. */
  readonly id: number;
  /** Ends it as if it had crashed; absent where nothing can. */
  readonly kill?: () => Promise<void>;
}

/** Those that run now. */
export async function languageServers(): Promise<RunningLanguageServer[]> {
  const { _getActiveHandles: handles } = process as unknown as { _getActiveHandles(): (object | undefined)[] };
  return handles
    .call(process)
    .filter((handle): handle is ChildProcess => Array.isArray((handle as Partial<ChildProcess> | undefined)?.spawnargs))
    .filter(({ spawnargs }) => spawnargs.some((argument) => /fazhi-report.*[\\/]server\.js$/.test(argument)))
    .map((server) => ({ id: server.pid ?? 0, kill: () => kill(server) }));
}

async function kill(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}
