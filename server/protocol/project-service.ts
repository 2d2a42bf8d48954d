import type { CodeAction, Connection, Diagnostic, InitializeParams, Range } from 'vscode-languageserver';
import { canonical, folderOf, foldersUpward, follow, nameOf, PROJECT_FILE_NAME, withoutFinalSlashes } from '../check/addresses.js';
import type { IgnoredFinding } from '../check/configuration.js';
import { type DiagnosticOptions, sameDiagnostics } from '../language/diagnostics.js';
import type { IgnoreTarget } from '../language/ignoreEdit.js';
import { projectActions, toProjectDiagnostic } from '../language/projectDiagnostics.js';
import { toSpan } from '../language/ranges.js';
import type { ClientFeatures } from './features.js';
import { logFailure } from './guard.js';
import type { OpenDocument } from './open-document.js';
import { clientFiles, NO_FILES, type ProjectFiles } from './project-files.js';
import { type FileProblems, problemsByFile } from './project-problems.js';
import { ProjectWatch } from './project-watch.js';
import { type GoverningProject, isProjectFile, Projects } from './projects.js';

/** What the service asks of the server. */
export interface ProjectServiceHost {
  /** Every open document. */
  readonly documents: () => readonly OpenDocument[];
  /** Entries of `ignore` that match nothing in a document. */
  readonly unmatchedIn: (document: OpenDocument) => readonly IgnoredFinding[];
  readonly optionsFor: (uri: string) => DiagnosticOptions;
  /** Projects may have changed: open reports are to be checked again. */
  readonly changed: () => void;
  /** Clients that pull are to pull again. */
  readonly refresh: () => void;
}

/** The project files of the open documents: which governs, what is wrong in them, when they change. */
export class ProjectService {
  private readonly projects: Projects;
  private features: ClientFeatures | undefined;
  private folders: readonly string[] = [];
  private readonly watch: ProjectWatch;
  /** What clients know or may ask for, by canonical address. */
  private readonly told = new Map<
    string,
    { readonly uri: string; readonly diagnostics: readonly Diagnostic[]; readonly pushed: boolean }
  >();

  constructor(
    private readonly connection: Connection,
    private readonly host: ProjectServiceHost,
  ) {
    this.projects = new Projects((address) => this.openProjectFile(address)?.getText());
    this.watch = new ProjectWatch(connection, () => this.features);
  }

  /** @param files how the platform reads files; a client that reads them itself is asked instead. */
  initialize(params: InitializeParams, features: ClientFeatures, readsFiles: boolean, files: ProjectFiles | undefined): void {
    this.features = features;
    this.projects.readThrough(readsFiles ? clientFiles(this.connection) : (files ?? NO_FILES));
    const root = params.rootUri === null || params.rootUri === undefined ? [] : [params.rootUri];
    this.setFolders(params.workspaceFolders?.map(({ uri }) => uri) ?? root);
  }

