import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { nextYearDraft } from '../../server/language/next-year.js';
import type { Report } from '../../server/report/report.js';
import { looksLikeReport } from '../../server/report/recognition.js';
import { filesOf, ROOT, readText, seeds } from '../support/files.js';
import { LINES, parse, SAMPLE } from './sample.js';

const FOLDERS = ['test/reports/clean', 'test/reports/defective', 'test/quality/reports'];
const REPORTS = [...seeds(), ...FOLDERS.flatMap((folder) => filesOf(path.join(ROOT, folder)))];

const draftOf = (text: string): string => nextYearDraft(parse(text), 'zh-CN').text;

/** The sample with one line of its measures replaced, as a draft for the next year: that line. */
function measure(line: string): string {
  const lines = [...LINES];
  lines[5] = line;
  return draftOf(lines.join('\n')).split('\n')[5] ?? '';
}

const severe = (report: Report): string[] =>
  check(report)
    .filter(({ severity, rule }) => (severity === 'error' || severity === 'warning') && rule !== 'placeholder')
    .map(({ rule }) => rule)
    .sort();

describe('the draft for next year', () => {
  it('moves the years, makes blanks of figures and empties shortcomings and plan', () => {
    const draft = nextYearDraft(parse(SAMPLE), 'zh-CN');
    expect(draft.text).toBe(
      [
        '云桥镇2025年法治政府建设情况报告',
        '',
        '2025年，云桥镇深入学习贯彻习近平法治思想，现将2025年法治政府建设情况报告如下：',
        '一、2025年推进法治政府建设的主要举措和成效',
        '（一）强化组织领导',
        '全年召开专题会议____次，听取工作汇报____次。',
        '（二）推进普法宣传。开展法治讲座____场，发放资料____份。',
        '',
        '二、2025年推进法治政府建设存在的不足和原因',
        '（一）____。原因是____。',
        '（二）____。原因是____。',
        '三、2025年党政主要负责人履行推进法治建设第一责任人职责情况',
        '镇党委书记主持召开会议____次。',
        '四、2026年推进法治政府建设的主要安排',
        '2026年，我镇将针对存在的不足，重点做好以下工作：',
        '（一）____。',
        '（二）____。',
        '（三）____。',
        '云桥镇人民政府',
        '2026年____月____日',
        '',
      ].join('\n'),
    );
    expect(draft).toMatchObject({ title: '云桥镇2025年法治政府建设情况报告', year: 2025, yearsMoved: 8, figuresBlanked: 5 });
  });

  it('lists last year’s plan and shortcomings to tick off, and is no report itself', () => {
    const { checklist } = nextYearDraft(parse(SAMPLE), 'zh-CN');
    expect(checklist).toContain('# 2025年起草对照清单');
    expect(checklist).toContain('根据《云桥镇2024年法治政府建设情况报告》列出');
    expect(checklist).toContain('- [ ] 2025年，将继续加强执法队伍建设。');
    expect(checklist).toContain('- [ ] 一是执法力量不足，原因是编制较少。');
    expect(looksLikeReport(checklist)).toBe(false);
    expect(nextYearDraft(parse(SAMPLE), 'en').checklist).toContain('# Checklist for 2025');
  });

  it('lists what was left though it may be last year’s', () => {
    const text = SAMPLE.replace(
      '全年召开专题会议4次',
      '印发《2024年普法要点》，荣获2024年度先进集体称号，全年无行政诉讼案件。7月，召开会议4次',
    );
    const { checklist } = nextYearDraft(parse(text), 'zh-CN');
    const kept = checklist.split('没有改动、请核对的地方')[1] ?? '';
    expect(kept.match(/- \[ \]/gu)).toHaveLength(4);
    expect(kept).toContain('《2024年普法要点》');
  });

  it.each([
    ['贯彻《法治政府建设实施纲要（2021—2025年）》，印发《云桥镇2024年普法计划》。', undefined],
    ['落实云政〔2024〕33号文件，推进“十四五”规划和“八五”普法。', undefined],
    ['自2019年以来，连续3年获得表彰。', undefined],
    ['学习2024年新修订的保密法。', undefined],
    ['荣获2024年度先进集体称号。', undefined],
    ['自2024年6月起，由综合执法队统一执法。', undefined],
    ['2023年建成中心，2024年再次扩建。', undefined],
    ['2024年以来，共召开会议。', '2025年以来，共召开会议。'],
    ['二〇二四年，镇党委加强领导。', '二〇二五年，镇党委加强领导。'],
    ['２０２４年，镇党委加强领导。', '２０２５年，镇党委加强领导。'],
    ['案件较2023年下降12%。', '案件较2024年下降____%。'],
    ['2024年3月15日，召开推进会。', '2025年____月____日，召开推进会。'],
    ['2024年1月至11月，召开推进会。', '2025年1月至11月，召开推进会。'],
    ['2022年、2023年、2024年立案数分别为3件、2件、1件。', '2023年、2024年、2025年立案数分别为____件、____件、____件。'],
    ['项目\t2023年\t2024年', '项目\t2024年\t2025年'],
    ['| 项目 | 2023年 | 2024年 |', '| 项目 | 2024年 | 2025年 |'],
    ['截至2024年12月31日，全部办结。', '截至2025年12月31日，全部办结。'],
  ])('years: %s', (line, moved) => {
    expect(measure(line)).toBe(moved ?? line);
  });

  it.each([
    ['满意率100%，办结率达98%以上。', '满意率100%，办结率达____%以上。'],
    ['受教育群众近300余人次，罚款63.4万元，资料1.2万份。', '受教育群众近____人次，罚款____万元，资料____份。'],
    ['落实四项制度，建成三大平台，形成两个清单。', undefined],
    ['权重由百分之五提高到百分之八，满意率为百分之百。', '权重由百分之____提高到百分之____，满意率为百分之百。'],
    ['非煤矿山　　　31　　　　159', '非煤矿山　　　____　　　　____'],
    ['设立24小时法律咨询岗，组建巡护队四支，建成三支队伍。', '设立24小时法律咨询岗，组建巡护队____支，建成三支队伍。'],
    ['召开专题会议四次，组织培训十余场。', '召开专题会议____次，组织培训____场。'],
    ['每季度召开1次例会，每月开展2次巡查，实行24小时值守，5个工作日内答复。', undefined],
    ['办结12345热线工单20件，“1+3”模式覆盖8个村。', '办结12345热线工单____件，“1+3”模式覆盖____个村。'],
    ['培训3—5次，未发生行政诉讼。', '培训____次，未发生行政诉讼。'],
    ['为60岁以上老人服务5次，10万元以上的合同全部审查。', '为60岁以上老人服务____次，10万元以上的合同全部审查。'],
  ])('figures: %s', (line, blanked) => {
    expect(measure(line)).toBe(blanked ?? line);
  });

  it('gives a number and a date of its own a year more', () => {
    const text = SAMPLE.replace('情况报告\n', '情况报告\n云政〔2025〕6号\n').replace('2025年1月10日', '二〇二五年一月十日');
    const draft = draftOf(text);
    expect(draft).toContain('\n云政〔2026〕____号\n');
    expect(draft).toContain('二〇二六年____月____日');
  });

  it('mends a year that was wrong already', () => {
    const draft = draftOf(SAMPLE.replace('一、2024年', '一、2022年').replace('2025年，将继续', '2024年，将继续'));
    expect(draft).toContain('一、2025年推进法治政府建设的主要举措和成效');
  });

  it('keeps line ends and leaves byte order mark and page furniture out', () => {
    const text = `\ufeff${SAMPLE}\n打印 关闭`.replace(/\n/gu, '\r\n');
    const draft = draftOf(text);
    expect(draft.startsWith('云桥镇2025年')).toBe(true);
    expect(draft).not.toContain('打印');
    expect(draft.replace(/\r\n/gu, '')).not.toMatch(/[\r\n]/u);
    expect(draft).toContain('（一）____。原因是____。\r\n（二）____。');
  });

  it('takes shortcomings and plan under one heading together, and a plan among the shortcomings by itself', () => {
    const merged = parse([...LINES.slice(0, 8), '二、存在的不足和下一步打算', '一是力量不足。下一步将补充力量。'].join('\n'));
    const text = nextYearDraft(merged, 'zh-CN').text;
    expect(text).toContain('二、存在的不足和下一步打算\n一是____。原因是____。二是____。原因是____。\n2026年，我镇将');
    const guest = parse(
      [...LINES.slice(0, 9), '（一）力量不足。原因是编制少。', '（二）经费不足。原因是财力弱。', '（三）2025年工作安排。将补充力量。'].join(
        '\n',
      ),
    );
    expect(nextYearDraft(guest, 'zh-CN').text).toContain(
      '（一）____。原因是____。\n（二）____。原因是____。\n（三）2026年工作安排。2026年，我镇将针对存在的不足，重点做好以下工作：一是____。',
    );
  });

  it('makes something of any text', () => {
    for (const text of ['', '\n', '没有标题，也没有年份，召开会议4次。', '云桥镇法治政府建设情况报告', LINES.slice(3).join('\r')]) {
      const draft = nextYearDraft(parse(text), 'zh-CN');
      expect(draft.checklist).toContain('起草对照清单');
      expect(parse(draft.text).source.text).toBe(draft.text);
    }
    const draft = nextYearDraft(parse('云桥镇法治政府建设情况报告\n召开会议4次。'), 'zh-CN');
    expect(draft).toMatchObject({ year: undefined, yearsMoved: 0, figuresBlanked: 1 });
  });
});

