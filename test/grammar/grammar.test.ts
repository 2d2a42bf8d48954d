import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { compiles, grammarPath, root, spansOf, Tokenizer } from './tokenizer';

let grammar: Tokenizer;
beforeAll(async () => {
  grammar = await Tokenizer.create();
});

/** Rows of [line, the parts that carry the scope]. */
type Row = readonly [line: string, ...spans: string[]];
function check(scope: string, rows: readonly Row[]): void {
  test.each(rows.map(([line, ...spans]) => ({ line, spans })))('$line', ({ line, spans }) => {
    expect(grammar.spans(line, scope)).toEqual(spans);
  });
}

const long = '认真研究部署定期听取汇报及时解决问题确保各项任务落到实处取得实效推动法治政府建设各项工作再上新台阶';

describe('level 1', () => {
  check('markup.heading.1', [
    ['一、主要举措和成效', '一、主要举措和成效'],
    ['十二、主要举措和成效', '十二、主要举措和成效'],
    [
      ' 三、上一年度党政主要责任人履行推进法治建设第一责任人职责，加强法治政府建设有关情况',
      '三、上一年度党政主要责任人履行推进法治建设第一责任人职责，加强法治政府建设有关情况',
    ],
    ['　　四、下一年度推进法治政府建设的主要安排', '四、下一年度推进法治政府建设的主要安排'],
    ['一 、 主要举措和成效', '一 、 主要举措和成效'],
    ['一.主要举措和成效', '一.主要举措和成效'],
    ['一．主要举措和成效', '一．主要举措和成效'],
    ['一、2024 年度法治政府建设工作总结', '一、2024 年度法治政府建设工作总结'],
    ['一、坚持党的领导。全镇上下深入学习。', '一、坚持党的领导'],
    ['一、主要举措和成效：', '一、主要举措和成效'],
    ['第一部分：主要举措和成效', '第一部分：主要举措和成效'],
    ['第一部分 主要举措和成效', '第一部分 主要举措和成效'],
    ['第二部分存在的问题', '第二部分存在的问题'],
    ['第二部分工作亮点', '第二部分工作亮点'],
    ['第一章 总体情况', '第一章 总体情况'],
    ['第１部分　总体情况', '第１部分　总体情况'],
    [`一、${long}${long}`, '一、'],
    ['一、', '一、'],
    ['[bookmark: _Toc1]一、主要举措', '一、主要举措'],
    // no headings
    ['第一部分是我镇的重点工作，各村要高度重视。'],
    ['一、二、三级医院共12家。'],
    ['一是加强领导。'],
    ['一方面，强化领导'],
    ['全镇一、二组参加'],
    ['（一）强化组织领导'],
    ['三项制度全面落实'],
  ]);
});

describe('level 2', () => {
  check('markup.heading.2', [
    ['（一）强化组织领导，切实推进依法行政', '（一）强化组织领导，切实推进依法行政'],
    ['(一)强化组织领导', '(一)强化组织领导'],
    ['(三) 规范文明执法，确保公平公正。一是深化', '(三) 规范文明执法，确保公平公正'],
    ['（ 一 ）强化组织领导', '（ 一 ）强化组织领导'],
    ['   （一）着力提升依法行政水平。切实做好', '（一）着力提升依法行政水平'],
    ['　　（十一）强化组织领导', '（十一）强化组织领导'],
    ['㈠强化组织领导', '㈠强化组织领导'],
    ['㈩ 强化组织领导。正文。', '㈩ 强化组织领导'],
    ['一)强化组织领导', '一)强化组织领导'],
    ['一）强化组织领导', '一）强化组织领导'],
    ['（一、强化组织领导', '（一、强化组织领导'],
    ['（一 强化组织领导', '（一 强化组织领导'],
    ['（一强化组织领导', '（一强化组织领导'],
    ['（一）、强化组织领导', '（一）、强化组织领导'],
    ['（一）强化组织领导：镇党委高度重视。', '（一）强化组织领导'],
    ['（一）法治意识有待提高。部分干部认识不足。', '（一）法治意识有待提高'],
    ['（三）开展活动12次', '（三）开展活动12次'],
    ['（四）聚焦“关键少数”，抓好学法。一是', '（四）聚焦“关键少数”，抓好学法'],
    // glued to its text with no mark between, or one long sentence: the marker only
    [`(一)加强组织领导,统筹推进法治政府建设镇党委高度重视${long}`, '(一)'],
    [`（一）${long}${long}。`, '（一）'],
    ['（二）', '（二）'],
    // no headings
    ['（一是全镇的工作）'],
    ['（2024年度）'],
    ['参见（一）强化组织领导'],
    ['（以下简称镇）'],
  ]);
});

