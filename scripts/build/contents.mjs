/** Looking into a bundle: which code is in it that should not be, and who brought it in. */

/**
 * @param {import('esbuild').Metafile} metafile of one bundle
 * @param {readonly string[]} never beginnings of paths that must not be in it …
 * @param {readonly string[]} except … but for these
 * @returns {string[][]} one list a stranger: its path, then who imports it, up to the entry
 */
export function findStrangers(metafile, never, except) {
  const importers = firstImporters(metafile);
  return bundledFiles(metafile)
    .filter((path) => startsWithAny(path, never) && !startsWithAny(path, except))
    .map((path) => chainOf(path, importers));
}

/**
 * Files that gave at least one byte to an output: what was shaken out does not count.
 * @param {import('esbuild').Metafile} metafile
 * @returns {string[]}
 */
export function bundledFiles({ outputs }) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
}

/**
 * @param {import('esbuild').Metafile} metafile
 * @returns {Map<string, string>} file to the first one that imports it
 */
function firstImporters({ inputs }) {
  const importers = new Map();
  for (const [path, { imports }] of Object.entries(inputs)) {
    for (const imported of imports) if (!importers.has(imported.path)) importers.set(imported.path, path);
  }
  return importers;
}

/**
 * @param {string} path
 * @param {Map<string, string>} importers
 * @returns {string[]}
 */
function chainOf(path, importers) {
  const chain = [path];
  for (let next = importers.get(path); next !== undefined && !chain.includes(next); next = importers.get(next)) chain.push(next);
  return chain;
}

/**
 * @param {string} path
 * @param {readonly string[]} beginnings
 */
function startsWithAny(path, beginnings) {
  return beginnings.some((beginning) => path.startsWith(beginning));
}
