import { type Base, childrenOf, type Mark, markerText, type Part, partOf, paragraphsIn } from '../base.js';
import { type BaseEdit, change, isQuoted, type Mutation, type Operator } from '../mutant.js';
import type { Random } from '../random.js';

const MANDATED = ['measures', 'shortcomings', 'duties', 'plan'];

function renumber(mark: Mark, value: number): BaseEdit {
  return { start: mark.start, end: mark.end, text: markerText(mark.level, value) };
}

/** Lists of siblings that count 1, 2, 3 …, at least three of them. */
function siblingLists(base: Base, level: 1 | 2 | 3): Mark[][] {
  if (!base.regular) return [];
  if (level === 1) return [base.parts.map(({ mark }) => mark)];
  const lists: Mark[][] = [];
  for (const part of base.parts) {
    const marks = base.marks.filter(({ line }) => line.start >= part.bodyStart && line.start < part.end);
    let list: Mark[] = [];
    for (const mark of marks) {
      if (mark.level < level) list = [];
      if (mark.level !== level) continue;
      if (mark.number === 1) {
        list = [];
        lists.push(list);
      }
      list.push(mark);
    }
  }
  return lists.filter((list) => list.length >= 3 && list.every(({ number }, index) => number === index + 1));
}

/** The number of the third or a later sibling is that of its forerunner. */
function repeat(level: 1 | 2 | 3) {
  return (base: Base, random: Random): Mutation | undefined => {
    const list = random.pick(siblingLists(base, level));
    const mark = list?.[2 + random.below(Math.max(list.length - 2, 1))];
    return mark === undefined ? undefined : change(base, [renumber(mark, mark.number - 1)], [mark.start]);
  };
}

/** One sibling's number, and those of all after it, are one too high. */
function skip(level: 1 | 2 | 3) {
  return (base: Base, random: Random): Mutation | undefined => {
    const list = random.pick(siblingLists(base, level));
    const first = list?.[1 + random.below(Math.max(list.length - 1, 1))];
    if (list === undefined || first === undefined) return undefined;
    const later = list.filter(({ number }) => number >= first.number);
    return change(
      base,
      later.map((mark) => renumber(mark, mark.number + 1)),
      [first.start],
    );
  };
}

/** A sibling was deleted with its text, the rest was left. */
function deleteSibling(base: Base, random: Random): Mutation | undefined {
  const list = random.pick(siblingLists(base, 2));
  const at = 1 + random.below(Math.max((list?.length ?? 0) - 2, 1));
  const gone = list?.[at];
  const next = list?.[at + 1];
  if (gone === undefined || next === undefined) return undefined;
  return change(base, [{ start: gone.line.start, end: next.line.start, text: '' }], [next.start]);
}

function dropNumber(renumbered: boolean) {
  return (base: Base, random: Random): Mutation | undefined => {
    if (!base.regular || base.parts.length < 3) return undefined;
    const named = base.parts.filter(
      ({ kinds, mark }) => kinds.some((kind) => MANDATED.includes(kind)) && mark.number > 1 && mark.text.length <= 30,
    );
    const part = renumbered ? random.pick(named.filter(({ mark }) => mark.number < base.parts.length)) : random.pick(named);
    if (part === undefined) return undefined;
    const later = base.parts.filter(({ mark }) => mark.number > part.mark.number).map(({ mark }) => renumber(mark, mark.number - 1));
    const edits = [{ start: part.mark.start, end: part.mark.end, text: '' }, ...(renumbered ? later : [])];
    return change(base, edits, [part.mark.start]);
  };
}

/** Every 一、 slips to （一） and every （一） to 1. */
function slip(base: Base): Mutation | undefined {
  if (!base.regular || base.name.endsWith('.md') || base.marks.some(({ level }) => level === 3)) return undefined;
  const edits = base.marks.map((mark) => ({ start: mark.start, end: mark.end, text: markerText(mark.level === 1 ? 2 : 3, mark.number) }));
  return change(base, edits, [base.parts[0]?.mark.start ?? 0]);
}

