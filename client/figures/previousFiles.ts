import { type Memento, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { fileName } from '../fileName.js';
import { decodeText } from '../../server/text/decoding.js';
import type { Say } from '../messages.js';
import { textFilesIn } from '../textFiles.js';

/** Key under which the window remembers which file was chosen for which report. */
const KEY = 'figures.previous';

/** How many files that may be reports are offered. */
const MOST = 200;

type Item = QuickPickItem & { readonly choice: 'automatic' | 'browse' | Uri };

/** Last year's files that users chose by hand. */
export class PreviousFiles {
  readonly #memento: Memento;
  readonly #say: Say;

  /** @param memento of the workspace */
  constructor(memento: Memento, say: Say) {
    this.#memento = memento;
    this.#say = say;
  }

  /** The file chosen for a report; undefined where last year's report is looked for. */
  chosenFor(uri: Uri): Uri | undefined {
    const chosen = this.#all()[uri.toString()];
    return chosen === undefined ? undefined : Uri.parse(chosen, true);
  }

  /** The text of a chosen file as it stands in the editor, or on disk. @throws where it cannot be read */
  async textOf(uri: Uri): Promise<string> {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open !== undefined) return open.getText();
    const text = decodeText(await workspace.fs.readFile(uri));
    if (text === undefined) throw new Error('UTF-8? GB18030?');
    return text;
  }

  /**
   * Lets the user choose a file for a report.
   *
   * @param year the year of the report: files that are named by the year before it come first.
   * @returns whether something was chosen
   */
  async choose(uri: Uri, year: number | undefined): Promise<boolean> {
    const item = await window.showQuickPick(this.#items(uri, year), {
      title: this.#say('figures.choose.title'),
      placeHolder: this.#say('figures.choose.placeholder'),
      matchOnDescription: true,
    });
    if (item === undefined) return false;
    const chosen = item.choice === 'browse' ? await this.#browse(uri) : item.choice;
    if (chosen === undefined) return false;
    await this.#remember(uri, chosen === 'automatic' ? undefined : chosen);
    return true;
  }

  async #items(uri: Uri, year: number | undefined): Promise<readonly Item[]> {
    const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
    const files = await textFilesIn(folders, MOST);
    const isLastYears = (path: string): boolean => year !== undefined && path.includes(String(year - 1));
    const items = files
      .filter((file) => file.toString() !== uri.toString())
      .map((file): Item => ({ label: fileName(file), description: workspace.asRelativePath(file), choice: file }))
      .sort((a, b) => Number(isLastYears(b.label)) - Number(isLastYears(a.label)) || a.label.localeCompare(b.label, 'zh-CN'));
    const automatic: Item = {
      label: `$(search) ${this.#say('figures.choose.automatic')}`,
      description: this.#say('figures.choose.automaticHint'),
      choice: 'automatic',
    };
    const browse: Item = { label: `$(folder-opened) ${this.#say('figures.choose.browse')}`, choice: 'browse' };
    return this.chosenFor(uri) === undefined ? [browse, ...items] : [automatic, browse, ...items];
  }

  async #browse(uri: Uri): Promise<Uri | undefined> {
    const chosen = await window.showOpenDialog({
      title: this.#say('figures.choose.title'),
      filters: { [this.#say('figures.choose.files')]: ['txt', 'md'], '*': ['*'] },
      ...(uri.scheme === 'untitled' ? {} : { defaultUri: Uri.joinPath(uri, '..') }),
    });
    return chosen?.[0];
  }

  async #remember(uri: Uri, chosen: Uri | undefined): Promise<void> {
    const { [uri.toString()]: _, ...others } = this.#all();
    await this.#memento.update(KEY, chosen === undefined ? others : { ...others, [uri.toString()]: chosen.toString() });
  }

  #all(): Readonly<Record<string, string>> {
    return this.#memento.get<Readonly<Record<string, string>>>(KEY, {});
  }
}