describe.each(REPORTS)('the draft made from $name', ({ file }) => {
  const report = parse(readText(file));
  const draft = nextYearDraft(report, 'zh-CN');
  const next = parse(draft.text);

  it('is of the next year, with the same sections', () => {
    expect(next.year?.value).toBe(report.year === undefined ? undefined : report.year.value + 1);
    expect(next.sections.map(({ kinds }) => kinds)).toEqual(report.sections.map(({ kinds }) => kinds));
    expect(next.agency?.name).toBe(report.agency?.name);
  });

  it('has no finding that last year’s has not, but for its blanks', () => {
    const before = severe(report);
    const added = severe(next).filter((rule) => {
      const at = before.indexOf(rule);
      if (at >= 0) before.splice(at, 1);
      return at < 0;
    });
    expect(added).toEqual([]);
    expect(check(next).filter(({ rule }) => rule === 'year-mismatch' || rule === 'stale-year')).toEqual([]);
  });

  it('names documents as last year’s does', () => {
    const names = (one: Report): string[] =>
      one.paragraphs.flatMap(({ role, text }) => (role === 'title' ? [] : (text.match(/《[^《》]*》/gu) ?? [])));
    const known = new Set(names(report));
    expect(names(next).filter((name) => !known.has(name))).toEqual([]);
  });
});
