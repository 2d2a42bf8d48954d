import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import type { Report } from '../report/report.js';
import { documentCompletions } from './completion/documents.js';
import { frameCompletions } from './completion/frame.js';
import { numberCompletions } from './completion/numbers.js';
import type { CompletionOptions } from './completion/options.js';
import { placeAt } from './completion/place.js';
import { sectionCompletions } from './completion/sections.js';
import { sentenceCompletions } from './completion/sentences.js';

export type { CompletionOptions } from './completion/options.js';

/**
 * What may be written at a place: behind 《 the names of documents; on a line of its own sections and skeletons, the next number,
 * title and sign-off, and sentences that only have to be filled in. Nothing in the middle of prose: an editor asks with every
 * character that is typed there.
 */
export function completion(report: Report, position: Position, options: CompletionOptions): CompletionList {
  const place = placeAt(report, position);
  const items: readonly CompletionItem[] = documentCompletions(place, options) ?? [
    ...sectionCompletions(place, options),
    ...frameCompletions(place, options),
    ...numberCompletions(place, options),
    ...sentenceCompletions(place, options),
  ];
  // Incomplete, because the filter text follows what was typed and fewer items match as it grows.
  return { isIncomplete: items.length > 0, items: [...items] };
}
