import { type Base, type BaseLine, kindOfAgency } from '../base.js';
import { type BaseEdit, change, type Mutation, type Operator } from '../mutant.js';
import type { Random } from '../random.js';

function spanOf(lines: readonly BaseLine[]): { start: number; end: number } {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}

/** Replaces a pattern in the title lines. */
function inTitle(find: RegExp, put: string | ((base: Base) => string | undefined), where: (base: Base) => boolean = () => true) {
  return (base: Base): Mutation | undefined => {
    const { start, end } = spanOf(base.titleLines);
    const title = base.text.slice(start, end);
    const match = find.exec(title);
    const text = typeof put === 'string' ? put : put(base);
    if (match === null || text === undefined || !where(base)) return undefined;
    const at = start + match.index;
    return change(base, [{ start: at, end: at + match[0].length, text }], [...base.titleLines.map((line) => line.start), at]);
  };
}

function removeTitle(base: Base): Mutation | undefined {
  const { start, end } = spanOf(base.titleLines);
  if (!base.regular || base.titleLines.length !== 1 || base.text.includes('会议上')) return undefined;
  const { text } = change(base, [{ start, end: end + base.lineEnd.length, text: '' }], []);
  const trimmed = text.replace(/^(?:[ \t　]*(?:\r\n|\r|\n))+/u, '');
  return { text: trimmed, at: [0] };
}

function otherTitle(base: Base, random: Random): Mutation | undefined {
  if (!base.regular || base.titleLines.length !== 1 || base.text.includes('会议上')) return undefined;
  const { start, end } = spanOf(base.titleLines);
  const text =
    random
      .pick([`${base.year}年度工作报告`, `${base.agency}${base.year}年工作总结`, '报告'])
      ?.replace(/^/u, base.name.endsWith('.md') ? '# ' : '') ?? '';
  return change(base, [{ start, end, text }], [start]);
}

/** The agency vanishes from title and sign-off. */
function noAgency(base: Base): Mutation | undefined {
  const title = base.titleLines.at(-1);
  if (!base.regular || title === undefined || base.signature === undefined || base.text.includes('会议上')) return undefined;
  const words = /(?:关于)?(20\d\d年.*)$/u.exec(title.text);
  if (words === null || base.agency === '') return undefined;
  const edits: BaseEdit[] = [
    { ...spanOf(base.titleLines), text: (base.name.endsWith('.md') ? '# ' : '') + (words[1] ?? '').replace(/的报告$/u, '报告') },
  ];
  edits.push({ start: base.signature.start, end: base.signature.end + base.lineEnd.length, text: '' });
  return change(base, edits, [spanOf(base.titleLines).start]);
}

function partyWithoutCommittee(base: Base): Mutation | undefined {
  const [line] = base.titleLines;
  if (
    line === undefined ||
    kindOfAgency(base) !== 'government' ||
    line.text.trim() !== `${base.agency}人民政府` ||
    base.titleLines.length !== 2
  )
    return undefined;
  return change(base, [{ start: line.start, end: line.start, text: `中共${base.agency}${base.lineEnd}` }], [line.start, line.end]);
}

function copyTitle(base: Base, random: Random): Mutation | undefined {
  const last = base.titleLines.at(-1);
  if (!base.regular || last === undefined || base.name.endsWith('.md') || base.text.includes('会议上')) return undefined;
  const { start, end } = spanOf(base.titleLines);
  const gap = base.lineEnd.repeat(1 + random.below(2));
  const { text } = change(base, [{ start: end, end, text: gap + base.text.slice(start, end) }], []);
  // The copy may be two lines; the finding may stand on either.
  return { text, at: [end + gap.length, end + gap.length + (end - start)] };
}

function copyFormula(base: Base): Mutation | undefined {
  const line = base.opening.find(({ text }) => /如下[：。]$/u.test(text));
  if (!base.regular || line === undefined) return undefined;
  const formula = /现将[^。]*如下[：。]$/u.exec(line.text)?.[0];
  if (formula === undefined) return undefined;
  const { text } = change(base, [{ start: line.end, end: line.end, text: base.lineEnd + formula }], []);
  return { text, at: [line.end + base.lineEnd.length] };
}

