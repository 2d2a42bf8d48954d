import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Connection,
  type DidChangeConfigurationParams,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckConfiguration } from '../check/configuration.js';
import { type CodeActionContext, type CodeActionData, codeActions, resolveFixAll } from '../language/codeActions.js';
import { completion } from '../language/completion.js';
import { type DiagnosticOptions, toDiagnostics } from '../language/diagnostics.js';
import { foldingRanges } from '../language/folding.js';
import { hover } from '../language/hover.js';
import { ignoreEdit } from '../language/ignoreEdit.js';
import { flatOutline, outline } from '../language/outline.js';
import { toSpan } from '../language/ranges.js';
import { checkedStatus, uncheckedStatus } from '../language/status.js';
import type { Report } from '../report/report.js';
import { Analyses } from './analyses.js';
import { serverCapabilities } from './capabilities.js';
import { Coalescer, type Schedule } from './coalescer.js';
import { ENGINE, type Engine } from './engine.js';
import { type ClientFeatures, readFeatures } from './features.js';
import { guarded, logFailure } from './guard.js';
import { CONFIGURATION_SECTION, STATUS_NOTIFICATION, type StatusParams } from './messages.js';
import type { ProjectFiles } from './project-files.js';
import { ProjectService } from './project-service.js';
import { isProjectFile } from './projects.js';
import { DiagnosticResults } from './results.js';
import { isRecord } from '../text/is-record.js';
import { ownSection, SettingsStore } from './settings-store.js';

/** What the platform gives to the server. */
export interface ServerEnvironment {
  /** Name and version that the server tells its clients. */
  readonly info: { readonly name: string; readonly version: string };
  readonly schedule: Schedule;
  /** Reads project files where the client does not; absent where nothing can be read. */
  readonly files?: ProjectFiles;
  /** Absent for the real one. */
  readonly engine?: Engine;
}

/**
 * Wires the language service to a connection: documents, diagnostics, outline, folding, completion,
 * hover, code actions, status, settings. The caller calls `connection.listen()` afterwards.
 */
export function createServer(connection: Connection, environment: ServerEnvironment): void {
  new Server(connection, environment).register();
}

/** Key under which the coalescer tells of project files; no document has it. */
const PROJECT_FILES = '';

class Server {
  private readonly engine: Engine;
  private readonly documents = new TextDocuments(TextDocument);
  private readonly analyses: Analyses;
  private readonly results = new DiagnosticResults();
  private readonly coalescer: Coalescer;
  private readonly settings: SettingsStore;
  private readonly projects: ProjectService;
  /** Documents whose published diagnostics are not empty. */
  private readonly published = new Set<string>();
  private features: ClientFeatures = readFeatures({});
  private wantsStatus = false;
  /** Project files have changed since the open reports were checked. */
  private projectsChanged = false;

