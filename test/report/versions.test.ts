import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../server/report/parse-report.js';
import { NO_PROJECT } from '../../server/report/project.js';
import type { Paragraph, Report } from '../../server/report/report.js';
import { SourceText } from '../../server/text/source-text.js';
import { filesOf, ROOT, readText, seeds } from '../support/files.js';
import { applyEdit, edits } from '../support/edits.js';
import { shapeOf } from '../support/report-shape.js';
import { WHOLE_RUN } from '../support/whole-run.js';

const REPORTS = [...seeds(), ...filesOf(path.join(ROOT, 'test/quality/reports'))].map(({ file }) => readText(file));

describe('a report read with the report of the version before', () => {
  it('is the same as one read anew', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REPORTS), fc.array(edits, { minLength: 1, maxLength: 6 }), (first, changes) => {
        const texts = [first];
        let report = parseReport(new SourceText(first));
        for (const change of changes) {
          const before = { report, shape: shapeOf(report) };
          texts.push(applyEdit(change, texts));
          const anew = new SourceText(texts.at(-1) ?? '');
          report = parseReport(anew, NO_PROJECT, before.report);
          expect(shapeOf(report)).toEqual(shapeOf(parseReport(anew)));
          expect(shapeOf(before.report)).toEqual(before.shape);
        }
      }),
      { numRuns: WHOLE_RUN ? 300 : 60 },
    );
  });

  const TEXT = `清源镇2024年法治政府建设情况报告
县委、县政府：
现将有关情况报告如下：
一、主要举措和成效
（一）加强组织领导。召开会议4次。
镇党委每季度研究一次法治工作，把法治建设纳入年度考核，并与
各村签订责任书。
（二）规范行政执法。办理案件12件。
二、存在的不足和原因
一是人手少，原因是编制紧。
三、2025年工作安排
将补齐短板。
清源镇人民政府
2025年1月10日
`;
  const first = parseReport(new SourceText(TEXT));
  const next = (text: string, previous: Report = first): Report => parseReport(new SourceText(text), previous.project, previous);
  const at = (report: Report, words: string): Paragraph | undefined => report.paragraphs.find(({ text }) => text.includes(words));

  /** Texts of the paragraphs whose content is new. */
  const fresh = (report: Report, previous: Report = first): string[] => {
    const known = new Set(previous.paragraphs.map(({ content }) => content));
    return report.paragraphs.filter(({ content }) => !known.has(content)).map(({ text }) => text);
  };

  it('keeps the content of every paragraph but the edited one', () => {
    expect(fresh(next(TEXT.replace('4次', '14次')))).toEqual(['（一）加强组织领导。召开会议14次。']);
  });

  it('keeps the contents of paragraphs that are moved', () => {
    expect(fresh(next(`来源：清源镇\n\n${TEXT}`))).toEqual(['来源：清源镇']);
    expect(fresh(next(TEXT.replace('县委、县政府：\n', '')))).toEqual([]);
    expect(fresh(next(TEXT.replaceAll('\n', '\r\n')))).toEqual([]);
  });

  it('keeps the content of a paragraph that is cut into other lines', () => {
    const joined = next(TEXT.replace('并与\n各村', '并与各村'));
    expect(fresh(joined)).toEqual([]);
    expect(at(joined, '镇党委')?.pieces).toHaveLength(1);
    expect(fresh(next(TEXT, joined), joined)).toEqual([]);
    expect(fresh(next(TEXT.replace('每季度研究一次法治工作', '每季度研究\n一次法治工作')))).toContain('镇党委每季度研究');
  });

  it('makes a new content where the role is another', () => {
    const body = next(TEXT.replace('二、存在', '存在'));
    const back = next(TEXT, body);
    expect(at(back, '存在的不足')?.content).not.toBe(at(body, '存在的不足')?.content);
    expect(at(back, '将补齐短板')?.content).toBe(at(first, '将补齐短板')?.content);
  });

  it('never gives two paragraphs one content', () => {
    const line = '一是人手少，原因是编制紧。\n';
    const twice = next(TEXT.replace(line, line + line));
    expect(new Set(twice.paragraphs.map(({ content }) => content)).size).toBe(twice.paragraphs.length);
  });

  it('remembers what was read from a paragraph', () => {
    let reads = 0;
    const length = ({ text }: { readonly text: string }): number => {
      reads++;
      return text.length;
    };
    for (const paragraph of first.paragraphs) paragraph.fact(length);
    reads = 0;
    for (const paragraph of next(TEXT.replace('12件', '13件')).paragraphs) paragraph.fact(length);
    expect(reads).toBe(1);
  });

  it('takes the report of any other text, of another project too', () => {
    const project = { ...NO_PROJECT, headings: { plan: ['不足'] } };
    const other = parseReport(new SourceText('无关的文字\n一、主要举措和成效\n'), project, first);
    expect(shapeOf(other)).toEqual(shapeOf(parseReport(new SourceText('无关的文字\n一、主要举措和成效\n'), project)));
    expect(shapeOf(parseReport(first.source, project, first))).toEqual(shapeOf(parseReport(new SourceText(TEXT), project)));
  });
});
