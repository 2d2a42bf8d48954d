import { commands, languages, type TextDocument, type Uri, window, workspace } from 'vscode';
import { looksLikeReport, RECOGNITION_LENGTH } from '../server/report/recognition.js';
import { REPORT_LANGUAGE } from './languages.js';
import type { Say } from './messages.js';

/** The everyday encoding of Chinese Windows programs; GBK and GB 2312 are parts of it. */
const ENCODING = 'gb18030';

/** What a decoder puts where bytes make no sense. */
const GARBLED = '\ufffd';

/** Larger files are never reports, and reading them has a price. */
const LARGEST_BYTES = 4 * 1024 * 1024;

/** Enough bytes for the text that decides, whatever characters it is made of. */
const DECIDING_BYTES = 4 * RECOGNITION_LENGTH;

/** `workspace.openTextDocument` as VS Code has it since 1.100. */
type OpenInEncoding = (uri: Uri, options: { readonly encoding: string }) => Thenable<TextDocument>;

/** Whether a text was read in an encoding that is not its own. */
export function isGarbled(head: string): boolean {
  return head.includes(GARBLED);
}

/** Whether bytes are a report in the encoding that Chinese Windows programs write. */
export function isReportInGb18030(bytes: Uint8Array): boolean {
  try {
    const decoder = new TextDecoder(ENCODING, { fatal: true });
    return looksLikeReport(decoder.decode(bytes.subarray(0, DECIDING_BYTES), { stream: true }));
  } catch {
    return false;
  }
}

/** Whether a text in GB18030 has characters beyond GBK, which take four bytes: lead byte, digit, lead byte, digit. */
export function holdsFourByteCharacters(bytes: Uint8Array): boolean {
  for (let at = 0; at + 1 < bytes.length; at++) {
    if ((bytes[at] ?? 0) < FIRST_LEAD_BYTE) continue;
    const second = bytes[at + 1] ?? 0;
    if (second >= DIGIT_ZERO && second <= DIGIT_NINE) return true;
    at++;
  }
  return false;
}

const FIRST_LEAD_BYTE = 0x81;
const DIGIT_ZERO = 0x30;
const DIGIT_NINE = 0x39;
/** The editor's list of encodings, to open the file in front again in. */
const CHOOSE_ENCODING = 'workbench.action.editor.changeEncoding';

/**
 * Opens a file again in its own encoding where it was opened as UTF-8, shows as garbled text and is a report.
 * Anything else, and anything with unsaved changes, stays as it is.
 */
export async function reopenGarbledReport(document: TextDocument, say: Say): Promise<void> {
  try {
    if (document.isUntitled || document.isDirty) return;
    const { size } = await workspace.fs.stat(document.uri);
    if (size > LARGEST_BYTES) return;
    const bytes = await workspace.fs.readFile(document.uri);
    if (!isReportInGb18030(bytes)) return;
    if (document.isClosed || document.isDirty) return;
    if ('encoding' in document) await (workspace.openTextDocument as OpenInEncoding)(document.uri, { encoding: ENCODING });
    else if (holdsFourByteCharacters(bytes)) await offerChoice(say);
    else await readAgainAsReport(document);
  } catch {
    // It was closed, or cannot be read any more.
  }
}

/**
 * Before VS Code 1.100 an extension cannot name an encoding. But for the language of reports the editor guesses it
 * (`files.autoGuessEncoding` in package.json) when it reads a file anew, which reverting the file in front does.
 */
async function readAgainAsReport(document: TextDocument): Promise<void> {
  if (window.activeTextEditor?.document !== document) return;
  await languages.setTextDocumentLanguage(document, REPORT_LANGUAGE);
  await commands.executeCommand('workbench.action.files.revert');
}

/** An editor that guesses takes GB18030 for GBK: characters that only the former has would be lost with the next saving. */
async function offerChoice(say: Say): Promise<void> {
  const choose = say('encoding.choose');
  if ((await window.showWarningMessage(say('encoding.gb18030'), choose)) === choose) await commands.executeCommand(CHOOSE_ENCODING);
}
