import { Disposable, type ExtensionContext, languages, type TextDocument, type WebviewPanel, window, workspace } from 'vscode';
import { looksLikeReport, RECOGNITION_LENGTH } from '../server/report/recognition.js';
import { Checker } from './checker.js';
import { ChecklistPlace } from './checklistPlace.js';
import type { ClientContext } from './clientContext.js';
import { registerCommands } from './commands.js';
import { readHead } from './documentHead.js';
import { isGarbled, reopenGarbledReport } from './encoding.js';
import { FIGURES_VIEW } from './figures/messages.js';
import type { IsLocked } from './knownReadOnly.js';
import type { CreateClient } from './languageClient.js';
import { REPORT_LANGUAGE } from './languages.js';
import { LateFeatures } from './lateFeatures.js';
import { createSay, type Say } from './messages.js';
import { isProjectFile } from './projectFiles.js';
import { Recognition } from './recognition.js';
import { checksOnSave, readLocale, recognizesReports, SECTION } from './settings.js';
import { Status } from './status.js';
import { isUserFile } from './userFiles.js';

/** What a text speaks of that somebody may take for a report, though it is not recognised as one. */
const NEAR_A_REPORT = /法\s*[治制]|依\s*法/u;

/**
 * What an entry brings along: the parts of the client that are loaded when they are first needed, each asked for again where it
 * could not be loaded, and what the platform knows of files.
 */
export interface PlatformParts {
  readonly isLocked: IsLocked;
  readonly createClient: CreateClient;
  readonly loadFeatures: () => Promise<Pick<typeof import('./reportFeatures.js'), 'createReportFeatures'>>;
}

/**
 * Puts the client together. Nothing but the recognition of reports is loaded and run
 * before the first report, or a command, needs more.
 *
 * @param parts what differs between Node and a browser.
 */
export function activateClient(context: ExtensionContext, parts: PlatformParts): void {
  const say = createSay(readLocale);
  const checker = new Checker(parts.createClient, say, isUserFile);
  const checklist = new ChecklistPlace();
  const isChecked = (document: TextDocument): boolean => status.isChecked(document);
  const { isLocked } = parts;
  const features = lateFeatures({ extension: context, checker, say, isChecked, isLocked }, checklist, parts);
  const needChecker = (): void => {
    checker.need();
    if (checker.state === 'running') features.prepare();
  };
  const recognition = new Recognition({
    isUserDocument: isUserFile,
    isSwitchedOn: recognizesReports,
    headLength: RECOGNITION_LENGTH,
    looksLikeReport: (document) => looksLikeReport(headOf(document)),
    unrecognized: (document) => {
      if (isGarbled(headOf(document))) void reopenGarbledReport(document, say);
    },
    switchToReport: (document) => void switchToReport(document),
    needChecker,
  });
  const status = new Status(checker, {
    say,
    whyUnchecked: (document) =>
      isUserFile(document) && NEAR_A_REPORT.test(headOf(document)) ? recognition.whyUnchecked(document) : undefined,
    timeOfDay: () => new Date().toLocaleTimeString(readLocale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    checksOnSave,
  });
  const inFront = (): void => {
    status.update();
    checklist.follow(window.activeTextEditor, isUserFile);
    // What could not be loaded is tried again when the user comes back to a report.
    if (window.activeTextEditor?.document.languageId === REPORT_LANGUAGE) needChecker();
  };
  checker.onDidChangeState((state) => {
    if (state === 'running') features.prepare();
  });
  context.subscriptions.push(
    checklist,
    checker,
    recognition,
    status,
    registerCommands(checker, say, features),
    listen(checker, recognition, status, inFront),
    restorePanels(features),
  );
  for (const document of workspace.textDocuments) opened(document, checker, recognition);
  inFront();
}

/** Panels of a window that was loaded again are filled by the feature that made them. */
function restorePanels(features: LateFeatures): Disposable {
  return window.registerWebviewPanelSerializer(FIGURES_VIEW, {
    deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => (await features.get())?.restore(FIGURES_VIEW, panel, state),
  });
}

/** The features end with the extension. */
function lateFeatures(context: ClientContext, checklist: ChecklistPlace, { loadFeatures }: PlatformParts): LateFeatures {
  const { checker, extension, say } = context;
  return new LateFeatures({
    load: async () => {
      const { createReportFeatures } = await loadFeatures();
      const features = createReportFeatures(context, checklist);
      extension.subscriptions.push(features);
      return features;
    },
    failed: (error, isTold) => {
      checker.log(error);
      if (isTold) void tellMissing(checker, say);
    },
  });
}

async function tellMissing(checker: Checker, say: Say): Promise<void> {
  const showLog = say('server.showLog');
  if ((await window.showErrorMessage(say('features.missing'), showLog)) === showLog) checker.showLog();
}

/** A project file is checked even where no report is open yet. */
function opened(document: TextDocument, checker: Checker, recognition: Recognition): void {
  if (isProjectFile(document.uri) && isUserFile(document)) checker.need();
  recognition.opened(document);
}

/** Leads what happens in the editor to those who want to know. */
function listen(checker: Checker, recognition: Recognition, status: Status, inFront: () => void): Disposable {
  return Disposable.from(
    workspace.onDidOpenTextDocument((document) => {
      opened(document, checker, recognition);
      if (document === window.activeTextEditor?.document) inFront();
    }),
    workspace.onDidChangeTextDocument((event) => {
      recognition.changed(event);
      status.edited(event);
    }),
    workspace.onDidCloseTextDocument((document) => {
      recognition.closed(document);
      status.closed(document);
    }),
    window.onDidChangeActiveTextEditor(inFront),
    checker.onStatus((params) => status.checked(params)),
    checker.onDidChangeState(() => status.update()),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(SECTION)) return;
      if (event.affectsConfiguration(`${SECTION}.recognizeReports`)) {
        for (const document of workspace.textDocuments) recognition.opened(document);
      }
      status.update();
    }),
  );
}

const headOf = (document: TextDocument): string => readHead(document, RECOGNITION_LENGTH);

async function switchToReport(document: TextDocument): Promise<void> {
  try {
    await languages.setTextDocumentLanguage(document, REPORT_LANGUAGE);
  } catch {
    // It was closed in the meantime.
  }
}
