import type { CompletionItem } from 'vscode-languageserver-types';
import { READY_SENTENCES, type ReadySentence } from '../../knowledge/ready-sentences.js';
import type { Heading, Section } from '../../report/report.js';
import { filledTemplate } from '../../report/skeleton.js';
import { fillIn, skeletonItem } from './items.js';
import type { CompletionOptions } from './options.js';
import { isLineStart, skeletonOptionsFor, type WritingPlace } from './place.js';

/**
 * Sentences that only have to be filled in, for the section in which the caret stands: on an empty line, or in front of the
 * words of a line. Those that fit the heading above come first.
 */
export function sentenceCompletions(place: WritingPlace, options: CompletionOptions): CompletionItem[] {
  const { report, line, lineSpan, caret, above } = place;
  if (options.uninvited === true || !isLineStart(place)) return [];
  const sections = sectionsAt(place);
  if (sections.length === 0) return [];
  const skeletonOptions = skeletonOptionsFor(report, line);
  const isFirst = above !== undefined && report.source.text.slice(above.span.end, lineSpan.start).trim() === '';
  let best: CompletionItem | undefined;
  const items = READY_SENTENCES.filter(
    ({ section, agencies }) => sections.includes(section) && (agencies === undefined || agencies.includes(skeletonOptions.kind)),
  ).map((sentence, index) => {
    const content = fillIn(filledTemplate(sentence.text, skeletonOptions), report.source.lineEnd, options);
    const label = sentence.topic[options.locale];
    const item = skeletonItem(report.source, { start: caret, end: caret }, label, content.text, options);
    const isFitting = above !== undefined && fits(sentence, above);
    item.detail = content.plain;
    item.sortText = rank(isFitting, isFirst) + String(index).padStart(2, '0');
    if (isFitting && isFirst) best ??= item;
    return item;
  });
  if (best !== undefined) best.preselect = true;
  return items;
}

/** Right below a heading a sentence is looked for, elsewhere rather a section or a number. */
function rank(isFitting: boolean, isFirst: boolean): string {
  if (!isFitting) return '4';
  return isFirst ? '0c' : '3';
}

/** What the caret's section reports; nothing where no sentence belongs. */
function sectionsAt({ report, line, lineSpan, above }: WritingPlace): readonly ReadySentence['section'][] {
  const { signOff, source, title, sections, openingFormulas } = report;
  // A heading has no sentence in front of it.
  if (report.allHeadings.some((heading) => heading.line === line)) return [];
  if (signOff !== undefined && lineSpan.end >= signOff.span.start && line >= source.lineAt(signOff.span.start)) return [];
  if (above !== undefined) return sectionOf(sections, line)?.kinds ?? [];
  const isBelowTitle = title !== undefined && line > source.lineAt(title.span.end);
  return isBelowTitle && openingFormulas.length === 0 ? ['opening'] : [];
}

function sectionOf(sections: readonly Section[], line: number): Section | undefined {
  return sections.findLast(({ heading }) => heading.line < line);
}

/** Whether a heading is about the same, or names the section itself: measures alone are of many sorts. */
function fits({ under, section }: ReadySentence, { text, kinds }: Heading): boolean {
  if (under.some((words) => text.includes(words))) return true;
  return section !== 'measures' && section !== 'opening' && kinds.includes(section);
}
