import type { DocumentLink } from 'vscode-languageserver-types';
import { folderOf, follow, isRelativePath, nameOf } from '../check/addresses.js';
import { JsonReader, type Member, spanOf } from '../check/json-reader.js';
import type { Report } from '../report/report.js';
import type { Locale } from '../rules/rule.js';
import type { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import { agencyOccurrences } from './agencyOccurrences.js';
import { toRange } from './ranges.js';

/**
 * The link from a report to the one of the year before: on the year in its title, else on the agency's name there.
 *
 * @param previous address of that report.
 */
export function previousYearLink(report: Report, previous: string, locale: Locale): DocumentLink | undefined {
  const span = yearInTitle(report) ?? agencyInTitle(report);
  if (span === undefined) return undefined;
  return { range: toRange(report.source, span), target: previous, tooltip: `${PREVIOUS[locale]}${nameOf(previous)}` };
}

/**
 * The paths that a project file names, as links: the file that it extends, its schema, the folder of last year's reports (whose
 * address ends with `/`).
 *
 * @param uri address of the project file.
 */
export function projectLinks(source: SourceText, uri: string, locale: Locale): DocumentLink[] {
  const json = new JsonReader(uri);
  const root = json.parse(source.text);
  if (root?.type !== 'object') return [];
  const members = new Map(json.entries(root, '').map((member) => [member.name, member]));
  const files = members.get('files');
  const previousYear =
    files?.value.type === 'object' ? json.entries(files.value, '').find(({ name }) => name === 'previousYear') : undefined;
  const links = [
    pathLink(source, uri, members.get('extends'), EXTENDED[locale]),
    pathLink(source, uri, members.get('$schema'), SCHEMA[locale]),
    pathLink(source, uri, previousYear, FOLDER[locale], '/'),
  ];
  return links.filter((link) => link !== undefined);
}

function pathLink(source: SourceText, uri: string, member: Member | undefined, tooltip: string, ending = ''): DocumentLink | undefined {
  const path: unknown = member?.value.type === 'string' ? member.value.value : undefined;
  if (member === undefined || typeof path !== 'string' || path.trim() === '' || !isRelativePath(path.trim())) return undefined;
  const target = follow(folderOf(uri), path.trim());
  if (target === undefined) return undefined;
  const { start, end } = spanOf(member.value);
  // The quotation marks are no part of the path.
  return { range: toRange(source, { start: start + 1, end: Math.max(start + 1, end - 1) }), target: target + ending, tooltip };
}

function yearInTitle({ title, year, paragraphs }: Report): Span | undefined {
  if (title === undefined || year === undefined) return undefined;
  for (const paragraph of paragraphs) {
    if (paragraph.role !== 'title') continue;
    const mention = paragraph.years.find(({ value }) => value === year.value);
    if (mention !== undefined) return paragraph.toSource(mention.span);
  }
  return undefined;
}

function agencyInTitle(report: Report): Span | undefined {
  const { title } = report;
  if (title === undefined) return undefined;
  return agencyOccurrences(report)?.all.find(({ span }) => title.span.start <= span.start && span.end <= title.span.end)?.span;
}

const PREVIOUS = { 'zh-CN': '上一年度报告：', en: 'Report for the year before: ' } as const;
const EXTENDED = { 'zh-CN': '所引用的配置文件', en: 'The configuration that this one extends' } as const;
const SCHEMA = { 'zh-CN': '配置文件的格式说明', en: 'Schema of this file' } as const;
const FOLDER = { 'zh-CN': '上一年度报告所在的文件夹', en: 'Folder of the reports for the year before' } as const;