/** One part uses 1. where its siblings use （一）. */
function skipLevel(base: Base, random: Random): Mutation | undefined {
  if (!base.regular) return undefined;
  const lists = base.parts.map((part) => childrenOf(base, part)).filter((list) => list.length >= 2);
  if (lists.length < 3 || lists.some((list) => list.some(({ level }) => level !== 2))) return undefined;
  const list = random.pick(lists.slice(1));
  const [first] = list ?? [];
  if (list === undefined || first === undefined || base.marks.some(({ level }) => level === 3)) return undefined;
  return change(
    base,
    list.map((mark) => ({ start: mark.start, end: mark.end, text: `${mark.number}.` })),
    [first.start],
  );
}

function pickMark(base: Base, random: Random, isRight: (mark: Mark) => boolean): Mark | undefined {
  return base.regular ? random.pick(base.marks.filter(isRight)) : undefined;
}

function remark(
  isRight: (mark: Mark) => boolean,
  put: (marker: string, random: Random) => string,
  where: (base: Base) => boolean = () => true,
) {
  return (base: Base, random: Random): Mutation | undefined => {
    const mark = where(base) ? pickMark(base, random, isRight) : undefined;
    if (mark === undefined) return undefined;
    const text = put(base.text.slice(mark.start, mark.end), random);
    return change(base, [{ start: mark.start, end: mark.end, text }], [mark.start]);
  };
}

const half = (marker: string): string => marker.replace('（', '(').replace('）', ')');
const isLevel2 = ({ level }: Mark): boolean => level === 2;
const hasManyLevel2 = (base: Base): boolean => base.marks.filter(isLevel2).length >= 6;

/** Own-line sub-headings of which none has an end mark. */
function bareHeadings(base: Base): Mark[] {
  const measures = partOf(base, 'measures');
  if (!base.regular || measures === undefined) return [];
  const list = childrenOf(base, measures);
  return list.length >= 3 && list.every((mark) => mark.form === 'alone' && !/[。：]$/u.test(mark.line.text)) ? list : [];
}

function endMark(base: Base, random: Random): Mutation | undefined {
  const mark = random.pick(bareHeadings(base));
  if (mark === undefined) return undefined;
  return change(base, [{ start: mark.line.end, end: mark.line.end, text: random.pick(['。', '：']) ?? '。' }], [mark.start]);
}

/** The end mark of a run-in heading is lost. */
function lostEndMark(base: Base, random: Random): Mutation | undefined {
  const mark = pickMark(base, random, (each) => each.form === 'run-in' && each.text.length >= 8 && each.text.length <= 30);
  if (mark === undefined || base.text[mark.textEnd] !== '。' || !/[一-龥]/u.test(base.text[mark.textEnd + 1] ?? '')) return undefined;
  if (/^[一二三]是/u.test(base.text.slice(mark.textEnd + 1))) return undefined;
  return change(base, [{ start: mark.textEnd, end: mark.textEnd + 1, text: '' }], [mark.start]);
}

/** An own-line heading swallows the paragraph below it. */
function lostLineEnd(base: Base, random: Random): Mutation | undefined {
  const mark = random.pick(bareHeadings(base));
  const next = base.lines.find(({ start, text }) => mark !== undefined && start > mark.line.end && text.trim() !== '');
  if (mark === undefined || next === undefined || !base.paragraphs.includes(next) || /^[\s　]*[一1]/u.test(next.text)) return undefined;
  const indent = /^[\s　]*/u.exec(next.text)?.[0].length ?? 0;
  return change(base, [{ start: mark.line.end, end: next.start + indent, text: '' }], [mark.start]);
}

const LONG = [
  '，全面落实法治建设各项重点任务，推动依法行政制度体系更加完备，行政决策程序更加规范，行政执法行为更加文明，矛盾纠纷化解更加有效',
  '，坚持问题导向、目标导向和结果导向相统一，着力解决群众反映强烈的突出问题，不断提升群众在法治建设中的获得感幸福感安全感和满意度',
];

