/**
 * What the suites share. Everything here waits for the editor to say that something has happened and never sleeps; what
 * did not happen in time fails with what was seen instead.
 */
import * as vscode from 'vscode';

/** The extension under test, installed from its package. */
export const EXTENSION_ID = 'fazhi-report.fazhi-report';
/** Its language. */
export const LANGUAGE_ID = 'fazhi-report';
/** How long one thing may take, if the caller says nothing else. */
export const PATIENCE = 15_000;

/** The version of the editor that the suite runs in: `1.100.3`. */
export const vscodeVersion = (): string => vscode.version;

type Subscribe = (listener: () => void) => vscode.Disposable;

/**
 * Waits until `look` gives something, looking now and at each event.
 * @param what for the message: "diagnostics of a.txt"
 * @param subscribe the event after which it may have changed; several: `anyOf(…)`
 * @param look gives undefined for "not yet"
 * @param seen what to tell in the message when it did not come
 * @throws after `timeout` milliseconds
 */
export function waitUntil<T>(
  what: string,
  subscribe: Subscribe,
  look: () => T | undefined,
  seen: () => string = () => '',
  timeout = PATIENCE,
): Promise<T> {
  const now = look();
  if (now !== undefined) return Promise.resolve(now);
  const late = new Error(); // made here, so that its stack names the caller
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      subscription.dispose();
      late.message = `waited ${timeout} ms for ${what}. ${seen()}`;
      reject(late);
    }, timeout);
    const subscription = subscribe(() => {
      const value = look();
      if (value === undefined) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(value);
    });
  });
}

/** One subscription to several events. */
export const anyOf =
  (...events: readonly ((listener: () => void) => vscode.Disposable)[]): Subscribe =>
  (listener) =>
    vscode.Disposable.from(...events.map((event) => event(listener)));

/** The extension under test. @throws when it is not installed */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION_ID);
  if (!found) throw new Error(`${EXTENSION_ID} is not installed; installed: ${installedExtensions().join(', ')}`);
  return found;
}

/** Ids of the installed extensions that VS Code does not bring itself. */
export const installedExtensions = (): string[] =>
  vscode.extensions.all.map(({ id }) => id).filter((id) => !/^(vscode|ms-vscode)\./.test(id));

/** Activates the extension and waits until it is ready; needless where opening a file does it. */
export const activateExtension = async (): Promise<void> => void (await extension().activate());

/** The opened folder: copies of seeds/ and of test/editor/workspace/. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return folder.uri;
}

/**
 * Whether the window shows files that are on a disk. What is shown otherwise (VS Code for the Web) has no permissions, and needs
 * nobody's trust: VS Code asks for that of files and of GitHub's repositories only.
 */
export const isOnDisk = (): boolean => workspaceFolder().scheme === 'file';

/** A file of the opened folder. */
export const fileUri = (path: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), path);

/** Names of the sample reports, in order. */
export async function sampleNames(): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(workspaceFolder());
  return entries
    .map(([name]) => name)
    .filter((name) => /^\d{3}_.*\.txt$/.test(name))
    .sort();
}

/** Opens a file of the opened folder, by its path in there, and shows it. */
export async function openFile(path: string | vscode.Uri): Promise<vscode.TextEditor> {
  const uri = typeof path === 'string' ? fileUri(path) : path;
  return vscode.window.showTextDocument(uri, { preview: false });
}

/** Opens text that has no file yet and shows it. */
export async function openText(content: string, language = LANGUAGE_ID): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

/** Writes a file into the opened folder (on disk; it is not opened). */
export async function writeFile(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = fileUri(path);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/**
 * Makes folders in the opened one, each in the one before, as slowly as the editor comes to watch them: of what happens in a
 * folder that was made in a folder just made, VS Code never tells (its watcher on Linux).
 */
export async function makeWatchedFolders(path: string): Promise<void> {
  const made = new Set<string>();
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(workspaceFolder(), '**/*'));
  const subscription = watcher.onDidCreate((uri) => made.add(uri.toString()));
  try {
    let folder = workspaceFolder();
    for (const segment of path.split('/')) {
      folder = vscode.Uri.joinPath(folder, segment);
      await vscode.workspace.fs.createDirectory(folder);
      const address = folder.toString();
      await waitUntil(`${segment} to be watched`, watcher.onDidCreate, () => made.has(address) || undefined);
    }
  } finally {
    subscription.dispose();
    watcher.dispose();
  }
}

/** Throws away what is unsaved, closes every editor and clears the notifications. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  for (const { document } of vscode.window.visibleTextEditors.filter((editor) => editor.document.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('notifications.clearAll');
  await vscode.commands.executeCommand('notifications.hideList');
}

/**
 * Waits until the document has this language, which detection by content sets after opening.
 * @returns the document as it is then (setting a language closes and opens it)
 */
export const waitForLanguage = (uri: vscode.Uri, language = LANGUAGE_ID, timeout = PATIENCE): Promise<vscode.TextDocument> =>
  waitUntil(
    `${name(uri)} to have the language ${language}`,
    anyOf(vscode.workspace.onDidOpenTextDocument, vscode.workspace.onDidCloseTextDocument),
    () => vscode.workspace.textDocuments.find((document) => same(document.uri, uri) && document.languageId === language),
    () => `Its language: ${vscode.workspace.textDocuments.find((document) => same(document.uri, uri))?.languageId}`,
    timeout,
  );

/**
 * Waits until the diagnostics of a file satisfy the predicate.
 * @param predicate default: there is at least one
 */
