import type { Paragraph, ParagraphContent } from '../report/report.js';
import { countCharacters } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { STOCK_PHRASE } from '../knowledge/stock-phrases.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import { withRepeatedClauses } from './repeated-clauses.js';
import type { ReportRule, RuleFinding } from './rule.js';

/** Fewest 字 of its own, stock phrases apart, that make a repetition worth a word: of several clauses, and of one. */
const SHORTEST_RUN = 16;
const SHORTEST_CLAUSE = 20;
/** How much of it a message shows, in characters. */
const SHOWN = 24;
/** More repetitions than this are one finding: the text was pasted twice as a whole. */
const MANY = 20;
/** Most clauses that one finding spans, so that a text of nothing but one clause costs no more than its length. */
const LONGEST_RUN = 40;
/** Clauses shorter than this begin no repetition, in characters. */
const SHORTEST_START = 5;

/** 语句重复: the same sentence twice in one report. */
export const repeatedSentence: ReportRule = {
  id: 'repeated-sentence',
  group: 'residue',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('语句重复', 'Repeated sentence'),
  finds: localized(
    '同一句话在报告里出现两次。固定提法、文件名称、第一责任人的规定用语不算。',
    'The same sentence stands twice in the report, stock phrases apart.',
  ),
  why: localized(
    '多半是拼接材料时重复粘贴，审核人会问是不是凑字数。',
    'It mostly comes from pasting the same material twice; a reviewer will ask about it.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项，建立群众诉求台账，逐件明确办理人员和时限。\n（二）规范行政执法。开展行政检查312次，建立群众诉求台账，逐件明确办理人员和时限，办理行政处罚案件18件。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。坚持以习近平新时代中国特色社会主义思想为指导，召开专题会议4次。\n（二）规范行政执法。坚持以习近平新时代中国特色社会主义思想为指导，开展行政检查312次。',
        },
      },
    ],
  },
  check(report) {
    const paragraphs = report.paragraphs.filter(({ role }) => role === 'body' || role === 'opening');
    const found = repetitions(withRepeatedClauses(paragraphs).flatMap(clausesOf));
    if (found.length <= MANY) return found;
    return oncePerFile({
      places: found.map(({ span }) => span),
      message: localized(
        `全文有${found.length}处语句前面已经写过：请逐处核对`,
        `${found.length} sentences stand in the report already: check them one by one`,
      ),
    });
  },
};

/** A piece of a paragraph between two marks. */
class ReadClause {
  #weight: number | undefined;

  constructor(
    readonly text: string,
    /** In the text of its paragraph. */
    readonly start: number,
    readonly end: number,
  ) {}

  /** How many characters count as a repetition, names of documents left out; `FORMULA` for one that any report may repeat. */
  get weight(): number {
    this.#weight ??= weightOf(this.text);
    return this.#weight;
  }
}

const FORMULA = -1;

function weightOf(clause: string): number {
  // A clause with a figure tells of this report, whatever formula it holds.
  if (!/\d/u.test(clause) && STOCK_PHRASE.test(clause)) return FORMULA;
  return countCharacters(clause.replace(/《[^》]{0,80}》/gu, ''));
}

interface Clause {
  readonly text: string;
  readonly read: ReadClause;
  readonly paragraph: Paragraph;
}

function clausesOf(paragraph: Paragraph): Clause[] {
  return paragraph.fact(readClauses).map((read) => ({ text: read.text, read, paragraph }));
}

/** A fact of a paragraph. */
function readClauses({ text }: ParagraphContent): readonly ReadClause[] {
  return [...text.matchAll(/[^，。；：！？,;:!?]+/gu)].map(
    ({ 0: clause, index }) => new ReadClause(clause.replace(/[\s“”"‘’]+/gu, ''), index, index + clause.length),
  );
}

function repetitions(clauses: readonly Clause[]): RuleFinding[] {
  const firstAt = new Map<string, number>();
  const findings: RuleFinding[] = [];
  let index = 0;
  while (index < clauses.length) {
    const earlier = firstAt.get(clauses[index]?.text ?? '');
    const length = earlier === undefined ? 0 : runLength(clauses, earlier, index);
    const finding = earlier === undefined ? undefined : repetition(clauses, earlier, index, length);
    if (finding !== undefined) findings.push(finding);
    const next = index + Math.max(finding === undefined ? 1 : length, 1);
    for (; index < next; index++) {
      const text = clauses[index]?.text ?? '';
      if (text.length >= SHORTEST_START && !firstAt.has(text)) firstAt.set(text, index);
    }
  }
  return findings;
}

/** How many clauses from two places on are the same, within one paragraph each. */
function runLength(clauses: readonly Clause[], first: number, second: number): number {
  let length = 0;
  while (length < LONGEST_RUN) {
    const a = clauses[first + length];
    const b = clauses[second + length];
    const isSame = a !== undefined && b !== undefined && a.text === b.text && first + length < second;
    if (!isSame || a.paragraph !== clauses[first]?.paragraph || b.paragraph !== clauses[second]?.paragraph) return length;
    length++;
  }
  return length;
}

function repetition(clauses: readonly Clause[], first: number, second: number, length: number): RuleFinding | undefined {
  const run = clauses.slice(second, second + length);
  let characters = 0;
  let own = 0;
  for (const { read } of run) {
    if (read.weight === FORMULA) continue;
    characters += read.weight;
    own++;
  }
  if (characters < (own > 1 ? SHORTEST_RUN : SHORTEST_CLAUSE)) return undefined;
  const [from, to] = [run[0], run.at(-1)];
  const [firstFrom, firstTo] = [clauses[first], clauses[first + length - 1]];
  if (from === undefined || to === undefined || firstFrom === undefined || firstTo === undefined) return undefined;
  const words = run.map(({ text }) => text).join('，');
  const shown = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
  return {
    span: spanOf(from, to),
    message: localized(`“${shown}”前面已经写过：请删去一处或改写`, `"${shown}" stands above already: delete or rewrite one of them`),
    related: [{ span: spanOf(firstFrom, firstTo), message: localized('前一处', 'The first place') }],
  };
}

/** From the beginning of one clause to the end of another of the same paragraph, in the untouched text. */
function spanOf({ paragraph, read: { start } }: Clause, { read: { end } }: Clause): Span {
  return paragraph.toSource({ start, end });
}
