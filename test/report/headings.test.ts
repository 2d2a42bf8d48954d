import { describe, expect, it } from 'vitest';
import { readMarker } from '../../server/report/markers.js';
import { parseReport } from '../../server/report/parse-report.js';
import type { Heading } from '../../server/report/report.js';
import { kindsOfHeading } from '../../server/report/section-kinds.js';
import { SourceText } from '../../server/text/source-text.js';

const TITLE = '清源镇2024年法治政府建设情况报告\n';
const parse = (text: string) => parseReport(new SourceText(TITLE + text));
const outline = (headings: readonly Heading[]): unknown[] =>
  headings.map((heading) => (heading.children.length === 0 ? heading.text : [heading.text, outline(heading.children)]));

describe('a heading number', () => {
  it.each([
    ['一、主要举措', 'chinese', 1, 2],
    ['十一、其他', 'chinese', 11, 3],
    ['二 、 主要举措', 'chinese', 2, 4],
    ['三．主要举措', 'chinese', 3, 2],
    ['（一）强化', 'chinese-parenthesis', 1, 3],
    ['(三) 规范', 'chinese-parenthesis', 3, 4],
    ['（十二）强化', 'chinese-parenthesis', 12, 4],
    ['㈠强化', 'chinese-parenthesis', 1, 1],
    ['一）强化', 'chinese-parenthesis', 1, 2],
    ['（二强化队伍建设', 'chinese-parenthesis', 2, 2],
    ['（二 强化队伍建设', 'chinese-parenthesis', 2, 3],
    ['（二、强化队伍建设', 'chinese-parenthesis', 2, 3],
    ['（二2025年工作打算', 'chinese-parenthesis', 2, 2],
    ['（二）、强化队伍建设', 'chinese-parenthesis', 2, 4],
    ['1.、召开', 'arabic', 1, 3],
    ['1.召开', 'arabic', 1, 2],
    ['１２．召开', 'arabic', 12, 3],
    ['1、召开', 'arabic', 1, 2],
    ['1.2024年工作', 'arabic', 1, 2],
    ['（1）召开', 'arabic-parenthesis', 1, 3],
    ['⑴召开', 'arabic-parenthesis', 1, 1],
    ['1)召开', 'arabic-parenthesis', 1, 2],
    ['①召开', 'circled', 1, 1],
    ['第一部分 工作情况', 'part', 1, 5],
    ['第二部分：工作情况', 'part', 2, 5],
    ['第一，召开', 'ordinal', 1, 3],
  ])('%s', (line, style, value, textStart) => {
    expect(readMarker(line)).toMatchObject({ style, value, textStart });
  });

  it.each([
    '一是召开',
    '一、二、三产业融合',
    '2.5万元',
    '12.4国家宪法日',
    '（一般程序）案件',
    '（一 般程序）案件',
    '（二、三季度）数据',
    '十四五规划',
    '2024年',
    '一、主要举措…………3',
    '1+1+N',
    '第一责任人',
    '5、6月份',
  ])('%s carries none', (line) => {
    expect(readMarker(line)).toBeUndefined();
  });
});

describe('a level-1 heading', () => {
  it.each([
    ['2024年推进法治政府建设的主要举措和成效', 'measures'],
    ['主要工作及成效', 'measures'],
    ['主要做法和成效', 'measures'],
    ['2024年度法治政府建设工作总结', 'measures'],
    ['工作开展情况', 'measures'],
    ['工作任务进展及成效', 'measures'],
    ['2024年主要工作', 'measures'],
    ['2024年重点工作开展情况', 'measures'],
    ['上一年度推进法治政府建设的主要舉措和成效', 'measures'],
    ['上一年度推进法治政府建设存在的不足和原因', 'shortcomings'],
    ['2024年度推进法治政府建设存在的不足、原因和问题整改情况', 'shortcomings'],
    ['2024年度推進法治政府建設存在的不足和原因', 'shortcomings'],
    ['2023年度推荐法治政府建设存在的不足和原因', 'shortcomings'],
    ['存在問題', 'shortcomings'],
    ['短板弱项', 'shortcomings'],
    ['存在的主要问题及原因分析', 'shortcomings'],
    ['面临的困难和挑战', 'shortcomings'],
    ['存在的问题及改进措施', 'shortcomings'],
    ['上一年度党政主要责任人履行推进法治建设第一责任人职责，加强法治政府建设有关情况', 'duties'],
    ['2024年度落实党政负责人履行推进法治建设第一责任人情况', 'duties'],
    ['推进法治政府建设第一责任人履职情况', 'duties'],
    ['区政府主要负责同志履行法治建设职责情况', 'duties'],
    ['下一年度推进法治政府建设的主要安排', 'plan'],
    ['2025年度推进法治政府建设的初步安排', 'plan'],
    ['2025年工作安排', 'plan'],
    ['二〇二五年工作安排', 'plan'],
    ['2025年重点工作', 'plan'],
    ['下步打算', 'plan'],
    ['今后努力方向', 'plan'],
    ['明年工作思路', 'plan'],
    ['存在的问题和下一步打算', 'shortcomings plan'],
    ['2024年存在的不足和2025年工作安排', 'shortcomings plan'],
    ['2024年工作总结和2025年工作安排', 'measures plan'],
    ['工作开展情况及存在的问题', 'measures shortcomings'],
    ['强化组织领导，压实法治责任', ''],
    ['坚持问题导向，补齐短板弱项', ''],
    ['聚焦群众难题，化解突出问题', ''],
    ['强化工作谋划，压实法治责任', ''],
    ['其他需要报告的情况', ''],
  ])('%s', (text, kinds) => {
    expect(kindsOfHeading(text, 2024).join(' ')).toBe(kinds);
  });
});

