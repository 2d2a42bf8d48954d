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
  const rules = workspace.getConfiguration(SECTION).get<Readonly<Record<string, string>>>('rules', {});
  return { locale: readLocale(), rules: { ...rules } };
}
