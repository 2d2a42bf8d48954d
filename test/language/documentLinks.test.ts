import { describe, expect, it } from 'vitest';
import { previousYearLink, projectLinks } from '../../server/language/documentLinks.js';
import { SourceText } from '../../server/text/source-text.js';
import { parse, SAMPLE } from './sample.js';

const PREVIOUS = 'file:///w/%E4%BA%91%E6%A1%A5.txt';

function linked(text: string): string | undefined {
  const report = parse(text);
  const range = previousYearLink(report, PREVIOUS, 'zh-CN')?.range;
  return range && text.slice(report.source.offsetAt(range.start), report.source.offsetAt(range.end));
}

describe('the link to last year’s report', () => {
  it('lies on the year in the title', () => {
    expect(linked(SAMPLE)).toBe('2024年');
    expect(linked(SAMPLE.replace('云桥镇2024年', '云桥镇人民政府\n关于二〇二四年'))).toBe('二〇二四年');
    expect(previousYearLink(parse(SAMPLE), PREVIOUS, 'zh-CN')).toMatchObject({ target: PREVIOUS, tooltip: '上一年度报告：云桥.txt' });
  });

  it('lies on the agency where the title has no year, and nowhere without both', () => {
    expect(linked(SAMPLE.replace('云桥镇2024年', '云桥镇'))).toBe('云桥镇');
    expect(linked(SAMPLE.replace('云桥镇2024年法治', '法治'))).toBeUndefined();
    expect(linked('')).toBeUndefined();
  });
});

describe('the paths of a project file', () => {
  const links = (text: string) => {
    const source = new SourceText(text);
    return projectLinks(source, 'file:///w/%E9%95%87/.fazhi-report.json', 'zh-CN').map(({ range, target }) => [
      text.slice(source.offsetAt(range.start), source.offsetAt(range.end)),
      target,
    ]);
  };

  it('are links', () => {
    expect(links('{ "$schema": "./s.json", "extends": "../county.json", "files": { "previousYear": "../2023 年" } }')).toEqual([
      ['../county.json', 'file:///w/county.json'],
      ['./s.json', 'file:///w/%E9%95%87/s.json'],
      ['../2023 年', 'file:///w/2023%20%E5%B9%B4/'],
    ]);
  });

  it('are none where they lead nowhere', () => {
    const bad = '{ "$schema": "https://example.org/s.json", "extends": "/etc/passwd", "files": { "previousYear": 3 } }';
    for (const text of [bad, '', '[]', '{', '{ "extends": "", "files": [] }', '{ "extends": "../../../../a.json" }'])
      expect(links(text)).toEqual([]);
  });
});
