import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from './blocks.js';
import { recombine } from './recombine.js';

/** Octets of one report. */
export const REPORT = 10_000;
/** Files in one folder. */
const IN_A_FOLDER = 1_000;
/** Reports whose text stands for how reports are made. */
const PROBES = 25;

/** The report of a number: always the same text, unlike that of any other number. */
export function reportText(pools: readonly Pool[], number: number): string {
  return recombine(pools, `report ${number}`, REPORT);
}

/**
 * A folder with so many reports, in the system's temporary folder; kept from run to run as long as reports are made in the same way.
 * @throws Error where two reports are equal.
 */
export function reportFolder(pools: readonly Pool[], count: number): string {
  const hash = createHash('sha256');
  for (let number = 0; number < PROBES; number++) hash.update(reportText(pools, number));
  const home = path.join(tmpdir(), 'fazhi-report-bench');
  const name = `${count}-${hash.digest('hex').slice(0, 12)}`;
  const folder = path.join(home, name);
  const stamp = path.join(home, `${name}.done`);
  if (existsSync(stamp) && existsSync(folder)) return folder;
  mkdirSync(home, { recursive: true });
  for (const old of readdirSync(home).filter((entry) => entry.startsWith(`${count}-`))) {
    rmSync(path.join(home, old), { recursive: true, force: true });
  }
  const texts = new Set<string>();
  for (let number = 0; number < count; number++) {
    const text = reportText(pools, number);
    if (texts.has(text)) throw new Error(`report ${number} is that of another number`);
    texts.add(text);
    const inside = path.join(folder, String(Math.floor(number / IN_A_FOLDER)).padStart(2, '0'));
    if (number % IN_A_FOLDER === 0) mkdirSync(inside, { recursive: true });
    writeFileSync(path.join(inside, `${String(number).padStart(5, '0')}.txt`), text);
  }
  writeFileSync(stamp, '');
  return folder;
}

/** All files of a report folder, with their paths, by name. */
export function reportFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => path.join(folder, name));
}
