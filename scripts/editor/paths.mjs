/** Where things are. Nothing here touches the disk. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A path inside the project.
 * @param {...string} parts
 * @returns {string} absolute path
 */
export const inProject = (...parts) => resolve(PROJECT, ...parts);

/**
 * The folder that keeps what was installed for the editor (server, browser) from one run to the next.
 * @returns {string} absolute path; `FAZHI_EDITOR_CACHE` overrides the default `.vscode-test/`
 */
export const cacheFolder = () => resolve(PROJECT, process.env.FAZHI_EDITOR_CACHE || '.vscode-test');

/** The packaged extension that `scripts/package.mjs` makes. */
export const VSIX = inProject('dist/fazhi-report.vsix');
