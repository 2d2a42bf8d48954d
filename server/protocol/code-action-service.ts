import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { CheckConfiguration } from '../check/configuration.js';
import { type CodeActionContext, type CodeActionData, codeActions, fixAllEdits, resolveFixAll } from '../language/codeActions.js';
import type { DiagnosticOptions } from '../language/diagnostics.js';
import { ignoreEdit } from '../language/ignoreEdit.js';
import { toSpan } from '../language/ranges.js';
import type { Report } from '../report/report.js';
import type { SourceEdit } from '../rules/rule.js';
import { isRecord } from '../text/is-record.js';
import type { Analyses } from './analyses.js';
import type { Engine } from './engine.js';
import type { ClientFeatures } from './features.js';
import type { OpenDocument } from './open-document.js';
import type { ProjectService } from './project-service.js';
import type { ShownFindings } from './shown-findings.js';

/** What the service needs of the server. */
export interface CodeActionHost {
  readonly engine: Engine;
  readonly analyses: Analyses;
  readonly shown: ShownFindings;
  readonly projects: ProjectService;
  readonly features: () => ClientFeatures;
  readonly configurationOf: (uri: string) => CheckConfiguration;
  readonly diagnosticOptions: (uri: string) => DiagnosticOptions;
}

/** Offers code actions in the form that the client takes. */
export class CodeActionService {
  constructor(private readonly host: CodeActionHost) {}

  /** The actions at a range of a report. */
  actionsAt(document: OpenDocument, report: Report, { range, context }: CodeActionParams): CodeAction[] {
    if (!this.host.features().codeActionLiterals) return [];
    return codeActions(
      { span: toSpan(report.source, range), ...(context.only === undefined ? {} : { only: context.only }) },
      this.contextOf(document, report, isForSource(context.only)),
    );
  }

  /** Whether the actions that a project file has are of a kind that is asked for. */
  offersForProject({ context: { only = [] } }: CodeActionParams): boolean {
    return (
      this.host.features().codeActionLiterals && (only.length === 0 || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix))
    );
  }

  /** An action with its edit, given the document that it is for; without one where that has changed since. */
  resolve(action: CodeAction, document: OpenDocument | undefined): CodeAction {
    const data = readActionData(action.data);
    const report = document === undefined ? undefined : this.host.analyses.reportOf(document);
    // An edit made for another version would land in the wrong place.
    if (data === undefined || document?.version !== data.version || report === undefined) return action;
    return { ...action, edit: resolveFixAll(data, this.contextOf(document, report, true)) };
  }

  /** What mends all of a report that can be mended safely; nothing where there is nothing such. */
  fixAllEdits(document: OpenDocument, report: Report): readonly SourceEdit[] {
    const context = this.contextOf(document, report, true);
    return context.findings.some(({ fixable }) => fixable === 'safe') ? fixAllEdits(context) : [];
  }

  /** @param isWhole whether it is about all that is found in the text, also what is not shown while somebody types. */
  private contextOf(document: OpenDocument, report: Report, isWhole: boolean): CodeActionContext {
    const { engine, analyses, shown, projects, features, configurationOf, diagnosticOptions } = this.host;
    const { uri, version } = document;
    const configuration = configurationOf(uri);
    const { documentChanges, snippetEdits, resolvesEdits } = features();
    const { findings: visible, isCurrent } = shown.of(document);
    // An edit is made for the text as it stands, whenever its finding was shown.
    const findings = isCurrent && !isWhole ? visible : analyses.resultOf(document).findings;
    const ignoreTarget = projects.ignoreTarget(uri);
    return {
      report,
      findings,
      ...(ignoreTarget === undefined ? {} : { ignore: (finding) => ignoreEdit(report, finding, findings, uri, ignoreTarget) }),
      target: { uri, version, documentChanges, snippetEdits },
      diagnostics: diagnosticOptions(uri),
      fixAll: (only) => engine.fixAll(report.source.text, configuration, only),
      ruleName: engine.ruleName,
      resolvesEdits,
    };
  }
}

/** Whether only source actions are asked for, as when a file is saved: it is then all finished. */
function isForSource(only: readonly string[] = []): boolean {
  return only.length > 0 && only.every((kind) => kind === CodeActionKind.Source || kind.startsWith(`${CodeActionKind.Source}.`));
}

/** The data of an action whose edit is made only when it is chosen; undefined where a client sends something else. */
export function readActionData(data: unknown): CodeActionData | undefined {
  if (!isRecord(data) || typeof data.uri !== 'string' || typeof data.version !== 'number') return undefined;
  return { uri: data.uri, version: data.version, ...(typeof data.rule === 'string' ? { rule: data.rule } : {}) };
}