describe('levels 3 and 4', () => {
  check('markup.heading.3', [
    ['1.完善制度', '1.完善制度'],
    ['1. 完善制度。正文。', '1. 完善制度'],
    ['1．完善制度', '1．完善制度'],
    ['1、完善制度', '1、完善制度'],
    ['12 . 完善制度', '12 . 完善制度'],
    ['１．完善制度', '１．完善制度'],
    ['　　２、完善制度；', '２、完善制度'],
    ['⒈完善制度', '⒈完善制度'],
    ['1.2024年度工作开展情况', '1.2024年度工作开展情况'],
    ['1、2024年度工作开展情况', '1、2024年度工作开展情况'],
    [`1.${long}${long}。`, '1.'],
    // no headings
    ['1.5万元用于普法'],
    ['12.4国家宪法日宣传活动'],
    ['2024.完成情况'],
    ['3人参加'],
  ]);
  check('markup.heading.4', [
    ['（1）完善制度', '（1）完善制度'],
    ['(1) 完善制度。正文。', '(1) 完善制度'],
    ['（１）完善制度', '（１）完善制度'],
    ['⑴完善制度', '⑴完善制度'],
    ['①完善制度', '①完善制度'],
    ['⑳ 完善制度', '⑳ 完善制度'],
    ['1)完善制度', '1)完善制度'],
    ['  1）完善制度', '1）完善制度'],
    [`（1）${long}${long}。`, '（1）'],
    // no headings
    ['（2024年度）'],
    ['（12家）参加'],
    ['见（1）'],
  ]);
});

describe('the number of a heading is told from its text', () => {
  check('punctuation.definition.heading', [
    ['一、主要举措', '一、'],
    ['  （一）强化领导', '（一）'],
    ['1. 完善制度', '1.'],
    ['①完善制度', '①'],
    ['第一部分：主要举措', '第一部分：'],
    ['## 一、主要举措', '## '],
    ['2025年工作安排'],
  ]);
});

describe('Markdown headings', () => {
  check('markup.heading.1', [['# 工作亮点', '# 工作亮点']]);
  check('markup.heading.2', [['## 一、主要举措', '## 一、主要举措'], ['##没有空格']]);
  check('markup.heading.3', [['### （一）强化领导', '### （一）强化领导']]);
  check('markup.heading.4', [['#### 1.完善制度', '#### 1.完善制度'], ['###### 完善制度', '###### 完善制度'], ['####### 完善制度']]);
  check('markup.heading.title', [['# 宁河镇2024年法治政府建设情况报告', '宁河镇2024年法治政府建设情况报告']]);
});

