import { type Base, kindOfAgency } from '../base.js';
import { type BaseEdit, change, findAll, isQuoted, type Mutation, type Operator, replacing, type Scope } from '../mutant.js';
import type { Random } from '../random.js';

const HALF: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' };

const half = (mark: string, quota: number): Operator =>
  replacing({
    rule: 'half-width-punctuation',
    name: `${mark} half width`,
    severity: 'warning',
    quota,
    regular: true,
    find: new RegExp(`(?<=[一-龥])${mark}(?=[一-龥])`, 'gu'),
    put: () => HALF[mark],
  });

/** Both brackets of a pair between Chinese. */
function halfBrackets(base: Base, random: Random): Mutation | undefined {
  const found = base.regular ? random.pick(findAll(base, /(?<=[一-龥])（([一-龥]{1,12})）(?=[一-龥])/gu)) : undefined;
  if (found === undefined) return undefined;
  return change(base, [{ start: found.start, end: found.start + found.match[0].length, text: `(${found.match[1] ?? ''})` }], [found.start]);
}

/** A text that went through a tool that folds marks: one information for the file. */
function halfWidthFile(base: Base): Mutation | undefined {
  if (!base.regular) return undefined;
  const text = base.text.replace(/[，；：（）]/gu, (mark) => HALF[mark] ?? mark);
  const at: number[] = [];
  for (const line of base.lines) at.push(line.start);
  return text === base.text ? undefined : { text, at };
}

/** One mark of a pair is lost. */
function lose(marks: readonly string[]) {
  return (base: Base, random: Random): Mutation | undefined => {
    if (!base.regular) return undefined;
    // Not at the start of a line: brackets there belong to a marker. Not in a document number.
    const places = base.paragraphs.flatMap((line) =>
      [...line.text.matchAll(/[“”《》（）]/gu)]
        .filter(
          ({ 0: mark, index }) => index > 6 && marks.includes(mark) && !line.text.slice(Math.max(index - 8, 0), index + 8).includes('〔'),
        )
        .map(({ index }) => line.start + index),
    );
    const at = random.pick(places);
    return at === undefined ? undefined : change(base, [{ start: at, end: at + 1, text: '' }], [at]);
  };
}

/** “…” written ”…“. */
function reverse(base: Base, random: Random): Mutation | undefined {
  const found = base.regular
    ? random.pick(findAll(base, /“([^“”]{2,14})”/gu, 'body', true).filter(({ match }) => match.index > 6))
    : undefined;
  if (found === undefined || found.line.text[found.match.index - 1] === '”') return undefined;
  const text = random.below(2) === 0 ? `”${found.match[1] ?? ''}“` : `”${found.match[1] ?? ''}”`;
  return change(base, [{ start: found.start, end: found.start + found.match[0].length, text }], [found.start]);
}

/** 《…》等主题宣传 with 》 after it all. */
const scopeOperator: Operator = replacing({
  rule: 'title-mark-scope',
  name: '》 after what follows 等',
  severity: 'warning',
  quota: 8,
  find: /》等([一-龥]{2,8}?)(?=[，。、；\d])/gu,
  quotedToo: true,
  put: (match) => `等${match[1] ?? ''}》`,
  allow: ['document-name'],
});

const scopeShort: Operator = replacing({
  rule: 'title-mark-scope',
  name: '》 after 等',
  severity: 'warning',
  quota: 8,
  find: /》等(?=[一-龥\d])/gu,
  quotedToo: true,
  put: () => '等》',
  allow: ['document-name'],
});

const between = (open: string, close: string): Operator =>
  replacing({
    rule: 'enumeration-comma',
    name: `、 between ${close}${open}`,
    severity: 'hint',
    quota: 8,
    find: new RegExp(`${close}(?=${open})`, 'gu'),
    quotedToo: true,
    put: (match) => `${match[0]}、`,
  });

/** Blanks round figures in a few places. */
function spaceFigures(base: Base, random: Random): Mutation | undefined {
  if (!base.regular) return undefined;
  const places = random.shuffled(findAll(base, /(?<=[一-龥])\d+(?=[一-龥])/gu)).slice(0, 3 + random.below(6));
  const edits = places.map(({ start, match }) => ({ start, end: start + match[0].length, text: ` ${match[0]} ` }));
  return places.length < 3
    ? undefined
    : change(
        base,
        edits,
        places.map(({ start }) => start),
      );
}

const WORDS = [
  '法治',
  '行政',
  '执法',
  '矛盾',
  '纠纷',
  '群众',
  '培训',
  '宣传',
  '监督',
  '落实',
  '化解',
  '组织',
  '开展',
  '专题',
  '审查',
  '整改',
  '建设',
];

/** Blanks at the ends of lines, lines of NBSP, mixed indents. */
function straySpaces(kind: 'trailing' | 'nbsp' | 'indent') {
  return (base: Base, random: Random): Mutation | undefined => {
    if (!base.regular || base.name.endsWith('.md') || /^[ 　]/mu.test(base.text)) return undefined;
    const lines = random.shuffled(base.paragraphs).slice(0, 3);
    const edits = lines.map((line): BaseEdit => {
      if (kind === 'trailing') return { start: line.end, end: line.end, text: random.pick([' ', '  ', '　', ' \t']) ?? ' ' };
      if (kind === 'nbsp') return { start: line.end, end: line.end, text: `${base.lineEnd}\u00a0` };
      return { start: line.start, end: line.start, text: random.pick([' ', '   ']) ?? ' ' };
    });
    const { text, at } = change(
      base,
      edits,
      lines.map((line) => (kind === 'indent' ? line.start : line.end)),
    );
    return { text, at: kind === 'nbsp' ? at.map((offset) => offset + base.lineEnd.length) : at };
  };
}