function removeSignOff(base: Base): Mutation | undefined {
  if (!base.regular || base.signature === undefined || base.text.includes('会议上')) return undefined;
  const text = base.text.slice(0, base.signature.start).trimEnd();
  return { text: text + base.lineEnd, at: [text.length] };
}

/** The sign-off date becomes something that is none. */
function badDate(form: (year: number, month: number, day: number) => string) {
  return (base: Base): Mutation | undefined => {
    const match = /(\d{4})年(\d{1,2})月(\d{1,2})日/u.exec(base.date?.text ?? '');
    if (base.date === undefined || match === null || !base.regular) return undefined;
    const start = base.date.start + match.index;
    const text = form(Number(match[1]), Number(match[2]), Number(match[3]));
    return change(base, [{ start, end: start + match[0].length, text }], [start]);
  };
}

const date = (name: string, form: (year: number, month: number, day: number) => string): Operator => ({
  rule: 'date-malformed',
  name,
  severity: 'error',
  quota: 3,
  apply: badDate(form),
});

const isRegular = (base: Base): boolean => base.regular;

/** Operators on title and sign-off. */
export const TITLE_OPERATORS: readonly Operator[] = [
  {
    rule: 'title-missing',
    name: 'title removed',
    severity: 'error',
    quota: 8,
    apply: removeTitle,
    allow: ['title-year-missing', 'title-form'],
  },
  {
    rule: 'title-missing',
    name: 'title of something else',
    severity: 'error',
    quota: 8,
    apply: otherTitle,
    allow: ['title-year-missing', 'title-form'],
  },
  {
    rule: 'title-year-missing',
    name: 'year dropped',
    severity: 'error',
    quota: 14,
    apply: inTitle(
      /20\d\d年度?/u,
      '',
      (base) =>
        base.regular &&
        (
          base.titleLines
            .map(({ text }) => text)
            .join('')
            .match(/20\d\d/gu) ?? []
        ).length === 1,
    ),
  },
  { rule: 'title-form', name: 'no agency anywhere', severity: 'warning', quota: 5, apply: noAgency },
  {
    rule: 'title-form',
    name: '年 dropped',
    severity: 'warning',
    quota: 5,
    apply: inTitle(/(?<=20\d\d)年度?(?=法治)/u, '', isRegular),
  },
  { rule: 'title-form', name: '建设 dropped', severity: 'warning', quota: 5, apply: inTitle(/(?<=法治政府)建设/u, '', isRegular) },
  { rule: 'title-form', name: '关于 without 的', severity: 'warning', quota: 5, apply: inTitle(/(?<=关于.*)的(?=报告)/u, '', isRegular) },
  {
    rule: 'title-form',
    name: '年度 twice',
    severity: 'warning',
    quota: 4,
    apply: inTitle(/(?<=20\d\d年)(?=法治政府建设年度报告)/u, '度', isRegular),
  },
  { rule: 'title-form', name: '中共…县 without 委员会', severity: 'warning', quota: 3, apply: partyWithoutCommittee },
  { rule: 'duplicate-title', name: 'title copied', severity: 'hint', quota: 8, apply: copyTitle },
  { rule: 'duplicate-title', name: 'opening formula copied', severity: 'hint', quota: 8, apply: copyFormula },
  { rule: 'sign-off-missing', name: 'sign-off removed', severity: 'information', quota: 14, apply: removeSignOff },
  date('digits alone', (year, month) => `${year}${month}`),
  date('30 February', (year) => `${year}年2月30日`),
  date('month 13', (year, _month, day) => `${year}年13月${day}日`),
  date('日 lost', (year, month, day) => `${year}年${month}月${day}`),
  date('day not filled in', (year, month) => `${year}年${month}月日`),
  date('day 32', (year, month) => `${year}年${month}月32日`),
];
