import type { Heading, MarkerStyle, Report, SectionKind } from '../report/report.js';
import { sectionBodySkeleton, type SkeletonOptions } from '../report/skeleton.js';
import { markerLike } from '../rules/renumber.js';
import type { SourceEdit } from '../rules/rule.js';
import { toChineseNumeral } from '../text/numerals.js';

/** A heading with shortcomings or a plan below it. */
export interface RenewedPart {
  readonly heading: Heading;
  /** `shortcomings`, `plan` or both, in the regulation's order. */
  readonly kinds: readonly SectionKind[];
  /** The first heading below it that is of another kind (（四）下一步打算 among the shortcomings); the part ends there. */
  readonly guest: Heading | undefined;
}

/** Parts that are written anew every year; where they share a heading with measures or duties they cannot be told apart. */
export function renewedParts(report: Report): readonly RenewedPart[] {
  const topKinds = new Set(report.sections.flatMap(({ kinds }) => kinds));
  const parts: RenewedPart[] = [];
  const look = (heading: Heading, kinds: readonly SectionKind[]): void => {
    const renewed = RENEWED.filter((kind) => kinds.includes(kind));
    const below = heading.children.filter((child) => child.kinds.some((kind) => RENEWED.includes(kind)));
    // 三、存在的不足和下一步打算 with （一）存在的不足 and （二）下一步打算 below: each by itself.
    const isSplit = renewed.length > 1 && below.length > 1;
    if (isSplit || renewed.length === 0 || renewed.length < kinds.length) {
      for (const child of heading.children) look(child, child.kinds.some((kind) => !isSplit && topKinds.has(kind)) ? [] : child.kinds);
      return;
    }
    const guests = heading.children.filter((child) => child.kinds.length > 0 && !child.kinds.some((kind) => topKinds.has(kind)));
    parts.push({ heading, kinds: renewed, guest: guests[0] });
    for (const guest of guests) look(guest, guest.kinds);
  };
  for (const { heading, kinds, themed } of report.sections) look(heading, themed ? heading.kinds : kinds);
  return parts;
}

const RENEWED: readonly SectionKind[] = Object.freeze(['shortcomings', 'plan'] as const);

/** Puts blanks in the place of what stands below the heading of a part. */
export function renewal(report: Report, part: RenewedPart, options: SkeletonOptions): SourceEdit {
  const { source } = report;
  const { heading, guest } = part;
  const { lineEnd } = source;
  const content = source.text.slice(heading.content.start, guest?.span.start ?? heading.content.end);
  // A run-in heading's own mark stays; the signs before the next heading of a Markdown file are no content of this one.
  const leading = (heading.ownLine ? /^\s*/u : /^[。：:，,；;．.]?[ \t\u3000]*/u).exec(content)?.[0] ?? '';
  const trailing = /(?:[\r\n][ \t]{0,8}#{1,6}[ \t]{0,8})?$/u.exec(content)?.[0] ?? '';
  const start = heading.content.start + leading.length;
  const end = Math.max(start, heading.content.start + content.slice(0, content.length - trailing.length).trimEnd().length);
  if (start === end) {
    const at = source.lineSpan(source.lineAt(heading.span.end)).end;
    return { span: { start: at, end: at }, newText: lineEnd + bodyOf(report, part, options).join(lineEnd) };
  }
  const line = source.lineAt(start);
  if (line === source.lineAt(heading.span.end)) return { span: { start, end }, newText: inOneParagraph(part.kinds, options) };
  const indentation = /^[ \t\u3000]*/u.exec(source.slice(source.lineSpan(line)))?.[0] ?? '';
  const isSpaced = source.slice(source.lineSpan(line - 1)).trim() === '';
  return { span: { start, end }, newText: bodyOf(report, part, options).join(lineEnd + (isSpaced ? lineEnd : '') + indentation) };
}

/** The paragraphs of an empty part, numbered as the report numbers the level below its heading. */
function bodyOf(report: Report, { kinds, heading, guest }: RenewedPart, options: SkeletonOptions): readonly string[] {
  const [only] = kinds;
  const like = report.allHeadings.find(({ level, marker }) => level === heading.level + 1 && marker !== undefined);
  const isKnown = like?.marker === undefined ? heading.marker?.style === 'chinese' : NUMBERED.has(like.marker.style);
  if (only === undefined || kinds.length > 1 || !isKnown) return kinds.map((kind) => inOneParagraph([kind], options));
  const { introduction, items } = skeletonOf(only, options);
  const last = items.at(-1) ?? '';
  // The number of a guest goes on from those before it.
  const count = guest === undefined ? items.length : heading.children.indexOf(guest);
  const numbered = Array.from({ length: count }, (_, index) => {
    const marker = like === undefined ? `（${toChineseNumeral(index + 1)}）` : markerLike(report, like, index + 1);
    return marker + (items[index] ?? last);
  });
  return [...introduction, ...numbered];
}

const NUMBERED: ReadonlySet<MarkerStyle> = new Set<MarkerStyle>(['chinese-parenthesis', 'arabic']);

/** The same as running text: 一是____。二是____。 */
function inOneParagraph(kinds: readonly SectionKind[], options: SkeletonOptions): string {
  return kinds
    .flatMap((kind) => {
      const { introduction, items } = skeletonOf(kind, options);
      return [...introduction, ...items.map((item, index) => `${toChineseNumeral(index + 1)}是${item}`)];
    })
    .join('');
}

/** The body of a section without the numbers of its items. */
function skeletonOf(
  kind: SectionKind,
  options: SkeletonOptions,
): { readonly introduction: readonly string[]; readonly items: readonly string[] } {
  const lines = sectionBodySkeleton(kind, options).text.split('\n');
  const isItem = (line: string): boolean => ITEM.test(line);
  return { introduction: lines.filter((line) => !isItem(line)), items: lines.filter(isItem).map((line) => line.replace(ITEM, '')) };
}

const ITEM = /^（[^（）]{1,3}）/u;
