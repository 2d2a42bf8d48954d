import type { SourceText } from '../text/source-text.js';
import { isLineEnd } from '../text/source-text.js';

/** Runs a callback after some milliseconds unless it is called off before. */
export type Delay = (callback: () => void, milliseconds: number) => { readonly cancel: () => void };

/** Whoever has not typed for so many milliseconds is looking at what stands there. */
const REST_MILLISECONDS = 1_200;

/** Nobody types, or takes back, more UTF-16 code units at a time: that is a paste, an undo or an edit by program. */
const MOST_TYPED = 48;

/** Knows where in one document somebody is typing. */
export class Typing {
  #source: SourceText;
  #caret: number | undefined;
  #timer: ReturnType<Delay> | undefined;

  /**
   * @param source the text as it was opened.
   * @param rested called when nobody has typed for a while.
   */
  constructor(
    source: SourceText,
    private readonly delay: Delay,
    private readonly rested: () => void,
  ) {
    this.#source = source;
  }

  /** UTF-16 offset behind what was typed last; undefined where nobody is typing. */
  get caret(): number | undefined {
    return this.#caret;
  }

  /** Takes the text after an edit. */
  edited(source: SourceText): void {
    const { start, oldEnd, newEnd } = source.changeSince(this.#source);
    this.#source = source;
    if (start === oldEnd && start === newEnd) return;
    this.rest();
    const isSmall = oldEnd - start <= MOST_TYPED && newEnd - start <= MOST_TYPED;
    if (!isSmall || lineEndsIn(source.text.slice(start, newEnd)) > 1) return;
    this.#caret = newEnd;
    this.#timer = this.delay(() => {
      this.rest();
      this.rested();
    }, REST_MILLISECONDS);
  }

  /** From now on nobody is typing. */
  rest(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#caret = undefined;
  }
}

/** \r\n counts as one. */
function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (isLineEnd(text.charCodeAt(at)) && text.slice(at, at + 2) !== '\r\n') count++;
  }
  return count;
}
