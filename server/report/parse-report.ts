import type { SourceText } from '../text/source-text.js';
import { type Enumeration, readEnumerations } from './enumerations.js';
import { findAgency, withProject } from './find-agency.js';
import { isFurnitureLine } from './furniture.js';
import { findHeadings, type GrowingHeading } from './headings.js';
import { type Line, readLines } from './lines.js';
import { readMarker } from './markers.js';
import { findOpeningFormulas, isAddressee } from './opening.js';
import { joinParagraphs, type RoledLine } from './paragraphs.js';
import { NO_PROJECT, type Project } from './project.js';
import type { FurnitureBlock, Heading, Paragraph, ParagraphRole, Report, ReportYear, Section } from './report.js';
import { agencyInTitle } from './agency.js';
import { coversSpan, yearOfHeadings, yearOfOpening, yearOfTitle } from './report-year.js';
import { buildSections } from './sections.js';
import { findTail, readMeetingDate, readSignOffLine, type Tail } from './sign-off.js';
import { findTitles, type TitleBlock } from './title.js';
import { readYears } from './years.js';

/**
 * Understands a text as a report. Never throws, whatever the text; does no I/O.
 *
 * @param source any text: a report, something else, or nothing.
 * @param project what the user's project says of it.
 */
export function parseReport(source: SourceText, project: Project = NO_PROJECT, _previous?: Report): Report {
  const lines = readLines(source);
  const titles = findTitles(lines);
  const tail = findTail(lines, titles.next);
  const bodyLines = lines.slice(titles.next, tail.bodyEnd);
  const bodyEnd = bodyLines.at(-1)?.end ?? titles.title?.span.end ?? 0;
  const prefaceLength = Math.max(prefaceEnd(bodyLines), titles.title === undefined ? otherTitleEnd(bodyLines) : 0);
  const textLines = bodyLines.slice(prefaceLength);
  const openingLines = textLines.slice(0, firstNumbered(textLines));
  const formulas = findOpeningFormulas(joinParagraphs(openingLines.map(asOpening)));

  const ofTitle = titles.title === undefined ? undefined : yearOfTitle(titles.title);
  // A title that covers a span of years begins its opening with the same year; only the headings tell then.
  const isSpan = titles.title !== undefined && coversSpan(titles.title);
  const namedYear = ofTitle ?? (isSpan ? undefined : yearOfOpening(source, openingLines, formulas));
  const firstTree = findHeadings(textLines, bodyEnd, namedYear?.value, project.headings);
  const year: ReportYear | undefined = namedYear ?? yearOfHeadings(firstTree.roots);
  const tree = year === namedYear ? firstTree : findHeadings(textLines, bodyEnd, year?.value, project.headings);

  const { sections, themed } = buildSections(source, tree.roots);
  const furniture = furnitureBlocks(lines, titles, tail, prefaceLength);
  const preface = bodyLines.slice(0, prefaceLength);
  const addressee = preface.find(isAddressee);
  const paragraphs = joinParagraphs(giveRoles(lines, titles, tail, prefaceLength, tree.all, sections));
  giveParagraphs(tree.all, paragraphs);
  let enumerations: readonly Enumeration[] | undefined;
  return {
    source,
    project,
    isReport: titles.title !== undefined,
    title: titles.title,
    repeatedTitles: titles.repeated,
    year,
    agency: withProject(findAgency(lines, titles, tail, preface, openingLines), project.agency, titles.title?.span ?? { start: 0, end: 0 }),
    addressee: addressee === undefined ? undefined : { start: addressee.start, end: addressee.end },
    openingFormulas: formulas,
    headings: tree.roots,
    allHeadings: tree.all,
    sections,
    themed,
    paragraphs,
    get enumerations() {
      enumerations ??= readEnumerations(paragraphs);
      return enumerations;
    },
    signOff: tail.signOff,
    titleBlockDate:
      preface.map(readSignOffLine).find(({ date }) => date !== undefined)?.date ??
      preface.map(readMeetingDate).find((date) => date !== undefined),
    furniture,
    body: { start: titles.title?.span.start ?? lines[0]?.start ?? 0, end: Math.max(bodyEnd, tail.signOff?.span.end ?? 0) },
  };
}

function asOpening(line: Line): RoledLine {
  return { line, role: 'opening', heading: undefined, section: undefined, startsHeading: false };
}

/** How many lines after the title are still its block: metadata, 人大 subtitle, date, addressee. */
function prefaceEnd(lines: readonly Line[]): number {
  let end = 0;
  for (let index = 0; index < lines.length && index < 40; index++) {
    const line = lines[index];
    if (line === undefined || readMarker(line.text) !== undefined) break;
    const { agency, date } = readSignOffLine(line);
    const isPreface =
      isFurnitureLine(line.text) || isAddressee(line) || isSubtitle(line.text) || date !== undefined || agency !== undefined;
    if (isPreface) end = index + 1;
    else if (line.text.length > 60 || /[。；]/u.test(line.text)) break;
  }
  return end;
}

