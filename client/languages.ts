import { LANGUAGE_ID } from '../server/protocol/messages.js';

/** Language id of reports. */
export const REPORT_LANGUAGE = LANGUAGE_ID;

/** Language id of files that may turn out to be reports. */
export const PLAIN_TEXT = 'plaintext';

/** Checked where the content is a report, but never switched: it keeps its own highlighting and preview. */
export const MARKDOWN = 'markdown';

/** Whether a document may be one that is checked, by its language alone. */
export function mayBeReport({ languageId }: { readonly languageId: string }): boolean {
  return languageId === REPORT_LANGUAGE || languageId === MARKDOWN;
}
