import { describe, expect, it } from 'vitest';
import { SymbolKind } from 'vscode-languageserver-types';
import { matchesInitials } from '../../server/language/initials.js';
import { findSymbols, reportSymbols, type SymbolSource } from '../../server/language/workspaceSymbols.js';
import { LINES, parse, SAMPLE } from './sample.js';

function source(uri: string, text = SAMPLE): SymbolSource {
  const report = parse(text);
  return { uri, agency: report.agency?.name, year: report.year?.value, symbols: reportSymbols(report) };
}

const ONE = source('file:///w/a.txt');
const OTHER = source('file:///w/b.txt', SAMPLE.replaceAll('云桥镇', '清河镇').replaceAll('2024', '2023').replaceAll('2025', '2024'));
const names = (query: string, ...sources: readonly SymbolSource[]): string[] => findSymbols(sources, query).map(({ name }) => name);

describe('symbols of all reports', () => {
  it('are titles and sections where nothing is asked for', () => {
    expect(names('', ONE)).toEqual([LINES[0], LINES[3], LINES[8], LINES[10], LINES[12]]);
    expect(names(' ', ONE, OTHER)).toHaveLength(10);
  });

  it('are found by a piece of their name, the sections before lower headings', () => {
    expect(names('领导', ONE)).toEqual(['（一）强化组织领导']);
    expect(names('举措', ONE, OTHER)).toEqual([LINES[3], '一、2023年推进法治政府建设的主要举措和成效']);
    expect(names('没有的', ONE)).toEqual([]);
  });

  it('are found by the first letters of their pinyin', () => {
    expect(names('zyjc', ONE)).toEqual([LINES[3]]);
    expect(names('ZZLD', ONE)).toEqual(['（一）强化组织领导']);
  });

  it('are narrowed down by agency, year and file', () => {
    expect(names('举措 清河镇', ONE, OTHER)).toEqual(['一、2023年推进法治政府建设的主要举措和成效']);
    expect(names('举措 b.txt', ONE, OTHER)).toEqual(['一、2023年推进法治政府建设的主要举措和成效']);
    // What is the same for the whole report finds its title alone.
    expect(names('b.txt', ONE, OTHER)).toEqual(['清河镇2023年法治政府建设情况报告']);
  });

  it('say where they stand and whose they are', () => {
    expect(findSymbols([ONE], '组织领导')).toEqual([
      {
        name: '（一）强化组织领导',
        kind: SymbolKind.String,
        location: { uri: 'file:///w/a.txt', range: { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } } },
        containerName: '云桥镇2024年 · a.txt',
      },
    ]);
    expect(findSymbols([{ ...ONE, agency: undefined, year: undefined }], '组织领导')[0]?.containerName).toBe('a.txt');
  });

  it('are bounded', () => {
    const many = `${LINES[0]}\n${Array.from({ length: 400 }, (_, index) => `${index % 2 === 0 ? '（一）' : '（二）'}强化领导`).join('\n')}`;
    expect(reportSymbols(parse(many)).length).toBeLessThanOrEqual(300);
    expect(names('', ...Array.from({ length: 200 }, () => ONE))).toHaveLength(500);
  });
});

describe('initials', () => {
  it('match from two letters on, neighbouring characters only', () => {
    expect(matchesInitials('主要举措', 'zyjc')).toBe(true);
    expect(matchesInitials('主要举措', 'yj')).toBe(true);
    expect(matchesInitials('主要举措', 'zj')).toBe(false);
    expect(matchesInitials('主要举措', 'z')).toBe(false);
    expect(matchesInitials('主要', 'zyjc')).toBe(false);
    expect(matchesInitials('', '')).toBe(false);
  });
});
