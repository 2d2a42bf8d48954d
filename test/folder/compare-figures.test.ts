import { describe, expect, it } from 'vitest';
import { compareFigures, figureChange } from '../../server/folder/compare-figures.js';
import { reportFigures } from '../../server/report/report-figures.js';
import type { Report } from '../../server/report/report.js';
import { parse } from '../language/sample.js';

interface Parts {
  readonly measures?: string;
  readonly duties?: string;
  readonly plan?: string;
}

/** A report of a town that does not exist, with these texts in its sections. */
function reportOf(year: number, parts: Parts | string): Report {
  const { measures = '', duties = '', plan = '' } = typeof parts === 'string' ? { measures: parts } : parts;
  return parse(
    [
      `云桥镇${year}年法治政府建设情况报告`,
      `现将${year}年法治政府建设情况报告如下：`,
      '一、主要举措和成效',
      measures,
      '二、存在的不足和原因',
      '一是执法力量不足，原因是编制较少。',
      '三、党政主要负责人履行推进法治建设第一责任人职责情况',
      duties,
      `四、${year + 1}年工作安排`,
      plan,
    ].join('\n'),
  );
}

/** Pairs as `as written this year ← as written last year`. */
function pairs(now: Parts | string, before: Parts | string): readonly string[] {
  const own = reportOf(2024, now);
  const other = reportOf(2023, before);
  const ours = reportFigures(own);
  const theirs = reportFigures(other);
  const written = (placed: (typeof ours)[number] | undefined): string =>
    placed === undefined ? '?' : placed.paragraph.text.slice(placed.figure.span.start, placed.figure.unitEnd);
  return [...compareFigures(own, other).counterparts].map(([a, b]) => `${written(ours[a])} ← ${written(theirs[b])}`);
}

