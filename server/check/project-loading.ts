import { localized } from '../rules/localized.js';
import { canonical, folderOf, follow, isWithin, nameOf } from './addresses.js';
import type { ConfigurationProblem } from './configuration-problem.js';
import { type ProjectFile, readProjectFile } from './project-file.js';
import { EMPTY_LAYER, mergeLayers, type ProjectLayer } from './project-layer.js';

/** What reading a file gave. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A project: its file with those that it builds on. */
export interface LoadedProject {
  /** Address of the file that governs. */
  readonly file: string;
  /** All that they say together, as far as it is valid. */
  readonly layer: ProjectLayer;
  /** The files as they are now, the governing one first. Not in it: those that could not be read. */
  readonly files: readonly ProjectFile[];
  /** Every mistake in the files, file by file, each in order of place. */
  readonly problems: readonly ConfigurationProblem[];
}

/** What loading depends on beside the files. */
export interface LoadOptions {
  /** Folders that `extends` must stay in, beside the folder of the project file itself. */
  readonly roots: readonly string[];
  /** The last text of a file that was JSON; it stays in force while the file is none. */
  readonly lastGood?: (file: string) => ProjectFile | undefined;
}

/**
 * Loads a project. Does not read files itself: it yields the address of each file that it wants and is given what reading it
 * gave. Never throws.
 *
 * @param file address of the governing file.
 */
export function* loadProject(file: string, options: LoadOptions): Generator<string, LoadedProject, FileText> {
  const files: ProjectFile[] = [];
  const problems: ConfigurationProblem[] = [];
  const layers: ProjectLayer[] = [];
  const seen = new Set<string>();
  const roots = [...options.roots, folderOf(file)];
  let child: ProjectFile | undefined;
  for (let next: string | undefined = file; next !== undefined; ) {
    const read: FileText = yield next;
    if (read.kind !== 'text') {
      if (child === undefined) problems.push(unreadable(next, read));
      else if (child.parsed) problems.push(extendsProblem(child, cannotRead(next, read)));
      break;
    }
    seen.add(canonical(next));
    const current = readProjectFile(read.text, next);
    files.push(current);
    problems.push(...current.problems);
    const effective = current.parsed ? current : (options.lastGood?.(next) ?? current);
    layers.unshift(effective.layer);
    child = effective;
    const parent = parentOf(effective, roots, seen);
    if (typeof parent !== 'string' && parent !== undefined) problems.push(parent);
    next = typeof parent === 'string' ? parent : undefined;
  }
  return { file, layer: layers.reduce(mergeLayers, EMPTY_LAYER), files, problems };
}

/** The address of the file that another one extends, or what is wrong with it. */
function parentOf(child: ProjectFile, roots: readonly string[], seen: ReadonlySet<string>): string | ConfigurationProblem | undefined {
  if (child.extends === undefined) return undefined;
  const { path } = child.extends;
  const address = follow(folderOf(child.file), path);
  if (address === undefined || !roots.some((root) => isWithin(root, address))) {
    return extendsProblem(
      child,
      localized(
        `extends 指向的“${path}”在工作区之外，没有采用：请打开（检查）包含它的上一级文件夹`,
        `extends leads to "${path}" outside of the workspace, so it is not used: open (or check) the folder above that holds it`,
      ),
    );
  }
  if (!seen.has(canonical(address))) return address;
  return extendsProblem(
    child,
    localized(
      `extends 循环：“${path}”又引用回来了，请去掉其中一处`,
      `extends runs in a circle: "${path}" leads back here; remove one of them`,
    ),
  );
}

function extendsProblem(child: ProjectFile, message: ConfigurationProblem['message']): ConfigurationProblem {
  const span = child.extends?.span ?? { start: 0, end: 0 };
  return { code: 'config-extends', file: child.file, span, severity: 'error', message, fixes: [] };
}

function cannotRead(address: string, read: Exclude<FileText, { kind: 'text' }>): ConfigurationProblem['message'] {
  const name = nameOf(address);
  return read.kind === 'missing'
    ? localized(`extends 指向的文件“${name}”不存在：请检查路径`, `The file "${name}" that extends names does not exist: check the path`)
    : localized(
        `extends 指向的文件“${name}”读不了：${read.reason}`,
        `The file "${name}" that extends names cannot be read: ${read.reason}`,
      );
}

function unreadable(file: string, read: Exclude<FileText, { kind: 'text' }>): ConfigurationProblem {
  const message =
    read.kind === 'missing'
      ? localized('没有这个文件，请检查路径', 'There is no such file, check the path')
      : localized(`读不了这个文件：${read.reason}`, `This file cannot be read: ${read.reason}`);
  return { code: 'config-unreadable', file, span: { start: 0, end: 0 }, severity: 'error', message, fixes: [] };
}