describe('unnumbered headings of mandated sections', () => {
  check('markup.heading.1.unnumbered', [
    ['2025年工作安排', '2025年工作安排'],
    ['　　2025 年度工作计划', '2025 年度工作计划'],
    ['主要举措和成效', '主要举措和成效'],
    ['推进法治政府建设的主要举措和成效', '推进法治政府建设的主要举措和成效'],
    ['2024年度法治政府建设情况', '2024年度法治政府建设情况'],
    ['法治政府建设工作任务进展及成效', '法治政府建设工作任务进展及成效'],
    ['工作开展情况', '工作开展情况'],
    ['存在不足和原因', '存在不足和原因'],
    ['存在的主要问题', '存在的主要问题'],
    ['法治建设不足的原因', '法治建设不足的原因'],
    ['存在的问题和下一步打算', '存在的问题和下一步打算'],
    ['2024年度推进法治政府建设存在的不足、原因和问题整改情况', '2024年度推进法治政府建设存在的不足、原因和问题整改情况'],
    [
      '党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
      '党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
    ],
    ['区政府主要负责同志履行职责情况', '区政府主要负责同志履行职责情况'],
    ['下一年度推进法治政府建设的主要安排', '下一年度推进法治政府建设的主要安排'],
    ['下一步工作打算', '下一步工作打算'],
    ['明年工作思路', '明年工作思路'],
    ['今后努力方向', '今后努力方向'],
    // text
    ['下一步，我镇将抓好以下工作。'],
    ['存在的问题主要有：'],
    ['2025年，我镇将继续推进法治政府建设工作。'],
    ['一年来，通过全镇上下的共同努力，执政为民、依法行政的'],
    ['开展了各项活动，取得了成效'],
    ['尼山镇人民政府'],
    ['2025年1月2日'],
    ['根据《法治政府建设实施纲要》工作'],
    ['寅阳镇每年'],
  ]);
});

describe('titles', () => {
  const titles = (text: string) => grammar.lines(text).map((line) => spansOf(line, 'markup.heading.title').join(''));
  const body = '2024年，我镇认真开展工作。';
  test.each([
    [['宁河镇2024年度法治政府建设情况报告']],
    [['', '', '过马营镇 2024 年度法治政府建设工作报告']],
    [['赵庄镇人民政府', '关于2024年法治政府建设情况的报告']],
    [['', '寅阳镇', '', '2023 年度法治政府建设情况报告']],
    [['中共吴家镇委员会', '吴家镇人民政府', '关于2024年度法治政府建设工作的报告']],
    [['广顺街道办事处关于2023年度法治政府建设', '工作的报告']],
    [['塘栖镇2024年度法治政府建设', '年度报告']],
    [['塘栖镇法治政府建设年度报告(2024年度)']],
    [['塘栖镇法治政府建设年度报告', '（2024年度）']],
    [['2024年度长寿路街道法治政府建设情况报告']],
    [['山东省2023年度法治政府建设情况']],
    [['古竹乡2025年法治政府年度报告']],
    [['陈仓区2024年法治政府建设工作总结']],
    [['静海区2020年法治政府建设情况报告', '——2021年4月29日在区人大常委会会议上']],
    [['县教育局2024年法治政府建设情况报告']],
  ])('%j', (lines) => {
    expect(titles([...lines, '', body].join('\n'))).toEqual([...lines, '', '']);
  });
  test('not below the first sentence: there an agency is a sign-off and a bare year a remark', () => {
    expect(titles(`宁河镇2024年法治政府建设情况报告\n${body}\n宁河镇人民政府\n（2024年度）\n情况报告`)).toEqual([
      '宁河镇2024年法治政府建设情况报告',
      '',
      '',
      '',
      '',
    ]);
  });
  test('not below the first numbered heading', () => {
    expect(titles('一、主要举措和成效\n宁河镇人民政府')).toEqual(['', '']);
    expect(titles('宁河镇\n（一）强化领导\n宁河镇人民政府')).toEqual(['宁河镇', '', '']);
  });
  test('a sentence that names a report is none', () => {
    expect(titles('现将宁河镇2024年法治政府建设情况报告如下：')).toEqual(['']);
    expect(titles('印发《关于2024年法治政府建设情况的报告》')).toEqual(['']);
    expect(titles('今年，我镇向县政府报送了2024年法治政府建设情况报告')).toEqual(['']);
  });
  test('a first line that is a sentence keeps all its colours', () => {
    const [line] = grammar.lines('一、开展活动12次。到2024年底');
    expect(line && spansOf(line, 'markup.heading.1')).toEqual(['一、开展活动12次']);
    expect(line && spansOf(line, 'constant.numeric.year')).toEqual(['2024年']);
  });
});

