import { spawn } from 'node:child_process';

/** What a program came to. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a program runs. */
export interface Place {
  readonly cwd: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** Runs a program to its end; other things go on meanwhile. Throws where it cannot be started. */
export function runProgram(command: string, args: readonly string[], { cwd, env }: Place): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Runs a program that has to succeed. @returns its standard output; throws with all it said where it fails. */
export async function mustRun(command: string, args: readonly string[], place: Place): Promise<string> {
  const { status, stdout, stderr } = await runProgram(command, args, place);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${status}\n${stdout}${stderr}`);
  return stdout;
}
