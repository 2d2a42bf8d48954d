import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { sumHints } from '../../server/language/inlay-hints.js';
import type { Locale } from '../../server/rules/rule.js';
import { parse, SAMPLE } from './sample.js';

/** The hints in the sample with another sentence: what stands before each, and the hint. */
function hints(sentence: string, locale: Locale = 'zh-CN', withFindings = true): [string, unknown][] {
  const text = SAMPLE.replace('全年召开专题会议4次，听取工作汇报2次。', sentence);
  const report = parse(text);
  return sumHints(report, withFindings ? check(report) : [], { start: 0, end: text.length }, locale).map(({ position, label }) => {
    const at = report.source.offsetAt(position);
    return [text.slice(at - 3, at), label];
  });
}

describe('sums', () => {
  it.each([
    ['其中', '办理行政处罚案件20件，其中简易程序12件、普通程序8件，罚款3万元。', ['序8件', '＝ 合计 20']],
    ['brackets', '办理各类案件20件（行政处罚12件、行政强制8件）。', ['制8件', '＝ 合计 20']],
    ['分别为', '受理案件、纠纷30件，分别为民事18件、刑事5件、行政7件。', ['政7件', '＝ 合计 30']],
    ['myriads', '办理行政许可4.3万件，其中即办件2.9万件、承诺件1.4万件。', ['4万件', '＝ 合计 4.3万']],
  ])('stand behind the last part: %s', (_, sentence, expected) => {
    expect(hints(sentence)).toEqual([expected]);
  });

  it('say so where they are not the total, as the finding does', () => {
    const sentence = '清理文件26件，其中保留19件、修改4件、废止2件。';
    expect(hints(sentence)).toEqual([['止2件', '＝ 合计 25，与总数“26件”不符']]);
    expect(hints(sentence, 'en')).toEqual([['止2件', '= 25 in all, not 26件']]);
    // The finding is off, ignored or held back: then nothing is said here either.
    expect(hints(sentence, 'zh-CN', false)).toEqual([]);
  });

  it.each([
    ['a list that leaves things out', '办理各类案件120件，其中行政处罚12件、行政强制8件。'],
    ['a list that is open', '化解矛盾纠纷120件，其中邻里纠纷60件、婚姻纠纷30件等。'],
    ['rounded numbers', '发放资料300余份，其中手册200余份、折页100余份。'],
    ['another thing that is counted', '召开会议20次，其中发放资料12份、手册8份。'],
    ['one part', '创建示范村22个，其中国家级1个。'],
    ['a total that follows its parts', '办理行政处罚12件、行政强制8件，共20件。'],
    ['no list', '召开会议20次，听取汇报12次，开展检查8次。'],
  ])('are not given for %s', (_, sentence) => {
    expect(hints(sentence)).toEqual([]);
  });

  it('show how they are made', () => {
    const text = SAMPLE.replace('听取工作汇报2次', '办理案件20件，其中简易程序12件、普通程序8件');
    const report = parse(text);
    const [hint] = sumHints(report, [], { start: 0, end: text.length }, 'zh-CN');
    expect(hint).toMatchObject({ tooltip: '各分项：12+8=20', paddingLeft: true });
  });

  it('are given only for what is asked for', () => {
    const text = SAMPLE.replace('听取工作汇报2次', '办理案件20件，其中简易程序12件、普通程序8件');
    const report = parse(text);
    const at = text.indexOf('8件') + 2;
    expect(sumHints(report, [], { start: at, end: at }, 'zh-CN')).toHaveLength(1);
    expect(sumHints(report, [], { start: 0, end: at - 1 }, 'zh-CN')).toEqual([]);
    expect(sumHints(report, [], { start: at + 1, end: text.length }, 'zh-CN')).toEqual([]);
  });
});
