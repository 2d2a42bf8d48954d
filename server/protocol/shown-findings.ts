import type { CheckConfiguration } from '../check/configuration.js';
import type { Finding } from '../check/finding.js';
import { withoutUnfinished } from '../language/held-back.js';
import type { Report } from '../report/report.js';
import type { Analyses } from './analyses.js';
import type { OpenDocument } from './open-document.js';
import type { RunMode } from './settings.js';
import { type Delay, Typing } from './typing.js';

/** The findings of a document as its user is shown them. */
export interface Shown {
  /** The report in which they stand; undefined where the document is not checked. */
  readonly report: Report | undefined;
  readonly findings: readonly Finding[];
  /** False where the text was edited since and is not to be checked before it is saved: places are those of the earlier text. */
  readonly isCurrent: boolean;
}

/** What decides which findings are shown. */
export interface ShownFindingsHost {
  readonly run: () => RunMode;
  /** Whether findings that may be due to an unfinished sentence are held back. */
  readonly isQuiet: () => boolean;
  readonly configurationOf: (uri: string) => CheckConfiguration;
  readonly delay: Delay;
  /** Called when other findings are to be shown of a document though it was not edited. */
  readonly changed: (document: OpenDocument) => void;
}

interface State {
  readonly typing: Typing;
  /** Which settings `last` is from; see `settingsCount`. */
  settings: number;
  /** What was shown last, in which circumstances. */
  last: { readonly shown: Shown; readonly configuration: CheckConfiguration; readonly caret: number | undefined } | undefined;
  /** Findings are held back. */
  holds: boolean;
}

const UNCHECKED: Shown = Object.freeze({ report: undefined, findings: [], isCurrent: true });

/**
 * Which findings of each open document are shown: all of them, but for those that an unfinished sentence may have caused while
 * somebody is typing it, and, where findings are made on saving only, those of the text as it was opened or saved last.
 */
export class ShownFindings {
  private readonly states = new WeakMap<OpenDocument, State>();
  /** How often settings have changed. */
  private settingsCount = 0;

  constructor(
    private readonly analyses: Analyses,
    private readonly host: ShownFindingsHost,
  ) {}

  /** What is shown of a document. */
  of(document: OpenDocument): Shown {
    const report = this.analyses.reportOf(document);
    if (report === undefined) return UNCHECKED;
    const state = this.stateOf(document);
    const configuration = this.host.configurationOf(document.uri);
    const { typing } = state;
    const last = state.settings === this.settingsCount ? state.last : undefined;
    state.settings = this.settingsCount;
    const isSame = last !== undefined && last.configuration === configuration && last.shown.report?.project === report.project;
    if (isSame && this.host.run() === 'onSave') {
      return last.shown.report === report ? last.shown : { ...last.shown, isCurrent: false };
    }
    const caret = this.host.run() === 'onSave' ? undefined : typing.caret;
    if (isSame && last.shown.report === report && last.caret === caret) return last.shown;
    const { findings } = this.analyses.resultOf(document);
    const before = last?.shown.report === undefined ? undefined : { source: last.shown.report.source, findings: last.shown.findings };
    const kept = caret === undefined ? findings : withoutUnfinished(report, findings, caret, before);
    const shown: Shown = { report, findings: kept, isCurrent: true };
    state.last = { shown, configuration, caret };
    state.holds = kept !== findings;
    return shown;
  }

  /** As `of`, with findings of the text as it stands, for whoever holds no earlier ones. */
  anew(document: OpenDocument): Shown {
    this.stateOf(document).last = undefined;
    return this.of(document);
  }

  /** A document was opened or edited. */
  edited(document: OpenDocument): void {
    const known = this.states.get(document);
    if (known === undefined) this.stateOf(document);
    else if (this.host.isQuiet() && this.host.run() === 'onType') known.typing.edited(document.source);
  }

  /** A document was saved: everything that is found in it is shown. */
  saved(document: OpenDocument): void {
    const state = this.stateOf(document);
    state.typing.rest();
    if (this.host.run() === 'onSave') state.last = undefined;
    else if (!state.holds) return;
    this.host.changed(document);
  }

  /** Other settings are in force: what was found under the old ones is no longer shown. Whoever types goes on typing. */
  forget(): void {
    this.settingsCount++;
  }

  /** Nobody types in a document that was closed. */
  closed(document: OpenDocument): void {
    this.states.get(document)?.typing.rest();
  }

  private stateOf(document: OpenDocument): State {
    const known = this.states.get(document);
    if (known !== undefined) return known;
    const typing = new Typing(document.source, this.host.delay, () => {
      if (state.holds) this.host.changed(document);
    });
    const state: State = { typing, settings: this.settingsCount, last: undefined, holds: false };
    this.states.set(document, state);
    return state;
  }
}
