import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A bundle in a folder of its own. */
export interface Bundle {
  readonly file: string;
  readonly remove: () => void;
}

/** Bundles an entry of `server/protocol` the way the product is bundled, into a temporary folder. */
export async function bundle(entry: 'node' | 'worker'): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-report-'));
  const file = join(folder, 'server.js');
  const isNode = entry === 'node';
  await build({
    entryPoints: [fileURLToPath(new URL(`../../server/protocol/${entry}.ts`, import.meta.url))],
    outfile: file,
    bundle: true,
    platform: isNode ? 'node' : 'browser',
    format: isNode ? 'cjs' : 'iife',
    target: isNode ? 'node20' : 'chrome122',
    mainFields: isNode ? ['module', 'main'] : ['browser', 'module', 'main'],
    logLevel: 'silent',
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
