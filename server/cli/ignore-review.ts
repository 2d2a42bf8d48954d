import { folderOf } from '../check/addresses.js';
import type { IgnoredFinding } from '../check/configuration.js';
import type { ConfigurationProblem } from '../check/configuration-problem.js';
import type { LoadedProject } from '../check/project-loading.js';
import type { Sourced } from '../check/project-layer.js';
import { fileOfEntry, type ResolvedConfiguration } from '../check/resolve.js';
import { unmatchedProblems } from '../check/unmatched.js';
import { addressOf, isCovered } from './configurations.js';

/** Finds, over a whole run, the entries of `ignore` that match nothing any more. */
export class IgnoreReview {
  /** Entries that matched, or whose rule was off. A parent file is read anew for each project: entries go by their place. */
  readonly #needed = new Set<string>();
  readonly #checked = new Set<string>();

  /** Notes what became of the entries in one file. @param path absolute. */
  note(path: string, { layer, forFile }: ResolvedConfiguration, unmatched: readonly IgnoredFinding[]): void {
    if (layer.ignore.length === 0) return;
    const address = addressOf(path);
    this.#checked.add(address);
    const idle = new Set(unmatched);
    const applied = new Set(forFile(address).ignore);
    for (const entry of layer.ignore) if (applied.has(entry.value) && !idle.has(entry.value)) this.#needed.add(placeOf(entry));
  }

  /**
   * The entries that no checked file needs. One for a certain file counts where that file was checked or is gone; one for
   * every file only where everything below its project file was checked.
   *
   * @param folders absolute folders that were checked with all below them; empty where something could not be read.
   */
  problems(projects: readonly LoadedProject[], folders: readonly string[]): readonly ConfigurationProblem[] {
    const found = new Map<string, ConfigurationProblem>();
    for (const project of projects) {
      const idle = project.layer.ignore.filter((entry) => !this.#needed.has(placeOf(entry)) && this.#isDecided(entry, folders));
      for (const problem of unmatchedProblems(project.layer, new Set(idle.map(({ value }) => value)), project.files)) {
        found.set(`${problem.file}\n${problem.span.start}`, problem);
      }
    }
    return [...found.values()];
  }

  #isDecided({ value, origin }: Sourced<IgnoredFinding>, folders: readonly string[]): boolean {
    if (origin.from !== 'project-file') return false;
    const file = fileOfEntry(value, origin);
    return (file !== undefined && this.#checked.has(file)) || isCovered(folderOf(origin.file), folders);
  }
}

function placeOf({ origin }: Sourced<IgnoredFinding>): string {
  return origin.from === 'project-file' ? `${origin.file}\n${origin.span.start}` : '';
}
