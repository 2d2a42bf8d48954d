import type { SourceText } from '../text/source-text.js';
import { type Enumeration, readEnumerations } from './enumerations.js';
import { findAgency, withProject } from './find-agency.js';
import { findHeadings } from './headings.js';
import { KeptContents, NEW_CONTENTS } from './kept-contents.js';
import { type Line, readChangedLines, readLines } from './lines.js';
import { findOpeningFormulas, isAddressee } from './opening.js';
import { ParagraphJoiner } from './paragraphs.js';
import { openingLength, prefaceLength } from './preface.js';
import { NO_PROJECT, type Project } from './project.js';
import type { FurnitureBlock, Paragraph, Report, ReportYear } from './report.js';
import { yearOfHeadings, yearOfOpening, yearsOfTitle } from './report-year.js';
import { type Layout, readParagraphs } from './roles.js';
import { buildSections } from './sections.js';
import { findTail, readMeetingDate, readSignOffLine } from './sign-off.js';
import { findTitles } from './title.js';

/** Where a report keeps its lines for the version that follows it. */
const LINES = Symbol('lines');

/**
 * Understands a text as a report. Never throws, whatever the text; does no I/O.
 *
 * @param source any text: a report, something else, or nothing.
 * @param project what the user's project says of it.
 * @param previous the report of an earlier version of the document. What it says of lines that stayed the same is taken over:
 *   the result is the same as without it, but `content` of paragraphs that stayed the same is the same object.
 */
export function parseReport(source: SourceText, project: Project = NO_PROJECT, previous?: Report): Report {
  const before = previous === undefined ? undefined : linesOf(previous);
  const { lines, lost } =
    previous === undefined || before === undefined
      ? { lines: readLines(source), lost: [] }
      : readChangedLines(source, previous.source, before);
  const report = readReport(source, project, lines, new KeptContents(lost));
  // Not enumerable: no part of what the report says.
  return Object.defineProperty(report, LINES, { value: lines });
}

function linesOf(report: Report): readonly Line[] | undefined {
  return (report as { readonly [LINES]?: readonly Line[] })[LINES];
}

function readReport(source: SourceText, project: Project, lines: readonly Line[], contents: KeptContents): Report {
  const titles = findTitles(lines);
  const tail = findTail(lines, titles.next);
  const bodyLines = lines.slice(titles.next, tail.bodyEnd);
  const bodyEnd = bodyLines.at(-1)?.end ?? titles.title?.span.end ?? 0;
  const layout = { lines, titles, tail, prefaceLength: prefaceLength(bodyLines, titles.title !== undefined) };
  const textLines = bodyLines.slice(layout.prefaceLength);
  const openingLines = textLines.slice(0, openingLength(textLines));
  const formulas = findOpeningFormulas(openingParagraphs(openingLines));

  const ofTitle = titles.title === undefined ? undefined : yearsOfTitle(titles.title);
  // A title that covers a span of years begins its opening with the same year; only the headings tell then.
  const namedYear = ofTitle?.year ?? (ofTitle?.coversSpan === true ? undefined : yearOfOpening(source, openingLines, formulas));
  const firstTree = findHeadings(textLines, bodyEnd, namedYear?.value, project.headings);
  const year: ReportYear | undefined = namedYear ?? yearOfHeadings(firstTree.roots);
  const tree = year === namedYear ? firstTree : findHeadings(textLines, bodyEnd, year?.value, project.headings);

  const { sections, themed } = buildSections(source, textLines, tree.roots);
  const furniture = furnitureBlocks(layout);
  const preface = bodyLines.slice(0, layout.prefaceLength);
  const addressee = preface.find(isAddressee);
  const paragraphs = readParagraphs(layout, tree.all, sections, contents);
  let enumerations: readonly Enumeration[] | undefined;
  return {
    source,
    project,
    isReport: titles.title !== undefined,
    title: titles.title,
    repeatedTitles: titles.repeated,
    year,
    agency: withProject(findAgency(lines, titles, tail, preface, openingLines), project.agency, titles.title?.span ?? { start: 0, end: 0 }),
    addressee: addressee?.span,
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

function openingParagraphs(lines: readonly Line[]): readonly Paragraph[] {
  const joiner = new ParagraphJoiner(NEW_CONTENTS);
  for (const line of lines) joiner.add(line, 'opening');
  return joiner.finish();
}

function furnitureBlocks({ lines, titles, tail, prefaceLength }: Layout): FurnitureBlock[] {
  const blocks: FurnitureBlock[] = [];
  const isAbove = (index: number): boolean => index < titles.next + prefaceLength && lines[index]?.content.isFurniture === true;
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
