import { describe, expect, it } from 'vitest';
import { agencyBody, bodyOfReport, matchBodies } from '../../server/report/agency-body.js';
import { parseReport } from '../../server/report/parse-report.js';
import { SourceText } from '../../server/text/source-text.js';

describe('the body that a name means', () => {
  it.each([
    ['赵庄镇', '', '赵庄镇'],
    ['赵庄镇人民政府', '', '赵庄镇'],
    ['中共赵庄镇委员会', '', '赵庄镇'],
    ['金山县赵庄镇人民政府', '金山县', '赵庄镇'],
    ['中共金山县赵庄镇委员会金山县赵庄镇人民政府', '金山县', '赵庄镇'],
    ['中共赵庄镇委员会、赵庄镇人民政府', '', '赵庄镇'],
    ['金山县人民政府锦塘街道办事处', '金山县', '锦塘街道'],
    ['柏桥街道党工委', '', '柏桥街道'],
    ['琅山区柏桥街道办事处', '琅山区', '柏桥街道'],
    ['山东省曲阜市尼山镇', '山东省曲阜市', '尼山镇'],
    ['济南市市中区人民政府', '济南市', '市中区'],
    ['市中区人民政府', '', '市中区'],
    ['新市区', '', '新市区'],
    ['中共金山县委', '', '金山县'],
    ['红旗岭镇', '', '红旗岭镇'],
    ['徐州路街道办事处', '', '徐州路街道'],
    ['白水河苗族自治县人民政府', '', '白水河苗族自治县'],
    ['云岭经济技术开发区管理委员会', '', '云岭经济技术开发区'],
    ['金山县司法局', '金山县', '司法局'],
    ['中共金山县司法局党组', '金山县', '司法局'],
    ['金山县市场监督管理局', '金山县', '市场监督管理局'],
    ['金山县城市管理局', '金山县', '城市管理局'],
    ['城市管理局', '', '城市管理局'],
    ['金山县住房和城乡建设局', '金山县', '住房和城乡建设局'],
    ['金山县乡村振兴局', '金山县', '乡村振兴局'],
    ['丹浦区卫生健康委员会', '丹浦区', '卫生健康委员会'],
    ['岱城区卫生健康委员会', '岱城区', '卫生健康委员会'],
    ['金山县人民政府办公室', '金山县', '人民政府办公室'],
    ['汀洲区汀洲区人民政府', '', '汀洲区'],
    ['第七师一二九团', '', '第七师一二九团'],
    ['镇', '', '镇'],
    ['', '', ''],
  ])('%s', (name, above, own) => {
    expect(agencyBody(name)).toEqual({ above, own });
  });

  it('is told in full by the sign-off where the title is short', () => {
    const text = '赵庄镇2024年法治政府建设情况报告\n\n2024年，赵庄镇扎实推进工作。\n\n金山县赵庄镇人民政府\n2025年1月10日';
    expect(bodyOfReport(parseReport(new SourceText(text)))).toEqual({ above: '金山县', own: '赵庄镇' });
  });
});

describe('two names', () => {
  const match = (a: string, b: string): unknown => matchBodies(agencyBody(a), agencyBody(b));

  it('mean one body in whatever form', () => {
    expect(match('赵庄镇', '中共赵庄镇委员会')).toBe('same');
    expect(match('金山县赵庄镇', '金山县赵庄镇人民政府')).toBe('same');
    expect(match('赵庄镇', '金山县赵庄镇人民政府')).toBe('looser');
    expect(match('青阳市金山县赵庄镇', '金山县赵庄镇')).toBe('looser');
    expect(match('金山县政府办', '金山县人民政府办公室')).toBe('same');
  });

  it.each([
    ['赵庄镇', '大赵庄镇'],
    ['赵庄镇', '赵庄乡'],
    ['赵庄镇', '赵庄街道'],
    ['金山县赵庄镇', '安平县赵庄镇'],
    ['金山县', '金山县赵庄镇'],
    ['金山县司法局', '金山县'],
    ['金山县司法局', '安平县司法局'],
    ['金山县司法局', '金山县民政局'],
    ['赵庄镇司法所', '赵庄镇'],
  ])('of different bodies do not: %s, %s', (a, b) => {
    expect(match(a, b)).toBeUndefined();
  });
});