describe('enumerations', () => {
  check('keyword.other.enumeration', [
    ['一是甲。二是乙；三是丙，四是丁：五是戊、六是己', '一是', '二是', '三是', '四是', '五是', '六是'],
    ['　　一是完善', '一是'],
    ['表现为:一是部分;二是行政', '一是', '二是'],
    ['[bookmark: _GoBack]三是矛盾', '三是'],
    ['“关键少数”一是', '一是'],
    ['第一，强化领导。第二、完善制度', '第一', '第二'],
    ['首先，强化。其次，完善。再次，落实。最后，总结', '首先', '其次', '再次', '最后'],
    ['首先是领导', '首先'],
    ['其一，强化。其二，完善', '其一', '其二'],
    ['一要强化领导，二要完善制度', '一要', '二要'],
    ['十一是强化', '十一是'],
    // words that only look like it
    ['这一是制度'],
    ['第一是领导'],
    ['实现统一是关键'],
    ['万一是这样'],
    ['第一责任人职责'],
    ['第一批，第二批'],
    ['首先进行'],
    ['最后阶段'],
  ]);
});

describe('years and dates', () => {
  check('constant.numeric.year', [
    ['到2024年，', '2024年'],
    ['2024年度', '2024年度'],
    ['在 2024 年度内', '2024 年度'],
    ['（2024年度）', '2024年度'],
    ['二〇二四年', '二〇二四年'],
    ['二○二四—二○二五年', '二○二四', '二○二五年'],
    ['（2021—2025年）', '2021—2025年'],
    ['2021-2025年', '2021-2025年'],
    ['2021年至2025年', '2021年至2025年'],
    ['２０２４年度', '２０２４年度'],
    ['1978年以来', '1978年'],
    ['一、2024年度工作', '2024年度'],
    ['1.2024年度工作', '2024年度'],
    // none
    ['20212025年'],
    ['自 2022 以来'],
    ['共3年，'],
    ['2024册'],
    ['A2024年'],
    ['20XX年'],
    ['1500年'],
    ['《纲要（2021—2025年）》'],
  ]);
  check('constant.numeric.date', [
    ['2025年1月2日', '2025年1月2日'],
    ['２０２５年１月２日', '２０２５年１月２日'],
    ['2025 年 12 月', '2025 年 12 月'],
    ['时间2025-01-03 11:16', '2025-01-03'],
    ['截至10月，', '10月'],
    ['12月4日国家宪法日', '12月4日'],
    ['5月份', '5月份'],
    ['共3个月'],
    ['202512'],
    ['6.26国际禁毒日'],
  ]);
});

describe('figures', () => {
  check('constant.numeric.figure', [
    ['讲座5场300余人次', '5场300余人次'],
    ['上缴罚款 2.5 万余元', '2.5 万余元'],
    ['满意率98.6%，', '98.6%'],
    ['达９８．６％', '９８．６％'],
    ['解答 1530 余次', '1530 余次'],
    ['12.6亿元', '12.6亿元'],
    ['投入2.5万。', '2.5万'],
    ['1,200元', '1,200元'],
    ['3—5次', '3—5次'],
    ['提高3个百分点', '3个百分点'],
    ['32场次数', '32场次数'],
    ['698小时', '698小时'],
    ['1000多份', '1000多份'],
    ['两万余人次', '两万余人次'],
    ['二十次', '二十次'],
    ['一百万元以上', '一百万元'],
    ['三百多场次', '三百多场次'],
    ['百分之九十八', '百分之九十八'],
    ['（一）开展活动12次', '12次'],
    // none
    ['第3次会议'],
    ['第三次会议'],
    ['行政执法三项制度'],
    ['一个'],
    ['1+1+N'],
    ['12345热线'],
    ['12部门联合'],
    ['A3张'],
    ['十分重视'],
    ['二十届三中全会'],
    ['“八五”普法'],
    ['202512'],
    ['3×4米'],
    ['20212025年'],
  ]);
});

