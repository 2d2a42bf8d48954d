import { withoutFinalSlashes } from '../check/addresses.js';
import { type Dirent, existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import { type Problem, problemOf, type SkippedFile } from './problem.js';

/** A file to check. */
export interface InputFile {
  /** As given or found, with `/`; `-` for standard input. */
  readonly name: string;
  /** Absolute path with every link followed; undefined for standard input. */
  readonly path: string | undefined;
  /** Named on the command line, and to be checked even if it is no report. */
  readonly explicit: boolean;
}

/** What the paths of a command line stand for. */
export interface Inputs {
  /** By name; a file that is reached twice is in it once. */
  readonly files: readonly InputFile[];
  /** What was found and cannot be read, by name. */
  readonly skipped: readonly SkippedFile[];
}

/** Endings that a folder walk takes without being told, in lower case and without the dot. */
export const DEFAULT_EXTENSIONS: readonly string[] = Object.freeze(['txt', 'md']);

const WORD_EXTENSION = 'docx';

/** What a walk does not look at: hidden, Word's locks, packages, and what tells of a folder of reports, often under their very title. */
const PASSED_BY = /^(?:\.|~\$|node_modules$|readme(?:\.|$))/iu;

/** What a project says of a file that a walk meets: to take it whatever its ending, to pass it by, or nothing. */
export type FileChoice = 'include' | 'exclude' | undefined;

/** Name of standard input among the paths. */
export const STANDARD_INPUT = '-';

/** Compares two names by UTF-16 code units: the same order on every machine. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

/**
 * Finds the files that some paths stand for: files as they are, folders with all below them.
 *
 * A walk takes files with one of the endings, passes by names that begin with a dot, Word's lock files (`~$…`), README files and
 * node_modules, and lists .docx files as skipped. Links are followed, each folder is entered once. Never throws: a path
 * that cannot be looked at is skipped with its problem.
 *
 * @param extensions endings in lower case, without the dot.
 * @param choose asked for each file that a walk meets, by its absolute path.
 * @param asMet whether files among the paths are taken as a walk takes them, by ending and choice: those who name the files are
 *   programs then (a hook before a commit), which do not know what is a report.
 */
export function findInputs(
  paths: readonly string[],
  cwd: string,
  extensions: ReadonlySet<string>,
  choose: (path: string) => FileChoice = () => undefined,
  asMet = false,
): Inputs {
  const search = new Search(extensions, choose, asMet);
  for (const given of paths) search.add(given, cwd);
  return search.result();
}

interface Link {
  readonly name: string;
  readonly path: string;
}

class Search {
  private readonly found = new Map<string, InputFile>();
  private readonly skipped = new Map<string, SkippedFile>();
  private readonly entered = new Set<string>();
  private readonly extensions: ReadonlySet<string>;
  private readonly choose: (path: string) => FileChoice;
  private readonly asMet: boolean;

  constructor(extensions: ReadonlySet<string>, choose: (path: string) => FileChoice, asMet: boolean) {
    this.extensions = extensions;
    this.choose = choose;
    this.asMet = asMet;
  }

  add(given: string, cwd: string): void {
    if (given === STANDARD_INPUT) {
      this.take({ name: given, path: undefined, explicit: true }, given);
      return;
    }
    const name = sep === '\\' ? given.replaceAll('\\', '/') : given;
    const path = resolve(cwd, given);
    try {
      if (given === '') throw Object.assign(new Error('empty path'), { code: 'ENOENT' });
      const isFolder = statSync(path).isDirectory();
      const real = realPathOf(path);
      if (isFolder) this.walk(name === '.' ? '' : `${withoutFinalSlashes(name)}/`, real);
      else if (!this.asMet) this.take({ name, path: real, explicit: true }, real);
      else if (!PASSED_BY.test(basename(name))) this.meet(name, real);
    } catch (error) {
      this.skip(name, problemOfPath(path, given, error), true);
    }
  }

  result(): Inputs {
    return { files: [...this.found.values()].sort(byName), skipped: [...this.skipped.values()].sort(byName) };
  }

  /** Real folders first and links last, so that a file is known by its real name wherever it has one. */
  private walk(prefix: string, folder: string): void {
    const links = this.walkReal(prefix, folder);
    for (let link = links.shift(); link !== undefined; link = links.shift()) {
      try {
        const real = realpathSync(link.path);
        const stat = statSync(real);
        if (stat.isDirectory()) for (const further of this.walkReal(`${link.name}/`, real)) links.push(further);
        else if (stat.isFile()) this.meet(link.name, real);
      } catch (error) {
        if (this.isWanted(link.name)) this.skip(link.name, problemOfPath(link.path, link.name, error), true);
      }
    }
  }

  private walkReal(prefix: string, folder: string): Link[] {
    const links: Link[] = [];
    const pending = [{ prefix, folder }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (this.entered.has(next.folder)) continue;
      this.entered.add(next.folder);
      for (const entry of this.entriesOf(next.prefix, next.folder)) {
        if (PASSED_BY.test(entry.name)) continue;
        const name = next.prefix + entry.name;
        const path = next.folder.endsWith(sep) ? next.folder + entry.name : next.folder + sep + entry.name;
        if (entry.isSymbolicLink()) links.push({ name, path });
        else if (entry.isDirectory()) pending.push({ prefix: `${name}/`, folder: path });
        else if (entry.isFile()) this.meet(name, path);
      }
    }
    return links.sort(byName);
  }

  private entriesOf(prefix: string, folder: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true }).sort(byName);
    } catch (error) {
      this.skip(prefix === '' ? '.' : prefix, problemOf(error), true);
      return [];
    }
  }

  private meet(name: string, real: string): void {
    const choice = this.choose(real);
    if (choice === 'exclude') return;
    const extension = extensionOf(name);
    if (this.extensions.has(extension) || choice === 'include') this.take({ name, path: real, explicit: false }, real);
    else if (extension === WORD_EXTENSION) this.skip(name, { kind: 'foreign-format', format: 'word' }, false);
  }

  private take(file: InputFile, key: string): void {
    const known = this.found.get(key);
    if (known === undefined || (file.explicit && !known.explicit)) this.found.set(key, file);
  }

  private skip(name: string, problem: Problem, failure: boolean): void {
    this.skipped.set(name, { name, problem, failure });
  }

  private isWanted(name: string): boolean {
    return this.extensions.has(extensionOf(name));
  }
}

/** The ending of a name in lower case, without the dot; empty where there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

function problemOfPath(path: string, given: string, error: unknown): Problem {
  const problem = problemOf(error);
  if (problem.kind !== 'no-such-path') return problem;
  if (isLink(path)) return { kind: 'broken-link' };
  return { kind: 'no-such-path', wildcard: /[*?]/u.test(given) && !existsSync(path) };
}

/** A pipe (`<(…)`, /dev/stdin) can be opened by its name, but its links lead to a path that is none. */
function realPathOf(path: string): string {
  const real = realpathSync(path);
  return existsSync(real) ? real : path;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
