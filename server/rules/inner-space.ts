import { isTabular } from '../report/lines.js';
import { readMarker } from '../report/markers.js';
import type { Paragraph, ParagraphContent } from '../report/report.js';
import { SHORT_HEADING_ENDINGS } from '../knowledge/glued-headings.js';
import { SURNAMES } from '../knowledge/surnames.js';
import { isIdeograph } from '../text/characters.js';
import type { Span } from '../text/span.js';
import type { Fix, ReportRule, RuleFinding } from './rule.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import { isNarrowBlank, NARROW_BLANKS } from './spaces.js';

/** From so many on, the blanks come from a scan or a conversion: one finding for the file. */
const MANY = 6;
/** Wider gaps set columns apart. */
const WIDEST = 4;
const IDEOGRAPHIC_SPACE = '\u3000';
const BLANKS: readonly string[] = Object.freeze([IDEOGRAPHIC_SPACE, ...NARROW_BLANKS]);
const CLAUSE_ENDS = '，。；：！？、,;:!?“”‘’《》（）()【】\t';
/** A paragraph with more blanks than this is a scan through and through; no clause of it can be judged. */
const MOST_JUDGED = 2000;
/** How far round a blank its clause is looked at. */
const REACH = 40;
/** Words that number an item; a blank behind them is a pause. */
const ITEM_WORD =
  /(?:^|[，。；：、“])(?:第?[一二三四五六七八九十]{1,3}(?:是|要|抓)?|首先|其次|再次|最后|同时|此外|第[一二三四五六七八九十百\d]{1,4}[条章节款项编]|附件?|备注?|注)$/u;

/** Words before a person's name. */
const TITLE_OF_PERSON =
  /(?:书记|主任|主席|委员|律师|同志|干部|代表|调解员|联络员|网格员|民警|法官|检察官|教师|教授|先生|女士|[局镇乡县区市科股所院站队校厂处厅村组会部室]长|[常党政]委)$/u;

/** 汉字之间有空格: a blank inside Chinese words. */
export const innerSpace: ReportRule = {
  id: 'inner-space',
  group: 'punctuation',
  scope: 'report',
  severity: 'warning',
  fixable: 'choice',
  name: localized('汉字之间有空格', 'Blank inside Chinese'),
  finds: localized(
    '句子里两个汉字之间有空格（“请示 报告”）。标题里隔开两句话的空格、姓名里的空格、表格和落款不算。',
    'A blank between two Chinese characters of a sentence; blanks that part two clauses of a heading, names, tables and sign-offs are left alone.',
  ),
  why: localized(
    '多半是粘贴或识别留下的，也可能是空格处漏了字或标点。',
    'Mostly left by pasting or scanning; sometimes a character or a mark was lost there.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。严格落实重大事项请示 报告制度，召开专题会议4次。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导　压实法治责任\n召开专题会议4次，以“法治同行 平安相伴”为主题开展活动6次。\n（二）规范行政执法\n开展行政检查312次。',
        },
      },
    ],
  },
  triggers: BLANKS,
  concernsWithTrigger: (paragraph) => paragraph.fact(blanksBetween).length > 0,
  check(report, candidates) {
    const isWritten = lookUp(report.source.text);
    const found = candidates.flatMap((paragraph) => blanksIn(paragraph, isWritten));
    if (found.length < MANY) return found.map(makeFinding);
    return oncePerFile({
      places: found.map(({ span }) => span),
      message: localized(
        `全文有${found.length}处汉字之间有空格：核对是否漏字后删去`,
        `${found.length} blanks between Chinese characters: see that nothing was lost, then delete them`,
      ),
      fix: {
        kind: 'choice',
        title: localized('全部删去', 'Delete them all'),
        edits: found.map(({ span }) => ({ span, newText: '' })),
      },
    });
  },
};

interface InnerBlank {
  /** In the untouched text. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  /** The two characters stand side by side elsewhere in the file: they are one word. */
  readonly isWord: boolean;
}