function lengthen(base: Base, random: Random): Mutation | undefined {
  const mark = random.pick(bareHeadings(base));
  if (mark === undefined) return undefined;
  return change(base, [{ start: mark.line.end, end: mark.line.end, text: random.pick(LONG) ?? '' }], [mark.start]);
}

/** 一是 二是 三是 of one paragraph, counting from one; at least three. */
export function listsInParagraphs(base: Base): { start: number; end: number; number: number; lineEnd: number }[][] {
  return base.paragraphs.flatMap((line) => {
    const items = [...line.text.matchAll(/(?<=^[\s　]*|[。；：，])([一二三四五六七八九])是/gu)]
      .filter(({ index }) => !isQuoted(line.text, index))
      .map((match) => ({
        start: line.start + match.index,
        end: line.start + match.index + 2,
        number: '一二三四五六七八九'.indexOf(match[1] ?? '') + 1,
        lineEnd: line.end,
      }));
    const isCounting = items.length >= 3 && items.every(({ number }, index) => number === index + 1);
    return isCounting ? [items] : [];
  });
}

/** The same over paragraphs: one item a paragraph. */
function listsOverParagraphs(base: Base): { start: number; end: number; number: number; lineEnd: number }[][] {
  return base.parts.flatMap((part: Part) => {
    const items = paragraphsIn(base, part).flatMap((line) => {
      const match = /^[\s　]*([一二三四五六])是/u.exec(line.text);
      if (match === null) return [];
      const end = line.start + match[0].length;
      return [{ start: end - 2, end, number: '一二三四五六'.indexOf(match[1] ?? '') + 1, lineEnd: line.end }];
    });
    return items.length >= 3 && items.every(({ number }, index) => number === index + 1) ? [items] : [];
  });
}

function miscount(lists: typeof listsInParagraphs, by: 1 | -1) {
  return (base: Base, random: Random): Mutation | undefined => {
    const list = base.regular ? random.pick(lists(base)) : undefined;
    const item = list?.[2 + random.below(Math.max(list.length - 2, 1))];
    if (item === undefined) return undefined;
    const word = `${'一二三四五六七八九'[item.number - 1 + by] ?? ''}是`;
    return change(base, [{ start: item.start, end: item.end, text: word }], [item.start]);
  };
}

/** 二是 三是 … were taken out, 一是 was left. */
function orphan(base: Base, random: Random): Mutation | undefined {
  const list = base.regular ? random.pick(listsInParagraphs(base)) : undefined;
  const [first, ...rest] = list ?? [];
  if (first === undefined) return undefined;
  return change(
    base,
    rest.map(({ start, end }) => ({ start, end, text: '' })),
    [first.start],
  );
}

/** The items after the first were deleted with their text. */
function orphanAlone(base: Base, random: Random): Mutation | undefined {
  const list = base.regular ? random.pick(listsInParagraphs(base)) : undefined;
  const [first, second] = list ?? [];
  if (first === undefined || second === undefined) return undefined;
  const rest = base.text.slice(first.start, second.start).replace(/；$/u, '。');
  return change(base, [{ start: first.start, end: first.lineEnd, text: rest }], [first.start]);
}

function mixSeparators(base: Base, random: Random): Mutation | undefined {
  if (!base.regular) return undefined;
  for (const list of random.shuffled(listsInParagraphs(base))) {
    const marks = list.slice(1).map(({ start }) => base.text[start - 1]);
    const last = list.at(-1);
    if (last === undefined || new Set(marks).size !== 1 || !/[。；]/u.test(marks[0] ?? '')) continue;
    const [first] = list;
    // Items that hold 。 themselves do not show what separates them.
    const items = base.text.slice(first?.start ?? 0, last.start - 1);
    if ((items.match(/。/gu) ?? []).length > (marks[0] === '。' ? marks.length - 1 : 0)) continue;
    return change(
      base,
      [{ start: last.start - 1, end: last.start, text: marks[0] === '。' ? '；' : '。' }],
      list.map(({ start }) => start),
    );
  }
  return undefined;
}

