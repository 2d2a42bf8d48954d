/** Reports to try things on, opened as a person opens them; each test has a copy of its own. */
import * as vscode from 'vscode';
import { anyOf, fileUri, LANGUAGE_ID, PATIENCE, sampleNames, waitForDiagnostics, waitForLanguage, waitUntil, writeFile } from './support';

/** A new report: a title, and an empty line to write on. */
export const NEW_REPORT = '清源镇2024年法治政府建设情况报告\n\n';

/**
 * Opens a file as a click in the explorer does: unlike the API for extensions it does not keep the document alive after
 * its editor is closed.
 */
export async function openAsPerson(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return activeEditorOf(uri);
}

/** Waits until the editor in front shows a file. */
export const activeEditorOf = (uri: vscode.Uri): Promise<vscode.TextEditor> =>
  waitUntil(
    `${uri.path} to be in front`,
    anyOf(vscode.window.onDidChangeActiveTextEditor, vscode.workspace.onDidOpenTextDocument),
    () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
    },
    () => `In front: ${vscode.window.activeTextEditor?.document.uri.path}`,
  );

/** Waits until an unsaved report whose text begins so is in front. */
export const draftInFront = (beginning: string): Promise<vscode.TextEditor> =>
  waitUntil(
    `a draft that begins with ${beginning}`,
    anyOf(vscode.window.onDidChangeActiveTextEditor, vscode.workspace.onDidChangeTextDocument),
    () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.isUntitled === true && editor.document.getText().startsWith(beginning) ? editor : undefined;
    },
    () => `In front: ${vscode.window.activeTextEditor?.document.getText().slice(0, 80)}`,
  );

/** The text of a sample, by the digits that its name begins with. @throws when there is none */
export async function sampleText(number: string): Promise<string> {
  const name = (await sampleNames()).find((one) => one.startsWith(number));
  if (!name) throw new Error(`no sample ${number}; there are: ${(await sampleNames()).join(', ')}`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
}

/**
 * Writes a text into a new file, opens it and waits until it is recognised and checked.
 * @param name without folder and extension; a name of the test's own
 */
export async function openReport(name: string, content: string | Uint8Array): Promise<vscode.TextEditor> {
  const uri = await writeFile(`${name}.txt`, content);
  await openAsPerson(uri);
  await waitForLanguage(uri);
  await waitForDiagnostics(uri);
  return activeEditorOf(uri);
}

/** Opens a copy of a sample: `openSample('004', 'undo')`. */
export const openSample = async (number: string, name: string): Promise<vscode.TextEditor> =>
  openReport(`${name}-${number}`, await sampleText(number));

/** Opens unsaved plain text that begins like a report, and waits until it is recognised. */
export async function openNewReport(content = NEW_REPORT): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
  await vscode.window.showTextDocument(document);
  await waitForLanguage(document.uri);
  await waitForDiagnostics(document.uri);
  return activeEditorOf(document.uri);
}

/** Puts the cursor somewhere and waits until the editor's window has it there: what is typed next arrives there. */
export async function moveCursor(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  if (editor.selection.isEmpty && editor.selection.active.isEqual(position)) {
    // Says nothing when nothing changes, so make something change.
    await vscode.commands.executeCommand(position.isEqual(new vscode.Position(0, 0)) ? 'cursorBottom' : 'cursorTop');
  }
  let arrived: vscode.Position | undefined;
  const subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (textEditor === editor) arrived = selections[0]?.active;
  });
  try {
    editor.selection = new vscode.Selection(position, position);
    await waitUntil(
      `the cursor to be at ${position.line + 1}:${position.character + 1}`,
      vscode.window.onDidChangeTextEditorSelection,
      () => arrived?.isEqual(position) || undefined,
      () => `It is at ${arrived?.line}:${arrived?.character} (from 0)`,
    );
  } finally {
    subscription.dispose();
  }
}

/** The end of a line, the first being 0; negative counts from the last line, which is -1. */
export function lineEnd({ lineCount, lineAt }: vscode.TextDocument, line: number): vscode.Position {
  return lineAt(line < 0 ? lineCount + line : line).range.end;
}

/** Waits until the text of a document is as wanted. @returns the text */
export const waitForContent = (uri: vscode.Uri, what: string, isThere: (text: string) => boolean, timeout = PATIENCE): Promise<string> => {
  const text = () => vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.getText();
  return waitUntil(
    what,
    vscode.workspace.onDidChangeTextDocument,
    () => {
      const now = text();
      return now !== undefined && isThere(now) ? now : undefined;
    },
    () => `The text is:\n${text()}`,
    timeout,
  );
};

/**
 * Changes user settings for the time of a test.
 * @param settings by their full name
 */
export async function withSettings(settings: Readonly<Record<string, unknown>>, body: () => Promise<void>): Promise<void> {
  const set = async (name: string, value: unknown) =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  const before = Object.keys(settings).map((name) => [name, vscode.workspace.getConfiguration().inspect(name)?.globalValue] as const);
  try {
    for (const [name, value] of Object.entries(settings)) await set(name, value);
    await body();
  } finally {
    for (const [name, value] of before) await set(name, value);
  }
}

/** The language of a document by its address, undefined when it is not open. */
export const languageOf = (uri: vscode.Uri): string | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId;

/** Whether a document is checked as a report, by its language. */
export const isReport = (uri: vscode.Uri): boolean => languageOf(uri) === LANGUAGE_ID;
