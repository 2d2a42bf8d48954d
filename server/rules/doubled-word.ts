import { DOUBLED_AT_END, DOUBLED_WORDS } from '../knowledge/doubled-words.js';
import { GENRE_WORDS } from '../knowledge/genre-words.js';
import type { ParagraphRole } from '../report/report.js';
import { isHan } from '../text/characters.js';
import type { CodeUnits } from '../text/code-units.js';
import { lazy } from '../text/lazy.js';
import { localized } from './localized.js';
import { isInQuotes, isInTitleMarks } from './quoted-places.js';
import type { ParagraphRule, RuleFinding } from './rule.js';
import type { Span } from '../text/span.js';

/** Ordinary words of two characters: 20 million characters of law have hardly one of them twice in a row. */
const ordinaryWords = lazy(() => new Set(GENRE_WORDS.flatMap(({ words }) => words.split(' '))));
/** What a wrong decoding leaves is `encoding-damage`'s: 锟斤拷锟斤拷. */
const DECODED = /[锟拷烫]|屯屯/u;
const SHORTEST = 2;
const LONGEST = 16;
/** Doubled on purpose, or the border of two phrases: 一个问题一个问题, 的土地的土地使用权. */
const LEGAL_PHRASE = /^[一几半逐每各两三的地得对等有是在和与及或向从到之为把被由会员]|不|[的对等和与及]$|^谁/u;
/** Numerals repeat: 二〇二〇年二〇二〇年. */
const NUMERAL = /^[〇○零一二三四五六七八九十百千万亿年月日]+$/u;
/** The second phrase may be the head of a compound: 办公室办公室主任, 申请人申请人民法院. */
const COMPOUND = /^(?:员|者|队|长|主任|书记|部|委|会|民|体|域|法|机|人|工|负责|成员|班子|领导)/u;
/** 党组织组织党员学习: the first 组织 is a body, the second what it does. */
const BODY = /(?:党|经济|社会|团|级|调解|自治|合作|专业|行业|服务|群众|群团|基层|妇女|该|各|等|志愿|公益|机构|社区|村|学会|协会)$/u;
/** Nothing follows in the clause. */
const CLAUSE_END = /^(?:[，。；、：）！？和与及]|$)/u;
/** One character twice where no word border can lie between. */
const DOUBLED_CHARACTER =
  /(?<![目标有众箭无])的的(?!确|士|喀)|(?<![不到明易难小未])了了(?!解|结|然|事|之|望|当|如|却)|(?<![以涉普顾危触波提言企])及及(?!时|早|格|其|至|物)|(?<=一)年年(?=度)|也也|(?<!俺|我|人|它|她|他)们们|(?<![即必大小上中少名干闯敢猛虎])将将(?!军|领|士|来|近|就|帅|计|相)/gu;

/** 词语重复: a word written twice in a row. */
export const doubledWord: ParagraphRule = {
  id: 'doubled-word',
  group: 'residue',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'choice',
  name: localized('词语重复', 'Doubled word'),
  finds: localized('同一个词连写两遍：组织组织、执法执法人员、的的。', 'A word written twice in a row: 组织组织, 执法执法人员, 的的.'),
  why: localized('多半是修改时没有删干净。', 'Mostly a remnant of editing.'),
  triggers: ['的的', '了了', '及及', '年年', '也也', '们们', '将将'],
  concernsWithoutTrigger: ({ role }, units) => isRead(role) && hasDoubledRun(units),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。组织组织开展专题学习4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次，办理行政处罚案件18件。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。落实谁执法谁普法普法责任制，一项一项抓落实，构建共建共治共享格局，面对面对接企业18家。\n（二）规范行政执法。培训各社区社区工作者40名，开展行政检查312次。',
        },
      },
    ],
  },
  check({ role, text }) {
    if (!isRead(role)) return [];
    return [...doubledWords(text), ...doubledCharacters(text)].sort((a, b) => a.span.start - b.span.start);
  },
};

/** Party and government, or title and agency, may stand on two lines of one title. */
function isRead(role: ParagraphRole): boolean {
  return role === 'body' || role === 'opening' || role === 'heading';
}

/**
 * Whether any run of characters is followed by itself. For each length only every so many places are looked at: a run that long
 * does not fit between two of them.
 */
