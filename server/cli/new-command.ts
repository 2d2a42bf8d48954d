import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AGENCY_KINDS, agencyKindOf } from '../report/agency.js';
import { FIRST_REPORT_YEAR, isReportYear, isUsableAgency, LAST_REPORT_YEAR } from '../report/new-report-options.js';
import type { AgencyKind } from '../report/report.js';
import { reportSkeleton, type SkeletonOptions } from '../report/skeleton.js';
import type { Arguments } from './arguments.js';
import { printable } from './display-width.js';
import { writeProblemOf } from './fix-file.js';
import type { Io } from './io.js';
import { nearest } from '../text/nearest.js';
import type { Texts } from './texts/texts.js';
import { UsageError } from './usage-error.js';

/**
 * `new`: writes the skeleton of a report, UTF-8 with `\n`, to standard output or to a file that does not exist yet.
 *
 * @returns the exit status: 0, or 2 where the file could not be written.
 * @throws UsageError where an option is missing or has a bad value.
 */
export function newCommand(args: Arguments, io: Io, texts: Texts): number {
  const [operand] = args.operands;
  if (operand !== undefined) throw new UsageError(texts.noOperands('new', operand), 'new');
  const skeleton = reportSkeleton(readOptions(args, texts));
  const output = args.options.get('output')?.[0];
  if (output === undefined || output === '-') {
    io.stdout.write(skeleton.text);
    return 0;
  }
  try {
    writeFileSync(resolve(io.cwd, output), skeleton.text, { flag: 'wx' });
  } catch (error) {
    io.stderr.write(`${texts.error()}${texts.colon()}${texts.newProblem(printable(output), writeProblemOf(error))}\n`);
    return 2;
  }
  io.stderr.write(`${texts.newWritten(printable(output), skeleton.blanks.length)}\n`);
  return 0;
}

function readOptions(args: Arguments, texts: Texts): SkeletonOptions {
  const value = (name: string): string | undefined => args.options.get(name)?.[0];
  const agency = value('agency')?.trim();
  if (agency === undefined) throw new UsageError(texts.optionMissing('--agency', '宁河镇'), 'new');
  if (!isUsableAgency(agency)) throw new UsageError(texts.badAgency(), 'new');
  const year = value('year');
  if (year === undefined) throw new UsageError(texts.optionMissing('--year', '2025'), 'new');
  return { agency, year: readYear(year, texts), kind: readKind(value('kind'), texts) ?? agencyKindOf(agency) };
}

function readYear(given: string, texts: Texts): number {
  // Full-width digits and the 年 that everybody types are meant well.
  const year = Number(/^(\d{4})年?$/u.exec(given.normalize('NFKC').trim())?.[1]);
  if (!isReportYear(year)) throw new UsageError(texts.badYear(given, FIRST_REPORT_YEAR, LAST_REPORT_YEAR), 'new');
  return year;
}

function readKind(given: string | undefined, texts: Texts): AgencyKind | undefined {
  if (given === undefined) return undefined;
  const kind = AGENCY_KINDS.find((candidate) => candidate === given);
  if (kind === undefined) throw new UsageError(texts.badValue('--kind', given, AGENCY_KINDS, nearest(given, AGENCY_KINDS)), 'new');
  return kind;
}
