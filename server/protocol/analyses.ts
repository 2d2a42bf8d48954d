import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckConfiguration } from '../check/configuration.js';
import type { Finding } from '../check/finding.js';
import type { Report } from '../report/report.js';
import { SourceText } from '../text/source-text.js';
import type { Engine } from './engine.js';
import { LANGUAGE_ID } from './messages.js';

interface Analysis {
  readonly document: TextDocument;
  readonly version: number;
  readonly report: Report | undefined;
  checked: { readonly configuration: CheckConfiguration; readonly findings: readonly Finding[] } | undefined;
}

/** Keeps what is known of each open document: read once a version, checked once a version and configuration. */
export class Analyses {
  private readonly analyses = new Map<string, Analysis>();

  constructor(private readonly engine: Engine) {}

  /**
   * The report that a document holds. Documents of our language always are one; others only where
   * their content is, and else undefined.
   */
  reportOf(document: TextDocument): Report | undefined {
    return this.analysisOf(document).report;
  }

  /** The findings in a document; none where it is not checked. */
  findingsOf(document: TextDocument, configuration: CheckConfiguration): readonly Finding[] {
    const analysis = this.analysisOf(document);
    if (analysis.report === undefined) return [];
    if (analysis.checked?.configuration !== configuration) {
      analysis.checked = { configuration, findings: this.engine.check(analysis.report, configuration) };
    }
    return analysis.checked.findings;
  }

  /** Forgets a document that was closed. */
  drop(uri: string): void {
    this.analyses.delete(uri);
  }

  private analysisOf(document: TextDocument): Analysis {
    const known = this.analyses.get(document.uri);
    if (known !== undefined && known.document === document && known.version === document.version) return known;
    const analysis: Analysis = {
      document,
      version: document.version,
      report: this.read(document),
      checked: undefined,
    };
    this.analyses.set(document.uri, analysis);
    return analysis;
  }

  private read(document: TextDocument): Report | undefined {
    const text = document.getText();
    const isOurs = document.languageId === LANGUAGE_ID;
    if (!isOurs && !this.engine.looksLikeReport(text)) return undefined;
    const report = this.engine.parse(new SourceText(text));
    return isOurs || report.isReport ? report : undefined;
  }
}