function hasDoubledRun({ units, length }: CodeUnits): boolean {
  for (let run = SHORTEST; run <= LONGEST; run++) {
    for (let at = run; at < length; at += run) {
      if (units[at] === units[at - run] && isHan(units[at] ?? 0) && isDoubledRound(units, length, at, run)) return true;
    }
  }
  return false;
}

/** Whether a place lies in the second of two equal runs of a length, of Han characters. */
function isDoubledRound(units: Uint16Array, length: number, at: number, run: number): boolean {
  let start = at;
  while (start > run && at - start < run && isSameHan(units, start - 1, run)) start--;
  let end = at + 1;
  while (end < length && end - start < run && isSameHan(units, end, run)) end++;
  return end - start >= run;
}

function isSameHan(units: Uint16Array, at: number, run: number): boolean {
  return units[at] === units[at - run] && isHan(units[at] ?? 0);
}

/** 坐下来研究研究、讨论讨论: a verb said twice means a little of it, at the end of its clause. */
const TRIED = /^(?:研究|讨论|商量|锻炼|学习|检查|了解|体验|交流|休息|参谋|琢磨|合计|非常|特别)$/u;

/** Each place where a run of Han characters stands twice in a row, the longest run that does. */
function doubledWords(text: string): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (let at = 0; at < text.length; at++) {
    const length = doubledLength(text, at);
    if (length === 0) continue;
    const word = text.slice(at, at + length);
    const behind = text.slice(at + length * 2, at + length * 2 + 4);
    const isSlip =
      !isLegal(word, behind) &&
      !DECODED.test(word) &&
      !(TRIED.test(word) && /^[，。、；！]/u.test(behind)) &&
      !(word === '普法' && text.charAt(at - 1) === '谁') &&
      !(word === '组织' && BODY.test(text.slice(Math.max(0, at - 4), at))) &&
      !isInQuotes(text, at) &&
      !isInTitleMarks(text, at);
    if (isSlip) findings.push(findingFor({ start: at, end: at + length * 2 }, word));
    at += length * 2 - 1;
  }
  return findings;
}

/** Length of the longest run at a place that is followed by itself; 0 where there is none. */
function doubledLength(text: string, at: number): number {
  const most = Math.min(LONGEST, hanRun(text, at) >>> 1);
  for (let length = most; length >= SHORTEST; length--) {
    if (isRepeated(text, at, length)) return length;
  }
  return 0;
}

function hanRun(text: string, at: number): number {
  let length = 0;
  while (length < LONGEST * 2 && isHan(text.charCodeAt(at + length))) length++;
  return length;
}

function isRepeated(text: string, at: number, length: number): boolean {
  for (let offset = 0; offset < length; offset++) {
    if (text.charCodeAt(at + offset) !== text.charCodeAt(at + length + offset)) return false;
  }
  return true;
}

function isLegal(word: string, behind: string): boolean {
  // 人人人人: one character over and over is no word.
  if (NUMERAL.test(word) || [...word].every((character) => character === word[0])) return true;
  if (word.length > 2) return LEGAL_PHRASE.test(word) || (word.length <= 4 && isCompound(word, behind));
  if (DOUBLED_AT_END.has(word)) return !CLAUSE_END.test(behind);
  const compounds = DOUBLED_WORDS.get(word);
  if (compounds === undefined) return !ordinaryWords().has(word) || LEGAL_PHRASE.test(word);
  return compounds !== '' && compounds.split('|').some((head) => behind.startsWith(head));
}

function isCompound(word: string, behind: string): boolean {
  return COMPOUND.test(behind) || (/[院会局府办]$/u.test(word) && !CLAUSE_END.test(behind));
}

function doubledCharacters(text: string): RuleFinding[] {
  return [...text.matchAll(DOUBLED_CHARACTER)]
    .filter(({ index }) => !isInTitleMarks(text, index))
    .map((match) => findingFor({ start: match.index, end: match.index + 2 }, match[0].slice(0, 1)));
}

function findingFor({ start, end }: Span, word: string): RuleFinding {
  const middle = (start + end) / 2;
  return {
    span: { start, end },
    message: localized(`“${word}”连写了两遍：请删去一个`, `"${word}" stands twice in a row: delete one`),
    fixes: [
      {
        kind: 'choice',
        title: localized(`删去一个“${word}”`, `Delete one "${word}"`),
        edits: [{ span: { start: middle, end }, newText: '' }],
      },
    ],
  };
}
