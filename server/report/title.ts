import { readDate } from '../text/dates.js';
import { agencyInTitle, isAgencyName } from './agency.js';
import { BLANK, FOLDED } from './character-classes.js';
import { foldForMatching } from './fold.js';
import type { Line } from './lines.js';
import type { Title } from './report.js';
import { readYears } from './years.js';

/** Where the titles of a text stand among its non-blank lines. */
export interface TitleBlock {
  readonly title: Title | undefined;
  readonly repeated: readonly Title[];
  /** Index (in the list of lines) of the first line after the last title. */
  readonly next: number;
  /** Index of the title's first line; equal to `next` where there is none. */
  readonly first: number;
}

/** Lines of other things than furniture that may stand above the title. */
const LINES_ABOVE = 12;
const MOST_LINES_READ = 80;
const LONGEST_TITLE_LINE = 60;
const LONGEST_TITLE = 100;
const MOST_TITLE_LINES = 4;
/** Lines of metadata that may stand between a title and its copy. */
const LINES_BETWEEN_TITLES = 10;

const TITLE =
  /法[治制]政府(?:建设)?.*(?:报告|总结|汇报|情况|综述)(?:》?的?(?:通知|公告|公示|通告|函))?》?(?:[和及暨与](?:20\d\d年度?|下一?(?:年度|步|阶段))(?:工作)?(?:安排|计划|打算|思路|要点))?(?:\([^)]{1,16}\)|[—–-]{1,2}.{0,40}|[_|].*)?$/u;
const SECOND_TITLE = /法[治制]政府(?:建设)?.*(?:报告|总结|汇报)(?:\([^)]{1,16}\))?$/u;
const TAIL = /^(?:(?:年度|工作|的|情况|报告|总结|汇报|建设)+(?:\([^)]{1,16}\))?|\([^)]*年[^)]{0,8}\))$/u;

/**
 * Finds the title: one to four neighbouring short lines that together name 法治政府 and 报告, 总结 or 情况,
 * within the first lines of the text and before its first numbered heading or long paragraph.
 *
 * @param lines the non-blank lines of the text.
 */
export function findTitles(lines: readonly Line[]): TitleBlock {
  const candidates = titleCandidates(lines);
  for (let first = 0; first < candidates.length; first++) {
    const found = matchTitleAt(lines, candidates, first);
    if (found === undefined) continue;
    const from = extendUpwards(lines, candidates, first, found);
    const title = makeTitle(lines, from, found + 1);
    const { repeated, next } = findRepeated(lines, found + 1);
    return { title, repeated, first: from, next };
  }
  return { title: undefined, repeated: [], first: 0, next: 0 };
}

/** Text of a line as the patterns of titles want it: folded, without blanks. */
function compact(line: Line | undefined): string {
  if (line === undefined) return '';
  const { text, classes } = line.content;
  const folded = (classes & FOLDED) === 0 ? text : foldForMatching(text);
  return (classes & BLANK) === 0 ? folded : folded.replace(/\s+/gu, '');
}

function titleCandidates(lines: readonly Line[]): readonly number[] {
  const candidates: number[] = [];
  for (let index = 0; index < lines.length && index < MOST_LINES_READ; index++) {
    const line = lines[index];
    if (line === undefined || candidates.length >= LINES_ABOVE) break;
    if (line.content.isFurniture) continue;
    const { marker } = line.content;
    if (marker !== undefined && (marker.style === 'chinese' || marker.style === 'part' || marker.style === 'chinese-parenthesis')) break;
    if (line.text.length > LONGEST_TITLE_LINE && /[。；]/u.test(line.text)) break;
    candidates.push(index);
  }
  return candidates;
}

function isTitleLine(line: Line): boolean {
  return line.text.length <= LONGEST_TITLE_LINE && !/[。；，！？;!?>＞›»]|[：:]$|如下|,(?!\d)/u.test(line.text);
}

/** Index of the last line of a title that begins at a candidate, or undefined. */
function matchTitleAt(lines: readonly Line[], candidates: readonly number[], first: number): number | undefined {
  const begin = candidates[first];
  if (begin === undefined) return undefined;
  let joined = '';
  for (let index = begin; index < begin + MOST_TITLE_LINES; index++) {
    const line = lines[index];
    if (line === undefined || !candidates.includes(index) || !isTitleLine(line)) return undefined;
    joined += compact(line);
    if (joined.length > LONGEST_TITLE) return undefined;
    if (!TITLE.test(joined)) continue;
    // A shorter title may begin further down: 中共…委员会 above must not be glued to an unrelated line here.
    if (index > begin && TITLE.test(compact(line))) return undefined;
    const next = lines[index + 1];
    return next !== undefined && TAIL.test(compact(next)) && readDate(next.text) === undefined ? index + 1 : index;
  }
  return undefined;
}

/** Moves the beginning of the title up over lines that name the reporting body. */
function extendUpwards(lines: readonly Line[], candidates: readonly number[], first: number, last: number): number {
  let from = candidates[first] ?? 0;
  let joined = lines
    .slice(from, last + 1)
    .map(compact)
    .join('');
  for (let steps = 0; steps < 3; steps++) {
    const above = lines[from - 1];
    if (above === undefined || !candidates.includes(from - 1)) break;
    const name = compact(above);
    if (!isAgencyName(above.text)) {
      if (!isAgencyWithYear(name) || readYears(joined).length > 0) break;
      from--;
      joined = name + joined;
      continue;
    }
    const inTitle = agencyInTitle(joined);
    const isPair =
      inTitle !== undefined &&
      /^中共|^中国共产党|委员会$|党工?委$|县委$|区委$|市委$|人民政府$|办事处$/u.test(name) &&
      !joined.includes(name);
    if (inTitle !== undefined && !isPair) break;
    from--;
    joined = name + joined;
  }
  return from;
}

/** 澜水县人民政府2023年度, or 2023年度 alone: the first part of a title that is cut before its subject. */
function isAgencyWithYear(text: string): boolean {
  const [year] = readYears(text);
  if (year === undefined || !year.hasSuffix || readDate(text) !== undefined) return false;
  const rest = (text.slice(0, year.span.start) + text.slice(year.span.end)).replace(/度$/u, '').replace(/关于$/u, '');
  return rest === '' || isAgencyName(rest);
}

function findRepeated(lines: readonly Line[], start: number): { repeated: Title[]; next: number } {
  const repeated: Title[] = [];
  let next = start;
  for (let index = start; index < next + LINES_BETWEEN_TITLES; index++) {
    const line = lines[index];
    if (line === undefined || line.content.marker !== undefined) break;
    if (line.text.length > LONGEST_TITLE_LINE && /[。，；]/u.test(line.text)) break;
    if (!isTitleLine(line) || line.content.isFurniture) continue;
    let joined = '';
    for (let count = 1; count <= 3; count++) {
      const last = lines[index + count - 1];
      if (last === undefined || !isTitleLine(last)) break;
      joined += compact(last);
      if (!SECOND_TITLE.test(joined)) continue;
      repeated.push(makeTitle(lines, index, index + count));
      index += count - 1;
      next = index + 1;
      break;
    }
  }
  return { repeated, next };
}

function makeTitle(lines: readonly Line[], from: number, end: number): Title {
  const own = lines.slice(from, end);
  const spans = own.map(({ span }) => span);
  return {
    text: own.map(({ text }) => text).join(''),
    lines: spans,
    span: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 },
  };
}
