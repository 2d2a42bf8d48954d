import {
  type CancellationToken,
  type Connection,
  type DidChangeConfigurationParams,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import { type CheckConfiguration, DEFAULT_CONFIGURATION } from '../check/configuration.js';
import type { DiagnosticOptions } from '../language/diagnostics.js';
import { checkedStatus, uncheckedStatus } from '../language/status.js';
import { REPORT_READER, type ReportReader } from '../report/report-bytes.js';
import type { Report } from '../report/report.js';
import { Analyses } from './analyses.js';
import { serverCapabilities } from './capabilities.js';
import { Coalescer, type Schedule } from './coalescer.js';
import { DiagnosticsService } from './diagnostics-service.js';
import { ENGINE, type Engine } from './engine.js';
import { type ClientFeatures, readFeatures } from './features.js';
import { guarded, logFailure } from './guard.js';
import { CONFIGURATION_SECTION, LOOK_AGAIN_NOTIFICATION, STATUS_NOTIFICATION, type StatusParams } from './messages.js';
import { OPEN_DOCUMENTS, type OpenDocument } from './open-document.js';
import type { ProjectFiles } from './project-files.js';
import { ProjectService } from './project-service.js';
import { isProjectFile } from './projects.js';
import { Refreshes } from './refreshes.js';
import { offerFormatting } from './requests/formatting.js';
import { WorkspaceReports } from './related-reports.js';
import { clientReportFiles, isTextFile, NO_REPORT_FILES, type ReportFiles } from './report-files.js';
import { ReportIndex } from './report-index.js';
import { ReportWatch } from './report-watch.js';
import { registerRequests } from './requests/index.js';
import type { RequestContext, WhenChanged } from './requests/request-context.js';
import { isRecord } from '../text/is-record.js';
import { ownSection } from './own-section.js';
import { SettingsStore } from './settings-store.js';
import { ShownFindings } from './shown-findings.js';
import type { Delay } from './typing.js';

/** What the platform gives to the server. */
export interface ServerEnvironment {
  /** Name and version that the server tells its clients. */
  readonly info: { readonly name: string; readonly version: string };
  readonly schedule: Schedule;
  /** A clock in milliseconds, by which users are told how long a check took. */
  readonly now: () => number;
  readonly delay: Delay;
  /** Reads project files where the client does not; absent where nothing can be read. */
  readonly files?: ProjectFiles;
  /** Finds and reads reports where the client does not; absent where nothing can be read. */
  readonly reportFiles?: (reader: ReportReader) => ReportFiles;
  /** True where the connection's writer is a `StreamWriter`, which takes diagnostics as lists. */
  readonly writesLists?: boolean;
  /** Absent for the real one. */
  readonly engine?: Engine;
}

/**
 * Wires the language service to a connection: documents, diagnostics, outline, folding, completion,
 * hover, code actions, status, settings. The caller calls `connection.listen()` afterwards.
 *
 * @param initialized what `initialize` said, where it was answered already.
 */
export function createServer(connection: Connection, environment: ServerEnvironment, initialized?: InitializeParams): void {
  new Server(connection, environment).register(initialized);
}

/** Key under which the coalescer tells of project files; no document has it. */
const PROJECT_FILES = '';

class Server {
  private readonly engine: Engine;
  private readonly documents = new TextDocuments(OPEN_DOCUMENTS);
  private readonly analyses: Analyses;
  private readonly shown: ShownFindings;
  private readonly refreshes: Refreshes;
  private readonly diagnostics: DiagnosticsService;
  private readonly coalescer: Coalescer;
  private readonly settings: SettingsStore;
  private readonly projects: ProjectService;
  private readonly reports: ReportIndex;
  private features: ClientFeatures = readFeatures({});
  private wantsStatus = false;
  private wantsQuiet = false;
  private commands: readonly unknown[] = [];
  /** Project files have changed since the open reports were checked. */
  private projectsChanged = false;

  constructor(
    private readonly connection: Connection,
    private readonly environment: ServerEnvironment,
  ) {
    this.engine = environment.engine ?? ENGINE;
    this.analyses = new Analyses(this.engine, (uri) => this.configurationOf(uri), environment.now);
    this.refreshes = new Refreshes(connection, () => this.features);
    this.shown = new ShownFindings(this.analyses, {
      run: () => this.settings.current.run,
      isQuiet: () => this.wantsQuiet && (!this.features.pullDiagnostics || this.features.refreshDiagnostics),
      configurationOf: (uri) => this.configurationOf(uri),
      delay: environment.delay,
      changed: ({ uri }) => {
        this.announceSoon(uri);
        this.refreshes.findings();
      },
    });
    this.diagnostics = new DiagnosticsService(connection, this.shown, {
      optionsFor: (uri) => this.diagnosticOptions(uri),
      writesLists: environment.writesLists === true,
    });
    this.projects = new ProjectService(connection, {
      documents: () => this.documents.all(),
      unmatchedIn: (document) => this.analyses.resultOf(document).unmatched,
      optionsFor: (uri) => this.diagnosticOptions(uri),
      changed: () => this.projectsHaveChanged(),
      refresh: () => this.refreshes.findings(),
    });
    const watch = new ReportWatch(connection, () => this.features);
    this.reports = new ReportIndex({
      engine: this.engine,
      projectOf: async (uri) => ((await this.projects.governingFile(uri))?.resolved.forFile(uri) ?? DEFAULT_CONFIGURATION).project,
      watch: (where) => watch.start(where),
      pause: () => new Promise((resolve) => environment.schedule(resolve)),
    });
    this.settings = new SettingsStore(
      connection,
      (id) => this.engine.ruleName(id) !== undefined,
      () => this.settingsChanged(),
    );
    this.coalescer = new Coalescer(environment.schedule, (uri) => {
      const told = uri === PROJECT_FILES ? this.announceProjects() : this.announce(uri);
      told.catch((error: unknown) => logFailure(connection, 'announce', error));
    });
  }

  register(initialized: InitializeParams | undefined): void {
    const { connection, documents } = this;
    if (initialized === undefined) connection.onInitialize((params) => this.initialize(params));
    else this.initialize(initialized);
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration((params) => this.configurationChanged(params));
    documents.onDidChangeContent(({ document }) => this.contentChanged(document));
    documents.onDidOpen(({ document }) => this.projects.lookAgain([document.uri]));
    documents.onDidClose(({ document }) => this.closed(document));
    documents.onDidSave(({ document }) => {
      if (!isProjectFile(document.uri)) this.shown.saved(document);
      if (this.features.watchesFiles) return;
      this.projects.filesChanged();
      this.reports.forgetAll();
    });
    connection.onNotification(LOOK_AGAIN_NOTIFICATION, () => this.projects.lookAgain(documents.keys()));
    connection.onDidChangeWatchedFiles(({ changes }) => this.filesChanged(changes));
    this.registerRequests();
    documents.listen(connection);
  }

  private registerRequests(): void {
    const { connection } = this;
    connection.languages.diagnostics.on(
      guarded(connection, 'textDocument/diagnostic', emptyDiagnostics, (params, token) => this.diagnose(params, token)),
    );
    registerRequests(this.requestContext());
  }

  private requestContext(): RequestContext {
    const { connection, engine, analyses, shown, projects, documents } = this;
    const related = new WorkspaceReports(this.reports, {
      documents: () => documents.all(),
      analyses,
      folders: () => projects.openFolders,
      previousYearFolder: (uri) => projects.previousYearFolder(uri),
      ready: (uri) => this.ready(uri),
    });
    return {
      connection,
      engine,
      analyses,
      shown,
      projects,
      related,
      features: () => this.features,
      settings: () => this.settings.current,
      runsCommand: (command) => this.commands.includes(command),
      document: (uri) => documents.get(uri),
      openDocuments: () => documents.all(),
      ready: (uri) => this.ready(uri),
      configurationOf: (uri) => this.configurationOf(uri),
      diagnosticOptions: (uri) => this.diagnosticOptions(uri),
      onReport: (method, empty, answer, whenChanged) => this.onReport(method, empty, answer, whenChanged),
    };
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.features = readFeatures(params.capabilities, params.initializationOptions);
    const options = ownSection(params.initializationOptions);
    this.wantsStatus = isRecord(options) && options.status === true;
    this.wantsQuiet = isRecord(options) && options.quietWhileTyping === true;
    this.commands = isRecord(options) && Array.isArray(options.commands) ? options.commands : [];
    this.settings.initialize(options);
    this.projects.initialize(params, this.features, isRecord(options) && options.readsFiles === true, this.environment.files);
    const findsReports = isRecord(options) && options.findsReports === true;
    this.reports.readThrough(
      findsReports ? clientReportFiles(this.connection) : (this.environment.reportFiles?.(REPORT_READER) ?? NO_REPORT_FILES),
    );
    return { capabilities: serverCapabilities(this.features), serverInfo: { ...this.environment.info } };
  }

  private initialized(): void {
    this.projects.initialized();
    if (this.features.registersFormatting) offerFormatting(this.connection);
    if (!this.features.configuration) return;
    if (this.features.registersConfiguration) {
      this.connection.client
        .register(DidChangeConfigurationNotification.type, { section: CONFIGURATION_SECTION })
        .catch((error: unknown) => logFailure(this.connection, 'client/registerCapability', error));
    }
    this.settings.fetch(true);
  }

  private configurationChanged(params: DidChangeConfigurationParams): void {
    if (this.features.configuration) this.settings.fetch(false);
    else this.settings.take(params.settings);
  }

  private settingsChanged(): void {
    this.shown.forget();
    for (const uri of this.documents.keys()) this.announceSoon(uri);
    this.refreshes.everything();
  }

  private contentChanged(document: OpenDocument): void {
    const { uri } = document;
    this.projects.documentChanged(uri);
    if (isProjectFile(uri)) {
      this.projectsHaveChanged();
      return;
    }
    this.shown.edited(document);
    this.announceSoon(uri);
  }

  private announceSoon(uri: string): void {
    if (!this.features.pullDiagnostics || this.wantsStatus) this.coalescer.add(uri);
    this.coalescer.add(PROJECT_FILES);
  }

  /** What is no project file is a report, or nothing that matters. */
  private filesChanged(changes: readonly FileEvent[]): void {
    if (changes.some(({ uri, type }) => this.projects.mayConcern(uri) || (type === FileChangeType.Changed && !isTextFile(uri)))) {
      this.projects.filesChanged();
    }
    this.reports.filesChanged(changes.map(({ uri, type }) => ({ uri, isNewOrGone: type !== FileChangeType.Changed })));
  }

  private projectsHaveChanged(): void {
    this.reports.projectsChanged();
    this.projectsChanged = true;
    this.coalescer.add(PROJECT_FILES);
  }

  private announceProjects(): Promise<void> {
    if (this.projectsChanged) {
      this.projectsChanged = false;
      this.settingsChanged();
    }
    return this.projects.announce();
  }

  /** What a document is checked under, as far as it is known: `ready` first. */
  private configurationOf(uri: string): CheckConfiguration {
    return this.projects.governing(uri)?.resolved.forFile(uri) ?? this.settings.current.configuration;
  }

  /** Resolves when it is known what a document is checked under. */
  private async ready(uri: string): Promise<void> {
    await this.settings.settled();
    await this.projects.settle(uri);
  }

  private closed(document: OpenDocument): void {
    const { uri } = document;
    this.coalescer.remove(uri);
    this.shown.closed(document);
    this.analyses.drop(uri);
    this.reports.closed(uri);
    this.projects.documentClosed(uri);
    this.coalescer.add(PROJECT_FILES);
    this.diagnostics.closed(uri);
  }

  /** Tells the client what it does not ask for: diagnostics where it cannot pull them, and the status where it wants it. */
  private async announce(uri: string): Promise<void> {
    await this.ready(uri);
    const document = this.documents.get(uri);
    if (document === undefined || isProjectFile(uri)) return;
    if (!this.features.pullDiagnostics) this.diagnostics.publish(document, this.features.diagnosticVersion);
    if (this.wantsStatus) this.sendStatus(document);
  }

  private sendStatus(document: OpenDocument): void {
    const report = this.analyses.reportOf(document);
    const { locale } = this.settings.current;
    const { report: checked, findings } = this.shown.of(document);
    const status =
      report === undefined
        ? uncheckedStatus(locale)
        : { ...checkedStatus(report, findings, locale, checked), milliseconds: this.analyses.millisecondsOf(document) };
    const params: StatusParams = { uri: document.uri, version: document.version, ...status };
    // A client that is gone is no failure.
    this.connection.sendNotification(STATUS_NOTIFICATION, params).catch(() => undefined);
  }

  private async diagnose(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const { uri } = textDocument;
    const document = await this.newest(uri, token);
    if (document === undefined) return emptyDiagnostics();
    if (!isProjectFile(uri)) return this.diagnostics.answer(document, previousResultId);
    const ofProject = await this.projects.diagnosticsOf(uri);
    return this.documents.get(uri) === undefined ? emptyDiagnostics() : this.diagnostics.answerForProject(uri, ofProject, previousResultId);
  }

  /**
   * A document read as it stands when no further edits are coming in; undefined where it was closed, or the request cancelled.
   * Where reading took long, what has come in meanwhile is heard before more is done.
   */
  private async newest(uri: string, token: CancellationToken): Promise<OpenDocument | undefined> {
    for (;;) {
      await this.coalescer.quiet();
      await this.ready(uri);
      const document = this.documents.get(uri);
      if (document === undefined || token.isCancellationRequested) return undefined;
      const { version } = document;
      this.analyses.reportOf(document);
      if (document.getText().length < LONG_TEXT) return document;
      await this.coalescer.quiet();
      if (token.isCancellationRequested) return undefined;
      if (this.documents.get(uri) === document && document.version === version) return document;
    }
  }

  private diagnosticOptions(uri: string): DiagnosticOptions {
    const { relatedInformation, codeDescription, diagnosticData } = this.features;
    return { uri, locale: this.settings.current.locale, relatedInformation, codeDescription, data: diagnosticData };
  }

  /** See `RequestContext.onReport`. */
  private onReport<P extends { readonly textDocument: { readonly uri: string } }, R>(
    method: string,
    empty: R,
    answer: (report: Report, params: P, document: OpenDocument, token: CancellationToken) => R | Promise<R>,
    whenChanged: WhenChanged = 'answer',
  ): ReturnType<typeof guarded<P, R>> {
    return guarded(
      this.connection,
      method,
      () => empty,
      async (params: P, token: CancellationToken) => {
        const { uri } = params.textDocument;
        const version = this.documents.get(uri)?.version;
        const document = await this.newest(uri, token);
        if (document === undefined) return empty;
        const hasChanged = (): boolean => whenChanged === 'refuse' && document.version !== version;
        if (hasChanged()) return contentModified();
        const report = this.analyses.reportOf(document);
        if (report === undefined) return empty;
        const answered = await answer(report, params, document, token);
        return hasChanged() ? contentModified() : answered;
      },
    );
  }
}

/** Length (UTF-16) from which reading a text takes so long that much may come in meanwhile. */
const LONG_TEXT = 1_000_000;

function contentModified(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.ContentModified, 'content modified');
}

function emptyDiagnostics(): DocumentDiagnosticReport {
  return { kind: 'full', items: [] };
}
