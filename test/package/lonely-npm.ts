import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** What a program left. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command as npm installs it. */
export function commandFile(name: string): string {
  return process.platform === 'win32' ? `${name}.cmd` : name;
}

/** npm on a machine that has nothing and reaches nothing: no cache, no settings, a registry that refuses and keeps count. */
export class LonelyNpm {
  /** A folder for the test, its name with blanks and Chinese characters; npm's own things are beside it. */
  readonly folder: string;
  /** What was asked of the registry. */
  readonly asked: readonly string[];
  readonly #root: string;
  readonly #registry: Server;

  private constructor(root: string, registry: Server, asked: readonly string[]) {
    this.#root = root;
    this.#registry = registry;
    this.asked = asked;
    this.folder = path.join(root, '法治 报告 (2024)');
    mkdirSync(this.folder);
  }

  static async start(): Promise<LonelyNpm> {
    const asked: string[] = [];
    const registry = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(403).end();
    });
    registry.listen(0, '127.0.0.1');
    await once(registry, 'listening');
    return new LonelyNpm(realpathSync(mkdtempSync(path.join(tmpdir(), 'fazhi-install-'))), registry, asked);
  }

  /** Runs `npm` or `npx`. @param cwd the test's folder where it is not given */
  npm(command: 'npm' | 'npx', args: readonly string[], cwd = this.folder): Promise<Ended> {
    return this.run(commandFile(command), args, cwd);
  }

  /** Runs a program without any of this process's settings, and without a word about how long it took. */
  async run(command: string, args: readonly string[], cwd = this.folder): Promise<Ended> {
    const child = this.start(command, args, cwd);
    child.stdin.end();
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    const [status] = (await once(child, 'close')) as [number | null];
    return { status, stdout: stdout.replace(/(?:，用时 [\d.]+ (?:毫秒|秒)|; [\d.]+ m?s)$/mu, ''), stderr };
  }

  /** Starts a program, see `run`. */
  start(command: string, args: readonly string[], cwd: string): ChildProcessByStdio<Writable, Readable, Readable> {
    // Windows leaves commands to a shell, which takes names with blanks apart.
    const shell = command.endsWith('.cmd');
    const [program = '', ...rest] = shell ? [command, ...args].map((word) => `"${word}"`) : [command, ...args];
    return spawn(program, rest, { cwd, shell, env: this.environment(), stdio: ['pipe', 'pipe', 'pipe'] });
  }

  private environment(): NodeJS.ProcessEnv {
    const { PATH, Path, PATHEXT, SystemRoot, ComSpec, TEMP } = process.env;
    const inherited = Object.entries({ PATH, Path, PATHEXT, SystemRoot, ComSpec, TEMP }).filter(([, value]) => value !== undefined);
    const { port } = this.#registry.address() as AddressInfo;
    const own = (name: string): string => path.join(this.#root, name);
    return {
      ...Object.fromEntries(inherited),
      HOME: own('home'),
      USERPROFILE: own('home'),
      npm_config_cache: own('cache'),
      npm_config_userconfig: own('npmrc'),
      npm_config_globalconfig: own('global-npmrc'),
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_fetch_retries: '0',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_update_notifier: 'false',
    };
  }

  stop(): void {
    this.#registry.close();
    rmSync(this.#root, { recursive: true, force: true });
  }
}
