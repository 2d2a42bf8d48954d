import type { Finding } from '../../server/check/finding.js';
import { parseReport } from '../../server/report/parse-report.js';
import type { Report } from '../../server/report/report.js';
import type { Fix, LocalizedText, Severity, SourceEdit } from '../../server/rules/rule.js';
import { SourceText } from '../../server/text/source-text.js';
import type { Span } from '../../server/text/span.js';

/** A sound report of a town that does not exist; one string a line. */
export const LINES: readonly string[] = [
  '云桥镇2024年法治政府建设情况报告',
  '',
  '2024年，云桥镇深入学习贯彻习近平法治思想，现将2024年法治政府建设情况报告如下：',
  '一、2024年推进法治政府建设的主要举措和成效',
  '（一）强化组织领导',
  '全年召开专题会议4次，听取工作汇报2次。',
  '（二）推进普法宣传。开展法治讲座12场，发放资料3000份。',
  '',
  '二、2024年推进法治政府建设存在的不足和原因',
  '一是执法力量不足，原因是编制较少。',
  '三、2024年党政主要负责人履行推进法治建设第一责任人职责情况',
  '镇党委书记主持召开会议3次。',
  '四、2025年推进法治政府建设的主要安排',
  '2025年，将继续加强执法队伍建设。',
  '云桥镇人民政府',
  '2025年1月10日',
];

export const SAMPLE: string = LINES.join('\n');

/** The sample without the lines of a section; the numbers of the others are left as they are. */
export function sampleWithout(...lines: readonly number[]): string {
  return LINES.filter((_, index) => !lines.includes(index)).join('\n');
}

export function parse(text: string): Report {
  return parseReport(new SourceText(text));
}

/** Where a piece of text stands; fails loudly where it does not. */
export function spanOf(text: string, piece: string): Span {
  const start = text.indexOf(piece);
  if (start === -1) throw new Error(`not in the text: ${piece}`);
  return { start, end: start + piece.length };
}

export function both(text: string): LocalizedText {
  return { 'zh-CN': text, en: `en:${text}` };
}

export function makeFinding(rule: string, span: Span, more: Partial<Finding> & { severity?: Severity } = {}): Finding {
  const fixes = more.fixes ?? [];
  return {
    rule,
    severity: 'error',
    span,
    message: both(`${rule} 的说明`),
    related: [],
    fixes,
    fixable: fixes.some(({ kind }) => kind === 'safe') ? 'safe' : fixes.length > 0 ? 'choice' : 'none',
    ...more,
  };
}

export function makeFix(kind: Fix['kind'], title: string, edits: readonly SourceEdit[], select?: Span): Fix {
  return { kind, title: both(title), edits, ...(select === undefined ? {} : { select }) };
}
