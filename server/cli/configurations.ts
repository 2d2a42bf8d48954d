import { resolve, sep } from 'node:path';
import { folderOf, foldersUpward, isWithin, PROJECT_FILE_NAME } from '../check/addresses.js';
import type { CheckConfiguration, RuleSetting } from '../check/configuration.js';
import type { ConfigurationProblem } from '../check/configuration-problem.js';
import { type FileText, type LoadedProject, loadProject } from '../check/project-loading.js';
import { type ResolvedConfiguration, resolveConfiguration } from '../check/resolve.js';
import { decodeText } from '../text/decoding.js';
import type { Problem } from './problem.js';
import { readInput } from './read-input.js';

/** Which project files count. */
export type ConfigChoice =
  | { readonly kind: 'nearest' }
  | { readonly kind: 'none' }
  /** Only this one; an absolute path. */
  | { readonly kind: 'file'; readonly path: string };

/** What a file is checked under. */
export interface Governed {
  /** Absent where no project file governs. */
  readonly project: LoadedProject | undefined;
  readonly resolved: ResolvedConfiguration;
}

/** Largest project file that is read, in bytes. */
const SIZE_LIMIT = 16 * 1024 * 1024;

/** Finds, reads and remembers the configuration of every file of a run. */
export class Configurations {
  readonly #texts = new Map<string, FileText>();
  readonly #governed = new Map<string, Governed>();
  readonly #nearest = new Map<string, string | undefined>();

  /**
   * @param commandLine settings of rules that win over all others.
   * @param roots absolute folders that `extends` may lead to, beside that of the project file.
   * @param describe says why a file cannot be read.
   */
  constructor(
    private readonly choice: ConfigChoice,
    private readonly commandLine: ReadonlyMap<string, RuleSetting>,
    private readonly roots: readonly string[],
    private readonly describe: (problem: Problem) => string,
  ) {}

  /** What a file is checked under. @param path absolute. */
  of(path: string): Governed {
    const file = this.#fileFor(addressOf(path));
    const known = this.#governed.get(file ?? '');
    if (known !== undefined) return known;
    const project = file === undefined ? undefined : this.#load(file);
    const { commandLine } = this;
    const governed = {
      project,
      resolved: resolveConfiguration({ commandLine, ...(project === undefined ? {} : { project: project.layer }) }),
    };
    this.#governed.set(file ?? '', governed);
    return governed;
  }

  /** The settings for a file. @param path absolute. */
  settingsFor(path: string): CheckConfiguration {
    return this.of(path).resolved.forFile(addressOf(path));
  }

  /** The projects that have governed a file so far. */
  get projects(): readonly LoadedProject[] {
    return [...this.#governed.values()].flatMap(({ project }) => (project === undefined ? [] : [project]));
  }

  /** Every mistake in the project files read so far, each once. */
  get problems(): readonly ConfigurationProblem[] {
    const problems = new Map<string, ConfigurationProblem>();
    for (const problem of this.projects.flatMap((project) => project.problems)) {
      problems.set([problem.file, problem.span.start, problem.span.end, problem.code, problem.message.en].join('\n'), problem);
    }
    return [...problems.values()];
  }

  /** The text of a project file that was read. */
  textOf(file: string): string {
    const read = this.#texts.get(file);
    return read?.kind === 'text' ? read.text : '';
  }

  #fileFor(address: string): string | undefined {
    if (this.choice.kind === 'none') return undefined;
    if (this.choice.kind === 'file') return addressOf(this.choice.path);
    const folder = folderOf(address);
    if (this.#nearest.has(folder)) return this.#nearest.get(folder);
    const found = foldersUpward(folder)
      .map((above) => `${above}/${PROJECT_FILE_NAME}`)
      .find((file) => this.#read(file).kind !== 'missing');
    this.#nearest.set(folder, found);
    return found;
  }

  #load(file: string): LoadedProject {
    const loading = loadProject(file, { roots: this.roots.map(addressOf) });
    let step = loading.next();
    while (step.done !== true) step = loading.next(this.#read(step.value));
    return step.value;
  }

  #read(address: string): FileText {
    const known = this.#texts.get(address);
    if (known !== undefined) return known;
    const read = this.#readAnew(address);
    this.#texts.set(address, read);
    return read;
  }

  #readAnew(address: string): FileText {
    const { bytes, problem } = readInput(address, SIZE_LIMIT);
    if (problem?.kind === 'no-such-path') return { kind: 'missing' };
    // A folder of that name, or one that may not be looked into, is no project file of anybody's.
    if (problem?.kind === 'not-a-file') return { kind: 'missing' };
    if (problem !== undefined) return { kind: 'unreadable', reason: this.describe(problem) };
    const text = decodeText(bytes);
    return text === undefined
      ? { kind: 'unreadable', reason: this.describe({ kind: 'undecodable', asked: undefined }) }
      : { kind: 'text', text };
  }
}

/** The folders that `extends` may lead to: the current one, and those that were given or hold a given file. */
export function rootsOf(paths: readonly string[], cwd: string, isFolder: (path: string) => boolean): readonly string[] {
  const folders = paths.map((path) => (isFolder(resolve(cwd, path)) ? resolve(cwd, path) : resolve(cwd, path, '..')));
  return [cwd, ...folders];
}

/** Whether a folder with all below it is among some given folders. */
export function isCovered(folder: string, given: readonly string[]): boolean {
  return given.some((path) => isWithin(addressOf(path), folder));
}

/** A path as an address: with `/`. */
export function addressOf(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
