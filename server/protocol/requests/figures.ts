import { compareFigures, type FigureComparison, figureChange } from '../../folder/compare-figures.js';
import { type FigureRow, figureTable } from '../../language/figure-table.js';
import { NO_PROJECT } from '../../report/project.js';
import { reportFigures } from '../../report/report-figures.js';
import type { Report } from '../../report/report.js';
import { SourceText } from '../../text/source-text.js';
import {
  type ComparedFigureRow,
  FIGURES_REQUEST,
  type FiguresParams,
  type FiguresResult,
  type FiguresSource,
} from '../messages/figures.js';
import type { KnownReport } from '../related-reports.js';
import { ReportAnswers } from '../report-answers.js';
import type { RequestContext } from './request-context.js';

type Asked = FiguresParams & { readonly textDocument: { readonly uri: string } };

/** Answers `fazhiReport/figures`: every figure of a report, beside last year's. */
export function registerFigures(context: RequestContext): void {
  const { connection, settings, onReport } = context;
  const tables = new ReportAnswers((report, locale) => figureTable(report, locale));
  const others = new OtherReports(context);
  const handler = onReport<Asked, FiguresResult | null>(FIGURES_REQUEST, null, async (report, asked, { version }) => {
    const other = await others.of(asked);
    const { locale } = settings();
    const tableOf = (one: Report, uri: string): readonly FigureRow[] => tables.of(one, locale, uri);
    return { ...sourceOf(asked.uri, report), version, ...rowsOf({ uri: asked.uri, report }, other, tableOf) };
  });
  connection.onRequest(FIGURES_REQUEST, (params: FiguresParams, token) => handler({ ...params, textDocument: { uri: params.uri } }, token));
}

function rowsOf(
  own: KnownReport,
  other: KnownReport | undefined,
  tableOf: (report: Report, uri: string) => readonly FigureRow[],
): Pick<FiguresResult, 'rows' | 'previous'> {
  const rows = tableOf(own.report, own.uri);
  if (other === undefined) return { rows: rows.map((row) => ({ ...row, isNew: false })) };
  const otherRows = tableOf(other.report, other.uri);
  const comparison = compareFigures(own.report, other.report);
  const previousOf = changesOf(own.report, other.report, otherRows, comparison);
  return {
    rows: rows.map((row, index) => {
      const previous = previousOf(index);
      return { ...row, isNew: comparison.added.has(index), ...(previous === undefined ? {} : { previous }) };
    }),
    previous: { ...sourceOf(other.uri, other.report), unmatched: comparison.unmatched.flatMap((index) => otherRows[index] ?? []) },
  };
}

/** Gives the figure of the other report, with the change, by the place of the one in this report. */
function changesOf(
  own: Report,
  other: Report,
  otherRows: readonly FigureRow[],
  { counterparts }: FigureComparison,
): (index: number) => ComparedFigureRow['previous'] {
  const now = reportFigures(own);
  const before = reportFigures(other);
  return (index) => {
    const at = counterparts.get(index) ?? -1;
    const figure = now[index];
    const otherFigure = before[at];
    const row = otherRows[at];
    if (figure === undefined || otherFigure === undefined || row === undefined) return undefined;
    return { ...row, change: figureChange(figure, otherFigure) };
  };
}

function sourceOf(uri: string, { title, year, agency }: Report): FiguresSource {
  return {
    uri,
    title: title?.text ?? '',
    ...(year === undefined ? {} : { year: year.value }),
    ...(agency === undefined ? {} : { agency: agency.name }),
  };
}

/** Finds what a report is to be compared with. */
class OtherReports {
  readonly #context: RequestContext;
  /** The last report that came as text: it is asked for again after every edit of the other one. */
  #given: (KnownReport & { readonly text: string }) | undefined;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  /** @returns undefined where none is known */
  async of({ uri, previousUri, previousText }: FiguresParams): Promise<KnownReport | undefined> {
    const { related } = this.#context;
    if (previousUri === undefined) return related.previousOf(uri);
    const known = (await related.all()).find((candidate) => candidate.uri === previousUri);
    if (known !== undefined) return known.uri === uri ? undefined : known;
    return previousText === undefined ? undefined : this.#read(previousUri, previousText);
  }

  #read(uri: string, text: string): KnownReport {
    const { engine } = this.#context;
    const given = this.#given;
    if (given?.uri === uri && given.text === text) return given;
    const report = engine.parse(new SourceText(text), NO_PROJECT);
    this.#given = { uri, report, text };
    return this.#given;
  }
}