/** How many lines at the beginning of a text without a report's title are the title of something else: 青石县水利局2019年工作总结. */
function otherTitleEnd(lines: readonly Line[]): number {
  for (let index = 0; index < MOST_TITLE_LINES; index++) {
    const text = lines[index]?.text.replace(/[\s\u3000]/gu, '') ?? '';
    if (text === '' || text.length > LONGEST_TITLE_LINE || /[。；，！？：]$|[。；]/u.test(text) || readMarker(text) !== undefined) return 0;
    const joined = lines
      .slice(0, index + 1)
      .map((line) => line.text.replace(/[\s\u3000]/gu, ''))
      .join('');
    const isTitle = OTHER_TITLE.test(text) && (readYears(joined).length > 0 || agencyInTitle(joined) !== undefined);
    if (isTitle) return index + 1;
  }
  return 0;
}

const MOST_TITLE_LINES = 3;
const LONGEST_TITLE_LINE = 60;
const OTHER_TITLE =
  /(?:报告|总结|汇报|综述|要点|计划|方案|安排|通知|公告|通报|情况说明|工作情况|简报|材料|讲话|发言|清单|意见|台账|年报)(?:[（(][^（()）]{1,16}[）)])?$/u;

/** ——2021年4月29日在…会议上, （2025年1月10日）, X司〔2025〕3号. */
function isSubtitle(text: string): boolean {
  return /^[—–-]{1,2}|^[（(].{1,40}[）)]$|会议上[）)]?$|[〔[［﹝]\d{4}[〕\]］﹞]\s*(?:第\s*)?\d+\s*号$/u.test(text);
}

function firstNumbered(lines: readonly Line[]): number {
  const first = lines.findIndex(({ text }) => {
    const marker = readMarker(text);
    return marker !== undefined && marker.style !== 'ordinal';
  });
  const isShort = (line: Line): boolean => line.text.length <= 45 && !/[。；：:，,]/u.test(line.text);
  const unnumbered = lines.findIndex(isShort);
  const ends = [first, unnumbered].filter((index) => index >= 0);
  return ends.length === 0 ? Math.min(lines.length, 6) : Math.min(...ends);
}

function furnitureBlocks(lines: readonly Line[], titles: TitleBlock, tail: Tail, prefaceLength: number): FurnitureBlock[] {
  const blocks: FurnitureBlock[] = [];
  const isAbove = (index: number): boolean => index < titles.next + prefaceLength && isFurnitureLine(lines[index]?.text ?? '');
  for (let index = 0; index < titles.next + prefaceLength; index++) {
    if (!isAbove(index)) continue;
    const start = index;
    while (isAbove(index + 1)) index++;
    blocks.push({ place: 'above', span: { start: lines[start]?.start ?? 0, end: lines[index]?.end ?? 0 } });
  }
  const below = lines.slice(tail.furnitureStart);
  const first = below[0];
  const last = below.at(-1);
  if (first !== undefined && last !== undefined) blocks.push({ place: 'below', span: { start: first.start, end: last.end } });
  return blocks;
}

function giveRoles(
  lines: readonly Line[],
  titles: TitleBlock,
  tail: Tail,
  prefaceLength: number,
  headings: readonly Heading[],
  sections: readonly Section[],
): RoledLine[] {
  const titleStarts = new Set([titles.title, ...titles.repeated].flatMap((title) => title?.lines.map(({ start }) => start) ?? []));
  const roled: RoledLine[] = [];
  let nextHeading = 0;
  let heading: Heading | undefined;
  let nextSection = 0;
  let section: Section | undefined;
  for (const [index, line] of lines.entries()) {
    const place = { line, heading, section, startsHeading: false };
    if (titleStarts.has(line.start)) {
      roled.push({ ...place, role: 'title' });
    } else if (index < titles.next + prefaceLength) {
      roled.push({ ...place, role: aboveRole(line, index < titles.first) });
    } else if (index >= tail.furnitureStart) {
      roled.push({ ...place, heading: undefined, section: undefined, role: 'furniture' });
    } else if (index >= tail.bodyEnd) {
      const { agency, date } = readSignOffLine(line);
      roled.push({
        ...place,
        heading: undefined,
        section: undefined,
        role: agency === undefined && date === undefined ? 'attachment' : 'sign-off',
      });
    } else {
      const starting = headings[nextHeading];
      const startsHeading = starting?.span.start === line.start;
      if (startsHeading) {
        heading = starting;
        nextHeading++;
        if (sections[nextSection]?.heading === starting) section = sections[nextSection++];
      }
      const isHeadingAlone =
        heading?.ownLine === true && !heading.isSentence && line.start >= heading.span.start && line.start < heading.span.end;
      const role: ParagraphRole = isHeadingAlone ? 'heading' : heading === undefined ? 'opening' : 'body';
      roled.push({ line, heading, section, startsHeading, role });
    }
  }
  return roled;
}

/** Puts running text below the heading that it belongs to. */
function giveParagraphs(headings: readonly GrowingHeading[], paragraphs: readonly Paragraph[]): void {
  const growing = new Map<Heading, GrowingHeading>(headings.map((heading) => [heading, heading]));
  for (const paragraph of paragraphs) {
    if (paragraph.role === 'body' && paragraph.heading !== undefined) growing.get(paragraph.heading)?.paragraphs.push(paragraph);
  }
}

function aboveRole(line: Line, isAboveTitle: boolean): ParagraphRole {
  if (isFurnitureLine(line.text)) return 'furniture';
  if (isAddressee(line)) return 'addressee';
  const { agency, date } = readSignOffLine(line);
  if (!isAboveTitle && (agency !== undefined || date !== undefined)) return 'sign-off';
  return isAboveTitle ? 'furniture' : 'title';
}
