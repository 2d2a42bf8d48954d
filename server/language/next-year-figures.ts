import type { Figure } from '../report/figures.js';
import type { ParagraphContent, Report } from '../report/report.js';
import { BLANK } from '../report/skeleton.js';
import type { SourceEdit } from '../rules/rule.js';
import type { Span } from '../text/span.js';

/**
 * The figures of a report that another year has others of, each as a blank; its measure word and the words round it stay.
 * Shares of 100 %, terms, ages, thresholds and what is done so often stay: they are no results. So do numbers in words
 * that name a thing (四项制度), and zeros in words.
 *
 * @returns non-overlapping, in order.
 */
export function figureBlanks(report: Report): readonly SourceEdit[] {
  return report.paragraphs
    .filter(({ role }) => role === 'body' || role === 'opening' || role === 'attachment')
    .flatMap((paragraph) =>
      [
        ...paragraph.figures.filter((figure) => isResult(paragraph.text, figure)).map((figure) => figurePlace(paragraph.text, figure)),
        ...cellsIn(paragraph.text),
      ]
        .sort((a, b) => a.start - b.start)
        .map((span) => ({ span: paragraph.toSource(span), newText: BLANK })),
    );
}

/** Where numbers stand in a paragraph that another year may have others of: its figures, and cells of a table. In order. */
export function numberPlaces({ text, figures }: ParagraphContent): readonly Span[] {
  return [...figures.map((figure) => figurePlace(text, figure)), ...cellsIn(text)].sort((a, b) => a.start - b.start);
}

/** Numbers alone in the columns of a table that wide blanks make; those between bars and tabs are figures anyway. */
function cellsIn(text: string): readonly Span[] {
  if (/[。，；|\t]/u.test(text)) return [];
  return [...text.matchAll(CELL)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1]?.length ?? 0), end };
  });
}

const CELL = /[ \u3000]{2}(\d[\d.,]{0,14})(?=[ \u3000]{2}|$)/gu;

/** Whether a figure says what came of a year's work. */
export function isResult(text: string, figure: Figure): boolean {
  const { span, value, unit, unitEnd } = figure;
  if (!/^[\d０-９一二三四五六七八九十百千两]/u.test(figure.text) || (value === 100 && unit === '%')) return false;
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const after = text.slice(unitEnd, unitEnd + REACH);
  if (unit === '岁' || /^周岁/u.test(after)) return false;
  if (/每(?:半?年|半?月|季度?|周|日|天)[^，。；、]{0,6}$/u.test(before) || /^以[上下](?:的|（)/u.test(after)) return false;
  if ((unit === '小时' && value === 24) || (unit === '天' && value === 365)) return false;
  if (TERMS.has(unit) && /^(?:之?内|以内|圈|值班|值守|服务|在线|不打烊)/u.test(after)) return false;
  return /^[\d０-９]/u.test(figure.text) || figure.text.length > LONGEST_NAME_NUMERAL || isCount(unit, after);
}

const REACH = 10;
/** Measure words of terms: 5个工作日内, 24小时值守. */
const TERMS: ReadonlySet<string> = new Set(['小时', '分钟', '天', '个工作日', '工作日', '周']);
/** 四 in 四项制度 names a thing, 七万余 counts one. */
const LONGEST_NAME_NUMERAL = 2;
/** Measure words that count acts and people and hardly ever make a name. */
const OF_ACTS: ReadonlySet<string> = new Set([
  '次',
  '场次',
  '人次',
  '件',
  '起',
  '名',
  '人',
  '户',
  '份',
  '场',
  '期',
  '宗',
  '例',
  '成',
  '%',
  '支',
  '处',
  '家',
  '条',
  '所',
  '座',
  '辆',
  '台',
  '篇',
  '亩',
  '元',
  '批',
  '册',
]);

/** A number in words behind what it counts: 召开专题会议四次，. */
function isCount(unit: string, after: string): boolean {
  return OF_ACTS.has(unit) && /^(?:[，。；、）)]|$)/u.test(after);
}

/** What a blank takes the place of: both numbers of 3—5次, but neither 百分之 nor the 万 of 万元, by which amounts are told. */
export function figurePlace(text: string, { span, unit }: Figure): Span {
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const range = /\d{1,6}(?:\.\d{1,4})?[—–~～至]$/u.exec(before)?.[0].length ?? 0;
  const isScaled = unit === '元' && span.end - span.start > 1 && '万亿'.includes(text.charAt(span.end - 1));
  // 百分之 stands for the measure word.
  const percent = text.startsWith('百分之', span.start) ? 3 : 0;
  return {
    start: span.start - range + percent,
    end: isScaled ? text.slice(span.start, span.end - 1).trimEnd().length + span.start : span.end,
  };
}
