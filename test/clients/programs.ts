import { spawnSync } from 'node:child_process';

/** An editor that is tried as a client of the server. */
export interface ClientProgram {
  /** As its users call it. */
  readonly name: string;
  /** What is started. */
  readonly command: string;
  /** Debian packages that bring it. */
  readonly packages: string;
  /** Arguments with which it ends with status 0 where it is whole, and of a version that is tried. */
  readonly probe: readonly string[];
}

/**
 * Whether an editor is tried: where it is installed. Says so where it is not; where `FAZHI_REQUIRE_CLIENTS` is set it is tried all
 * the same, and fails.
 */
export function isTried(program: ClientProgram): boolean {
  if (isThere(program) || process.env['FAZHI_REQUIRE_CLIENTS'] === '1') return true;
  const { name, packages } = program;
  console.warn(
    `跳过 ${name} 的测试：没有安装。要运行，请先 apt-get install ${packages}（tests skipped, not installed; apt-get install ${packages}）`,
  );
  return false;
}

function isThere({ command, probe }: ClientProgram): boolean {
  return spawnSync(command, probe, { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
