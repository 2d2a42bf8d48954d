import type { Locale, Severity } from '../../rules/rule.js';
import type { WriteProblem } from '../fix-file.js';
import type { Command } from '../options.js';
import type { Problem, SkipReason } from '../problem.js';
import type { Origin } from '../../check/project-layer.js';
import type { ShownProblem } from '../shown-problem.js';
import type { Summary } from '../summary.js';
import type { Stage } from '../timing.js';
import { EN } from './en.js';
import { ZH } from './zh.js';

/** Paints a severity's word or count. */
export type PaintSeverity = (severity: Severity, text: string) => string;

/**
 * Everything that the command line says, in one language. Messages are one line without line end:
 * what is wrong, then what to do. Arguments that come from outside are made printable by whoever shows them.
 */
export interface Texts {
  // Words
  readonly error: () => string;
  readonly severity: (severity: Severity) => string;
  readonly year: (year: number) => string;
  readonly colon: () => string;
  readonly standardInput: () => string;

  // The call
  readonly help: (command: Command | undefined) => string;
  readonly seeHelp: (command: Command | undefined) => string;
  readonly unknownCommand: (word: string, near: string | undefined) => string;
  readonly unknownOption: (option: string, near: string | undefined) => string;
  readonly laterOption: (option: string) => string;
  readonly laterFormat: (format: string, available: readonly string[]) => string;
  readonly optionOfOtherCommand: (option: string, command: Command, commands: readonly Command[]) => string;
  readonly optionTwice: (option: string) => string;
  readonly flagWithValue: (option: string) => string;
  readonly valueMissing: (option: string) => string;
  readonly badValue: (option: string, value: string, allowed: readonly string[], near: string | undefined) => string;
  /** Two options that say opposite things. */
  readonly contradictory: (one: string, other: string) => string;
  readonly optionFile: (option: string, path: string, problem: string) => string;
  readonly noBaseline: () => string;
  readonly wouldOverwriteReport: (option: string, path: string) => string;
  readonly optionsExclude: (one: string, other: string) => string;
  readonly badRuleSetting: (setting: string) => string;
  readonly unknownRule: (id: string, near: string | undefined) => string;
  readonly timing: {
    readonly title: () => string;
    readonly stage: (stage: Stage) => string;
    readonly rules: () => string;
  };
  readonly badJobs: (value: string, most: number) => string;
  readonly badExtension: (extension: string) => string;
  readonly noPaths: () => string;
  readonly stdinNameWithoutStdin: () => string;
  readonly diffNeedsOutput: (format: string) => string;
  readonly outputIsReport: (path: string) => string;
  readonly outputProblem: (path: string, problem: WriteProblem) => string;

  // check
  readonly problem: (problem: Problem) => string;
  readonly notChecked: (label: string, problem: Problem) => string;
  readonly notFixed: (label: string, problem: WriteProblem) => string;
  readonly fixesUnstable: (label: string) => string;
  readonly nothingChecked: (filesSeen: number) => string;
  readonly configProblem: (problem: ShownProblem) => string;
  readonly baselineWritten: (path: string, count: number) => string;
  readonly fileProblem: (path: string, problem: WriteProblem) => string;
  /** Heading of `--print-config` for one path. */
  readonly configOf: (path: string, projectFile: string | undefined) => string;
  readonly configOrigin: (from: Origin['from']) => string;
  readonly outputWritten: (path: string) => string;
  readonly progress: (count: number, total: number, label: string) => string;
  readonly counts: (counts: Summary['counts'], paint: PaintSeverity) => string;
  readonly fixedInFile: (count: number) => string;
  readonly findingsLeft: (count: number) => string;
  readonly moreRelated: (count: number) => string;
  readonly safeFix: (title: string) => string;
  readonly safeFixMark: () => string;
  readonly choiceFix: (titles: readonly string[]) => string;
  readonly summary: (summary: Summary, paint: PaintSeverity) => string;
  readonly skipped: (reason: SkipReason, count: number) => string;
  readonly moreFiles: (count: number) => string;
  /** Empty where there is nothing to advise. */
  readonly nextStep: (summary: Summary) => string;

  readonly github: GithubTexts;

  // new
  readonly noOperands: (command: Command, operand: string) => string;
  readonly optionMissing: (option: string, example: string) => string;
  readonly badAgency: () => string;
  readonly badYear: (value: string, lowest: number, highest: number) => string;
  readonly newProblem: (path: string, problem: WriteProblem) => string;
  readonly newWritten: (path: string, blanks: number) => string;

  // rule
  readonly oneRule: (operand: string) => string;
  readonly ruleTable: RuleTableTexts;
  readonly rulePage: RulePageTexts;
}

/** Words of `--format github`: of its annotations and of the page of a step. */
export interface GithubTexts {
  /** A place that belongs to a finding. @param line from 1. */
  readonly related: (line: number, message: string) => string;
  readonly title: () => string;
  readonly columns: { readonly file: string; readonly agency: string; readonly year: string };
  /** Heading of the list of all errors and warnings. */
  readonly all: (count: number) => string;
  /** That the service shows only some of the annotations. */
  readonly limit: () => string;
  /** That the page has no room for more. */
  readonly cut: () => string;
  /** @param variable of the environment, that names the file. */
  readonly notWritten: (variable: string, detail: string) => string;
}

/** Words of the table of rules. */
export interface RuleTableTexts {
  readonly columns: { readonly id: string; readonly severity: string; readonly fix: string; readonly name: string };
  readonly off: string;
  readonly fix: { readonly safe: string; readonly choice: string; readonly none: string };
  readonly footer: (count: number) => string;
}

/** Words of the explanation of one rule. */
export interface RulePageTexts {
  readonly severity: string;
  readonly offByDefault: (severity: string) => string;
  readonly finds: string;
  readonly why: string;
  readonly basis: string;
  readonly fix: string;
  readonly fixes: { readonly safe: string; readonly choice: string; readonly none: string };
  readonly bad: string;
  readonly good: string;
  readonly page: string;
  readonly setting: (id: string) => string;
}

/** The texts of a language. */
export function textsFor(locale: Locale): Texts {
  return locale === 'en' ? EN : ZH;
}
