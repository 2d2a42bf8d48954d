import { canonical, folderOf, foldersUpward, isWithin, nameOf, PROJECT_FILE_NAME } from '../check/addresses.js';
import type { ProjectFile } from '../check/project-file.js';
import { type FileText, type LoadedProject, loadProject } from '../check/project-loading.js';
import { type ResolvedConfiguration, resolveConfiguration } from '../check/resolve.js';
import { NO_FILES, type ProjectFiles } from './project-files.js';

/** A project that governs documents. */
export interface GoverningProject {
  readonly project: LoadedProject;
  readonly resolved: ResolvedConfiguration;
}

interface Known {
  readonly generation: number;
  readonly governing: GoverningProject | undefined;
}

/** Whether an address is that of a project file. */
export function isProjectFile(uri: string): boolean {
  return nameOf(uri) === PROJECT_FILE_NAME;
}

/** Finds, loads and remembers the project that governs each open document. */
export class Projects {
  private files: ProjectFiles = NO_FILES;
  private folders: readonly string[] = [];
  /** Counts changes of what may have been read; what is known of an earlier state stays in force until it is known anew. */
  private generation = 0;
  private readonly known = new Map<string, Known>();
  private readonly reads = new Map<string, Promise<FileText>>();
  private readonly loads = new Map<string, Promise<GoverningProject>>();
  private readonly lastGood = new Map<string, ProjectFile>();

  /** @param openText the text of a file that is open in the editor; it wins over the one on disk. */
  constructor(private readonly openText: (canonicalUri: string) => string | undefined) {}

  /** Says how files are read; before the first document. */
  readThrough(files: ProjectFiles): void {
    this.files = files;
  }

  /** Says which folders are open. A project file outside of the folder that holds a document does not govern it. */
  setFolders(folders: readonly string[]): void {
    this.folders = folders;
    this.forget();
  }

  /** The outermost open folder that holds a document. */
  folderFor(uri: string): string | undefined {
    return this.folders.filter((folder) => isWithin(folder, uri)).sort((a, b) => a.length - b.length)[0];
  }

  /** The project that governs a document, as far as it is known: `settle` first. */
  governing(uri: string): GoverningProject | undefined {
    return this.known.get(uri)?.governing;
  }

  /** Resolves when it is known which project governs a document. */
  async settle(uri: string): Promise<void> {
    while (this.known.get(uri)?.generation !== this.generation) {
      const { generation } = this;
      const governing = await this.find(uri);
      if (generation === this.generation) this.known.set(uri, { generation, governing });
    }
  }

  /** What was read may have changed: it is looked up again when next asked for. */
  forget(): void {
    this.reads.clear();
    this.forgetLoaded();
  }

  /** Only what is open in the editor may have changed. */
  forgetLoaded(): void {
    this.generation++;
    this.loads.clear();
  }

  /**
   * Reads again what may govern some documents. For what a client does not tell of: VS Code misses every change in a folder that
   * was made in a folder just made.
   *
   * @returns whether something is otherwise than it was read; it is not forgotten yet.
   */
  async hasChanged(uris: readonly string[]): Promise<boolean> {
    const files = new Set(uris.flatMap((uri) => this.projectFilesAbove(uri)));
    const loaded = await Promise.all([...files].map((file) => this.loads.get(file)));
    const extended = loaded.flatMap((governing) => governing?.project.files ?? []).map(({ file }) => file);
    const changed = await Promise.all([...new Set([...files, ...extended])].map((file) => this.isReadOtherwise(file)));
    return changed.includes(true);
  }

  /** Forgets a document that was closed. */
  drop(uri: string): void {
    this.known.delete(uri);
  }

  /** Where the project file of a document may lie, the nearest first. */
  private projectFilesAbove(uri: string): string[] {
    const folder = folderOf(uri);
    // untitled:… lies nowhere.
    return folder === '' ? [] : foldersUpward(folder, this.folderFor(uri)).map((above) => `${above}/${PROJECT_FILE_NAME}`);
  }

  private async isReadOtherwise(file: string): Promise<boolean> {
    const known = this.reads.get(file);
    if (known === undefined) return false;
    const [before, now] = await Promise.all([known, this.files.read(file)]);
    return this.reads.get(file) === known && !isSame(before, now);
  }

  private async find(uri: string): Promise<GoverningProject | undefined> {
    for (const file of this.projectFilesAbove(uri)) {
      const read = await this.read(file);
      if (read.kind !== 'missing') return this.load(file);
      this.lastGood.delete(canonical(file));
    }
    return undefined;
  }

  private load(file: string): Promise<GoverningProject> {
    const known = this.loads.get(file) ?? this.loadAnew(file);
    this.loads.set(file, known);
    return known;
  }

  private async loadAnew(file: string): Promise<GoverningProject> {
    const loading = loadProject(file, { roots: this.folders, lastGood: (address) => this.lastGood.get(canonical(address)) });
    let step = loading.next();
    while (step.done !== true) step = loading.next(await this.read(step.value));
    const project = step.value;
    for (const read of project.files) if (read.parsed) this.lastGood.set(canonical(read.file), read);
    return { project, resolved: resolveConfiguration({ project: project.layer }) };
  }

  private read(uri: string): Promise<FileText> {
    const open = this.openText(canonical(uri));
    if (open !== undefined) return Promise.resolve({ kind: 'text', text: open });
    const known = this.reads.get(uri) ?? this.files.read(uri);
    this.reads.set(uri, known);
    return known;
  }
}

function isSame(one: FileText, other: FileText): boolean {
  return one.kind === other.kind && (one.kind !== 'text' || (other.kind === 'text' && one.text === other.text));
}