describe('documents', () => {
  check('entity.name.type.document', [
    ['印发《实施纲要（2021—2025年）》《民法典》、《宪法》', '《实施纲要（2021—2025年）》《民法典》', '《宪法》'],
    ['《〈条例〉释义》', '《〈条例〉释义》'],
    ['《没有结束'],
    ['《一句。另一句》'],
    ['《》'],
  ]);
  check('support.type.document-number', [
    ['（中发〔2021〕33号）', '中发〔2021〕33号'],
    ['按照中发〔2021〕33号要求', '中发〔2021〕33号'],
    ['印发中发〔2021〕33号', '中发〔2021〕33号'],
    ['国办发[2020]5号', '国办发[2020]5号'],
    ['鲁政办发﹝2019﹞12 号', '鲁政办发﹝2019﹞12 号'],
    ['国发（2010）33号', '国发（2010）33号'],
    ['豫政〔２０２１〕３３号', '豫政〔２０２１〕３３号'],
    ['〔2025〕6号', '〔2025〕6号'],
    ['〔2025〕第6号', '〔2025〕第6号'],
    ['〔2025 6号'],
    ['（2021）33号'],
    ['〔2025〕号'],
  ]);
});

describe('quoted terms', () => {
  check('string.quoted', [
    ['“滚动式”“拉网式”排查', '“滚动式”“拉网式”'],
    ['‘关键少数’', '‘关键少数’'],
    ['「示范」『示范』', '「示范」『示范』'],
    ['"关键少数"与"三项制度"', '"关键少数"', '"三项制度"'],
    ['（一）聚焦“关键少数”，抓好', '“关键少数”'],
    ['“枫桥‘经验’”', '“枫桥‘经验’”'],
    ['“没有结束'],
    ['只有结束”'],
    ['“”'],
    // reversed quotes do not swallow the text between them
    ['法治带头人”“法律明白人、村(社区)法律顾问1+1+N结对共建主题宣讲活动。组织村(居)法律顾问对辖区内法治带头人”“法律明白人'],
  ]);
});

describe('placeholders', () => {
  check('invalid.illegal.placeholder', [
    ['在XX镇，', 'XX镇'],
    ['xx村、××县、ＸＸ区', 'xx村', '××县', 'ＸＸ区'],
    ['XXX同志', 'XXX'],
    ['20XX年', '20XX年'],
    ['20××年度', '20××年度'],
    ['202X年', '202X年'],
    ['二〇××年', '二〇××年'],
    ['开展____次', '____'],
    ['＿＿＿', '＿＿＿'],
    ['截至×月×日', '×月×日'],
    ['办结X件', 'X件'],
    ['开展*次，达到*%', '*次', '*%'],
    ['****年', '****年'],
    ['共（待补充）', '（待补充）'],
    ['〔待补〕', '〔待补〕'],
    ['（具体数字待核实）', '（具体数字待核实）'],
    ['【此处填写本单位情况】', '【此处填写本单位情况】'],
    ['此处填写', '此处填写'],
    ['TODO：', 'TODO'],
    ['某镇党委', '某镇'],
    ['某某县', '某某县'],
    ['○○镇', '○○镇'],
    ['《XX镇学法计划》“XX工程”', 'XX镇', 'XX'],
    ['（一）XX镇强化领导', 'XX镇'],
    // none
    ['某公司拖欠工资'],
    ['某某诉某镇政府行政处罚案'],
    ['某某诉某镇一案'],
    ['张某某'],
    ['与某县人民政府行政复议案'],
    ['“1+X”模式'],
    ['1+X件'],
    ['3×4米'],
    ['7×24小时'],
    ['X光机'],
    ['5A级景区'],
    ['LXX'],
    ['二○○八年'],
    ['**年度重点工作**完成'],
    ['制度有待补充完善'],
    ['user_name'],
    ['TODOS'],
  ]);
});

