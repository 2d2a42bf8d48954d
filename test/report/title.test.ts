import { describe, expect, it } from 'vitest';
import { parseReport } from '../../server/report/parse-report.js';
import { looksLikeReport } from '../../server/report/recognition.js';
import { SourceText } from '../../server/text/source-text.js';

const BODY = '\n\n现将有关情况报告如下：\n一、主要举措和成效\n召开会议3次。\n';
const parse = (head: string) => parseReport(new SourceText(head + BODY));

describe('a title', () => {
  it.each([
    ['牛田镇2024年法治政府建设情况报告', 2024, '牛田镇', 'town'],
    ['陶家镇关于2025年法治政府建设情况的报告', 2025, '陶家镇', 'town'],
    ['六郎镇2024年法治政府建设年度报告', 2024, '六郎镇', 'town'],
    ['塘栖镇法治政府建设年度报告(2024年度)', 2024, '塘栖镇', 'town'],
    ['有庆镇2020年度法治政府建设工作情况报告', 2020, '有庆镇', 'town'],
    ['仁和镇人民政府\n关于2024年度法治政府建设工作的报告', 2024, '仁和镇人民政府', 'town'],
    ['羊庄镇2025年法治政府建设报告', 2025, '羊庄镇', 'town'],
    ['朝阳区人民政府2024年法治政府建设年度情况报告', 2024, '朝阳区人民政府', 'district'],
    ['山东省2023年度法治政府建设情况', 2023, '山东省', 'province'],
    ['2024年度长寿路街道法治政府建设情况报告', 2024, '长寿路街道', 'subdistrict'],
    ['大河乡法治政府建设情况报告', undefined, '大河乡', 'township'],
    ['黄湾镇人民政府关于报送2024年法治政府建设情况的报告', 2024, '黄湾镇人民政府', 'town'],
    ['陈仓区2021年法治政府建设工作总结', 2021, '陈仓区', 'district'],
    ['水宽乡二〇二四年法治政府建设情况报告', 2024, '水宽乡', 'township'],
    ['清源镇２０２４年法治政府建设情况报告', 2024, '清源镇', 'town'],
    ['鹿原县司法局 2023 年度法治政府建设工作报告', 2023, '鹿原县司法局', 'department'],
    ['东江高新技术产业开发区管理委员会2022年法治政府建设情况报告', 2022, '东江高新技术产业开发区管理委员会', 'zone'],
    ['鲁山县2024年度法治政府建设\n工作的报告', 2024, '鲁山县', 'county'],
    ['四屏镇2024年法治政府建设\n年度报告', 2024, '四屏镇', 'town'],
    ['中共吴家镇委员会\n吴家镇人民政府\n关于2024年法治政府建设情况的报告', 2024, '中共吴家镇委员会吴家镇人民政府', 'town'],
    ['桂峰岭乡2022年法治政府建設工作情況報告', 2022, '桂峰岭乡', 'township'],
    ['寅阳镇\n\n2023 年度法治政府建设情况报告', 2023, '寅阳镇', 'town'],
    ['# 清源镇2024年法治政府建设情况报告', 2024, '清源镇', 'town'],
    ['\ufeff清源镇2024年法治政府建设情况报告', 2024, '清源镇', 'town'],
    ['来源：清源镇 浏览次数：12\n您当前的位置：首页 > 政务公开\n清源镇2024年法治政府建设情况报告', 2024, '清源镇', 'town'],
    ['鹰潭市2024年法治政府建设情况和2025年工作安排报告', 2024, '鹰潭市', 'city'],
  ])('%s', (head, year, agency, kind) => {
    const report = parse(head);
    expect(report.isReport).toBe(true);
    expect(looksLikeReport(head + BODY)).toBe(true);
    expect(report.year?.value).toBe(year);
    expect(report.agency?.name).toBe(agency);
    expect(report.agency?.kind).toBe(kind);
  });

  it.each([
    '清源镇2024年政府工作报告',
    '关于印发法治政府建设实施方案的通知',
    '购物清单\n鸡蛋\n牛奶',
    '',
    '近日，我镇召开法治政府建设工作会议，传达学习上级精神，现将有关情况报告如下。',
    '一、清源镇2024年法治政府建设情况报告',
    'README\n\nA checker of 法治政府建设情况报告 for editors, with rules and fixes, written in TypeScript.',
  ])('is not read into %j', (head) => {
    expect(parse(head).isReport).toBe(false);
    expect(looksLikeReport(head + BODY)).toBe(false);
  });

  it('is found once where a web page repeats it', () => {
    const report = parse('清源镇2024年法治政府建设情况报告\n发布日期：2025-01-10\n清源镇2024年法治政府建设情况报告');
    expect(report.repeatedTitles.map(({ text }) => text)).toEqual(['清源镇2024年法治政府建设情况报告']);
  });
});

