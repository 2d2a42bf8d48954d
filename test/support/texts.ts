import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readText, ROOT, seeds } from './files.js';

const FOLDERS = ['test/reports/clean', 'test/reports/defective', 'test/quality/reports'];

/** Every whole report that the tests have, by name: the seeds, the sound, the defective. */
export function allReports(): { readonly name: string; readonly text: string }[] {
  const others = FOLDERS.flatMap((folder) => readdirSync(path.join(ROOT, folder)).map((name) => path.join(ROOT, folder, name)));
  return [...seeds().map(({ file }) => file), ...others].map((file) => ({ name: path.basename(file), text: readText(file) }));
}

/** The characters of a text that carry its meaning, in order: Chinese, letters, figures (half width); no marks, no blanks. */
export function wordsOf(text: string): string {
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, '');
}

/** What pasting does to texts: line ends anywhere, half-width marks, blanks beside figures, wrong numbers. */
export const MISTREATMENTS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'half width': (text) => text.replaceAll('，', ',').replaceAll('；', ';').replaceAll('（', '(').replaceAll('）', ')'),
  'some half width': (text) => text.replace(/(.{30}[\p{Script=Han}])，/gu, '$1, '),
  'blanks beside figures': (text) => text.replace(/([\p{Script=Han}])(\d)/gu, '$1 $2'),
  'lines of forty characters': (text) => text.replace(/[^\r\n]{40}/gu, '$&\n'),
  'CRLF and blanks at line ends': (text) => text.replace(/\r\n|\r|\n/gu, '  \r\n'),
  CR: (text) => text.replace(/\r\n|\n/gu, '\r'),
  'indents gone wrong': (text) => text.replace(/(\n)([\p{Script=Han}])/gu, '$1 $2'),
};