  constructor(
    private readonly connection: Connection,
    private readonly environment: ServerEnvironment,
  ) {
    this.engine = environment.engine ?? ENGINE;
    this.analyses = new Analyses(this.engine, (uri) => this.configurationOf(uri));
    this.projects = new ProjectService(connection, {
      documents: () => this.documents.all(),
      unmatchedIn: (document) => this.analyses.resultOf(document).unmatched,
      optionsFor: (uri) => this.diagnosticOptions(uri),
      changed: () => this.projectsHaveChanged(),
      refresh: () => this.refresh(),
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

  register(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration((params) => this.configurationChanged(params));
    documents.onDidChangeContent(({ document }) => this.contentChanged(document));
    documents.onDidClose(({ document }) => this.closed(document));
    documents.onDidSave(() => {
      if (!this.features.watchesFiles) this.projects.filesChanged();
    });
    connection.onDidChangeWatchedFiles(() => this.projects.filesChanged());
    this.registerRequests();
    documents.listen(connection);
  }

  private registerRequests(): void {
    const { connection } = this;
    connection.languages.diagnostics.on(
      guarded(connection, 'textDocument/diagnostic', emptyDiagnostics, (params) => this.diagnose(params)),
    );
    connection.onDocumentSymbol(
      this.onReport('textDocument/documentSymbol', [], (report, { textDocument }) =>
        this.features.hierarchicalSymbols
          ? outline(report, this.settings.current.locale)
          : flatOutline(report, this.settings.current.locale, textDocument.uri),
      ),
    );
    connection.onFoldingRanges(
      this.onReport('textDocument/foldingRange', [], (report) => foldingRanges(report, this.features.foldingLimit)),
    );
    connection.onHover(
      this.onReport(
        'textDocument/hover',
        null,
        (report, params: { textDocument: { uri: string }; position: CompletionParams['position'] }) =>
          hover(report, params.position, {
            locale: this.settings.current.locale,
            markdown: this.features.markdownHover,
          }) ?? null,
      ),
    );
    connection.onCompletion(this.onReport('textDocument/completion', null, (report, params) => this.complete(report, params)));
    const onReportActions = this.onReport('textDocument/codeAction', [], (report, params: CodeActionParams) =>
      this.actions(report, params),
    );
    const onProjectActions = guarded(
      connection,
      'textDocument/codeAction',
      () => [],
      (params: CodeActionParams) => this.projectActions(params),
    );
    connection.onCodeAction((params, token) =>
      isProjectFile(params.textDocument.uri) ? onProjectActions(params, token) : onReportActions(params, token),
    );
    connection.onCodeActionResolve(
      guarded(
        connection,
        'codeAction/resolve',
        (action) => action,
        (action) => this.resolveAction(action),
      ),
    );
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.features = readFeatures(params.capabilities);
    const options = ownSection(params.initializationOptions);
    this.wantsStatus = isRecord(options) && options.status === true;
    this.settings.initialize(options);
    this.projects.initialize(params, this.features, isRecord(options) && options.readsFiles === true, this.environment.files);
    return { capabilities: serverCapabilities(this.features), serverInfo: { ...this.environment.info } };
  }

  private initialized(): void {
    this.projects.initialized();
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
    for (const uri of this.documents.keys()) this.announceSoon(uri);
    this.refresh();
  }

  private refresh(): void {
    if (!this.features.pullDiagnostics || !this.features.refreshDiagnostics) return;
    Promise.resolve(this.connection.languages.diagnostics.refresh()).catch((error: unknown) =>
      logFailure(this.connection, 'workspace/diagnostic/refresh', error),
    );
  }

  private contentChanged({ uri }: { readonly uri: string }): void {
    this.projects.documentChanged(uri);
    if (isProjectFile(uri)) this.projectsHaveChanged();
    else this.announceSoon(uri);
  }

  private announceSoon(uri: string): void {
    if (!this.features.pullDiagnostics || this.wantsStatus) this.coalescer.add(uri);
    this.coalescer.add(PROJECT_FILES);
  }

  private projectsHaveChanged(): void {
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

  private closed({ uri }: TextDocument): void {
    this.coalescer.remove(uri);
    this.analyses.drop(uri);
    this.results.drop(uri);
    this.projects.documentClosed(uri);
    this.coalescer.add(PROJECT_FILES);
    if (this.published.delete(uri)) this.sent(this.connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  /** Tells the client what it does not ask for: diagnostics where it cannot pull them, and the status where it wants it. */
  private async announce(uri: string): Promise<void> {
    await this.ready(uri);
    const document = this.documents.get(uri);
    if (document === undefined || isProjectFile(uri)) return;
    if (!this.features.pullDiagnostics) this.publish(document);
    if (this.wantsStatus) this.sendStatus(document);
  }

  private publish(document: TextDocument): void {
    const { uri, version } = document;
    const diagnostics = this.diagnosticsOf(document);
    const isNews = diagnostics.length > 0 || this.published.has(uri) || this.analyses.reportOf(document) !== undefined;
    if (!isNews) return;
    if (diagnostics.length > 0) this.published.add(uri);
    else this.published.delete(uri);
    this.sent(
      this.connection.sendDiagnostics({
        uri,
        diagnostics,
        ...(this.features.diagnosticVersion ? { version } : {}),
      }),
    );
  }

  private sendStatus(document: TextDocument): void {
    const report = this.analyses.reportOf(document);
    const { locale } = this.settings.current;
    const status =
      report === undefined ? uncheckedStatus(locale) : checkedStatus(report, this.analyses.resultOf(document).findings, locale);
    const params: StatusParams = { uri: document.uri, version: document.version, ...status };
    this.sent(this.connection.sendNotification(STATUS_NOTIFICATION, params));
  }

  private async diagnose({ textDocument, previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    await this.ready(textDocument.uri);
    const ofProject = isProjectFile(textDocument.uri) ? await this.projects.diagnosticsOf(textDocument.uri) : undefined;
    const document = this.documents.get(textDocument.uri);
    if (document === undefined) return emptyDiagnostics();
    const { id, diagnostics } = this.results.resultFor(document.uri, ofProject ?? this.diagnosticsOf(document));
    if (id === previousResultId) return { kind: 'unchanged', resultId: id };
    return { kind: 'full', resultId: id, items: [...diagnostics] };
  }

  private diagnosticsOf(document: TextDocument): ReturnType<typeof toDiagnostics> {
    const report = this.analyses.reportOf(document);
    if (report === undefined) return [];
    return toDiagnostics(report.source, this.analyses.resultOf(document).findings, this.diagnosticOptions(document.uri));
  }

  private complete(report: Report, { position, context }: CompletionParams): CompletionList {
    const { snippets, insertTextMode, labelDetails } = this.features;
    return completion(report, position, {
      locale: this.settings.current.locale,
      snippets,
      insertTextMode,
      labelDetails,
      uninvited: context?.triggerKind === CompletionTriggerKind.TriggerCharacter,
    });
  }

  private actions(report: Report, { textDocument, range, context }: CodeActionParams): CodeAction[] {
    const document = this.documents.get(textDocument.uri);
    if (document === undefined || !this.features.codeActionLiterals) return [];
    return codeActions(
      { span: toSpan(report.source, range), ...(context.only === undefined ? {} : { only: context.only }) },
      this.actionContext(document, report),
    );
  }

  private async projectActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const { only = [] } = context;
    if (!this.features.codeActionLiterals || (only.length > 0 && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)))
      return [];
    await this.settings.settled();
    const document = this.documents.get(textDocument.uri);
    return document === undefined ? [] : this.projects.actionsAt(document, range);
  }

  private async resolveAction(action: CodeAction): Promise<CodeAction> {
    const data = readActionData(action.data);
    if (data !== undefined) await this.ready(data.uri);
    const document = data === undefined ? undefined : this.documents.get(data.uri);
    const report = document === undefined ? undefined : this.analyses.reportOf(document);
    // An edit made for another version would land in the wrong place.
    if (data === undefined || document?.version !== data.version || report === undefined) return action;
    return { ...action, edit: resolveFixAll(data, this.actionContext(document, report)) };
  }

  private actionContext(document: TextDocument, report: Report): CodeActionContext {
    const { uri } = document;
    const configuration = this.configurationOf(uri);
    const { documentChanges, snippetEdits, resolvesEdits } = this.features;
    const { findings } = this.analyses.resultOf(document);
    const ignoreTarget = this.projects.ignoreTarget(uri);
    return {
      report,
      findings,
      ...(ignoreTarget === undefined ? {} : { ignore: (finding) => ignoreEdit(report, finding, findings, uri, ignoreTarget) }),
      target: { uri: document.uri, version: document.version, documentChanges, snippetEdits },
      diagnostics: this.diagnosticOptions(document.uri),
      fixAll: (only) => this.engine.fixAll(report.source.text, configuration, only),
      ruleName: this.engine.ruleName,
      resolvesEdits,
    };
  }

  private diagnosticOptions(uri: string): DiagnosticOptions {
    const { relatedInformation, codeDescription, diagnosticData } = this.features;
    return { uri, locale: this.settings.current.locale, relatedInformation, codeDescription, data: diagnosticData };
  }

  /** A handler for requests about a document that is checked; any other one is answered with nothing. */
  private onReport<P extends { readonly textDocument: { readonly uri: string } }, R>(
    method: string,
    empty: R,
    answer: (report: Report, params: P) => R,
  ): ReturnType<typeof guarded<P, R>> {
    return guarded(
      this.connection,
      method,
      () => empty,
      async (params: P, token: CancellationToken) => {
        await this.ready(params.textDocument.uri);
        const document = this.documents.get(params.textDocument.uri);
        if (document === undefined || token.isCancellationRequested) return empty;
        const report = this.analyses.reportOf(document);
        return report === undefined ? empty : answer(report, params);
      },
    );
  }

  /** A client that is gone is no failure of a notification. */
  private sent(sending: Promise<void>): void {
    sending.catch(() => undefined);
  }
}

function emptyDiagnostics(): DocumentDiagnosticReport {
  return { kind: 'full', items: [] };
}

function readActionData(data: unknown): CodeActionData | undefined {
  if (!isRecord(data) || typeof data.uri !== 'string' || typeof data.version !== 'number') return undefined;
  return { uri: data.uri, version: data.version, ...(typeof data.rule === 'string' ? { rule: data.rule } : {}) };
}