function makeFinding({ span, before, after, isWord }: InnerBlank): RuleFinding {
  const fix = (newText: string, title: ReturnType<typeof localized>): Fix => ({ kind: 'choice', title, edits: [{ span, newText }] });
  const joined = fix('', localized(`删去空格，改为“${before}${after}”`, 'Delete the blank'));
  const marked = fix('，', localized('改为“，”', 'Change to ，'));
  return {
    span,
    message: localized(
      `“${before}”和“${after}”之间多了空格：应删去，漏了字或标点的补上`,
      `A blank between ${before} and ${after}: delete it, or put in what was lost`,
    ),
    fixes: isWord ? [joined] : [joined, marked],
  };
}

/** The blanks between two Chinese characters of running text or a heading, but for tables; a key of `fact`. */
function blanksBetween({ text, role }: ParagraphContent): readonly Span[] {
  if ((role !== 'body' && role !== 'opening' && role !== 'heading') || text.startsWith('|')) return NOTHING;
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isBlankOfWord(text.charCodeAt(at))) continue;
    const start = at;
    while (isBlankOfWord(text.charCodeAt(at))) at++;
    if (at - start <= WIDEST && isIdeograph(text.charCodeAt(start - 1)) && isIdeograph(text.charCodeAt(at))) found.push({ start, end: at });
  }
  return found.length === 0 || isTabular(text.slice(0, 400)) || text.includes('\t') ? NOTHING : found;
}

const NOTHING: readonly Span[] = Object.freeze([]);

function isBlankOfWord(code: number): boolean {
  return isNarrowBlank(code) || code === IDEOGRAPHIC_SPACE.charCodeAt(0);
}

function blanksIn(paragraph: Paragraph, isWritten: (words: string) => boolean): InnerBlank[] {
  const { text, role } = paragraph;
  const blanks = paragraph.fact(blanksBetween);
  if (blanks.length === 0) return [];
  const start = readMarker(text)?.textStart ?? 0;
  if (blanks.length > MOST_JUDGED) return blanks.map((span) => ({ span: paragraph.toSource(span), before: '', after: '', isWord: false }));
  return blanks.flatMap((span): InnerBlank[] => {
    if (span.start < start) return [];
    const blank = text.slice(span.start, span.end);
    const place = readPlace(text, span);
    if (isName(place, blank, isWritten) || isRowOfItems(place)) return [];
    const isWord = isWordElsewhere(place, isWritten) || (role !== 'heading' && isWordInTwo(place));
    if (!isWord && !isLopsided(place, blank) && isLegal(place, blank, text, start, span, role === 'heading')) return [];
    return [{ span: paragraph.toSource(span), before: place.before.slice(-4), after: place.after.slice(0, 4), isWord }];
  });
}

/** The runs of Chinese on both sides of a blank, up to the next mark or blank. */
interface Place {
  readonly before: string;
  readonly after: string;
  /** The whole clause with its blanks. */
  readonly clause: string;
  readonly clauseStart: number;
  readonly quoted: boolean;
}

function readPlace(text: string, { start, end }: Span): Place {
  const head = text.slice(Math.max(0, start - REACH), start);
  const tail = text.slice(end, end + REACH);
  let from = head.length;
  while (from > 0 && !CLAUSE_ENDS.includes(head.charAt(from - 1))) from--;
  let stop = 0;
  while (stop < tail.length && !CLAUSE_ENDS.includes(tail.charAt(stop))) stop++;
  const left = head.slice(from);
  const right = tail.slice(0, stop);
  return {
    before: left.split(/[ \u00a0\u3000]/u).at(-1) ?? '',
    after: right.split(/[ \u00a0\u3000]/u)[0] ?? '',
    clause: left + text.slice(start, end) + right,
    clauseStart: start - left.length,
    quoted: '“‘《（('.includes(head.charAt(from - 1) || ' ') || (stop < tail.length && '”’》）)'.includes(tail.charAt(stop))),
  };
}

