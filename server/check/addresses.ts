/**
 * Addresses of files: URIs (`file:///c%3A/报告/a.txt`, `vscode-vfs://…`) or absolute paths with `/`, as the front end names
 * its files. Nothing is read here.
 */

/** Name of a project's file. */
export const PROJECT_FILE_NAME = '.fazhi-report.json';

/** The folder of a file, without the `/` at its end. */
export function folderOf(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf('/')));
}

/** Last part of an address, as people read it. */
export function nameOf(address: string): string {
  return canonical(address).slice(canonical(address).lastIndexOf('/') + 1);
}

/** One form for all ways to write an address: clients escape the characters of a URI in different ways. */
export function canonical(address: string): string {
  if (!isUri(address)) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Whether a file, or a folder, is inside a folder or the folder itself. */
export function isWithin(folder: string, address: string): boolean {
  const outer = withoutFinalSlashes(canonical(folder));
  const inner = canonical(address);
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** The way from a folder to a file inside it, with `/`, as people read it; undefined where it is not inside. */
export function relativeTo(folder: string, address: string): string | undefined {
  const outer = `${withoutFinalSlashes(canonical(folder))}/`;
  const inner = canonical(address);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : undefined;
}

/** Follows a relative path (`../county.json`, also with `\`) from a folder; undefined where it climbs above the top. */
export function follow(folder: string, path: string): string | undefined {
  const top = topOf(folder);
  const parts = folder
    .slice(top.length)
    .split('/')
    .filter((part) => part !== '');
  for (const part of path.split(/[/\\]/u)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(isUri(folder) ? encodeURIComponent(part) : part);
    else if (parts.pop() === undefined) return undefined;
  }
  return [top.replace(/\/$/u, ''), ...parts].join('/');
}

/** The folder and those above it, the nearest first, up to `top` or, where that is absent or elsewhere, to the highest. */
export function foldersUpward(folder: string, top?: string): readonly string[] {
  const folders: string[] = [];
  const highest = topOf(folder);
  for (let current = folder; ; current = folderOf(current)) {
    folders.push(current);
    const isTop = top !== undefined && canonical(current) === withoutFinalSlashes(canonical(top));
    if (isTop || current.length < highest.length || !current.slice(highest.length).includes('/')) {
      // The highest folder has no name of its own: `/.fazhi-report.json` lies in the folder ''.
      if (!isTop && current.length > highest.length) folders.push(highest.replace(/\/$/u, ''));
      return folders;
    }
  }
}

/** Whether a text is a relative path: no address, not absolute, not in somebody's home folder. */
export function isRelativePath(path: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\~])/iu.test(path);
}

function isUri(address: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/iu.test(address);
}

/** What no path climbs above: `file:///`, `vscode-vfs://github/`, `/`, `C:/`. */
function topOf(address: string): string {
  return /^(?:[a-z][a-z0-9+.-]+:(?:\/\/[^/]*)?\/?|[a-z]:\/?|\/)/iu.exec(address)?.[0] ?? '';
}

/** A path or address without the slashes at its end. */
export function withoutFinalSlashes(name: string): string {
  let end = name.length;
  while (name.charAt(end - 1) === '/') end--;
  return name.slice(0, end);
}
