import type { ReportFeatures } from './reportFeatures.js';

/** What loading the features needs, and whom it tells. */
export interface LateFeaturesHost {
  /** Loads and makes them. */
  load(): Promise<ReportFeatures>;
  /** They could not be loaded. `isTold`: the user should be told; else it goes to the log only. */
  failed(error: unknown, isTold: boolean): void;
}

/** The features, loaded when they are first asked for. What could not be loaded is loaded when it is asked for again. */
export class LateFeatures {
  readonly #host: LateFeaturesHost;
  #loading: Promise<ReportFeatures | undefined> | undefined;
  /** Whether somebody waits for what is being loaded. */
  #isAwaited = false;
  #isTold = false;

  constructor(host: LateFeaturesHost) {
    this.#host = host;
  }

  /** Loads them ahead of being asked. That it failed is told once. */
  prepare(): void {
    void this.#load();
  }

  /** The features; undefined where they could not be loaded, which the user has been told. */
  get(): Promise<ReportFeatures | undefined> {
    this.#isAwaited = true;
    return this.#load();
  }

  #load(): Promise<ReportFeatures | undefined> {
    this.#loading ??= this.#tryToLoad();
    return this.#loading;
  }

  async #tryToLoad(): Promise<ReportFeatures | undefined> {
    try {
      const features = await this.#host.load();
      this.#isTold = false;
      return features;
    } catch (error) {
      this.#loading = undefined;
      this.#host.failed(error, this.#isAwaited || !this.#isTold);
      this.#isTold = true;
      return undefined;
    } finally {
      this.#isAwaited = false;
    }
  }
}