describe('figures of two years', () => {
  it('are paired where the same thing is named the same way', () => {
    expect(pairs('全年召开法治建设专题会议4次，发放宣传资料8000余份。', '全年召开法治建设专题会议3次，发放宣传资料6000份。')).toEqual([
      '4次 ← 3次',
      '8000余份 ← 6000份',
    ]);
  });

  it('are paired in whatever order and amid whatever else they stand', () => {
    expect(
      pairs('排查矛盾纠纷97件。组织开展行政检查312次。', '新增法律顾问2名。组织开展行政检查256次。一年来，排查矛盾纠纷88件。'),
    ).toEqual(['97件 ← 88件', '312次 ← 256次']);
  });

  it.each([
    ['another act', '制定行政规范性文件1份。', '清理行政规范性文件4份。'],
    ['another act on one thing', '办理行政处罚案件12件。', '审核行政处罚案件30件。'],
    ['another unit', '举办法治专题讲座5场。', '举办法治专题讲座300人次。'],
    ['shares and numbers', '行政处罚案件公示率100%。', '行政处罚案件公示率100件。'],
    ['another named activity', '开展“法律进机关”法治讲座5场。', '开展“法律进校园”法治讲座8场。'],
    ['another document', '学习《民法典》专题讲座3次。', '学习《行政处罚法》专题讲座3次。'],
    ['a part of the year', '上半年受理信访事项20件。', '受理信访事项45件。'],
    ['another half', '上半年受理信访事项20件。', '下半年受理信访事项25件。'],
    ['last year told of this year', '2023年受理信访事项20件。', '2023年受理信访事项20件。'],
    ['a part and the whole', '受理信访事项89件。', '共办理事项120件，其中受理信访事项45件。'],
    ['other people', '在辖区企业中开展法治讲座4场。', '开展法治讲座40场。'],
    ['what came before it', '上年结转矛盾纠纷6件，新受理248件。', '上年结转仲裁案件5件，新受理76件。'],
    ['what it is about', '审查合同72份，提出修改意见58条。', '开展规范性文件公平竞争双审查，提出修改意见9条。'],
    ['another thing by a general word', '组织青少年网上学法用法等活动10次。', '开展扫黑除恶法治宣传教育活动32次。'],
  ])('are not paired over %s', (_, now, before) => {
    expect(pairs(now, before)).toEqual([]);
  });

  it('are not paired over sections: what is planned is not what was done', () => {
    expect(pairs({ measures: '开展法治讲座12场。' }, { plan: '开展法治讲座10场。' })).toEqual([]);
    expect(pairs({ duties: '召开专题会议3次。' }, { measures: '召开专题会议3次。' })).toEqual([]);
    expect(
      pairs(
        { measures: '召开法治专题会议4次。', duties: '召开法治专题会议2次。' },
        { measures: '召开法治专题会议3次。', duties: '召开法治专题会议1次。' },
      ),
    ).toEqual(['4次 ← 3次', '2次 ← 1次']);
  });

  it('named by a common word are told apart by their sentences', () => {
    expect(
      pairs('排查矛盾纠纷248件，办结247件。受理群众来信89件，办结86件。', '受理群众来信70件，办结69件。排查矛盾纠纷210件，办结205件。'),
    ).toEqual(['248件 ← 210件', '247件 ← 205件', '89件 ← 70件', '86件 ← 69件']);
  });

  it('that several fit equally well have no counterpart', () => {
    expect(pairs('开展法治宣传活动12场。', '开展法治宣传活动8场。\n开展法治宣传活动9场。')).toEqual([]);
    expect(pairs('开展法治宣传活动12场。\n开展法治宣传活动10场。', '开展法治宣传活动8场。')).toEqual([]);
  });

  it('of one activity are told apart by their unit', () => {
    expect(pairs('开展法治讲座5场300余人次。', '开展法治讲座4场260人次。')).toEqual(['5场 ← 4场', '300余人次 ← 260人次']);
  });

  it('count the same by another measure word', () => {
    expect(pairs('办理行政处罚案件42起。', '办理行政处罚案件37件。')).toEqual(['42起 ← 37件']);
  });

  it('are paired with none of it in words', () => {
    expect(pairs('全镇发生重大安全生产事故1起。', '全镇未发生重大安全生产事故。')).toEqual([]);
    expect(pairs('全镇未发生重大安全生产事故。', '全镇未发生重大安全生产事故。')).toEqual(['未发生 ← 未发生']);
  });

  it('pair each figure once at most, and the same report with itself wholly', () => {
    const text = '召开法治专题会议4次，发放宣传资料8000份。办理行政处罚案件12件，罚款2.5万元，办结率98.5%。';
    const own = reportOf(2024, text);
    const { counterparts, added, unmatched } = compareFigures(own, reportOf(2024, text));
    expect([...counterparts]).toEqual([0, 1, 2, 3, 4].map((index) => [index, index]));
    expect(added.size).toBe(0);
    expect(unmatched).toEqual([]);
  });

  it('never throw, whatever is missing', () => {
    const empty = parse('');
    const own = reportOf(2024, '召开法治专题会议4次。');
    expect(compareFigures(own, empty).added).toEqual(new Set([0]));
    expect(compareFigures(empty, own).unmatched).toEqual([0]);
    expect([...compareFigures(parse('共办理案件12件。'), parse('共办理案件10件。')).counterparts]).toEqual([[0, 0]]);
  });

  it('by the thousand are compared at once', () => {
    const many = (add: number): string => Array.from({ length: 3000 }, (_, index) => `办理事项${index + add}件。`).join('');
    const start = performance.now();
    const { counterparts } = compareFigures(reportOf(2024, many(1)), reportOf(2023, many(2)));
    expect(performance.now() - start).toBeLessThan(3000);
    expect(counterparts.size).toBe(0);
  });
});

describe('what is new and what is gone', () => {
  const compared = (now: string, before: string) => compareFigures(reportOf(2024, now), reportOf(2023, before));

  it('is told where the other year has nothing like it', () => {
    const { added, unmatched } = compared('召开法治专题会议4次。配备执法记录仪35台。', '召开法治专题会议3次。聘请法律顾问2名。');
    expect([...added]).toEqual([1]);
    expect(unmatched).toEqual([1]);
  });

  it('is not told of what may only be worded in another way', () => {
    const { added, unmatched } = compared('举办普法讲座4场。', '深入各村开展法治专题讲座3场。');
    expect([...added]).toEqual([]);
    expect(unmatched).toEqual([0]);
  });
});

describe('the change', () => {
  const changeOf = (now: string, before: string) => {
    const [a] = reportFigures(reportOf(2024, now));
    const [b] = reportFigures(reportOf(2023, before));
    return a && b && figureChange(a, b);
  };

  it.each([
    ['罚款2.5万元。', '罚款20000元。', { difference: 5000, percent: 25, approximate: false }],
    ['发放资料300余份。', '发放资料400份。', { difference: -100, percent: -25, approximate: true }],
    ['办结率98.6%。', '办结率98.4%。', { difference: 0.2, approximate: false }],
    ['受理案件3件。', '未受理案件。', { difference: 3, approximate: false }],
    ['受理案件3件。', '受理案件3件。', { difference: 0, percent: 0, approximate: false }],
  ])('of %s against %s', (now, before, change) => expect(changeOf(now, before)).toEqual(change));
});
