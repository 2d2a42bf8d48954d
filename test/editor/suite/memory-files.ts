/** A file system that an extension brings, as those of cloud drives and repositories are: its files are on no disk. */
import * as vscode from 'vscode';

/** Scheme of its files. */
export const MEMORY_SCHEME = 'fazhi-memory';

/** Address of a file: `memoryUri('/云盘/报告.txt')`. */
export const memoryUri = (path: string): vscode.Uri => vscode.Uri.from({ scheme: MEMORY_SCHEME, path });

interface Entry {
  readonly type: vscode.FileType;
  readonly bytes: Uint8Array;
  readonly time: number;
}

/** Files by their path. Folders are there as long as something is in them; of the rest what an editor asks for. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Entry>();
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  #time = Date.now();

  /** Offers the files to the editor, until it is disposed of. */
  register(): vscode.Disposable {
    return vscode.workspace.registerFileSystemProvider(MEMORY_SCHEME, this, { isCaseSensitive: true });
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file) return { type: file.type, ctime: 0, mtime: file.time, size: file.bytes.length };
    if (uri.path !== '/' && this.readDirectory(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const above = path.endsWith('/') ? path : `${path}/`;
    const entries = new Map<string, vscode.FileType>();
    for (const [file, { type }] of this.#files) {
      if (!file.startsWith(above)) continue;
      const [name = '', ...below] = file.slice(above.length).split('/');
      entries.set(name, below.length > 0 ? vscode.FileType.Directory : type);
    }
    return [...entries];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (file?.type !== vscode.FileType.File) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#put(uri, { type: vscode.FileType.File, bytes });
    this.#changes.fire([{ type, uri }]);
  }

  createDirectory(uri: vscode.Uri): void {
    this.#put(uri, { type: vscode.FileType.Directory, bytes: new Uint8Array() });
    this.#changes.fire([{ type: vscode.FileChangeType.Created, uri }]);
  }

  delete(uri: vscode.Uri): void {
    for (const path of this.#files.keys()) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#files.delete(path);
    }
    this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  /** The text of a file as it is stored now. @throws when there is none */
  textOf(uri: vscode.Uri): string {
    return new TextDecoder().decode(this.readFile(uri));
  }

  /** Writes a text as another person does. */
  put(path: string, text: string): vscode.Uri {
    const uri = memoryUri(path);
    this.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  #put(uri: vscode.Uri, entry: Omit<Entry, 'time'>): void {
    // The editor takes a file for unchanged that is no younger than what it has read.
    this.#time += 1;
    this.#files.set(uri.path, { ...entry, time: this.#time });
  }
}
