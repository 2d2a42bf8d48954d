import { type TextDocument, window } from 'vscode';
import { TIDY_REQUEST, type TidyCount, type TidyParams, type TidyResult } from '../server/protocol/messages/revision.js';
import { askServer, documentInFront } from './askServer.js';
import type { ClientContext, Feature } from './clientContext.js';
import { fileName } from './fileName.js';
import type { MessageKey } from './messages.js';
import { revise, tellUnrevised } from './revise.js';
import { TidyPreview } from './tidyPreview.js';

/** What the counts are called. */
const KINDS: Readonly<Record<TidyCount['kind'], MessageKey>> = {
  joined: 'tidy.joined',
  furniture: 'tidy.furniture',
  residue: 'tidy.residue',
  numbers: 'tidy.numbers',
  marks: 'tidy.marks',
  blanks: 'tidy.blanks',
};

/** What is shown, and waits for the user to decide. */
interface Proposal {
  readonly document: TextDocument;
  readonly version: number;
  readonly result: TidyResult & { readonly kind: 'tidied' };
}

/** Tidies pasted text: shows first what would become of it, and applies it, as one step, when the user says so. */
export function createTidy(context: ClientContext): Feature {
  const tidying = new Tidying(context);
  return {
    commands: {
      tidy: () => tidying.propose(),
      applyTidy: () => tidying.apply(),
      cancelTidy: () => tidying.cancel(),
    },
    dispose: () => tidying.dispose(),
  };
}

class Tidying {
  readonly #context: ClientContext;
  readonly #preview = new TidyPreview();
  #proposal: Proposal | undefined;

  constructor(context: ClientContext) {
    this.#context = context;
  }

  /** Works out what tidying the active document, or what is selected in it, would change, and shows it. */
  async propose(): Promise<void> {
    const { say } = this.#context;
    const document = documentInFront(this.#context);
    if (document === undefined) return;
    const { version } = document;
    const result = await askServer<TidyParams, TidyResult>(this.#context, TIDY_REQUEST, paramsFor(document));
    if (result === undefined) return;
    if (result.kind !== 'tidied') {
      void window.showWarningMessage(say(result.kind === 'changed' ? 'tidy.changed' : 'tidy.notAReport'));
      return;
    }
    if (result.edits.length === 0) {
      void window.showInformationMessage(say('tidy.none'));
      return;
    }
    const proposal: Proposal = { document, version, result };
    // What an earlier message asked is not to be answered any more.
    this.#proposal = undefined;
    await this.#preview.show(document, result.text, say('tidy.title', fileName(document.uri)));
    this.#proposal = proposal;
    void this.#ask(proposal);
  }

  /** Applies what is shown. */
  async apply(): Promise<void> {
    const { say } = this.#context;
    const proposal = await this.#end();
    if (proposal === undefined) return;
    const { document, version, result } = proposal;
    const revised = await revise(document, version, result.edits);
    if (revised !== 'done') {
      tellUnrevised(say, document, revised, 'tidy.changed');
      return;
    }
    await window.showTextDocument(document, { preview: false });
    window.setStatusBarMessage(say('tidy.done'), 5000);
  }

  /** Leaves the document as it is. */
  async cancel(): Promise<void> {
    await this.#end();
  }

  dispose(): void {
    this.#preview.dispose();
  }

  async #ask(proposal: Proposal): Promise<void> {
    const { say } = this.#context;
    const apply = say('tidy.apply');
    const choice = await window.showInformationMessage(this.#summary(proposal.result.counts), apply, say('tidy.cancel'));
    // Decided in the meantime by the buttons above the text. Whoever has only closed the preview can still say yes.
    if (choice === undefined || this.#proposal !== proposal) return;
    await (choice === apply ? this.apply() : this.cancel());
  }

  #summary(counts: readonly TidyCount[]): string {
    const { say } = this.#context;
    return say('tidy.summary', counts.map(({ kind, count }) => say(KINDS[kind], count)).join(' · '));
  }

  async #end(): Promise<Proposal | undefined> {
    const proposal = this.#proposal;
    this.#proposal = undefined;
    await this.#preview.close();
    return proposal;
  }
}

function paramsFor({ uri, version }: TextDocument): TidyParams {
  const selection = window.activeTextEditor?.selection;
  const range = selection === undefined || selection.isEmpty ? {} : { range: { start: selection.start, end: selection.end } };
  return { textDocument: { uri: uri.toString() }, version, ...range };
}
