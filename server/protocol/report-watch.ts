import { type Connection, DidChangeWatchedFilesNotification, type FileSystemWatcher, WatchKind } from 'vscode-languageserver';
import { folderOf, nameOf, withoutFinalSlashes } from '../check/addresses.js';
import type { ClientFeatures } from './features.js';
import { logFailure } from './guard.js';
import { asPattern, COMING_AND_GOING } from './project-watch.js';
import type { Where } from './report-index.js';

const TEXTS = '**/*.{txt,md,TXT,MD}';

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
    const key = 'outside' in where ? withoutFinalSlashes(where.outside) : '';
    if (!watchesFiles || this.watched.has(key) || (key !== '' && !watchesOutside)) return;
    this.watched.add(key);
    const watchers = key === '' ? [{ globPattern: TEXTS, kind: WatchKind.Change }] : outside(key);
    this.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => logFailure(this.connection, 'client/registerCapability', error));
  }
}

/** What comes and goes in the open folders is heard of for the sake of project files (project-watch.ts); elsewhere it is asked for. */
function outside(folder: string): FileSystemWatcher[] {
  const itself = { baseUri: folderOf(folder), pattern: asPattern(nameOf(folder)) };
  return [
    { globPattern: { baseUri: folder, pattern: TEXTS }, kind: WatchKind.Change },
    { globPattern: { baseUri: folder, pattern: '**/*' }, kind: COMING_AND_GOING },
    { globPattern: itself, kind: COMING_AND_GOING },
  ];
}
