import { describe, expect, it } from 'vitest';
import { readFigures } from '../../server/report/figures.js';
import { readYears } from '../../server/report/years.js';

describe('figures', () => {
  it.each([
    [
      '开展“法律进机关”法治讲座5场300余人次',
      [
        ['5', 5, false, '场', '法治讲座'],
        ['300余', 300, true, '人次', ''],
      ],
    ],
    ['上缴罚款 2.5 万余元', [['2.5 万余', 25_000, true, '元', '罚款']]],
    ['受教育群众两万余人次', [['两万余', 20_000, true, '人次', '群众']]],
    ['中心组学法二十次', [['二十', 20, false, '次', '中心组学法']]],
    ['发放宣传册1,200份', [['1,200', 1200, false, '份', '宣传册']]],
    ['办结率98.6%', [['98.6', 98.6, false, '%', '办结率']]],
    ['全年无一起行政诉讼败诉案件', [['无一起', 0, false, '起', '行政诉讼败诉案件']]],
    ['未发生重大安全事故', [['未发生', 0, false, '', '重大安全事故']]],
    ['实现零败诉', [['零', 0, false, '', '败诉']]],
    ['无行政复议、行政诉讼', [['无', 0, false, '', '行政复议']]],
    ['化解矛盾纠纷近40件', [['40', 40, true, '件', '矛盾纠纷']]],
    ['发放资料３００份', [['３００', 300, false, '份', '资料']]],
    ['立案１，２４０件', [['１，２４０', 1240, false, '件', '']]],
    ['满意率：98%', [['98', 98, false, '%', '满意率']]],
    ['涉及金额3亿元', [['3亿', 300_000_000, false, '元', '金额']]],
  ])('%s', (text, expected) => {
    const figures = readFigures(text).map(({ text: written, value, approximate, unit, of }) => [written, value, approximate, unit, of]);
    expect(figures.map((figure, index) => (expected[index]?.[4] === '' ? figure.slice(0, 4) : figure))).toEqual(
      expected.map((figure) => (figure[4] === '' ? figure.slice(0, 4) : figure)),
    );
  });

  it('end where their measure words end', () => {
    const text = '发放资料 300 余 份、共计500';
    expect(readFigures(text).map(({ span, unitEnd }) => [text.slice(span.start, unitEnd), unitEnd])).toEqual([
      ['300 余 份', 12],
      ['500', text.length],
    ]);
  });

  it.each(['“百余场300次”', '《关于300项清单的“一件事”100条意见》', '“宪法”与《习近平著作100篇》'])('%s is a name', (text) => {
    expect(readFigures(text)).toEqual([]);
  });

  it.each([
    '2024年',
    '2025年1月2日',
    '自2022年以来',
    '中发〔2021〕33号',
    '《法治政府建设实施纲要（2021—2025年）》',
    '“1+X”模式',
    '12345热线',
    '第3次会议',
    '一是',
    '进一步',
    '统一部署',
    '两个维护',
    '三项制度',
    '“三零”创建',
    '十四五',
    '3×4米',
    '比例尺1：500',
    '上午11:16分',
    '八五普法',
    'GB/T 9704—2012',
    '形成一个闭环',
    '无法',
    '无障碍',
    '一方面',
    '6·26国际禁毒日',
    '“最多跑一次”',
    '有无问题',
  ])('%s holds none', (text) => {
    expect(readFigures(text)).toEqual([]);
  });
});

describe('years', () => {
  it.each([
    ['2024年，我镇', 2024, 'plain'],
    ['二〇二四年工作', 2024, 'plain'],
    ['２０２４年工作', 2024, 'plain'],
    ['《纲要（2021—2025年）》', 2021, 'document-name'],
    ['中发〔2021〕33号', 2021, 'document-number'],
    ['2021—2025年规划', 2021, 'period'],
    ['2025年1月2日', 2025, 'date'],
    ['自2022年以来', 2022, 'since'],
    ['较2023年增长23%', 2023, 'comparison'],
    ['荣获2023年度先进', 2023, 'honour'],
    ['平顶山市2023年度平安建设考评优秀等次', 2023, 'honour'],
    ['向人大报告2023年度法治政府建设情况报告', 2023, 'other-report'],
  ])('%s', (text, value, usage) => {
    expect(readYears(text)[0]).toMatchObject({ value, usage });
  });

  it('are told from longer numbers', () => {
    expect(readYears('电话02024555，编号120240，金额2024.5万元，20241231')).toEqual([]);
  });
});
