import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { type DiagnosticList, Wordings } from '../language/diagnostic-list.js';
import { type DiagnosticOptions, sameDiagnostics, toDiagnostics } from '../language/diagnostics.js';
import type { OpenDocument } from './open-document.js';
import { type Comparable, DiagnosticResults } from './results.js';
import type { Shown, ShownFindings } from './shown-findings.js';

/** How diagnostics are to be made and sent. */
export interface DiagnosticsHost {
  readonly optionsFor: (uri: string) => DiagnosticOptions;
  /** Whether the connection's writer takes a `DiagnosticList` for the diagnostics. */
  readonly writesLists: boolean;
}

/** Answers and publishes the diagnostics of the open documents, and sends nothing that the client holds already. */
export class DiagnosticsService {
  private readonly results = new DiagnosticResults<DiagnosticList>();
  private readonly resultsOfProjects = new DiagnosticResults<ProjectDiagnostics>();
  private readonly wordings = new Map<string, Wordings>();
  /** What was published last. */
  private readonly published = new Map<string, DiagnosticList>();

  constructor(
    private readonly connection: Connection,
    private readonly shown: ShownFindings,
    private readonly host: DiagnosticsHost,
  ) {}

  /**
   * The answer to a pull: `unchanged` where the client holds the result already. It has moved its diagnostics with the text,
   * so the same holds for those of an earlier text; a client that holds no such ones is answered anew.
   */
  answer(document: OpenDocument, previousResultId: string | undefined): DocumentDiagnosticReport {
    const { uri } = document;
    let shown = this.shown.of(document);
    if (!shown.isCurrent) {
      if (previousResultId !== undefined && previousResultId === this.results.lastId(uri)) {
        return { kind: 'unchanged', resultId: previousResultId };
      }
      shown = this.shown.anew(document);
    }
    const list = this.listOf(uri, shown);
    const resultId = this.results.idFor(uri, list);
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: this.toSend(uri, shown, list) };
  }

  /** The answer to a pull for a project file, of which the diagnostics are known. */
  answerForProject(uri: string, diagnostics: readonly Diagnostic[], previousResultId: string | undefined): DocumentDiagnosticReport {
    const resultId = this.resultsOfProjects.idFor(uri, new ProjectDiagnostics(diagnostics));
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: [...diagnostics] };
  }

  /**
   * Publishes the diagnostics of a document, unless they are those of an earlier text: the client has them, and has moved them.
   *
   * @param namesVersion whether the client wants to know for which version they hold: it is then told of every one,
   *   another client only of those that differ.
   */
  publish(document: OpenDocument, namesVersion: boolean): void {
    const { uri, version } = document;
    const shown = this.shown.of(document);
    if (!shown.isCurrent) return;
    const list = this.listOf(uri, shown);
    const last = this.published.get(uri);
    const concerns = list.length > 0 || (last !== undefined && last.length > 0) || shown.report !== undefined;
    if (!concerns || (!namesVersion && last?.sameAs(list) === true)) return;
    this.published.set(uri, list);
    this.send({ uri, ...(namesVersion ? { version } : {}), diagnostics: this.toSend(uri, shown, list) });
  }

  /** Forgets a document that was closed, and has the client forget what was published of it. */
  closed(uri: string): void {
    this.results.drop(uri);
    this.resultsOfProjects.drop(uri);
    this.wordings.delete(uri);
    const last = this.published.get(uri);
    this.published.delete(uri);
    if (last !== undefined && last.length > 0) this.send({ uri, diagnostics: [] });
  }

  private listOf(uri: string, { report, findings }: Shown): DiagnosticList {
    const wordings = this.wordingsFor(uri);
    return report === undefined ? wordings.none : wordings.listOf(report.source, findings);
  }

  private wordingsFor(uri: string): Wordings {
    const options = this.host.optionsFor(uri);
    const known = this.wordings.get(uri);
    if (known?.options.locale === options.locale) return known;
    const wordings = new Wordings(options);
    this.wordings.set(uri, wordings);
    return wordings;
  }

  /** A list as what the connection takes: itself for a writer that knows it, which is all that ever looks into it. */
  private toSend(uri: string, { report, findings }: Shown, list: DiagnosticList): Diagnostic[] {
    if (this.host.writesLists) return list as unknown as Diagnostic[];
    return report === undefined ? [] : toDiagnostics(report.source, findings, this.host.optionsFor(uri));
  }

  private send(params: Parameters<Connection['sendDiagnostics']>[0]): void {
    // A client that is gone is no failure.
    this.connection.sendDiagnostics(params).catch(() => undefined);
  }
}

class ProjectDiagnostics implements Comparable<ProjectDiagnostics> {
  constructor(private readonly diagnostics: readonly Diagnostic[]) {}

  sameAs({ diagnostics }: ProjectDiagnostics): boolean {
    return sameDiagnostics(this.diagnostics, diagnostics);
  }
}
