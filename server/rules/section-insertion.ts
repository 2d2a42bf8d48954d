import type { Heading, Report, Section, SectionKind } from '../report/report.js';
import { type SkeletonOptions, sectionSkeleton } from '../report/skeleton.js';
import { markdownSigns } from '../report/markdown.js';
import type { Fix } from './rule.js';
import { selectFirstBlank } from './blanks.js';
import { localized } from './localized.js';
import { markerLike, renumberEdits } from './renumber.js';
import { SECTION_KINDS, sectionName } from './section-facts.js';

/**
 * The fix that inserts a mandated section at the regulation's place: heading numbered to fit,
 * following numbers moved, the first blank selected.
 */
export function insertSectionFix(report: Report, kind: SectionKind): Fix {
  const index = insertionIndex(report.sections, kind);
  const next = report.sections[index];
  const previous = report.sections[index - 1];
  const model = (next ?? previous)?.heading;
  const numbered = report.sections.find(({ heading }) => heading.marker !== undefined)?.heading;
  const following = report.sections.slice(index).map(({ heading }) => heading);
  const number = previous?.heading.marker === undefined ? index + 1 : previous.heading.marker.value + 1;
  const marker = model === undefined ? '一、' : numbered === undefined ? '' : markerLike(report, numbered, number);
  const prefix = model === undefined ? '' : markdownSigns(report.source, model);
  const eol = report.source.lineEnd;
  const body = prefix + sectionSkeleton(kind, marker, skeletonOptions(report)).text.replaceAll('\n', eol);
  const at = insertionOffset(report, next, previous);
  const gap = hasBlankLineBefore(report, model) ? eol + eol : eol;
  const newText = next === undefined ? gap + body : body + gap;
  const name = sectionName(kind);
  return {
    kind: 'choice',
    title: localized(`在规定位置插入“${name['zh-CN']}”部分`, `Insert the section "${name.en}" at its place`),
    edits: [{ span: { start: at, end: at }, newText }, ...renumberEdits(report, following, number + 1)],
    ...selectFirstBlank(at, newText),
  };
}

/** What a skeleton in this report is filled with. */
export function skeletonOptions(report: Report): SkeletonOptions {
  return { agency: report.agency?.name, kind: report.agency?.kind ?? 'other', year: report.year?.value };
}

/** Index in the list of sections before which a kind belongs. */
function insertionIndex(sections: readonly Section[], kind: SectionKind): number {
  const rank = SECTION_KINDS.indexOf(kind);
  const lastBefore = sections.findLastIndex(
    ({ kinds }) => kinds.length > 0 && Math.max(...kinds.map((own) => SECTION_KINDS.indexOf(own))) < rank,
  );
  if (lastBefore >= 0) return lastBefore + 1;
  const firstAfter = sections.findIndex(({ kinds }) => kinds.some((own) => SECTION_KINDS.indexOf(own) > rank));
  return firstAfter >= 0 ? firstAfter : sections.length;
}

function insertionOffset(report: Report, next: Section | undefined, previous: Section | undefined): number {
  if (next !== undefined) return next.heading.span.start - markdownSigns(report.source, next.heading).length;
  if (previous !== undefined) return previous.span.end;
  const lastText = report.paragraphs.findLast(
    ({ role }) => role === 'body' || role === 'opening' || role === 'title' || role === 'addressee',
  );
  return lastText?.pieces.at(-1)?.end ?? report.source.text.length;
}

function hasBlankLineBefore(report: Report, heading: Heading | undefined): boolean {
  if (heading === undefined || heading.line === 0) return false;
  return report.source.slice(report.source.lineSpan(heading.line - 1)).trim() === '';
}
