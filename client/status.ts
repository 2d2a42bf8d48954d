import {
  type Command,
  type Disposable,
  languages,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
} from 'vscode';
import type { StatusParams } from '../server/protocol/messages.js';
import type { Checker } from './checker.js';
import { COMMANDS } from './commandIds.js';
import { MARKDOWN, PLAIN_TEXT, REPORT_LANGUAGE } from './languages.js';
import type { Say } from './messages.js';
import type { UncheckedReason } from './recognition.js';
import { PREVIEW_SCHEME } from './schemes.js';
import { type StatusAction, type StatusLine, viewOfReport, viewOfUnchecked } from './statusView.js';

const OPEN_PROBLEMS = 'workbench.actions.view.problems';

const SEVERITIES: Readonly<Record<StatusLine['severity'], LanguageStatusSeverity>> = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

/** What the status items need beside the checker. */
export interface StatusHost {
  readonly say: Say;
  /** Why a plain-text document is not checked; undefined where nobody would ask. */
  whyUnchecked(document: TextDocument): UncheckedReason | undefined;
  /** The time of day, as its user writes it. */
  timeOfDay(): string;
  /** Whether reports are checked only when they are saved. */
  checksOnSave(): boolean;
}

/**
 * The language status of the active document: how its check came out, or why it is not checked.
 * Other files show nothing.
 */
export class Status implements Disposable {
  readonly #checker: Checker;
  readonly #host: StatusHost;
  readonly #known = new Map<string, { readonly status: StatusParams; readonly at: string }>();
  /** Documents edited since their last check. */
  readonly #waiting = new Set<string>();
  readonly #items = new Map<string, LanguageStatusItem>();

  constructor(checker: Checker, host: StatusHost) {
    this.#checker = checker;
    this.#host = host;
  }

  /** The server has checked a document. */
  checked(status: StatusParams): void {
    this.#known.set(status.uri, { status, at: this.#host.timeOfDay() });
    const document = window.activeTextEditor?.document;
    if (document?.uri.toString() !== status.uri) this.#waiting.delete(status.uri);
    else if (status.version >= document.version) this.#waiting.delete(status.uri);
    this.update();
  }

  /** Whether a document was found to be a report when it was last checked. */
  isChecked({ uri }: TextDocument): boolean {
    return this.#known.get(uri.toString())?.status.state === 'checked';
  }

  edited({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    if (contentChanges.length === 0 || !this.#known.has(uri)) return;
    this.#waiting.add(uri);
    if (document === window.activeTextEditor?.document) this.update();
  }

  closed(document: TextDocument): void {
    const uri = document.uri.toString();
    this.#known.delete(uri);
    this.#waiting.delete(uri);
  }

  /** Shows the status of the active document as it is now. */
  update(): void {
    const document = window.activeTextEditor?.document;
    this.#show(document?.languageId ?? '', document === undefined ? [] : this.#viewOf(document));
  }

  dispose(): void {
    this.#show('', []);
  }

  #viewOf(document: TextDocument): readonly StatusLine[] {
    const { say } = this.#host;
    if (document.uri.scheme === PREVIEW_SCHEME) return [];
    const uri = document.uri.toString();
    const { status, at } = this.#known.get(uri) ?? {};
    const { languageId } = document;
    if (languageId === REPORT_LANGUAGE || (languageId === MARKDOWN && status?.state === 'checked')) {
      const circumstances = { ...(at === undefined ? {} : { at }), onSave: this.#host.checksOnSave() };
      return viewOfReport(this.#checker.state, status, this.#waiting.has(uri), say, circumstances);
    }
    const reason = languageId === PLAIN_TEXT ? this.#host.whyUnchecked(document) : undefined;
    return reason === undefined ? [] : viewOfUnchecked(reason, say);
  }

  /** Shows these lines for documents of a language, and no others. */
  #show(language: string, lines: readonly StatusLine[]): void {
    const ids = new Set(lines.map(({ id }) => id));
    for (const [id, item] of this.#items) {
      if (ids.has(id)) continue;
      item.dispose();
      this.#items.delete(id);
    }
    for (const line of lines) {
      const item = this.#items.get(line.id) ?? languages.createLanguageStatusItem(`fazhiReport.${line.id}`, { language });
      this.#items.set(line.id, item);
      item.name = line.name;
      item.selector = { language };
      item.text = line.text;
      item.detail = line.detail ?? '';
      item.severity = SEVERITIES[line.severity];
      item.busy = line.busy ?? false;
      item.command = line.action === undefined ? undefined : this.#commandFor(line.action);
    }
  }

  #commandFor(action: StatusAction): Command {
    const { say } = this.#host;
    if (action === 'restart') return { command: COMMANDS.restartServer, title: say('server.restart') };
    if (action === 'check') return { command: COMMANDS.checkAsReport, title: say('unchecked.check') };
    return { command: OPEN_PROBLEMS, title: say('status.openProblems') };
  }
}