  /** Registers for what the client can tell. */
  initialized(): void {
    if (this.features?.workspaceFolders === true) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => canonical(uri)));
        this.setFolders([...this.folders.filter((uri) => !gone.has(canonical(uri))), ...added.map(({ uri }) => uri)]);
        this.host.changed();
      });
    }
    this.watch.inOpenFolders(PROJECT_FILE_NAME);
  }

  /** The project that governs a document, as far as it is known: `settle` first. */
  governing(uri: string): GoverningProject | undefined {
    return this.projects.governing(uri);
  }

  /** Resolves when it is known which project governs a document. */
  settle(uri: string): Promise<void> {
    // Before anything is read, so that no change is missed.
    if (this.projects.folderFor(uri) === undefined) this.watchAbove(uri);
    return this.projects.settle(uri);
  }

  /** The folders that are open. */
  get openFolders(): readonly string[] {
    return this.folders;
  }

  /** The project that governs a file, which need not be open. */
  async governingFile(uri: string): Promise<GoverningProject | undefined> {
    await this.projects.settle(uri);
    const governing = this.projects.governing(uri);
    if (!this.host.documents().some((document) => document.uri === uri)) this.projects.drop(uri);
    return governing;
  }

  /** The folder that the project of a file names for last year's reports. */
  async previousYearFolder(uri: string): Promise<string | undefined> {
    const previousYear = (await this.governingFile(uri))?.resolved.layer.files.previousYear;
    if (previousYear?.origin.from !== 'project-file') return undefined;
    return follow(folderOf(previousYear.origin.file), previousYear.value);
  }

  /** Whether a change of a file may be one of a project file, or of one that a project file extends. */
  mayConcern(uri: string): boolean {
    const name = nameOf(uri);
    return this.watch.has(name) || /\.jsonc?$/iu.test(name);
  }

  /** Files on disk have changed. */
  filesChanged(): void {
    this.projects.forget();
    this.host.changed();
  }

  /** Looks whether anything on disk that governs open documents has changed: not every change is told of. */
  lookAgain(uris: readonly string[]): void {
    this.projects
      .hasChanged(uris)
      .then((hasChanged) => {
        if (hasChanged) this.filesChanged();
      })
      .catch((error: unknown) => logFailure(this.connection, 'lookAgain', error));
  }

  /** A document was opened or edited. */
  documentChanged(uri: string): void {
    if (isProjectFile(uri)) this.projects.forgetLoaded();
  }

  /** A document was closed. */
  documentClosed(uri: string): void {
    this.projects.drop(uri);
    if (!isProjectFile(uri)) return;
    // What was not saved is gone, and the file on disk may have changed meanwhile.
    this.filesChanged();
  }

  /** The diagnostics of a project file that is open. */
  async diagnosticsOf(uri: string): Promise<readonly Diagnostic[]> {
    const file = (await this.problems()).get(canonical(uri));
    return file === undefined ? [] : this.toDiagnostics(file);
  }

  /** The quick fixes at a place of a project file that is open. */
  async actionsAt(document: OpenDocument, range: Range): Promise<CodeAction[]> {
    const file = (await this.problems()).get(canonical(document.uri));
    if (file === undefined || this.features === undefined) return [];
    const { documentChanges, snippetEdits } = this.features;
    const target = { uri: document.uri, version: document.version, documentChanges, snippetEdits };
    return projectActions(file.source, file.problems, toSpan(file.source, range), target, this.host.optionsFor(document.uri));
  }

  /** Where a finding of a document is to be noted as ignored; undefined where it cannot be. */
  ignoreTarget(uri: string): IgnoreTarget | undefined {
    const folder = this.projects.folderFor(uri);
    if (folder === undefined || this.features === undefined) return undefined;
    const { documentChanges, createsFiles } = this.features;
    const project = this.projects.governing(uri)?.project;
    if (project === undefined) {
      if (!documentChanges || !createsFiles) return undefined;
      return { uri: `${withoutFinalSlashes(folder)}/${PROJECT_FILE_NAME}`, text: undefined, version: undefined, documentChanges };
    }
    const file = project.files.find((candidate) => candidate.file === project.file);
    if (file?.parsed !== true) return undefined;
    const open = this.openProjectFile(canonical(project.file));
    return { uri: open?.uri ?? project.file, text: file.text, version: open?.version, documentChanges };
  }

  /** Tells what the client does not ask for, and that it is to ask again where what it asked for has changed. */
  async announce(): Promise<void> {
    const files = await this.problems();
    let isRefreshWanted = false;
    for (const [key, file] of files) {
      const open = this.openProjectFile(key);
      const known = this.told.get(key);
      const diagnostics = this.toDiagnostics(file);
      const pushed = open === undefined || this.features?.pullDiagnostics !== true;
      const isSame = known !== undefined && sameDiagnostics(known.diagnostics, diagnostics);
      if (isSame && known.pushed === pushed) continue;
      const uri = open?.uri ?? file.uri;
      this.told.set(key, { uri, diagnostics, pushed });
      if (pushed && (diagnostics.length > 0 || known?.pushed === true)) this.push(uri, diagnostics);
      // Never the same in both channels.
      if (!pushed && known?.pushed === true && known.diagnostics.length > 0) this.push(known.uri, []);
      if (!pushed && !isSame) isRefreshWanted = true;
    }
    for (const [key, { uri, pushed, diagnostics }] of this.told) {
      if (files.has(key)) continue;
      this.told.delete(key);
      if (pushed && diagnostics.length > 0) this.push(uri, []);
    }
    this.watchExtended();
    if (isRefreshWanted) this.host.refresh();
  }

  private async problems(): Promise<ReadonlyMap<string, FileProblems>> {
    const documents = this.host.documents();
    for (const { uri } of documents) await this.projects.settle(uri);
    return problemsByFile(
      documents.flatMap((document) => {
        const governing = this.projects.governing(document.uri);
        return governing === undefined ? [] : [{ governing, unmatched: this.host.unmatchedIn(document) }];
      }),
    );
  }

  private toDiagnostics({ uri, source, problems }: FileProblems): Diagnostic[] {
    return problems.map((problem) => toProjectDiagnostic(source, problem, this.host.optionsFor(uri)));
  }

  private openProjectFile(address: string): OpenDocument | undefined {
    return this.host.documents().find(({ uri }) => isProjectFile(uri) && canonical(uri) === address);
  }

  private push(uri: string, diagnostics: readonly Diagnostic[]): void {
    // A client that is gone is no failure.
    this.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] }).catch(() => undefined);
  }

  private setFolders(folders: readonly string[]): void {
    this.folders = folders;
    this.projects.setFolders(folders);
  }

  private watchExtended(): void {
    const files = this.host.documents().flatMap(({ uri }) => this.projects.governing(uri)?.project.files ?? []);
    for (const { file } of files) this.watch.inOpenFolders(nameOf(file));
  }

  /** What lies outside of the open folders is told of only where it is asked for. */
  private watchAbove(uri: string): void {
    const folder = folderOf(uri);
    // Not the highest, a drive or a host: nobody's folder.
    if (folder !== '') this.watch.outside(foldersUpward(folder).slice(0, -1));
  }
}
