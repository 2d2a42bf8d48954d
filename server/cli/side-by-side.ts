import type { FileOutcome } from './file-outcome.js';
import type { Answer, Errand, Helper, Helpers, HelperStart } from './helper.js';
import type { InputFile } from './input-files.js';
import type { TimeSpent } from './timing.js';

/** Files of one errand: few enough to end together, enough to be worth a message. */
const ERRAND = 8;

/** Errands that a helper has at a time: the next one is there when it ends one. */
const ERRANDS_AHEAD = 2;

/** Files, for each thread, that may be ahead of the one to be written next: what waits for its turn stays bounded. */
const AHEAD = 4 * ERRAND;

/** The same in UTF-16 code units of what is to be written: a few very long reports are as much as many ordinary ones. */
const LENGTH_AHEAD = 1 << 22;

/** How many files tell the pace of a run. The first ones tell nothing: the engine is still cold. */
const PACE = 16;

/**
 * What must be left to do, in milliseconds at the pace of the last files, for other threads to be worth their start:
 * one takes more than a second of processor time until it is as fast as this one, and two on one core's two halves
 * are hardly faster than one.
 */
const WORTH_HELP = 4_000;

/** Work on files whose results are wanted in order. */
export interface Work {
  readonly files: readonly InputFile[];
  /** Does the work on one file in this thread. */
  readonly own: (file: InputFile) => Promise<FileOutcome> | FileOutcome;
  /** Takes the results, file by file, in order. @returns false where no more are wanted. */
  readonly accept: (file: InputFile, outcome: FileOutcome) => Promise<boolean>;
  readonly now: () => number;
  /** Takes the time that another thread spent. */
  readonly spent: (spent: TimeSpent) => void;
}

/** The help that may be had. */
export interface Help {
  readonly helpers: Helpers;
  readonly start: HelperStart;
  /** Threads, this one among them; undefined: as many as there are cores, once that is worth it. */
  readonly jobs: number | undefined;
}

interface Hired {
  readonly helper: Helper;
  readonly errands: Errand[];
}

/**
 * Works on files in this thread and in others, side by side. Each thread has its own few files, far fewer than there are;
 * what is found early waits, within bounds, until its turn has come. This thread works, too, and does what a lost one leaves.
 */
export class SideBySide {
  readonly #hired: Hired[] = [];
  /** Results whose turn has not come. */
  readonly #waiting = new Map<number, FileOutcome>();
  #waitingLength = 0;
  /** Places that this thread has to do, in order. */
  #mine: number[] = [];
  /** First place that nobody has. */
  #next = 0;
  /** First place that is not written. */
  #turn = 0;
  #wake: (() => void) | undefined;
  #paceSince = 0;
  #hiring = true;

  /** @param help absent where this thread works alone. */
  constructor(
    private readonly work: Work,
    private readonly help: Help | undefined,
  ) {}

  /** Does the work. Ends when all of it is done, or no more is wanted. */
  async run(): Promise<void> {
    const { files, own } = this.work;
    try {
      if (this.help?.jobs !== undefined) await this.#hire(this.help, this.help.jobs);
      for (;;) {
        if (!(await this.#writeReady())) return;
        this.#handOut();
        const place = this.#mine.shift();
        const file = place === undefined ? undefined : files[place];
        if (place === undefined || file === undefined) await this.#answer();
        else this.#wait(place, await own(file));
        if (this.#hired.length > 0) await letAnswersIn();
        else await this.#considerHelp();
      }
    } finally {
      for (const { helper } of this.#hired) helper.stop();
    }
  }

  /** @returns whether there is more to do. */
  async #writeReady(): Promise<boolean> {
    for (let outcome = this.#waiting.get(this.#turn); outcome !== undefined; outcome = this.#waiting.get(this.#turn)) {
      const file = this.work.files[this.#turn];
      this.#waiting.delete(this.#turn++);
      this.#waitingLength -= lengthOf(outcome);
      if (file !== undefined && !(await this.work.accept(file, outcome))) return false;
    }
    return this.#turn < this.work.files.length;
  }

  #handOut(): void {
    for (const { helper, errands } of this.#hired) {
      while (errands.length < ERRANDS_AHEAD && this.#mayGoAhead()) {
        const errand = { first: this.#next, files: this.work.files.slice(this.#next, this.#next + ERRAND) };
        this.#next += errand.files.length;
        errands.push(errand);
        helper.send(errand);
      }
    }
    if (this.#mine.length > 0 || !this.#mayGoAhead()) return;
    // Alone, there is nobody to leave files to.
    const end = Math.min(this.work.files.length, this.#next + (this.#hired.length > 0 ? ERRAND : 1));
    while (this.#next < end) this.#mine.push(this.#next++);
  }

  #mayGoAhead(): boolean {
    if (this.#waitingLength > LENGTH_AHEAD) return false;
    return this.#next < this.work.files.length && this.#next - this.#turn < AHEAD * (this.#hired.length + 1);
  }

  #wait(place: number, outcome: FileOutcome): void {
    this.#waiting.set(place, outcome);
    this.#waitingLength += lengthOf(outcome);
  }

  /** Waits until a helper has found something, or is lost. */
  #answer(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async #considerHelp(): Promise<void> {
    const { help, work } = this;
    if (help === undefined || help.jobs !== undefined || !this.#hiring || this.#next % PACE !== 0) return;
    const now = work.now();
    const left = ((now - this.#paceSince) / PACE) * (work.files.length - this.#next);
    this.#paceSince = now;
    if (this.#next <= PACE || left < WORTH_HELP) return;
    await this.#hire(help, Math.min(await help.helpers.cores(), 1 + Math.floor(left / WORTH_HELP)));
  }

  async #hire({ helpers, start }: Help, jobs: number): Promise<void> {
    this.#hiring = false;
    const most = Math.ceil((this.work.files.length - this.#next) / ERRAND);
    for (let count = 1; count < Math.min(jobs, most); count++) {
      const errands: Errand[] = [];
      let isLost = false;
      const gone = (): void => {
        isLost = true;
        this.#lost(errands);
      };
      const helper = await helpers.start(start, (answer) => this.#take(errands, answer), gone);
      if (!isLost) this.#hired.push({ helper, errands });
    }
  }

  #take(errands: Errand[], { first, outcomes, spent }: Answer): void {
    if (spent !== undefined) this.work.spent(spent);
    outcomes.forEach((outcome, index) => {
      this.#wait(first + index, outcome);
    });
    const end = first + outcomes.length;
    const ended = errands.findIndex((errand) => errand.first + errand.files.length === end);
    if (ended >= 0) errands.splice(ended, 1);
    this.#wake?.();
  }

  #lost(errands: Errand[]): void {
    const index = this.#hired.findIndex((hired) => hired.errands === errands);
    if (index >= 0) this.#hired.splice(index, 1);
    const places = errands.splice(0).flatMap(({ first, files }) => files.map((_, at) => first + at));
    const left = places.filter((place) => place >= this.#turn && !this.#waiting.has(place));
    this.#mine = [...this.#mine, ...left].sort((a, b) => a - b);
    this.#wake?.();
  }
}

function lengthOf(outcome: FileOutcome): number {
  return outcome.problem === undefined ? outcome.rendered.length : 0;
}

/** Answers of other threads come in only while this one rests. */
function letAnswersIn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
