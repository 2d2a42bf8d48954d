import { type QuickPickItem, SnippetString, window, workspace } from 'vscode';
import { isReportYear, isUsableAgency } from '../server/report/new-report-options.js';
import type { AgencyKind } from '../server/report/report.js';
import { isRecord } from '../server/text/is-record.js';
import {
  AGENCIES_REQUEST,
  type AgenciesParams,
  type AgenciesResult,
  AGENCY_KIND_REQUEST,
  type AgencyKindParams,
  type AgencyKindResult,
  NEW_REPORT_REQUEST,
  type NewReportParams,
  type NewReportResult,
} from '../server/protocol/messages/new-report.js';
import { askServer } from './askServer.js';
import type { ClientContext, Feature } from './clientContext.js';
import { fillWithSnippet, openDraft } from './drafts.js';
import { REPORT_LANGUAGE } from './languages.js';
import type { MessageKey } from './messages.js';
import { yearReportedAt } from './reportYear.js';

/** Begins a new report: asks for agency, kind and year, and opens a skeleton with its first blank selected. */
export function createNewReport(context: ClientContext): Feature {
  return { commands: { newReport: (given) => startNewReport(context, given) }, dispose: () => undefined };
}

/** Under which the agency of the last new report is remembered. */
const AGENCY_KEY = 'fazhiReport.agency';
const STEPS = 3;

async function startNewReport(context: ClientContext, given: unknown): Promise<void> {
  const known = isRecord(given) ? given : {};
  const agency = typeof known['agency'] === 'string' ? known['agency'].trim() : await askAgency(context);
  if (agency === undefined) return;
  const kind = kindOf(known['kind']) ?? (isComplete(known) ? undefined : await askKind(context, agency));
  if (kind === undefined && !isComplete(known)) return;
  const year = typeof known['year'] === 'number' ? known['year'] : await askYear(context);
  if (year === undefined) return;
  const { say } = context;
  const params: NewReportParams = { agency, year, ...(kind === undefined ? {} : { kind }) };
  const made = isReportYear(year) ? await askServer<NewReportParams, NewReportResult | null>(context, NEW_REPORT_REQUEST, params) : null;
  if (made === undefined) return;
  if (made === null) {
    void window.showWarningMessage(say('newReport.badOptions', agency, year));
    return;
  }
  const editor = await openDraft({ title: made.title, folder: workspace.workspaceFolders?.[0]?.uri, language: REPORT_LANGUAGE });
  if (await fillWithSnippet(editor, new SnippetString(made.snippet))) await remember(context, agency);
  else void window.showWarningMessage(say('draft.failed'));
}

/** Whether nothing is left to be asked: the kind can be read from the name. */
function isComplete(known: Readonly<Record<string, unknown>>): boolean {
  return typeof known['agency'] === 'string' && typeof known['year'] === 'number';
}

/** Where more than one agency is known they are offered first; any other can be written. */
async function askAgency(context: ClientContext): Promise<string | undefined> {
  const { extension, say } = context;
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  const known = await askServer<AgenciesParams, AgenciesResult>(context, AGENCIES_REQUEST, { folders });
  if (known === undefined) return undefined;
  const remembered = extension.workspaceState.get<string>(AGENCY_KEY) ?? extension.globalState.get<string>(AGENCY_KEY);
  const names = [...new Set([...known.agencies.map(({ name }) => name), ...(remembered === undefined ? [] : [remembered])])];
  const [first = ''] = names;
  if (names.length < 2) return writeAgency(say, first);
  const other = `$(edit) ${say('newReport.otherAgency')}`;
  const picked = await window.showQuickPick([...names, other], { title: titleOf(say, 1), placeHolder: say('newReport.pickAgency') });
  return picked === other ? writeAgency(say, '') : picked;
}

async function writeAgency(say: ClientContext['say'], value: string): Promise<string | undefined> {
  const name = await window.showInputBox({
    title: titleOf(say, 1),
    prompt: say('newReport.agency'),
    value,
    validateInput: (text) => (isUsableAgency(text.trim()) ? undefined : say('newReport.badAgency')),
  });
  return name?.trim();
}

async function askKind(context: ClientContext, agency: string): Promise<AgencyKind | undefined> {
  const { say } = context;
  const guessed = (await askServer<AgencyKindParams, AgencyKindResult>(context, AGENCY_KIND_REQUEST, { name: agency }))?.kind;
  if (guessed === undefined) return undefined;
  const kinds = (Object.keys(KIND_NAMES) as AgencyKind[]).sort((a, b) => Number(b === guessed) - Number(a === guessed));
  const items = kinds.map((kind): QuickPickItem & { readonly agencyKind: AgencyKind } => ({
    agencyKind: kind,
    label: say(KIND_NAMES[kind]),
    ...(kind === guessed && kind !== 'other' ? { description: say('newReport.guessed') } : {}),
  }));
  const picked = await window.showQuickPick(items, { title: titleOf(say, 2), placeHolder: say('newReport.kind', agency) });
  return picked?.agencyKind;
}

async function askYear({ say }: ClientContext): Promise<number | undefined> {
  const now = yearReportedAt(new Date());
  const items = [now, now + 1, now - 1].map((year) => ({
    year,
    label: say('newReport.yearItem', year),
    ...(year === now ? { description: say('newReport.now') } : {}),
  }));
  return (await window.showQuickPick(items, { title: titleOf(say, 3), placeHolder: say('newReport.year') }))?.year;
}

function titleOf(say: ClientContext['say'], step: number): string {
  return `${say('newReport.title')} (${step}/${STEPS})`;
}

async function remember({ extension }: ClientContext, agency: string): Promise<void> {
  if (workspace.workspaceFolders !== undefined) await extension.workspaceState.update(AGENCY_KEY, agency);
  await extension.globalState.update(AGENCY_KEY, agency);
}

const KIND_NAMES: Readonly<Record<AgencyKind, MessageKey>> = {
  town: 'kind.town',
  township: 'kind.township',
  subdistrict: 'kind.subdistrict',
  county: 'kind.county',
  district: 'kind.district',
  city: 'kind.city',
  province: 'kind.province',
  department: 'kind.department',
  zone: 'kind.zone',
  other: 'kind.other',
};

function kindOf(value: unknown): AgencyKind | undefined {
  return typeof value === 'string' && Object.hasOwn(KIND_NAMES, value) ? (value as AgencyKind) : undefined;
}