describe('the tree', () => {
  it('takes headings on their own line and headings run into the text', () => {
    const report = parse(
      '一、主要举措和成效\n（一）强化领导\n召开会议3次。\n（二）规范执法。检查20次。\n1.立案。立案3件。\n2.结案\n结案3件。\n二、存在的不足和原因\n力量不足，原因是编制少。',
    );
    expect(outline(report.headings)).toEqual([['主要举措和成效', ['强化领导', ['规范执法', ['立案', '结案']]]], '存在的不足和原因']);
    expect(report.allHeadings.map(({ ownLine }) => ownLine)).toEqual([true, true, false, false, true, true]);
  });

  it('puts 第一部分 above 一、', () => {
    const report = parse('第一部分 2024年工作情况\n一、强化领导\n召开会议3次。\n第二部分 2025年工作安排\n一、继续努力\n召开会议。');
    expect(outline(report.headings)).toEqual([
      ['2024年工作情况', ['强化领导']],
      ['2025年工作安排', ['继续努力']],
    ]);
    expect(report.sections.map(({ kinds }) => kinds.join())).toEqual(['measures', 'plan']);
  });

  it('takes the highest level that a file uses as level 1', () => {
    const report = parse('（一）主要举措和成效\n1.强化领导\n召开会议3次。\n（二）存在的不足和原因\n力量不足，原因是编制少。');
    expect(report.sections.map(({ kinds }) => kinds.join())).toEqual(['measures', 'shortcomings']);
    expect(report.allHeadings.map(({ level }) => level)).toEqual([1, 2, 1]);
  });

  it('finds sections without any number', () => {
    const report = parse(
      '主要举措和成效\n强化领导\n召开会议3次，研究法治工作。\n规范执法\n检查20次。\n存在的不足和原因\n力量不足，原因是编制少。\n2025年工作安排\n继续努力。',
    );
    expect(report.sections.map(({ kinds }) => kinds.join())).toEqual(['measures', 'shortcomings', 'plan']);
    expect(outline(report.headings)[0]).toEqual(['主要举措和成效', ['强化领导', '规范执法']]);
  });

  it('finds an unnumbered section among numbered ones, but takes no piece of a cut sentence for one', () => {
    const report = parse(
      '一、主要举措和成效\n召开会议3次，认真分析研究法治政府建设工作中\n存在的不足和原因\n并逐一整改。\n二、第一责任人职责\n书记召开会议3次。\n2025年工作安排\n继续努力。',
    );
    expect(report.sections.map(({ kinds }) => kinds.join())).toEqual(['measures', 'duties', 'plan']);
  });

  it('reads a themed layout as measures', () => {
    const report = parse(
      '一、强化党的领导\n召开会议3次。\n二、规范行政执法\n检查20次。\n三、存在的不足和原因\n力量不足，原因是编制少。\n四、其他需要报告的情况\n无。',
    );
    expect(report.themed).toBe(true);
    expect(report.sections.map(({ kinds }) => kinds.join())).toEqual(['measures', 'measures', 'shortcomings', '']);
  });

  it('reads Markdown headings', () => {
    const report = parse('## 一、主要举措和成效\n### （一）强化领导\n召开会议3次。\n## **二、存在的不足和原因**\n力量不足，原因是编制少。');
    expect(outline(report.headings)).toEqual([['主要举措和成效', ['强化领导']], '存在的不足和原因']);
  });

  it.each([
    ['三、四级联动机制全覆盖，网格员全部到岗。', '…'],
    ['一、二季度集中开展排查3次。', '…'],
  ])('takes %s for a list of numbers where it continues no headings', (line) => {
    const report = parse(`一、主要举措和成效\n召开会议3次。\n${line}\n二、存在的不足和原因\n力量不足，原因是编制少。`);
    expect(report.sections.map(({ kinds }) => kinds.join())).toEqual(['measures', 'shortcomings']);
  });

  it('takes headings that begin with numbers where they continue', () => {
    const report = parse(
      '一、三级联动，健全体系\n召开会议3次。\n二、三类重点，规范执法\n检查20次。\n三、存在的不足和原因\n力量不足，原因是编制少。',
    );
    expect(report.sections.map(({ kinds }) => kinds.join())).toEqual(['measures', 'measures', 'shortcomings']);
    const items = parse('一、主要举措和成效\n1.信访24件。\n2.110警情18起。\n3.12345热线36件。\n4.调解20件。');
    expect(items.allHeadings.map(({ marker }) => marker?.value)).toEqual([1, 1, 2, 3, 4]);
  });

  it.each([
    '全年召开会议6次，镇党委书记、镇长\n带头履行推进法治建设第一责任人职责，主持研究法治议题4次。',
    '全年排查整治各类重大安全生产隐患二\n一，均已整改到位。',
    '全年综合考评成绩位居全县各乡镇第\n一、在全市通报表扬。',
  ])('takes no second half of a cut sentence for a heading: %j', (text) => {
    const report = parse(`一、主要举措和成效\n（一）压实责任。${text}\n二、存在的不足和原因\n力量不足，原因是编制少。`);
    expect(report.allHeadings.map((heading) => heading.text)).toEqual(['主要举措和成效', '压实责任', '存在的不足和原因']);
  });

  it('begins behind 报告如下 whatever its mark', () => {
    for (const mark of ['：', '。', '，', ',', '']) {
      const report = parse(
        `现将清源镇2024年法治政府建设工作情况报告如下${mark}\n一、主要举措\n召开会议4次。\n二、存在的不足\n力量不足。\n`,
      );
      expect(report.headings.map(({ text }) => text)).toEqual(['主要举措', '存在的不足']);
    }
  });

  it('leaves out a table of contents', () => {
    const report = parse(
      '目录\n一、主要举措和成效\t1\n二、存在的不足和原因\t3\n三、2025年工作安排\t4\n一、主要举措和成效\n召开会议3次。\n二、存在的不足和原因\n力量不足，原因是编制少。\n三、2025年工作安排\n继续努力。',
    );
    expect(report.sections.map(({ kinds }) => kinds.join())).toEqual(['measures', 'shortcomings', 'plan']);
  });

  it('joins a heading that a hard wrap cut', () => {
    const wrapped = '二、2024年度党政主要负责人履行推进法治建设第一责任人职责，加强\n法治政府建设有关情况';
    const text =
      '镇党委书记主持召开会议三次，听取汇报两次，并就执法力量下沉、案\n卷评查、行政复议应诉等事项逐项研究，明确责任单位和完成时限。';
    const report = parse(`一、主要举措和成效\n${`${text}\n`.repeat(8)}${wrapped}\n${text}`);
    expect(report.sections[1]?.heading.text).toBe('2024年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设有关情况');
  });
});

describe('logical paragraphs', () => {
  it('join lines that a page break cut and lead back to the untouched text', () => {
    const report = parse(
      '一、主要举措和成效\n通过网站和微信公众号、短视频平台等宣传法治工作，通过微信公众\n\n号等介绍工作。召开会议3次。\n第二段另起，开展检查20次。',
    );
    const body = report.paragraphs.filter(({ role }) => role === 'body');
    expect(body.map(({ text }) => text)).toEqual([
      '通过网站和微信公众号、短视频平台等宣传法治工作，通过微信公众号等介绍工作。召开会议3次。',
      '第二段另起，开展检查20次。',
    ]);
    const [first] = body;
    const at = first?.text.indexOf('公众号等') ?? 0;
    expect(first && report.source.slice(first.toSource({ start: at, end: at + 4 }))).toBe('公众\n\n号等');
  });
});