/** Two characters of one side with one of the other stand together elsewhere in the file; two clauses of one length never count. */
function isWordElsewhere({ before, after }: Place, isWritten: (words: string) => boolean): boolean {
  if (before.length === after.length && before.length >= 4) return false;
  const left = before.slice(-2) + after.slice(0, 1);
  const right = before.slice(-1) + after.slice(0, 2);
  return (left.length === 3 && isWritten(left)) || (right.length === 3 && isWritten(right));
}

/** 研究法  治工作: a word of reports stands across the blank and none ends or begins beside it. */
function isWordInTwo({ before, after, quoted }: Place): boolean {
  if (quoted || before.length < 2 || after.length < 2) return false;
  return WORDS.has(before.slice(-1) + after.charAt(0)) && !WORDS.has(before.slice(-2)) && !WORDS.has(after.slice(0, 2));
}

const WORDS: ReadonlySet<string> = new Set(SHORT_HEADING_ENDINGS);

/** A text is searched no more often than this: a scan with thousands of blanks needs no proof for each. */
const MOST_SEARCHES = 200;

function lookUp(text: string): (words: string) => boolean {
  const known = new Map<string, boolean>();
  return (words) => {
    const answer = known.get(words) ?? (known.size < MOST_SEARCHES && text.includes(words));
    if (known.size < MOST_SEARCHES) known.set(words, answer);
    return answer;
  };
}

/** Blanks that are meant: they part clauses, items or a run-in heading from its text. */
function isLegal(
  { before, clause, clauseStart, quoted }: Place,
  blank: string,
  text: string,
  start: number,
  span: Span,
  isHeading: boolean,
): boolean {
  if (isHeading || quoted || blank.length > 1) return true;
  if (/[0-9][年月日]$/u.test(text.slice(Math.max(0, span.start - 2), span.start))) return true;
  if (ITEM_WORD.test(text.slice(Math.max(0, span.start - 8), span.start))) return true;
  // The first clause of a paragraph may be a run-in heading that a blank ends.
  return clauseStart <= start && before.length >= 4 && before.length <= 24 && clause.startsWith(before);
}

/** A clause has more than one or two characters, and two clauses that a blank parts are of about one length. */
function isLopsided({ before, after, clause }: Place, blank: string): boolean {
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before];
  return (
    blank === ' ' &&
    !/[0-9][年月日]$/u.test(before) &&
    shorter.length <= 2 &&
    longer.length > shorter.length &&
    !ITEM_WORD.test(before) &&
    clause.length >= 5
  );
}

/** 张 三, 李　明, 合　计: a surname or a single character, a blank and one or two more. */
function isName({ before, after }: Place, blank: string, isWritten: (words: string) => boolean): boolean {
  const isSurname = SURNAMES.includes(before.slice(-1));
  if (before.length === 1 && after.length === 1) return isSurname || blank !== ' ' || !isWritten(before + after);
  if (before.length === 1 && blank.includes('\u3000')) return true;
  if (TITLE_OF_PERSON.test(before.slice(-4)) && SURNAMES.includes(after.charAt(0))) return true;
  if (isSurname && TITLE_OF_PERSON.test(before.slice(0, -1).slice(-4))) return true;
  if (isSurname && /^.{1,2}(?:同志|书记|主任|[局镇乡县区市科所]长|先生|女士|担任)/u.test(after)) return true;
  return isSurname && after.length <= 3 && (before.length === 1 || blank !== ' ');
}

/** 普法 执法 司法: three or more short items in a row. */
function isRowOfItems({ clause }: Place): boolean {
  const items = clause.split(/[ \u00a0\u3000]+/u);
  return items.length >= 3 && items.every((item) => item.length >= 2) && Math.max(...items.map(({ length }) => length)) <= 12;
}
