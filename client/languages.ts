/** Language id of reports. */
export { LANGUAGE_ID as REPORT_LANGUAGE } from '../server/protocol/messages.js';

/** Language id of files that may turn out to be reports. */
export const PLAIN_TEXT = 'plaintext';

/** Checked where the content is a report, but never switched: it keeps its own highlighting and preview. */
export const MARKDOWN = 'markdown';
