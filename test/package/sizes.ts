import { existsSync, statSync } from 'node:fs';
import { type Archive, readTarball, readZip } from './archives.js';

/** How large a package is, in bytes. */
export interface PackageSize {
  readonly packed: number;
  readonly unpacked: number;
  readonly files: number;
}

/** How large everything that users get is. */
export interface Sizes {
  /** Bytes by file name. */
  readonly bundles: Readonly<Record<string, number>>;
  readonly packages: { readonly vsix: PackageSize; readonly npm: PackageSize };
}

/** More than this share of the recorded size is a change that has to be announced. */
const TOLERANCE = 0.1;

/** @param path of a .vsix or a .tgz */
export function sizeOfPackage(path: string): PackageSize {
  const files = [...readPackage(path).values()];
  return { packed: statSync(path).size, unpacked: files.reduce((sum, { bytes }) => sum + bytes.length, 0), files: files.length };
}

/** What has been packed, and the bundles in it. @throws {Error} where a package is missing */
export function measure(vsix: string, npm: string): Sizes {
  if (!existsSync(vsix) || !existsSync(npm)) throw new Error('请先运行 npm run package（make the packages first）');
  const bundles = [vsix, npm].flatMap((path) =>
    [...readPackage(path)].flatMap(([name, { bytes }]) => {
      const bundle = /(?:^|\/)dist\/(.+)$/u.exec(name)?.[1];
      return bundle === undefined ? [] : [[bundle, bytes.length] as const];
    }),
  );
  const sorted = bundles.sort(([a], [b]) => (a < b ? -1 : 1));
  return { bundles: Object.fromEntries(sorted), packages: { vsix: sizeOfPackage(vsix), npm: sizeOfPackage(npm) } };
}

function readPackage(path: string): Archive {
  return path.endsWith('.vsix') ? readZip(path) : readTarball(path);
}

const ANNOUNCE = '确有必要，就运行 npm run sizes -- --update，连同改动一起提交（if it has to be, run this and commit what it writes）';

/**
 * What differs by more than a tenth from the record, growing or shrinking: a record that is too large would let the next
 * growth pass unseen.
 * @returns one sentence each
 */
export function changes(record: Sizes, now: Sizes): string[] {
  const before = allSizes(record);
  const after = allSizes(now);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const old = before.get(name);
    const size = after.get(name);
    if (old === undefined) return [`${name} 是新的，没有记录大小（is new, and its size is not recorded）。${ANNOUNCE}`];
    if (size === undefined) return [`${name} 没有了，记录里还有（is gone, and still recorded）。${ANNOUNCE}`];
    if (Math.abs(size - old) <= old * TOLERANCE) return [];
    const [chinese, english] = size > old ? ['大了', 'grew by'] : ['小了', 'shrank by'];
    const percent = `${Math.round((Math.abs(size - old) / old) * 100)}%`;
    return [`${name} ${chinese} ${percent}：${kilobytes(old)} → ${kilobytes(size)}（${english} ${percent}）。${ANNOUNCE}`];
  });
}

function allSizes({ bundles, packages }: Sizes): ReadonlyMap<string, number> {
  return new Map([
    ...Object.entries(bundles).map(([name, size]) => [`dist/${name}`, size] as const),
    ...Object.entries(packages).flatMap(([name, { packed, unpacked }]) => [
      [NAMES[name] ?? name, packed] as const,
      [`${NAMES[name] ?? name}（解压后 unpacked）`, unpacked] as const,
    ]),
  ]);
}

const NAMES: Readonly<Record<string, string>> = { vsix: '扩展 .vsix', npm: 'npm 包 .tgz' };

/** In words, for who has just made it. */
export function describeSize({ packed, unpacked, files }: PackageSize): string {
  return `${kilobytes(packed)}，解压后 ${kilobytes(unpacked)}，${files} 个文件（packed, unpacked, files）`;
}

/** @param bytes given in units of 1,024. */
function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024).toLocaleString('en-US')} KB`;
}

/** The packages, for README.md. */
export function packageTable({ packages }: Sizes): string {
  const rows = Object.entries(packages).map(
    ([name, { packed, unpacked, files }]) => `| ${NAMES[name] ?? name} | ${kilobytes(packed)} | ${kilobytes(unpacked)} | ${files} |`,
  );
  return ['| 包 | 下载 | 解压后 | 文件数 |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** @param purposes what each bundle is for, by file name. @throws {Error} where a bundle has none */
export function bundleTable({ bundles }: Sizes, purposes: Readonly<Record<string, string>>): string {
  const rows = Object.entries(bundles).map(([name, size]) => {
    const purpose = purposes[name];
    if (purpose === undefined) throw new Error(`dist/${name} 没有说明用途（nothing says what it is for）`);
    return `| \`dist/${name}\` | ${kilobytes(size)} | ${purpose} |`;
  });
  return ['| 文件 | 大小 | 做什么 |', '| --- | --- | --- |', ...rows].join('\n');
}