describe('residue', () => {
  check('invalid.illegal.word-residue', [
    ['[bookmark: _GoBack]三是', '[bookmark: _GoBack]'],
    ['见错误！未找到引用源。', '错误！未找到引用源。'],
    ['错误!未定义书签。', '错误!未定义书签。'],
    ['Error! Bookmark not defined.', 'Error! Bookmark not defined.'],
    ['Error! Reference source not found.', 'Error! Reference source not found.'],
    ['HYPERLINK "http://example.cn"官网', 'HYPERLINK "http://example.cn"'],
    ['PAGE \\* MERGEFORMAT', 'PAGE \\* MERGEFORMAT'],
    ['_Toc123456789', '_Toc123456789'],
    ['（一）[bookmark: _GoBack]强化', '[bookmark: _GoBack]'],
    ['[bookmark: _Toc1]一、主要举措', '[bookmark: _Toc1]'],
    ['纠正错误！'],
    ['[附件]'],
  ]);
  check('invalid.illegal.encoding', [['法\uFFFD\uFFFD治', '\uFFFD\uFFFD'], ['锟斤拷', '锟斤拷'], ['法\u0007治', '\u0007'], ['法\t治']]);
  check('invalid.deprecated.web-residue', [
    ['来源:曲阜市尼山镇 浏览: 日期:2025-01-03 11:16', '来源:曲阜市尼山镇 浏览: 日期:2025-01-03 11:16'],
    ['索 引 号：0001', '索 引 号：0001'],
    ['[ 索引号 ] 0001', '[ 索引号 ] 0001'],
    ['发布时间：2025-01-03', '发布时间：2025-01-03'],
    ['浏览次数：12', '浏览次数：12'],
    ['【字体：大 中 小】', '【字体：大 中 小】'],
    ['分享', '分享'],
    ['打印 关闭', '打印 关闭'],
    ['【打印】 【关闭】', '【打印】 【关闭】'],
    ['今天是:2019年10月31日 星期三', '今天是:2019年10月31日 星期三'],
    ['扫一扫在手机打开当前页面', '扫一扫在手机打开当前页面'],
    ['秘书之家www.mishuzj.com整理', 'www.mishuzj.com'],
    // the same words in text
    ['来源于群众的问题要解决。'],
    ['分享经验做法'],
    ['打印材料500份'],
    ['日期：2025-01-03'],
    ['关闭企业3家'],
  ]);
  test('weak labels count above the opening only', () => {
    const [, line] = grammar.lines('宁河镇2024年法治政府建设情况报告\n日期：2025-01-03');
    expect(line && spansOf(line, 'invalid.deprecated.web-residue')).toEqual(['日期：2025-01-03']);
  });
});

describe('plain text stays plain', () => {
  test.each([
    '镇党委高度重视法治政府建设工作，认真落实主体责任和第一责任人职责。',
    '现报告如下：',
    '区委、区政府：',
    '各村（社区）要高度重视，切实加强组织领导。',
    '',
    '　　',
  ])('%j', (line) => {
    expect(
      grammar
        .bodyLine(line)
        .tokens.flatMap((token) => token.scopes)
        .filter((scope) => scope !== 'text.fazhi-report'),
    ).toEqual([]);
  });
});

describe('the sample reports', () => {
  const files = readdirSync(path.join(root, 'seeds')).sort();
  const all = (file: string, scope: string) =>
    grammar.lines(readFileSync(path.join(root, 'seeds', file), 'utf8')).flatMap((line) => spansOf(line, scope));
  const seed = (number: string) => files.find((file) => file.startsWith(number)) ?? number;

  test('there are five', () => {
    expect(files).toHaveLength(5);
  });
  test.each([
    ['000', 4, 11],
    ['001', 4, 9],
    ['002', 2, 6],
    ['003', 4, 16],
    ['004', 4, 0],
  ])('%s has its %i headings of level 1 and %i of level 2', (number, first, second) => {
    expect(all(seed(number), 'markup.heading.1')).toHaveLength(first);
    expect(all(seed(number), 'markup.heading.2')).toHaveLength(second);
    expect(all(seed(number), 'markup.heading.3').concat(all(seed(number), 'markup.heading.4'))).toEqual([]);
  });
  test.each([
    ['000', ['宁河镇2024年度法治政府建设情况报告']],
    ['001', ['赵庄镇人民政府', '关于2024年法治政府建设情况的报告']],
    ['002', ['过马营镇 2024 年度法治政府建设工作报告']],
    ['003', ['寅阳镇', '2023 年度法治政府建设情况报告']],
    ['004', ['尼山镇人民政府', '关于2024年度法治政府建设的情况报告']],
  ])('%s has its title', (number, lines) => {
    expect(all(seed(number), 'markup.heading.title')).toEqual(lines);
  });
  test('the unnumbered heading of 004', () => {
    expect(files.flatMap((file) => all(file, 'markup.heading.1.unnumbered'))).toEqual(['2025年工作安排']);
  });
  test('what is invalid, and nothing else', () => {
    expect(files.flatMap((file) => all(file, 'invalid'))).toEqual([
      '[bookmark: _GoBack]',
      '来源:曲阜市尼山镇 浏览: 日期:2025-01-03 11:16',
      '分享',
      '打印 关闭',
    ]);
  });
  test('every 一是 … 五是 of 000', () => {
    expect(all(seed('000'), 'keyword.other.enumeration').join(' ')).toMatch(/^一是 二是 /);
  });
  test('the figures of 002 that its findings are about', () => {
    expect(all(seed('002'), 'constant.numeric.figure')).toEqual(
      expect.arrayContaining(['126 余次', '32 场次数', '1056 余次数', '58 人', '55 人', '22%']),
    );
  });
});