export const waitForDiagnostics = (
  uri: vscode.Uri,
  predicate: (diagnostics: vscode.Diagnostic[]) => boolean = (diagnostics) => diagnostics.length > 0,
  timeout = PATIENCE,
): Promise<vscode.Diagnostic[]> =>
  waitUntil(
    `diagnostics of ${name(uri)} that satisfy ${predicate}`,
    (listener) =>
      vscode.languages.onDidChangeDiagnostics((event) => {
        if (event.uris.some((changed) => same(changed, uri))) listener();
      }),
    () => {
      const diagnostics = vscode.languages.getDiagnostics(uri);
      return predicate(diagnostics) ? diagnostics : undefined;
    },
    () => `There were:\n${listDiagnostics(vscode.languages.getDiagnostics(uri))}`,
    timeout,
  );

/** Waits until a rule has found something in a file, and gives the first such finding. */
export async function waitForRule(uri: vscode.Uri, rule: string, timeout = PATIENCE): Promise<vscode.Diagnostic> {
  const diagnostics = await waitForDiagnostics(uri, (all) => all.some((one) => ruleOf(one) === rule), timeout);
  return diagnostics.find((one) => ruleOf(one) === rule) as vscode.Diagnostic;
}

/** Waits until a rule finds nothing (more) in a file. */
export const waitForRuleGone = (uri: vscode.Uri, rule: string, timeout = PATIENCE): Promise<vscode.Diagnostic[]> =>
  waitForDiagnostics(uri, (all) => all.every((one) => ruleOf(one) !== rule), timeout);

/** The rule that a diagnostic comes from. */
export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** Diagnostics for a message, one a line, lines counted from 1. */
export const listDiagnostics = (diagnostics: readonly vscode.Diagnostic[]): string =>
  diagnostics.map((one) => `  ${one.range.start.line + 1}:${one.range.start.character + 1} ${ruleOf(one)} ${one.message}`).join('\n') ||
  '  none';

/** The outline. @throws when the editor has none for this file */
export async function documentSymbols(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  const found = await askProviders<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
  if (!found) throw new Error(`no outline of ${name(uri)}`);
  return found;
}

/** The outline as indented lines: name, then detail. Good to compare with. */
export const outlineText = (symbols: readonly vscode.DocumentSymbol[], indent = ''): string =>
  symbols
    .map(({ name: text, detail, children }) =>
      [`${indent}${text}${detail ? ` — ${detail}` : ''}`, outlineText(children, `${indent}  `)].filter(Boolean).join('\n'),
    )
    .join('\n');

/** Folding ranges. */
export const foldingRanges = async (uri: vscode.Uri): Promise<vscode.FoldingRange[]> =>
  (await askProviders<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri)) ?? [];

/** What the hover at a place says, as one Markdown text; empty when there is none. */
export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = (await askProviders<vscode.Hover[]>('vscode.executeHoverProvider', uri, position)) ?? [];
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n\n');
}

/** Completion items of every provider at a place, resolved. */
export async function completionsAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await askProviders<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, position, undefined, 50);
  return list?.items ?? [];
}

/** Text of a completion item's label. */
export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** Code actions for a range, resolved; of one kind when it is given (`vscode.CodeActionKind.QuickFix`). */
export const codeActionsFor = async (uri: vscode.Uri, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction[]> =>
  (await askProviders<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind?.value, 50)) ?? [];

/** The one code action for a range whose title contains the text. @throws with the titles that there are, when it does not come */
export async function codeActionNamed(uri: vscode.Uri, range: vscode.Range, title: string): Promise<vscode.CodeAction> {
  const named = (action: vscode.CodeAction) => action.title.includes(title);
  const actions = await eventually(
    () => codeActionsFor(uri, range),
    (all) => all.some(named),
  );
  const found = actions.find(named);
  if (!found) throw new Error(`no code action “${title}”; there are: ${actions.map((action) => action.title).join(', ')}`);
  return found;
}

/** Does what choosing the action in the menu does: its edit, then its command. @throws when the edit is refused */
export async function applyCodeAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error(`the editor refused the edit of “${action.title}”`);
  }
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/** Types into the active editor at its cursor, with all that typing brings (auto-closing, Enter rules). */
export async function typeText(text: string): Promise<void> {
  for (const part of text.split(/(\n)/)) {
    if (part !== '') await vscode.commands.executeCommand('type', { text: part });
  }
}

/** Puts the cursor at a place in an editor, and the editor's view there. */
export function putCursor(editor: vscode.TextEditor, position: vscode.Position): void {
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection);
}

/** Replaces a range of a document by an edit (no typing). @throws when the edit is refused */
export async function replaceText(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`the editor refused an edit of ${name(document.uri)}`);
}

/** The range of the first occurrence of a text in a document. @throws when it does not occur */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`“${text}” does not occur in ${name(document.uri)}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/**
 * Asks again and again until the answer is as wanted, or it takes too long. For what the editor does not tell of: the server
 * hears of files on disk some time after they have changed.
 * @returns the last answer
 */
export async function eventually<T>(ask: () => Thenable<T>, isWanted: (answer: T) => boolean): Promise<T> {
  let answer = await ask();
  for (const end = Date.now() + PATIENCE; !isWanted(answer) && Date.now() < end; ) answer = await ask();
  return answer;
}

/** Runs a command that asks what extensions provide. The editor gives up where one comes or goes meanwhile: it is asked again then. */
export async function askProviders<T>(id: string, ...parameters: unknown[]): Promise<T | undefined> {
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      return await vscode.commands.executeCommand<T | undefined>(id, ...parameters);
    } catch (error) {
      const isGivenUp = error instanceof Error && error.message === 'Canceled';
      if (!isGivenUp || Date.now() > end) throw error;
    }
  }
}

const same = (one: vscode.Uri, other: vscode.Uri): boolean => one.toString() === other.toString();

const name = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? uri.path;
