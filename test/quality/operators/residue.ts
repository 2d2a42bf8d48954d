import { type Base, partOf } from '../base.js';
import { change, findAll, isQuoted, type Mutation, type Operator, replacing } from '../mutant.js';
import type { Random } from '../random.js';
import type { Severity } from '../../../server/rules/rule.js';

const ABOVE = [
  '您当前所在的位置：首页 > 政务公开 > 法治政府建设',
  '首页 > 信息公开 > 法定主动公开内容',
  '【字体：大 中 小】',
  '索引号：11370831004330268K/2025-00012　发布机构：党政办',
  '打印本页　关闭窗口',
];
const BETWEEN = [
  '来源：县人民政府网　浏览次数：126',
  '来源: 镇政府  发布时间: 2025-01-15 09:32  浏览: 57',
  '信息来源：党政综合办　作者：管理员　字号：[大 中 小]',
  '发布日期：2025-01-20 16:05　点击数：31',
];
const BELOW = ['打印 关闭', '分享到：', '【打印】【关闭】', '责任编辑：王某', '扫一扫在手机打开当前页面', '上一篇：没有了'];

function furniture(place: 'above' | 'between' | 'below') {
  return (base: Base, random: Random): Mutation | undefined => {
    if (!base.regular || base.name.endsWith('.md') || base.text.includes('会议上')) return undefined;
    if (place === 'below') {
      const text = random.pick(BELOW) ?? '';
      const end = base.text.trimEnd().length;
      return { text: `${base.text.slice(0, end)}${base.lineEnd}${text}${base.lineEnd}`, at: [end + base.lineEnd.length] };
    }
    const text = random.pick(place === 'above' ? ABOVE : BETWEEN) ?? '';
    const line = place === 'above' ? base.titleLines[0] : base.titleLines.at(-1);
    if (line === undefined) return undefined;
    if (place === 'above') return { text: text + base.lineEnd + base.text, at: [0] };
    const start = line.end + base.lineEnd.length;
    return { text: base.text.slice(0, start) + text + base.lineEnd + base.text.slice(start), at: [start] };
  };
}

const FIELDS = [
  '[bookmark: _GoBack]',
  'Error! Bookmark not defined.',
  'Error! Reference source not found.',
  '错误！未找到引用源。',
  '错误！未定义书签。',
  'HYPERLINK "http://www.example.gov.cn/"',
  'PAGE \\* MERGEFORMAT',
];

/** A field of the word processor at the start, inside or at the end of a paragraph. */
function field(base: Base, random: Random): Mutation | undefined {
  const line = base.regular ? random.pick(base.paragraphs) : undefined;
  const stop = line?.text.indexOf('。') ?? -1;
  if (line === undefined || stop < 0) return undefined;
  const at = random.pick([line.end, line.start + stop + 1]) ?? line.end;
  return change(base, [{ start: at, end: at, text: random.pick(FIELDS) ?? '' }], [at]);
}

const latin = (name: string, severity: Severity, quota: number, find: RegExp, words: readonly string[]): Operator =>
  replacing({ rule: 'latin-residue', name, severity, quota, find, regular: true, put: (_match, random) => random.pick(words) });

/** A page break or a hard wrap in the middle of a clause. */
function breakParagraph(blank: boolean) {
  return (base: Base, random: Random): Mutation | undefined => {
    if (!base.regular || base.name.endsWith('.md')) return undefined;
    const clauses = findAll(base, /(?<=[，。；])[一-龥]{12,}(?=[，。；])/gu).filter(({ match }) => match.index >= 25);
    const found = random.pick(clauses);
    if (found === undefined) return undefined;
    // Never before what could be read as a number or a new item.
    const at = [4, 5, 6, 7]
      .map((offset) => found.start + offset)
      .find((offset) => /[一-龥]/u.test(base.text[offset] ?? '') && !/^[一二三四五六七八九十第]/u.test(base.text.slice(offset)));
    if (at === undefined || isQuoted(found.line.text, at - found.line.start) || found.line.end - at < 25) return undefined;
    return change(base, [{ start: at, end: at, text: base.lineEnd.repeat(blank ? 2 : 1) }], [at]);
  };
}

const DOUBLED = [
  '组织',
  '开展',
  '工作',
  '加强',
  '推进',
  '落实',
  '建设',
  '执法',
  '群众',
  '宣传',
  '排查',
  '培训',
  '完善',
  '提升',
  '认真',
  '严格',
];

/** A sentence of measures or shortcomings stands again in another part. */
function repeatSentence(base: Base, random: Random): Mutation | undefined {
  const measures = partOf(base, 'measures');
  if (!base.regular || measures === undefined) return undefined;
  const isStock = /习近平|第一责任人|《|党的|思想|“|一是|二是|三是|四是|其中/u;
  const sentences = findAll(base, /(?<=。)[^。]{24,70}。/gu, 'measures', true).filter(({ match }) => !isStock.test(match[0]));
  const found = random.pick(sentences);
  const other = random.pick(
    base.paragraphs.filter((line) => line !== found?.line && line.text.endsWith('。') && line.start >= measures.bodyStart),
  );
  if (found === undefined || other === undefined) return undefined;
  return change(base, [{ start: other.end, end: other.end, text: found.match[0] }], [found.start, other.end]);
}

const DAMAGE = ['\ufffd', '\ufffd\ufffd', '锟斤拷', '锟斤拷锟斤拷', '\u0007', '\u0001', '\u001f'];

/** Operators on residue and copying. */
export const RESIDUE_OPERATORS: readonly Operator[] = [
  { rule: 'web-residue', name: 'above the title', severity: 'warning', quota: 7, apply: furniture('above') },
  { rule: 'web-residue', name: 'between title and text', severity: 'warning', quota: 7, apply: furniture('between') },
  { rule: 'web-residue', name: 'below the text', severity: 'warning', quota: 7, apply: furniture('below') },
  { rule: 'word-residue', name: 'field of the word processor', severity: 'error', quota: 18, apply: field },
  latin('和 is and', 'error', 8, /(?<=[一-龥]{2})和(?=[一-龥]{2})/gu, ['and', ' and ']),
  latin('或 or 的 is English', 'error', 6, /(?<=[一-龥]{2})的(?=[一-龥]{2})/gu, [' of ', 'the', 'of']),
  latin('Latin word', 'information', 5, /(?<=[一-龥]{2})和(?=[一-龥]{2})/gu, ['with', 'abc', 'asdf', ' for ']),
  { rule: 'broken-paragraph', name: 'line end in a clause', severity: 'warning', quota: 9, apply: breakParagraph(false) },
  { rule: 'broken-paragraph', name: 'blank line in a clause', severity: 'warning', quota: 9, apply: breakParagraph(true) },
  replacing({
    rule: 'doubled-word',
    name: 'word twice',
    severity: 'warning',
    quota: 18,
    regular: true,
    find: new RegExp(`(?<=[一-龥，。；])(?:${DOUBLED.join('|')})(?=[一-龥])`, 'gu'),
    put: (match) => match[0] + match[0],
  }),
  { rule: 'repeated-sentence', name: 'sentence copied', severity: 'information', quota: 16, apply: repeatSentence },
  replacing({
    rule: 'encoding-damage',
    name: 'characters lost',
    severity: 'error',
    quota: 18,
    find: /(?<=[一-龥])[一-龥](?=[一-龥])/gu,
    put: (_match, random) => random.pick(DAMAGE),
  }),
];
