import { type Connection, DidChangeWatchedFilesNotification, type FileSystemWatcher, WatchKind } from 'vscode-languageserver';
import type { ClientFeatures } from './features.js';
import { logFailure } from './guard.js';
import type { Where } from './report-index.js';

/** Lets the client tell when reports on disk change, once somebody has asked for them. */
export class ReportWatch {
  private readonly watched = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly features: () => ClientFeatures,
  ) {}

  /** Hears of changes in the open folders, or in one outside of them where the client can watch that. */
  start(where: Where): void {
    const { watchesFiles, watchesOutside } = this.features();
    const key = 'outside' in where ? where.outside : '';
    if (!watchesFiles || this.watched.has(key) || (key !== '' && !watchesOutside)) return;
    this.watched.add(key);
    const at = (pattern: string): FileSystemWatcher['globPattern'] => (key === '' ? pattern : { baseUri: key, pattern });
    const watchers: FileSystemWatcher[] = [
      { globPattern: at('**/*.{txt,md,TXT,MD}'), kind: WatchKind.Change },
      // Folders come and go with all that lies in them, of which nothing is told.
      { globPattern: at('**/*'), kind: WatchKind.Create | WatchKind.Delete },
    ];
    this.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => logFailure(this.connection, 'client/registerCapability', error));
  }
}
