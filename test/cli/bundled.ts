import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The command line as files of its own, as users run it; not minified, so that errors can be read. */
export interface Bundled {
  /** Path of the program. */
  readonly program: string;
  /** Every source that is in it. */
  readonly inputs: readonly string[];
  readonly remove: () => void;
}

/** Bundles the command line with the threads of `--jobs` into a folder of the system. */
export async function bundle(): Promise<Bundled> {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-cli-process-'));
  const { metafile } = await build({
    entryPoints: {
      cli: join(import.meta.dirname, '../../server/cli/main.ts'),
      cliHelper: join(import.meta.dirname, '../../server/cli/helper-main.ts'),
    },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    metafile: true,
  });
  return {
    program: join(folder, 'cli.js'),
    inputs: Object.keys(metafile.inputs),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
