import { type Uri, workspace } from 'vscode';
import { CONFIGURATION_SECTION, type ServerSettings } from '../server/protocol/messages.js';
import type { Locale } from './messages.js';

/** Section of all settings of the extension. */
export const SECTION = CONFIGURATION_SECTION;

/** Language of messages. */
export function readLocale(): Locale {
  return workspace.getConfiguration(SECTION).get<string>('locale') === 'en' ? 'en' : 'zh-CN';
}

/** Whether plain-text files are recognised by their content; may differ from folder to folder. */
export function recognizesReports(resource: Uri): boolean {
  return workspace.getConfiguration(SECTION, resource).get<boolean>('recognizeReports', true);
}

/** Whether reports are checked only when they are saved. */
export function checksOnSave(): boolean {
  return workspace.getConfiguration(SECTION).get<string>('run') === 'onSave';
}

/** What the server is told when it starts; later changes reach it as configuration. */
export function readServerSettings(): ServerSettings {
  const settings = workspace.getConfiguration(SECTION);
  return {
    locale: readLocale(),
    rules: { ...settings.get<Readonly<Record<string, string>>>('rules', {}) },
    run: settings.get<string>('run') === 'onSave' ? 'onSave' : 'onType',
    codeLens: settings.get<boolean>('codeLens', true),
    inlayHints: settings.get<boolean>('inlayHints', true),
    semanticTokens: settings.get<boolean>('semanticTokens', true),
  };
}
