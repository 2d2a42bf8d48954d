import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { type HoverOptions, hover } from '../../server/language/hover.js';
import { parseReport } from '../../server/report/parse-report.js';
import { NO_PROJECT, type Project } from '../../server/report/project.js';
import { ruleById } from '../../server/rules/index.js';
import { SourceText } from '../../server/text/source-text.js';
import { both, makeFinding } from './sample.js';

const SIGN_OFF = '\n云桥镇人民政府\n2025年1月10日\n';
const HEAD = '云桥镇2024年法治政府建设情况报告\n一、2024年推进法治政府建设的主要举措和成效\n';
const MARKDOWN: HoverOptions = { locale: 'zh-CN', markdown: true, uri: 'file:///a%20(1).txt' };
const PLAIN: HoverOptions = { locale: 'zh-CN', markdown: false, uri: 'file:///a.txt' };

/** The hover at the `|` of a text, the findings of the real rules known. */
function at(marked: string, options = MARKDOWN, project: Project = NO_PROJECT): string | undefined {
  const text = HEAD + marked + SIGN_OFF;
  const report = parseReport(new SourceText(text.replace('|', '')), project);
  const found = hover(report, report.source.positionAt(text.indexOf('|')), options, { findings: check(report), reasonOf: ruleById });
  if (found === undefined) return undefined;
  if (typeof found.contents === 'string' || Array.isArray(found.contents) || 'language' in found.contents) throw new Error('no markup');
  return found.contents.value;
}

describe('hover on a document', () => {
  it('tells its full name and what is known for sure', () => {
    expect(at('学习《法治政府建|设与责任落实督察工作规定》。')).toBe(
      '**《法治政府建设与责任落实督察工作规定》**\n\n类别：党内法规  \n文号：厅字〔2019〕28号  \n制定机关：中共中央办公厅、国务院办公厅  \n施行日期：2019年4月15日',
    );
    expect(at('学习《民法典|》。')).toMatch(/^\*\*《中华人民共和国民法典》\*\*\n\n类别：法律/u);
  });

  it('tells the edition by its period, and all of them without one', () => {
    expect(at('《法治政府建设|实施纲要（2021-2025年）》')).toContain('**《法治政府建设实施纲要（2021—2025年）》**');
    expect(at('《法治政府建设|实施纲要（2021-2025年）》')).not.toContain('2015');
    expect(at('《法治政府建设|实施纲要》（2015—2020年）')).toContain('中发〔2015〕36号');
    expect(at('《法治政府建设|实施纲要》')).toContain('中发〔2015〕36号');
    expect(at('《法治政府建设|实施纲要（2026—2030年）》') ?? '').not.toContain('中发');
  });

  it('says who passed a document on', () => {
    expect(at('《法治宣传教育|第八个五年规划》', PLAIN)).toContain('\n中共中央、国务院转发\n');
  });

  it('says what is out of force', () => {
    expect(at('《法规规章|备案条例》', PLAIN)).toContain('已废止：自2024年11月1日起由《法规规章备案审查条例》代替。');
  });

  it('guesses carefully which one a misspelt name means', () => {
    const value = at('学习《法治政府建设与责任落实督|查工作规定》。') ?? '';
    expect(value).toContain('可能是指《法治政府建设与责任落实督察工作规定》，请核对');
    expect(value).toContain('文号：厅字〔2019〕28号');
  });

  it('knows the documents of the project', () => {
    const documents = [{ name: '云山省法治政府建设实施方案', period: '2021—2025年', number: '云发〔2021〕9号' }];
    const project: Project = { ...NO_PROJECT, terms: { ...NO_PROJECT.terms, documents } };
    expect(at('《云山省法治|政府建设实施方案（2021—2025年）》', PLAIN, project)).toContain('文号：云发〔2021〕9号');
  });

  it('says nothing of a document that is not known', () => {
    expect(at('《云桥镇|议事规则》')).toBeUndefined();
    expect(at('《》|')).toBeUndefined();
  });

  it('tells of the inner name inside another', () => {
    expect(at('《国务院关于进一步贯彻实施〈中华人民共和国行|政处罚法〉的通知》')).toMatch(/^\*\*《中华人民共和国行政处罚法》/u);
    expect(at('《国务院关于进一步|贯彻实施〈中华人民共和国行政处罚法〉的通知》')).toContain('国发〔2021〕26号');
  });
});