describe('the report year', () => {
  it.each([
    ['清源镇法治政府建设情况报告\n现将2023年法治政府建设情况报告如下：\n一、主要举措和成效\n召开会议3次。', 2023, 'opening'],
    ['清源镇法治政府建设情况报告\n2022年，清源镇推进法治建设。\n一、主要举措和成效\n召开会议3次。', 2022, 'opening'],
    ['清源镇法治政府建设情况报告\n一、2021年度主要举措和成效\n召开会议3次。', 2021, 'headings'],
    ['清源镇法治政府建设情况报告\n一、主要举措和成效\n召开会议3次。\n二、2025年工作安排\n继续努力。', 2024, 'headings'],
    ['清源镇2024年法治政府建设情况报告\n——2025年1月10日在清源镇第五次会议上\n一、主要举措和成效\n召开会议3次。', 2024, 'title'],
  ])('of %j is %d', (text, value, from) => {
    expect(parseReport(new SourceText(text)).year).toMatchObject({ value, from });
  });
});

describe('above the text', () => {
  it.each([
    '区委、区政府：',
    '中共清源县委员会，清源县人民政府:',
    '区人大常委会：',
    '市委全面依法治市委员会：',
    '主任、各位副主任、各位委员：',
  ])('%s is the addressee', (addressee) => {
    const report = parse(`清源镇2024年法治政府建设情况报告\n${addressee}`);
    expect(report.addressee && report.source.slice(report.addressee)).toBe(addressee);
    expect(report.sections).toHaveLength(1);
  });

  it.each(['现将有关情况报告如下：', '现将2024年法治政府建设情况汇报如下。', '现总结如下：', '现将工作开展情况报告如下，请予审议。'])(
    '%s is the opening formula',
    (formula) => {
      const report = parseReport(
        new SourceText(`清源镇2024年法治政府建设情况报告\n2024年，清源镇扎实推进法治建设。${formula}\n一、主要举措和成效\n召开会议3次。`),
      );
      expect(report.openingFormulas.map(({ span }) => report.source.slice(span))).toEqual([formula.replace(/如下.*$/u, '如下')]);
    },
  );
});

describe('the sign-off', () => {
  it.each([
    ['清源镇人民政府\n2025年1月10日', true, 'date'],
    ['中共清源镇委员会\n清源镇人民政府\n2025年1月10日', true, 'date'],
    ['清源镇人民政府　　2025年1月10日', true, 'date'],
    ['2025年1月10日', false, 'date'],
    ['清源镇人民政府', true, undefined],
    ['清源镇人民政府\n202512', true, 'digits'],
    ['附件：1.清单\n2.台账\n\n清源镇人民政府\n2025年1月10日', true, 'date'],
    ['清源镇人民政府\n2025年1月10日\n（联系人：张三，电话：5551234）', true, 'date'],
    ['清源镇人民政府\n二〇二五年一月十日\n分享到\n打印 关闭', true, 'date'],
    ['报告单位：清源镇人民政府\n报告日期：2025年1月10日', true, 'date'],
  ])('%j', (tail, hasAgency, form) => {
    const { signOff } = parseReport(new SourceText(`清源镇2024年法治政府建设情况报告${BODY}${tail}\n`));
    expect(signOff?.agency !== undefined).toBe(hasAgency);
    expect(signOff?.date?.reading.form).toBe(form);
  });
});