const number = (name: string, put: (year: string, serial: string) => string): Operator => {
  const make = (scope: Scope): Operator =>
    replacing({
      rule: 'document-number',
      name,
      severity: 'warning',
      quota: 4,
      scope,
      find: /(?<=[一-龥])〔(20\d\d)〕(\d+)号/gu,
      quotedToo: true,
      put: (match) => put(match[1] ?? '', match[2] ?? ''),
    });
  const [body, opening] = [make('body'), make('opening')];
  return { ...body, apply: (base, random) => body.apply(base, random) ?? opening.apply(base, random) };
};

/** A sentence on a passed-on document, for reports that cite none. */
function numbered(name: string, wrong: string): Operator {
  return {
    rule: 'document-number',
    name,
    severity: 'warning',
    quota: 4,
    apply: (base, random) => {
      const line = base.regular ? random.pick(base.paragraphs.filter(({ text }) => text.endsWith('。'))) : undefined;
      if (line === undefined || kindOfAgency(base) === 'government') return undefined;
      const sentence = `认真落实《关于加强基层法治建设的通知》（法治办发${wrong.replace('Y', String(base.year))}）要求，完成任务8项。`;
      return change(base, [{ start: line.end, end: line.end, text: sentence }], [line.end]);
    },
  };
}

function nested(open: string, close: string): Operator {
  return {
    rule: 'nested-title-marks',
    name: `《…${open}…${close}…》`,
    severity: 'hint',
    quota: 7,
    apply: (base, random) => {
      const line = base.regular ? random.pick(base.paragraphs.filter(({ text }) => text.endsWith('。'))) : undefined;
      if (line === undefined) return undefined;
      const name = random.pick(['重点工作任务清单', '合同管理办法', '普法责任清单']) ?? '';
      const sentence = `印发《关于印发${open}${name}${close}的通知》，细化落实措施12条。`;
      return change(base, [{ start: line.end, end: line.end, text: sentence }], [line.end]);
    },
  };
}

/** Operators on punctuation and layout. */
export const PUNCTUATION_OPERATORS: readonly Operator[] = [
  half('，', 6),
  half('；', 4),
  half('：', 4),
  { rule: 'half-width-punctuation', name: 'brackets half width', severity: 'warning', quota: 4, apply: halfBrackets },
  { rule: 'half-width-punctuation', name: 'whole file half width', severity: 'information', quota: 5, apply: halfWidthFile },
  { rule: 'unbalanced-pair', name: '“ lost', severity: 'error', quota: 6, apply: lose(['“']) },
  { rule: 'unbalanced-pair', name: '” lost', severity: 'error', quota: 6, apply: lose(['”']) },
  { rule: 'unbalanced-pair', name: '《 lost', severity: 'error', quota: 4, apply: lose(['《']) },
  { rule: 'unbalanced-pair', name: '》 lost', severity: 'error', quota: 5, apply: lose(['》']) },
  { rule: 'unbalanced-pair', name: 'bracket lost', severity: 'error', quota: 5, apply: lose(['（', '）']) },
  { rule: 'unbalanced-pair', name: 'quotes reversed', severity: 'error', quota: 6, apply: reverse },
  scopeOperator,
  scopeShort,
  between('《', '》'),
  between('“', '”'),
  replacing({
    rule: 'opening-mark',
    name: 'comma after 如下',
    severity: 'warning',
    quota: 14,
    scope: 'opening',
    find: /(?<=(?:报告|汇报|总结)如下)[：。]$/gu,
    put: () => '，',
  }),
  { rule: 'digit-spacing', name: 'blanks round figures', severity: 'hint', quota: 14, apply: spaceFigures },
  replacing({
    rule: 'inner-space',
    name: 'blank inside a word',
    severity: 'warning',
    quota: 18,
    regular: true,
    find: new RegExp(`(?<=[一-龥])(?:${WORDS.join('|')})(?=[一-龥])`, 'gu'),
    put: (match, random) => `${match[0][0] ?? ''}${random.pick([' ', ' ', '\u00a0', '　', '  ']) ?? ' '}${match[0].slice(1)}`,
  }),
  number('[2021]33号', (year, serial) => `[${year}]${serial}号`),
  number('〔2021〕第33号', (year, serial) => `〔${year}〕第${serial}号`),
  number('〔2021 33号', (year, serial) => `〔${year} ${serial}号`),
  number('〔202133号', (year, serial) => `〔${year}${serial}号`),
  numbered('local [Y]6号', '[Y]6号'),
  numbered('local 〔Y〕第6号', '〔Y〕第6号'),
  nested('<', '>'),
  nested('《', '》'),
  {
    rule: 'straight-quotes',
    name: 'one straight pair',
    severity: 'hint',
    quota: 14,
    apply: (base, random) => {
      const all = base.regular ? findAll(base, /“([^“”]{2,14})”/gu, 'body', true) : [];
      const found = all.length < 3 ? undefined : random.pick(all);
      if (found === undefined || isQuoted(found.line.text, found.match.index)) return undefined;
      return change(
        base,
        [{ start: found.start, end: found.start + found.match[0].length, text: `"${found.match[1] ?? ''}"` }],
        [found.start],
      );
    },
  },
  { rule: 'stray-whitespace', name: 'trailing blanks', severity: 'hint', quota: 5, apply: straySpaces('trailing') },
  { rule: 'stray-whitespace', name: 'lines of NBSP', severity: 'hint', quota: 5, apply: straySpaces('nbsp') },
  { rule: 'stray-whitespace', name: 'mixed indents', severity: 'hint', quota: 5, apply: straySpaces('indent') },
];
