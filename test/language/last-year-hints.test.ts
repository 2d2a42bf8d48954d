import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastYearHints } from '../../server/language/last-year-hints.js';
import { figureBlanks } from '../../server/language/next-year-figures.js';
import { nextYearDraft } from '../../server/language/next-year.js';
import { renewedParts } from '../../server/language/next-year-sections.js';
import type { Report } from '../../server/report/report.js';
import { filesOf, ROOT, readText, seeds } from '../support/files.js';
import { parse, SAMPLE, spanOf } from './sample.js';

const REPORTS = [
  ...seeds(),
  ...['test/reports/clean', 'test/reports/defective', 'test/quality/reports'].flatMap((folder) => filesOf(path.join(ROOT, folder))),
];

const PREVIOUS = parse(SAMPLE);
const DRAFT = nextYearDraft(PREVIOUS, 'zh-CN').text;

const hintsOf = (report: Report, previous: Report) =>
  lastYearHints(report, previous, { start: 0, end: report.source.text.length }, 'zh-CN');

/** Each hint with what stands before it. */
const shown = (text: string): string[] => {
  const report = parse(text);
  return hintsOf(report, PREVIOUS).map(({ position, label }) => {
    const offset = report.source.offsetAt(position);
    return `${text.slice(offset - 8, offset)}[${String(label)}]`;
  });
};

const ALL = ['专题会议____[去年 4]', '工作汇报____[去年 2]', '法治讲座____[去年 12]', '发放资料____[去年 3000]', '召开会议____[去年 3]'];

describe('last year’s values', () => {
  it('stand behind the blanks of a draft', () => {
    expect(shown(DRAFT)).toEqual(ALL);
    const [first] = hintsOf(parse(DRAFT), PREVIOUS);
    expect(first).toMatchObject({ paddingLeft: true, tooltip: '去年的报告：全年召开专题会议4次，听取工作汇报2次。' });
  });

  it('are told in English as well', () => {
    const [first] = lastYearHints(parse(DRAFT), PREVIOUS, spanOf(DRAFT, '召开专题会议____'), 'en');
    expect(first).toMatchObject({ label: 'last year 4', tooltip: 'Last year: 全年召开专题会议4次，听取工作汇报2次。' });
  });

  it('stay where other places are edited', () => {
    expect(shown(DRAFT.replace('____次，听取', '6次，听取'))).toEqual(ALL.slice(1));
    expect(shown(DRAFT.replace('（二）推进普法宣传', '（二）建立联席会议制度，召开会议若干。\n（三）推进普法宣传'))).toEqual(ALL);
    expect(shown(DRAFT.replace('（一）____。原因是____。', '（一）执法力量不足。原因是编制较少，空编12个。'))).toEqual(ALL);
    expect(shown(DRAFT.replace(/\n/gu, '\r\n'))).toEqual(ALL);
  });

  it('stand behind gaps of other forms too', () => {
    expect(shown(DRAFT.replace('讲座____场', '讲座××场'))).toContain('开展法治讲座××[去年 12]');
  });

  it('are given for the part that is asked for', () => {
    expect(
      lastYearHints(parse(DRAFT), PREVIOUS, spanOf(DRAFT, '（二）推进普法宣传。开展法治讲座____场'), 'zh-CN').map(({ label }) => label),
    ).toEqual(['去年 12']);
  });

  it('are not given where it cannot be told which is meant', () => {
    const previous = parse(SAMPLE.replace('听取工作汇报2次。', '听取工作汇报2次。\n全年召开专题会议7次，听取工作汇报2次。'));
    const labels = hintsOf(parse(DRAFT), previous).map(({ label }) => label);
    expect(labels).toEqual(['去年 2', '去年 12', '去年 3000', '去年 3']);
  });

  it('are not taken from a part of another kind', () => {
    const text = DRAFT.replace('镇党委书记主持召开会议____次。', '开展法治讲座____场，发放资料____份。');
    expect(shown(text)).toEqual(ALL.slice(0, 4));
  });

  it('are none where the words differ', () => {
    expect(shown(DRAFT.replace('开展法治讲座____场', '组织知识竞赛____场'))).not.toContain('织知识竞赛____[去年 12]');
  });
});

describe.each(REPORTS)('last year’s values of $name', ({ file }) => {
  const previous = parse(readText(file));
  const report = parse(nextYearDraft(previous, 'zh-CN').text);

  it('are each the value that stood there', () => {
    const renewed = renewedParts(previous).map(({ heading, guest }) => ({
      start: heading.content.start,
      end: guest?.span.start ?? heading.content.end,
    }));
    const values = figureBlanks(previous)
      .filter(({ span }) => !renewed.some((part) => span.start >= part.start && span.end <= part.end))
      .map(({ span }) => `去年 ${previous.source.slice(span).replace(/\s/gu, '')}`);
    expect(hintsOf(report, previous).map(({ label }) => label)).toEqual(values);
  });
});
