import { describe, expect, it } from 'vitest';
import { choosePrevious, findPrevious, type ReportIdentity } from '../../server/folder/previous-report.js';
import { agencyBody } from '../../server/report/agency-body.js';
import { parseReport } from '../../server/report/parse-report.js';
import { SourceText } from '../../server/text/source-text.js';

function identity(uri: string, name: string, year: number | undefined = 2023): ReportIdentity {
  return { uri, year, body: agencyBody(name) };
}

/** Whichever order the candidates come in, the same one is chosen. */
function chosen(own: ReportIdentity, ...candidates: readonly ReportIdentity[]): string | undefined {
  const answers = [candidates, candidates.toReversed()].map((order) => choosePrevious(own, order)?.uri);
  expect(answers[0]).toBe(answers[1]);
  return answers[0];
}

const OWN = identity('file:///w/2024/赵庄镇/报告.txt', '赵庄镇', 2024);

describe('last year’s report', () => {
  it('is that of the same body, whatever form its name has', () => {
    for (const name of ['赵庄镇', '赵庄镇人民政府', '金山县赵庄镇人民政府', '中共赵庄镇委员会', '青阳市金山县赵庄镇']) {
      expect(chosen(OWN, identity('file:///w/a.txt', name), identity('file:///w/b.txt', '云桥镇'))).toBe('file:///w/a.txt');
    }
  });

  it('is never one of another year, nor one without a year', () => {
    expect(chosen(OWN, identity('a', '赵庄镇', 2024), identity('b', '赵庄镇', 2022), { uri: 'c', year: undefined, body: OWN.body })).toBe(
      undefined,
    );
    expect(chosen({ ...OWN, year: undefined }, identity('a', '赵庄镇'))).toBeUndefined();
  });

  it('is never one of a body with a similar name', () => {
    for (const name of ['大赵庄镇', '赵庄乡', '赵庄街道', '赵庄镇司法所', '金山县'])
      expect(chosen(OWN, identity('a', name))).toBeUndefined();
    expect(chosen({ ...OWN, body: agencyBody('金山县赵庄镇') }, identity('a', '安平县赵庄镇'))).toBeUndefined();
  });

  it('is of several the one that lies most alike', () => {
    const alike = identity('file:///w/2023/赵庄镇/报告.txt', '赵庄镇');
    expect(chosen(OWN, identity('file:///w/2023/赵庄镇/初稿.txt', '赵庄镇'), alike, identity('file:///w/存档/报告.txt', '赵庄镇'))).toBe(
      alike.uri,
    );
    const named = { ...OWN, uri: 'file:///w/赵庄镇2024年报告.txt' };
    expect(chosen(named, identity('file:///w/a.txt', '赵庄镇'), identity('file:///w/赵庄镇2023年报告.txt', '赵庄镇'))).toBe(
      'file:///w/赵庄镇2023年报告.txt',
    );
  });

  it('is the one that says exactly as much of the name', () => {
    expect(chosen(OWN, identity('file:///w/a.txt', '金山县赵庄镇'), identity('file:///w/b.txt', '赵庄镇'))).toBe('file:///w/b.txt');
  });

  it('is not guessed among two bodies of one name', () => {
    const ofBoth = [identity('file:///w/旧/a.txt', '金山县赵庄镇'), identity('file:///w/旧/b.txt', '安平县赵庄镇')];
    expect(chosen(OWN, ...ofBoth)).toBeUndefined();
    expect(chosen({ ...OWN, uri: 'file:///w/2024/金山县/赵庄镇.txt' }, ...ofBoth)).toBe('file:///w/旧/a.txt');
  });

  it('does not lie below the folder of another division', () => {
    const own = { ...OWN, uri: 'file:///w/2024年金山县/赵庄镇.txt' };
    expect(chosen(own, identity('file:///w/2023年安平县/赵庄镇.txt', '赵庄镇'))).toBeUndefined();
    expect(chosen(own, identity('file:///w/2023年金山县/赵庄镇.txt', '赵庄镇'))).toBe('file:///w/2023年金山县/赵庄镇.txt');
  });

  it('is found among parsed reports', () => {
    const report = (title: string) => ({ report: parseReport(new SourceText(`${title}\n\n一、主要举措和成效\n开展讲座3场。`)) });
    const own = report('赵庄镇2024年法治政府建设情况报告');
    const last = report('赵庄镇人民政府2023年法治政府建设情况报告');
    expect(findPrevious(own, [own, report('云桥镇2023年法治政府建设情况报告'), last])).toBe(last);
    expect(findPrevious(own, [own])).toBeUndefined();
    expect(findPrevious(report('一份没有标题的材料'), [last])).toBeUndefined();
  });
});
