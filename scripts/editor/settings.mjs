/** Editor settings for a throw-away editor: nothing that asks, phones home or changes files by itself. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {Record<string, unknown>} Settings VS Code settings by their full name */

/** @type {Readonly<Settings>} */
export const QUIET_SETTINGS = Object.freeze({
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
});

/** How Chinese reports read well. @type {Readonly<Settings>} */
export const READING_SETTINGS = Object.freeze({
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 1.7,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'workbench.editor.enablePreview': false,
});

/**
 * Writes the user settings of an editor that has not started yet.
 * @param {string} userDataDir what the editor gets as --user-data-dir
 * @param {Settings} settings
 */
export function writeSettings(userDataDir, settings) {
  const file = join(userDataDir, 'User/settings.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * Reads what `writeSettings` wrote.
 * @param {string} userDataDir
 * @returns {Settings}
 */
export function readSettings(userDataDir) {
  const file = join(userDataDir, 'User/settings.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
