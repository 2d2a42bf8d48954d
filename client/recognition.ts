import type { TextDocument, TextDocumentChangeEvent, Uri } from 'vscode';
import { MARKDOWN, PLAIN_TEXT, REPORT_LANGUAGE } from './languages.js';

/** How long the text has to rest before a document that is being written is looked at again. */
const REST_MILLISECONDS = 300;

/** Why a plain-text document is not checked. */
export type UncheckedReason = 'no-report' | 'chosen-by-user' | 'switched-off';

/** What recognition needs from the editor. */
export interface RecognitionHost {
  /** Whether the document is somebody's file, not the editor's own text. */
  isUserDocument(document: TextDocument): boolean;
  /** Whether the settings want reports to be recognised. */
  isSwitchedOn(resource: Uri): boolean;
  /** Whether the document begins like a report; reads no more than its beginning. */
  looksLikeReport(document: TextDocument): boolean;
  /** How much of a document's beginning decides, in UTF-16 code units. */
  readonly headLength: number;
  /** Gives the document the language of reports. */
  switchToReport(document: TextDocument): void;
  /** Plain text was opened that does not begin like a report, maybe because it was read in a wrong encoding. */
  unrecognized(document: TextDocument): void;
  /** Something is there to be checked; may be called often. */
  needChecker(): void;
}

/**
 * Decides which documents are reports. Documents of any other language than plain text and Markdown cost a
 * comparison; a plain-text document costs one look at its beginning when it is opened, and another one when
 * its beginning was changed and then rested for a moment.
 */
export class Recognition {
  readonly #host: RecognitionHost;
  /** Documents that have been reports, so that one that is plain text again was set so by the user. */
  readonly #wereReports = new WeakSet<TextDocument>();
  /** Documents that the user wants left alone: while they are open … */
  readonly #leftAlone = new WeakSet<TextDocument>();
  /** … and files also when they are opened again in this session. */
  readonly #filesLeftAlone = new Set<string>();
  readonly #resting = new Map<TextDocument, ReturnType<typeof setTimeout>>();

  constructor(host: RecognitionHost) {
    this.#host = host;
  }

  /** A document is there, or has another language than before. */
  opened(document: TextDocument): void {
    if (document.languageId === REPORT_LANGUAGE) {
      this.#wereReports.add(document);
      this.#leftAlone.delete(document);
      this.#filesLeftAlone.delete(document.uri.toString());
      this.#host.needChecker();
      return;
    }
    if (document.languageId === PLAIN_TEXT && this.#wereReports.has(document)) this.#leaveAlone(document);
    if (this.#consider(document) === 'no-report' && document.languageId === PLAIN_TEXT) this.#host.unrecognized(document);
  }

  /** A document was edited. */
  changed({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (!mayBecomeReport(document)) return;
    if (!contentChanges.some(({ rangeOffset }) => rangeOffset < this.#host.headLength)) return;
    clearTimeout(this.#resting.get(document));
    const look = (): void => {
      this.#resting.delete(document);
      if (!document.isClosed) this.#consider(document);
    };
    this.#resting.set(document, setTimeout(look, REST_MILLISECONDS));
  }

  /** A document is gone, or about to have another language. */
  closed(document: TextDocument): void {
    clearTimeout(this.#resting.get(document));
    this.#resting.delete(document);
  }

  /** Why a plain-text document is not checked. */
  whyUnchecked(document: TextDocument): UncheckedReason {
    if (this.#isLeftAlone(document)) return 'chosen-by-user';
    return this.#host.isSwitchedOn(document.uri) ? 'no-report' : 'switched-off';
  }

  dispose(): void {
    for (const timer of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
  }

  #consider(document: TextDocument): 'report' | 'no-report' | 'ignored' {
    if (!mayBecomeReport(document) || !this.#host.isUserDocument(document) || this.#isLeftAlone(document)) return 'ignored';
    if (document.languageId === PLAIN_TEXT && !this.#host.isSwitchedOn(document.uri)) return 'ignored';
    if (!this.#host.looksLikeReport(document)) return 'no-report';
    if (document.languageId === PLAIN_TEXT) this.#host.switchToReport(document);
    else this.#host.needChecker();
    return 'report';
  }

  #leaveAlone(document: TextDocument): void {
    this.#leftAlone.add(document);
    // The name of an unsaved document is given to another one later.
    if (!document.isUntitled) this.#filesLeftAlone.add(document.uri.toString());
  }

  #isLeftAlone(document: TextDocument): boolean {
    return this.#leftAlone.has(document) || this.#filesLeftAlone.has(document.uri.toString());
  }
}

function mayBecomeReport({ languageId }: TextDocument): boolean {
  return languageId === PLAIN_TEXT || languageId === MARKDOWN;
}
