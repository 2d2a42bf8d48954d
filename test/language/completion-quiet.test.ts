import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { completion } from '../../server/language/completion.js';
import { parseReport } from '../../server/report/parse-report.js';
import type { Report } from '../../server/report/report.js';
import { SourceText } from '../../server/text/source-text.js';
import { filesOf, ROOT, readText, seeds } from '../support/files.js';
import { SNIPPETS } from './complete.js';

const FILES = [
  ...seeds(),
  ...['test/reports/clean', 'test/reports/defective'].flatMap((folder) => filesOf(path.join(ROOT, folder))),
].filter(({ name }) => /\.(?:txt|md)$/u.test(name));

/** What stands before a place in the name of a document that is being written. */
const IN_NAME = /[《〈][^《》〈〉，。；：！？,;:!?]{0,60}$/u;

/** Places inside running text, the beginnings of lines left out, that are in no name; every `step`th. */
function prosePlaces(report: Report, step: number): number[] {
  const { text } = report.source;
  const places: number[] = [];
  for (const { role, pieces } of report.paragraphs) {
    if (role !== 'body' && role !== 'opening') continue;
    for (const { start, end } of pieces) {
      for (let at = start + 1; at <= end; at += step) {
        if (!IN_NAME.test(text.slice(Math.max(start, at - 70), at))) places.push(at);
      }
    }
  }
  return places;
}

describe('completion in prose', () => {
  it.each(FILES)('offers nothing anywhere: $name', ({ file }) => {
    const report = parseReport(new SourceText(readText(file)));
    const { source } = report;
    const loud = prosePlaces(report, 1).filter((place) => {
      const position = source.positionAt(place);
      // Editors that ask while somebody types do not say so: asked or not, the answer is the same.
      return (
        completion(report, position, SNIPPETS).items.length > 0 ||
        completion(report, position, { ...SNIPPETS, uninvited: true }).items.length > 0
      );
    });
    expect(loud.map((place) => source.text.slice(place - 10, place))).toEqual([]);
  });

  it('offers nothing at the end of a sentence that is being typed', () => {
    const head = '云桥镇2024年法治政府建设情况报告\n一、2024年推进法治政府建设的主要举措和成效\n';
    const sentence = '全年共召开专题会议4次，开展（一）宣传活动12场，主要举措有三、不足和原因见下，2025年安排（暂定）如下。';
    for (let typed = 3; typed <= sentence.length; typed++) {
      const report = parseReport(new SourceText(head + sentence.slice(0, typed)));
      const position = report.source.positionAt(head.length + typed);
      expect(completion(report, position, SNIPPETS).items, sentence.slice(0, typed)).toEqual([]);
      expect(completion(report, position, { ...SNIPPETS, uninvited: true }).items, sentence.slice(0, typed)).toEqual([]);
    }
  });

  it('costs next to nothing there', () => {
    const [seed] = seeds();
    const report = parseReport(new SourceText(readText(seed?.file ?? '')));
    const places = prosePlaces(report, 3);
    const answerAll = () => {
      for (const place of places) completion(report, report.source.positionAt(place), SNIPPETS);
    };
    answerAll();
    const start = performance.now();
    answerAll();
    expect((performance.now() - start) / places.length).toBeLessThan(1);
  });
});
