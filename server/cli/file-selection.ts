import picomatch from 'picomatch';
import { folderOf, relativeTo } from '../check/addresses.js';
import type { Sourced } from '../check/project-layer.js';
import { addressOf, type Configurations } from './configurations.js';
import type { FileChoice } from './input-files.js';

/** A glob with the folder that it starts from. */
interface Pattern {
  readonly folder: string;
  readonly matches: (path: string) => boolean;
}

/**
 * What `files.include` and `files.exclude` of the governing project say of a file that a walk meets: `exclude` wins, and
 * where there is any `include` the others are left out. Undefined where the project says nothing of it.
 */
export function fileSelection(configurations: Configurations): (path: string) => FileChoice {
  const patterns = new Map<readonly Sourced<string>[], readonly Pattern[]>();
  const anyMatches = (globs: readonly Sourced<string>[], address: string): boolean => {
    const made = patterns.get(globs) ?? globs.flatMap(patternOf);
    patterns.set(globs, made);
    return made.some(({ folder, matches }) => {
      const path = relativeTo(folder, address);
      return path !== undefined && matches(path);
    });
  };
  return (path) => {
    const { include, exclude } = configurations.of(path).resolved.layer.files;
    const address = addressOf(path);
    if (anyMatches(exclude, address)) return 'exclude';
    if (include.length === 0) return undefined;
    return anyMatches(include, address) ? 'include' : 'exclude';
  };
}

/** A pattern without `/` at its front or inside holds for names at every depth, as in .gitignore. */
function patternOf({ value, origin }: Sourced<string>): Pattern[] {
  if (origin.from !== 'project-file') return [];
  const glob = value.replaceAll('\\', '/').replace(/^(?:\.?\/)+/u, '');
  const anywhere = glob.replace(/\/$/u, '').includes('/') ? glob : `**/${glob}`;
  const globs = [anywhere, `${anywhere.replace(/\/$/u, '')}/**`];
  return [{ folder: folderOf(origin.file), matches: picomatch(globs, { dot: true, windows: false }) }];
}
