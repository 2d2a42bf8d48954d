import { newReport } from '../../language/new-report.js';
import { nextYearDraft } from '../../language/next-year.js';
import { AGENCY_KINDS, agencyKindOf } from '../../report/agency.js';
import type { AgencyKind } from '../../report/report.js';
import { guarded } from '../guard.js';
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
} from '../messages/new-report.js';
import { NEXT_YEAR_REQUEST, type NextYearParams, type NextYearResult } from '../messages/next-year.js';
import type { RequestContext } from './request-context.js';

/** Answers what a new report begins with: a skeleton, or last year's report. */
export function registerDrafting(context: RequestContext): void {
  const { connection, settings, onReport } = context;
  connection.onRequest(
    NEW_REPORT_REQUEST,
    guarded<NewReportParams, NewReportResult | null>(
      connection,
      NEW_REPORT_REQUEST,
      () => null,
      ({ agency, kind, year }) => {
        const known = AGENCY_KINDS.find((candidate) => candidate === kind);
        return newReport({ agency, year, ...(known === undefined ? {} : { kind: known }) }) ?? null;
      },
    ),
  );
  connection.onRequest(
    AGENCIES_REQUEST,
    guarded<AgenciesParams, AgenciesResult>(
      connection,
      AGENCIES_REQUEST,
      () => ({ agencies: [] }),
      ({ folders }) => knownAgencies(context, folders),
    ),
  );
  connection.onRequest(
    AGENCY_KIND_REQUEST,
    guarded<AgencyKindParams, AgencyKindResult>(
      connection,
      AGENCY_KIND_REQUEST,
      () => ({ kind: 'other' }),
      ({ name }) => ({ kind: agencyKindOf(name) }),
    ),
  );
  connection.onRequest(
    NEXT_YEAR_REQUEST,
    onReport<NextYearParams, NextYearResult | null>(NEXT_YEAR_REQUEST, null, (report) => {
      const { year, ...draft } = nextYearDraft(report, settings().locale);
      return { ...draft, ...(year === undefined ? {} : { year }) };
    }),
  );
}

async function knownAgencies({ ready, configurationOf, related }: RequestContext, folders: readonly string[]): Promise<AgenciesResult> {
  const kinds = new Map<string, AgencyKind>();
  const add = (name: string, kind: AgencyKind): void => {
    if (!kinds.has(name)) kinds.set(name, kind);
  };
  for (const folder of folders) {
    // What governs a folder is what would govern a file in it.
    const inside = `${folder.replace(/\/$/u, '')}/-`;
    await ready(inside);
    const { name, kind } = configurationOf(inside).project.agency;
    if (name !== undefined) add(name, kind ?? agencyKindOf(name));
  }
  const reports = (await related.all()).map(({ report }) => report);
  for (const { agency } of reports.sort((a, b) => (b.year?.value ?? 0) - (a.year?.value ?? 0))) {
    if (agency !== undefined) add(agency.name, agency.kind);
  }
  return { agencies: [...kinds].map(([name, kind]) => ({ name, kind })) };
}
