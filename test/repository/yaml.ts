import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../support/files.js';

const { load }: { readonly load: (text: string) => unknown } = createRequire(import.meta.url)('js-yaml');

/** What a YAML file of the project says. @param path from the top of the project. Throws where it is no YAML. */
export function readYaml<T>(path: string, isWhat: (value: unknown) => value is T): T {
  const value = load(readFileSync(join(ROOT, path), 'utf8'));
  if (!isWhat(value)) throw new Error(`${path} is not what it should be`);
  return value;
}

/** A map of names to values. */
export type Entries = Readonly<Record<string, unknown>>;

/** Whether a value of YAML is a map. */
export function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
