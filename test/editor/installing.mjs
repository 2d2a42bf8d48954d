/** The extension comes, comes again over itself, and goes, as a person does it with the editor's command line. */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { showGuarded } from '../../scripts/editor/guarded.mjs';
import { inProject } from '../../scripts/editor/paths.mjs';
import { Explained } from '../../scripts/editor/say.mjs';

/** What the package is called where people download it, and do so again. */
const DOWNLOAD = '法治报告 插件#1 (2).vsix';
const ID = 'fazhi-report.fazhi-report';

/** @typedef {import('./choice.mjs').Commands} Commands */
/** @typedef {import('../../scripts/editor/run-folder.mjs').RunFolder} RunFolder */

/**
 * @typedef {object} Place
 * @property {string} userDataDir
 * @property {string} extensionsDir
 */

/** @param {RunFolder} run @returns {Place} where an editor keeps what is its own in a run */
export const placeOf = ({ home }) => ({ userDataDir: join(home, 'u'), extensionsDir: join(home, 'e') });

/** @param {Place} place @returns {string[]} as options of an editor */
export const placeOptions = ({ userDataDir, extensionsDir }) => [`--user-data-dir=${userDataDir}`, `--extensions-dir=${extensionsDir}`];

/**
 * Installs the package, also over one that is installed.
 * @param {Commands} commands
 * @param {string} vsix path of the package
 * @param {RunFolder} run
 * @returns {Promise<void>}
 * @throws {Explained} when the editor refuses it
 */
export async function install(commands, vsix, run) {
  const downloaded = join(run.home, DOWNLOAD);
  copyFileSync(vsix, downloaded);
  await runCli(commands, ['--install-extension', downloaded, '--force'], run);
}

/**
 * Uninstalls the extension after a window in which it was used.
 * @param {Commands} commands
 * @param {RunFolder} run
 * @returns {Promise<void>}
 * @throws {Explained} when the editor cannot, or something of the extension is left
 */
export async function uninstall(commands, run) {
  await runCli(commands, ['--uninstall-extension', ID], run);
  const { extensionsDir } = placeOf(run);
  const left = [...installed(extensionsDir), ...ownFiles(run.workspace), ...serversThatStay(join(extensionsDir, ID))];
  if (left.length > 0) throw new Explained(`卸载后还留有：\n${left.join('\n')}`, 'something of the extension is left');
}

/**
 * @param {Commands} commands
 * @param {string[]} args
 * @param {RunFolder} run
 */
async function runCli({ cli: [command, ...first], env }, args, run) {
  const options = { cwd: inProject(), env: { ...process.env, ...env } };
  const status = await showGuarded(command, [...first, ...args, ...placeOptions(placeOf(run))], options);
  if (status !== 0) throw new Explained(`失败：${args.join(' ')}`, `failed with status ${status}`);
}

/**
 * @param {string} extensionsDir
 * @returns {string[]} our extension, where the editor still counts it as installed. (Its files go when the editor starts again.)
 */
function installed(extensionsDir) {
  const list = join(extensionsDir, 'extensions.json');
  if (!existsSync(list)) return readdirSync(extensionsDir);
  /** @type {{identifier: {id: string}}[]} */
  const extensions = JSON.parse(readFileSync(list, 'utf8'));
  return extensions.map(({ identifier }) => identifier.id).filter((id) => id === ID);
}

/**
 * @param {string} workspace
 * @returns {string[]} what lies there that is nobody's report: project files are people's own, and so is what is open to see
 */
function ownFiles(workspace) {
  const names = readdirSync(workspace, { encoding: 'utf8', recursive: true });
  return names.filter((name) => /^\.|fazhi/i.test(basename(name)) && basename(name) !== '.fazhi-report.json');
}

/**
 * @param {string} program beginning of the path of the extension's programs
 * @returns {string[]} the processes that still run it, now that the editor has ended; none where the system does not tell of
 *   processes by files
 */
const serversThatStay = (program) => commandLines().filter((line) => line.includes(program));

/** @returns {string[]} of every process */
function commandLines() {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return ''; // it has ended meanwhile
      }
    });
}
