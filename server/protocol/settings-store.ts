import type { Connection } from 'vscode-languageserver';
import { logFailure } from './guard.js';
import { CONFIGURATION_SECTION } from './messages.js';
import { ownSection } from './own-section.js';
import { type EffectiveSettings, effectiveSettings, readSettings, type Settings, sameSettings } from './settings.js';

/** Holds the settings in force: those of `initialize`, overridden by those that the client has configured since. */
export class SettingsStore {
  private initial: Settings = {};
  private effective = effectiveSettings();
  /** The last question to the client that is not answered yet. */
  private underWay: Promise<void> | undefined;

  /**
   * @param isRule whether a rule of that id exists.
   * @param changed called when a change of the configuration has changed the settings in force.
   */
  constructor(
    private readonly connection: Connection,
    private readonly isRule: (id: string) => boolean,
    private readonly changed: () => void,
  ) {}

  /** The settings in force. */
  get current(): EffectiveSettings {
    return this.effective;
  }

  /** Takes the settings that came with `initialize`. */
  initialize(options: unknown): void {
    this.initial = this.read(options);
    this.effective = effectiveSettings(this.initial);
  }

  /** Takes settings that the client sent with a notification. */
  take(value: unknown): void {
    if (this.apply(this.read(ownSection(value)))) this.changed();
  }

  /**
   * Asks the client for its settings; `settled` waits for the answer.
   *
   * @param isFirst true where nothing has been answered under other settings yet, so that nobody need be told.
   */
  fetch(isFirst: boolean): void {
    const underWay: Promise<void> = this.connection.workspace
      .getConfiguration(CONFIGURATION_SECTION)
      .then((value: unknown) => {
        // A later question has overtaken this one; its answer is the one that counts.
        if (this.underWay !== underWay) return;
        const hasChanged = this.apply(this.read(value));
        if (hasChanged && !isFirst) this.changed();
      })
      .catch((error: unknown) => logFailure(this.connection, 'workspace/configuration', error))
      .finally(() => {
        if (this.underWay === underWay) this.underWay = undefined;
      });
    this.underWay = underWay;
  }

  /** Resolves when no settings are awaited. */
  async settled(): Promise<void> {
    while (this.underWay !== undefined) await this.underWay;
  }

  private apply(settings: Settings): boolean {
    const effective = effectiveSettings(this.initial, settings);
    if (sameSettings(effective, this.effective)) return false;
    this.effective = effective;
    return true;
  }

  private read(value: unknown): Settings {
    const { settings, problems } = readSettings(value, this.isRule);
    for (const problem of problems) this.connection.console.warn(problem);
    return settings;
  }
}