const sequence = (name: string, quota: number, apply: Operator['apply']): Operator => ({
  rule: 'heading-sequence',
  name,
  severity: 'error',
  quota,
  apply,
});
const style = (name: string, apply: Operator['apply'], quota = 5): Operator => ({
  rule: 'heading-marker-style',
  name,
  severity: 'warning',
  quota,
  apply,
});

/** Operators on headings and enumerations. */
export const HEADING_OPERATORS: readonly Operator[] = [
  sequence('level 1 repeats', 5, repeat(1)),
  sequence('level 1 skips', 5, skip(1)),
  sequence('level 2 repeats', 6, repeat(2)),
  sequence('level 2 skips', 5, skip(2)),
  sequence('level 2 deleted', 5, deleteSibling),
  sequence('level 3 repeats', 4, repeat(3)),
  sequence('level 3 skips', 4, skip(3)),
  { rule: 'heading-number-missing', name: 'number dropped', severity: 'error', quota: 9, apply: dropNumber(false) },
  { rule: 'heading-number-missing', name: 'number dropped, rest moved up', severity: 'error', quota: 8, apply: dropNumber(true) },
  { rule: 'heading-level-skip', name: 'all slipped to （一）', severity: 'warning', quota: 8, apply: slip },
  { rule: 'heading-level-skip', name: '1. among （一）', severity: 'warning', quota: 8, apply: skipLevel },
  {
    rule: 'heading-marker-width',
    name: 'half-width brackets',
    severity: 'warning',
    quota: 8,
    apply: remark(isLevel2, half, hasManyLevel2),
  },
  {
    rule: 'heading-marker-width',
    name: 'half-width brackets and a blank',
    severity: 'warning',
    quota: 6,
    apply: remark(isLevel2, (marker) => `${half(marker)} `, hasManyLevel2),
  },
  {
    rule: 'heading-marker-width',
    name: 'one half-width bracket',
    severity: 'warning',
    quota: 4,
    apply: remark(isLevel2, (marker) => marker.replace('）', ')'), hasManyLevel2),
  },
  style(
    '1、',
    remark(
      ({ level }) => level === 3,
      (marker) => marker.replace('.', '、'),
    ),
    6,
  ),
  style(
    '（一）、',
    remark(isLevel2, (marker) => `${marker}、`),
  ),
  style(
    'left bracket lost',
    remark(isLevel2, (marker) => marker.slice(1)),
  ),
  style(
    'right bracket lost',
    remark(isLevel2, (marker) => marker.slice(0, -1)),
  ),
  { rule: 'heading-end-mark', name: 'end mark', severity: 'hint', quota: 14, apply: endMark },
  { rule: 'heading-run-on', name: 'end mark lost', severity: 'warning', quota: 8, apply: lostEndMark },
  { rule: 'heading-run-on', name: 'line end lost', severity: 'warning', quota: 8, apply: lostLineEnd },
  { rule: 'heading-too-long', name: 'heading of a paragraph', severity: 'information', quota: 14, apply: lengthen },
  { rule: 'enumeration-sequence', name: 'repeats', severity: 'warning', quota: 7, apply: miscount(listsInParagraphs, -1) },
  { rule: 'enumeration-sequence', name: 'skips', severity: 'warning', quota: 7, apply: miscount(listsInParagraphs, 1) },
  {
    rule: 'enumeration-sequence',
    name: 'repeats over paragraphs',
    severity: 'warning',
    quota: 5,
    apply: miscount(listsOverParagraphs, -1),
  },
  { rule: 'enumeration-sequence', name: 'skips over paragraphs', severity: 'warning', quota: 5, apply: miscount(listsOverParagraphs, 1) },
  { rule: 'enumeration-orphan', name: 'words of the others dropped', severity: 'information', quota: 8, apply: orphan },
  { rule: 'enumeration-orphan', name: 'others deleted', severity: 'information', quota: 8, apply: orphanAlone },
  { rule: 'enumeration-separator', name: 'last separator changed', severity: 'hint', quota: 14, apply: mixSeparators },
];
