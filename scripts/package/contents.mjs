/** What goes into which package. */

/** Files and folders of the extension. */
const EXTENSION_FILES = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES.md',
  'package.nls.json',
  'package.nls.en.json',
  'language-configuration.json',
  'syntaxes',
  'snippets',
  'schemas/project.schema.json',
  'docs/rules',
  'images/icon.png',
  'images/checklist.svg',
  'images/report-light.svg',
  'images/report-dark.svg',
  'images/walkthrough',
  'dist/client.js',
  'dist/languageClient.js',
  'dist/reportFeatures.js',
  'dist/figuresPanel.js',
  'dist/figuresPanel.css',
  'dist/client.web.js',
  'dist/languageClient.web.js',
  'dist/server.js',
  'dist/serverProper.js',
  'dist/server.web.js',
];

/** Pairs of a file or folder in the project and its place in the package. @typedef {readonly [from: string, to: string]} Content */

/** @returns {Content[]} */
export const extensionContents = () => EXTENSION_FILES.map((path) => [path, path]);

/**
 * @param {{files: readonly string[]}} manifest package.json: its `files` are for npm
 * @returns {Content[]}
 */
export const npmContents = ({ files }) => [
  ...files.map((path) => /** @type {Content} */ ([path, path])),
  ['LICENSE', 'LICENSE'],
  // Whoever meets the package at npm has no editor in mind.
  ['docs/npm.md', 'README.md'],
];