describe('hover on a figure', () => {
  it('tells what is counted, and its value', () => {
    expect(at('培训执法人员3|00余人次。', PLAIN)).toBe('统计的是：执法人员\n数值：300 人次（写作“300余”，不是确数）');
    expect(at('组织培训2.5万|余人次。') ?? '').not.toContain('NaN');
  });

  it('leads to where the same thing is counted, and says whether the numbers agree', () => {
    const text = '举办法治讲座1|2场。\n开展法治讲座12场。\n';
    expect(at(text)).toContain('文中另有1处统计同一事项，数值一致：  \n[第4行](file:///a%20%281%29.txt#L4)：12场');
    expect(at(text, PLAIN)).toContain('数值一致：\n第4行：12场');
    expect(at(text.replace('12场', '9场'))).toContain('数值不同，请核对是否同一口径');
    expect(at('举办法治讲座1|2场。\n开展法治讲座10余场。\n')).toContain('数值相近');
    expect(at(text, { ...MARKDOWN, uri: 'untitled:Untitled-1' })).toContain('  \n第4行：12场');
  });

  it('compares neither other acts, nor other units, nor the plan with what was done', () => {
    const quiet = [
      '制定规范性文件1|件。\n清理规范性文件4件。\n',
      '举办法治讲座1|2场。\n举办法治讲座300人次。\n',
      '办理案件20件，办结1|8件。\n受理信访9件，办结9件。\n',
      '举办法治讲座1|2场。\n二、2025年推进法治政府建设的主要安排\n举办法治讲座20场。\n',
    ];
    for (const text of quiet) expect(at(text, PLAIN) ?? '', text).not.toContain('文中另有');
  });

  it('says nothing where nothing is known to be counted', () => {
    expect(at('2024|年，开展工作。')).toBeUndefined();
  });

  it('tells of the figure pointed at, not of the one before', () => {
    expect(at('开展法治讲座5场|300余人次参加。', PLAIN)).toContain('300 人次');
  });
});

describe('hover on a finding', () => {
  it('tells why, with a link to the page of the rule, and leaves the message out', () => {
    const value = at('召开会议_|___次。') ?? '';
    expect(value).toContain('为什么提示“未填写的占位”：占位公开出去，等于告诉大家文章是套来的。');
    expect(value).toContain('[规则说明](https://github.com/fazhi-report/fazhi-report/blob/main/docs/rules/placeholder.md)');
    expect(value).not.toContain('请填上实际内容');
  });

  it('writes the address out for clients without links', () => {
    expect(at('召开会议_|___次。', PLAIN)).toContain('规则说明：https://');
  });

  it('stands above what else there is, parted by a rule', () => {
    const value = at('学习《法治政府建设与责任落实督|查工作规定》。') ?? '';
    expect(value.indexOf('为什么提示')).toBe(0);
    expect(value).toContain('\n\n---\n\n可能是指');
  });

  it('stands below what is smaller', () => {
    const text = `${HEAD}学习《民法典》。`;
    const report = parseReport(new SourceText(text));
    const findings = [makeFinding('a', { start: HEAD.length, end: text.length })];
    const context = { findings, reasonOf: () => ({ name: both('甲'), why: both('因为') }) };
    const found = hover(report, report.source.positionAt(HEAD.length + 4), MARKDOWN, context);
    expect(JSON.stringify(found?.contents)).toMatch(/《中华人民共和国民法典》.*---.*为什么提示/u);
    expect(found?.range).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 7 } });
  });

  it('names each rule once, the basis where there is one, and no rule that is not known', () => {
    const report = parseReport(new SourceText(`${HEAD}召开会议4次。`));
    const span = { start: HEAD.length, end: HEAD.length + 4 };
    const findings = [
      makeFinding('a', span),
      makeFinding('a', { start: span.start, end: span.end + 2 }),
      makeFinding('internal-error', span),
    ];
    const reasonOf = (rule: string) => (rule === 'a' ? { name: both('甲'), why: both('因为*乙*'), basis: both('丙') } : undefined);
    const found = hover(report, report.source.positionAt(span.start + 1), MARKDOWN, { findings, reasonOf });
    expect(found?.contents).toEqual({
      kind: 'markdown',
      value:
        '为什么提示“甲”：因为\\*乙\\*\n\n依据：丙\n\n[规则说明](https://github.com/fazhi-report/fazhi-report/blob/main/docs/rules/a.md)',
    });
    expect(found?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 4 } });
  });

  it('speaks English where asked', () => {
    expect(at('召开会议_|___次。', { ...MARKDOWN, locale: 'en' })).toContain('[About this rule](');
  });
});
