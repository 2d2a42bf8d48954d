import { type Connection, DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver';
import { PROJECT_FILE_NAME } from '../check/addresses.js';
import type { ClientFeatures } from './features.js';
import { logFailure } from './guard.js';

/** Lets the client tell when project files on disk change, and those that they extend. */
export class ProjectWatch {
  private readonly names = new Set<string>();
  private readonly folders = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly features: () => ClientFeatures | undefined,
  ) {}

  /** Whether files of a name are heard of. */
  has(name: string): boolean {
    return this.names.has(name);
  }

  /** Hears of files of a name in the open folders. */
  inOpenFolders(name: string): void {
    if (this.names.has(name)) return;
    this.names.add(name);
    this.register([{ globPattern: `**/${name.replace(/[*?{}[\]]/gu, '?')}` }]);
  }

  /** Hears of project files that lie in folders outside of the open ones, where the client can watch that. */
  outside(folders: readonly string[]): void {
    if (this.features()?.watchesOutside !== true) return;
    const unknown = folders.filter((folder) => !this.folders.has(folder));
    if (unknown.length === 0) return;
    for (const folder of unknown) this.folders.add(folder);
    this.register(unknown.map((baseUri) => ({ globPattern: { baseUri, pattern: PROJECT_FILE_NAME } })));
  }

  private register(watchers: FileSystemWatcher[]): void {
    if (this.features()?.watchesFiles !== true) return;
    this.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => logFailure(this.connection, 'client/registerCapability', error));
  }
}
