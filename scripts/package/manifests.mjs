/** The project's package.json as each package has it. */

/** What of it is for developers and for npm. */
const NOT_THE_EDITORS = ['scripts', 'devDependencies', 'overrides', 'bin', 'files', 'private'];
/** What of it npm and its users ask for. */
const FOR_NPM = ['name', 'version', 'license', 'homepage', 'repository', 'bugs', 'keywords', 'bin'];

/** @typedef {Record<string, any>} Manifest */

/**
 * @param {Manifest} manifest
 * @returns {Manifest}
 */
export function extensionManifest(manifest) {
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !NOT_THE_EDITORS.includes(key)));
}

/**
 * The npm package is commands and nothing to import: no `main`, and `exports` with what one may point to.
 * @param {Manifest} manifest
 * @param {string} description in both languages
 * @returns {Manifest}
 */
export function npmManifest(manifest, description) {
  const { engines, ...rest } = Object.fromEntries([...FOR_NPM, 'engines'].map((key) => [key, manifest[key]]));
  return {
    ...rest,
    description,
    repository: { ...manifest.repository, url: `git+${manifest.repository.url}` },
    engines: { node: engines.node },
    // A new package with provenance must say so.
    publishConfig: { access: 'public' },
    exports: { './package.json': './package.json', './schemas/*': './schemas/*' },
  };
}
