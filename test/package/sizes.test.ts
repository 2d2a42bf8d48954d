import { describe, expect, it } from 'vitest';
import { TARBALL, VSIX } from './made.js';
import { bundleTable, changes, describeSize, measure, packageTable, type Sizes } from './sizes.js';
import record from './sizes.json';

const sizes = (bundles: Record<string, number>, packed = 1000): Sizes => ({
  bundles,
  packages: { vsix: { packed, unpacked: 4096, files: 3 }, npm: { packed: 2_097_152, unpacked: 4_194_304, files: 2 } },
});

describe('a change of size', () => {
  const before = sizes({ 'a.js': 100_000 });

  it('passes up to a tenth', () => {
    expect(changes(before, sizes({ 'a.js': 110_000 }))).toEqual([]);
    expect(changes(before, sizes({ 'a.js': 90_000 }, 901))).toEqual([]);
  });

  it('is told beyond that, with what to do', () => {
    const [grown] = changes(before, sizes({ 'a.js': 110_001 }));
    expect(grown).toMatch(/^dist\/a\.js 大了 10%：98 KB → 107 KB（grew by 10%）。/u);
    expect(grown).toContain('npm run sizes -- --update');
    expect(changes(before, sizes({ 'a.js': 50_000 }))).toEqual([expect.stringMatching(/^dist\/a\.js 小了 50%.*shrank by 50%/u)]);
    expect(changes(before, sizes({ 'a.js': 100_000 }, 1200))).toEqual([expect.stringMatching(/^扩展 \.vsix 大了 20%/u)]);
  });

  it('may be a bundle that comes or goes', () => {
    const [gone, come] = changes(before, sizes({ 'b.js': 1 }));
    expect(gone).toMatch(/^dist\/a\.js 没有了/u);
    expect(come).toMatch(/^dist\/b\.js 是新的/u);
  });

  it('is announced', () => expect(changes(record, measure(VSIX, TARBALL))).toEqual([]));
});

describe('sizes in words', () => {
  it('are tables and a line', () => {
    expect(packageTable(sizes({})).split('\n').slice(2)).toEqual([
      '| 扩展 .vsix | 1 KB | 4 KB | 3 |',
      '| npm 包 .tgz | 2,048 KB | 4,096 KB | 2 |',
    ]);
    expect(bundleTable(sizes({ 'a.js': 2048 }), { 'a.js': '什么' })).toContain('| `dist/a.js` | 2 KB | 什么 |');
    expect(() => bundleTable(sizes({ 'a.js': 2048 }), {})).toThrow('a.js');
    expect(describeSize({ packed: 10_240, unpacked: 20_480, files: 7 })).toBe('10 KB，解压后 20 KB，7 个文件（packed, unpacked, files）');
  });
});
