import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import { ROOT } from '../support/files.js';
import { type Archive, readTarball, readZip } from './archives.js';

/** The version of the sources. */
export const VERSION = manifest.version;
/** What `npm run package` makes. */
export const VSIX = path.join(ROOT, 'dist/fazhi-report.vsix');
export const TARBALL = path.join(ROOT, `dist/fazhi-report-${VERSION}.tgz`);

/** The files of the .vsix, by their paths in the archive. @throws {Error} where it has not been made */
export function readVsix(): Archive {
  return readZip(made(VSIX));
}

/** The files of the extension's own folder, as the editor installs them. */
export function readExtension(): Archive {
  const files = [...readVsix()].flatMap(([name, file]) => (name.startsWith('extension/') ? [[name.slice(10), file] as const] : []));
  return new Map(files);
}

/** The files of the npm package. @throws {Error} where it has not been made */
export function readNpmPackage(): Archive {
  return readTarball(made(TARBALL));
}

/** @throws {Error} where the archive has no such file */
export function textOf(archive: Archive, name: string): string {
  const file = archive.get(name);
  if (file === undefined) throw new Error(`no ${name} in the package`);
  return file.bytes.toString('utf8');
}

/** A manifest, as far as the tests look at it. */
export type Manifest = Readonly<Record<string, unknown>>;

/** @throws {Error} where the archive has no such file */
export function jsonOf(archive: Archive, name: string): Manifest {
  return JSON.parse(textOf(archive, name));
}

/** A text of the project. @param name path from its root */
export function projectText(name: string): string {
  return readFileSync(path.join(ROOT, name), 'utf8');
}

function made(file: string): string {
  if (!existsSync(file)) throw new Error(`没有 ${file}，请先运行 npm run package（make the packages first）`);
  return file;
}