describe('any line', () => {
  const alphabet = [
    ...'一二十（）()【】〔〕《》“”‘’「"、。，；：.．12０２年月日次件镇XxＸ×*_#-—%余万是第 　\t某待补法治政府建设情况报告[]bookmark:\uFFFD\uD83D',
  ];
  test('is covered without gap and leaves no state behind', () => {
    const clean = grammar.bodyLine('').after;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 80 }), (characters) => {
        const line = grammar.bodyLine(characters.join(''));
        let end = 0;
        for (const token of line.tokens) {
          expect(token.startIndex).toBe(end);
          end = token.endIndex;
        }
        expect(end).toBeGreaterThanOrEqual(line.text.length);
        expect(line.after.equals(clean)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
  test('colours the same whatever stands above it in the body', () => {
    const [, , below] = grammar.lines('2024年，我镇认真开展工作。\n“没有结束《没有结束（一）[bookmark: \n（一）强化领导');
    expect(below && spansOf(below, 'markup.heading.2')).toEqual(['（一）强化领导']);
  });
});

describe('the grammar file', () => {
  type Rule = {
    match?: string;
    begin?: string;
    end?: string;
    name?: string;
    include?: string;
    patterns?: Rule[];
    captures?: Record<string, Rule>;
    beginCaptures?: Record<string, Rule>;
    endCaptures?: Record<string, Rule>;
    repository?: Record<string, Rule>;
  };
  const file = JSON.parse(readFileSync(grammarPath, 'utf8')) as Rule & { scopeName: string; repository: Record<string, Rule> };
  const rules: Rule[] = [];
  const walk = (rule: Rule): void => {
    rules.push(rule);
    for (const group of [
      rule.patterns,
      ...[rule.captures, rule.beginCaptures, rule.endCaptures, rule.repository].map((record) => record && Object.values(record)),
    ]) {
      group?.forEach(walk);
    }
  };
  walk(file);
  const expressions = rules.flatMap((rule) => [rule.match, rule.begin, rule.end]).filter((value) => value !== undefined);

  test('has its scope name', () => {
    expect(file.scopeName).toBe('text.fazhi-report');
  });
  test('every expression compiles', () => {
    expect(expressions.length).toBeGreaterThan(50);
    expect(expressions.filter((expression) => !compiles(expression))).toEqual([]);
  });
  test('no expression repeats a group or any character without bound, or switches off the engine’s cache', () => {
    expect(expressions.filter((expression) => /\)[*+]|\)\{\d+,\}|(?<!\\)\.[*+]|\\G/.test(expression))).toEqual([]);
  });
  test('every include names a rule, every rule is used', () => {
    const included = rules.flatMap((rule) => rule.include ?? []);
    const named = Object.keys(file.repository).map((key) => `#${key}`);
    expect(included.filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => !included.includes(name))).toEqual([]);
  });
  test('every scope is a standard one with the language’s name', () => {
    const scopes = rules.flatMap((rule) => (rule === file ? [] : (rule.name?.split(' ') ?? [])));
    expect(
      scopes.filter(
        (scope) => !/^(markup|entity|constant|string|keyword|support|invalid|punctuation)\.[a-z0-9.-]+\.fazhi-report$/.test(scope),
      ),
    ).toEqual([]);
  });
});
