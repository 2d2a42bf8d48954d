import type { Origin } from '../../check/project-layer.js';
import { SEVERITIES, type Severity } from '../../rules/rule.js';
import type { WriteProblem } from '../fix-file.js';
import type { Problem, SkipReason } from '../problem.js';
import type { Summary } from '../summary.js';
import { HELP_EN } from './help-en.js';
import type { PaintSeverity, Texts } from './texts.js';

const ORIGIN: Readonly<Record<Origin['from'], string>> = {
  default: 'default',
  'project-file': 'project file',
  editor: 'editor settings',
  'command-line': 'command line, --rule',
};

/** What the command line says, in English. */
export const EN: Texts = Object.freeze<Texts>({
  error: () => 'error',
  severity: (severity) => severity,
  year: (year) => `${year}`,
  colon: () => ': ',
  standardInput: () => 'standard input',

  help: (command) => HELP_EN[command ?? 'all'],
  seeHelp: (command) => `Usage: fazhi-report ${command === undefined ? '' : `${command} `}--help`,
  unknownCommand: (word, near) =>
    near === undefined
      ? `there is no command '${word}'; commands: check, new, rule. To check a file: fazhi-report check ${word}`
      : `there is no command '${word}'; did you mean ${near}?`,
  unknownOption: (option, near) => `there is no option ${option}${near === undefined ? '' : `; did you mean ${near}?`}`,
  laterOption: (option) => `this version does not support ${option} yet; leave it out`,
  laterFormat: (format, available) => `this version does not support --format ${format} yet; available: ${available.join(', ')}`,
  optionOfOtherCommand: (option, command, commands) => `${command} has no option ${option}; it belongs to ${commands.join(', ')}`,
  optionTwice: (option) => `${option} can be given only once`,
  flagWithValue: (option) => `${option} takes no value; leave out the equals sign and what follows`,
  valueMissing: (option) => `${option} needs a value`,
  badValue: (option, value, allowed, near) =>
    `${option} cannot be '${value}'${near === undefined ? '' : `; did you mean ${near}?`}${near === undefined ? ';' : ''} allowed: ${allowed.join(', ')}`,
  contradictory: (one, other) => `${one} and ${other} exclude each other; leave one of them out`,
  optionFile: (option, path, why) => `cannot use ${path}, named by ${option}: ${why}`,
  noBaseline: () => 'it is no baseline; make it anew with --write-baseline',
  wouldOverwriteReport: (option, path) => `${path}, named by ${option}, is a report and is not overwritten; choose another name`,
  optionsExclude: (one, other) => `${one} and ${other} exclude each other: the first changes files, the second only shows changes`,
  badRuleSetting: (setting) => `--rule takes RULE=SEVERITY, as in --rule stale-year=off; given: '${setting}'`,
  unknownRule: (id, near) =>
    `there is no rule '${id}'${near === undefined ? '; for all rules: fazhi-report rule' : `; did you mean ${near}?`}`,
  timing: {
    title: () => 'Time spent (milliseconds, all threads together)',
    stage: (stage) => stage,
    rules: () => 'checking, by rule (what several rules need counts for the first that asks)',
  },
  badJobs: (value, most) => `--jobs takes a whole number from 1 to ${most}, such as --jobs 2, not "${value}"`,
  badExtension: (extension) => `--ext takes extensions, as in --ext log,text; given: '${extension}'`,
  noPaths: () => 'name the files or folders to check, as in fazhi-report check report.txt; - reads standard input',
  stdinNameWithoutStdin: () => '--stdin-filename is for standard input only; add - to the paths',
  diffNeedsOutput: (format) => `--diff takes standard output; write the --format ${format} results to a file with --output`,
  outputIsReport: (path) => `${path}, named by --output, is a report and is not overwritten; choose another name`,
  outputProblem: (path, problem) => `cannot write ${path}: ${writeProblem(problem)}`,

  problem,
  notChecked: (label, cause) => `${label}: ${problem(cause)}`,
  notFixed: (label, cause) => `${label}: not mended, the file is as it was: ${writeProblem(cause)}`,
  fixesUnstable: (label) =>
    `${label}: still not stable after several rounds of fixes, stopped; run again, and report it if that does not help`,
  nothingChecked: (filesSeen) =>
    filesSeen === 0
      ? 'no file to check was found (.txt, .md); add other extensions with --ext, or name the file itself'
      : 'none of the files found is a report on law-based government; if one is, name it itself',
  configProblem: ({ label, severity, message }) => `${label} ${severity}: ${message}`,
  baselineWritten: (path, count) =>
    `baseline written to ${path} with ${count} findings; from now on --baseline ${path} reports only new ones`,
  fileProblem: (path, cause) => `cannot write ${path}: ${writeProblem(cause)}`,
  configOf: (path, file) => `${path}: ${file === undefined ? 'no project file, all values are defaults' : `governed by ${file}`}`,
  configOrigin: (from) => ORIGIN[from],
  outputWritten: (path) => `results written to ${path}`,
  progress: (count, total, label) => `checking ${count}/${total} ${label}`,
  counts,
  fixedInFile: (count) => `${count} mended`,
  findingsLeft: (count) => `${count} more in this file are not listed; see all with --output FILE or --format json`,
  moreRelated: (count) => `and ${count} more related places`,
  safeFix: (title) => `mended by --fix${title === '' ? '' : `: ${title}`}`,
  safeFixMark: () => '(mended by --fix)',
  choiceFix: (titles) => `possible fix: ${titles.join('; ')}`,
  summary,
  skipped,
  moreFiles: (count) => `and ${count} more`,
  nextStep: ({ fixable }) => (fixable === 0 ? '' : `Next: --fix mends ${fixable}; --diff shows the changes first and changes nothing`),

  github: {
    related: (line, message) => `line ${line}: ${message}`,
    title: () => 'Check of reports on law-based government',
    columns: { file: 'file', agency: 'agency', year: 'year' },
    all: (count) => `All errors and warnings (${count})`,
    limit: () => 'The service shows at most 10 errors, 10 warnings and 10 notices of a step; the others are here and in the log.',
    cut: () => 'There is no room for more here; the log has the rest.',
    notWritten: (variable, detail) => `the file of ${variable} cannot be written: ${detail}`,
  },

  noOperands: (command, operand) => `${command} takes no '${operand}'; leave it out`,
  optionMissing: (option, example) => `${option} is missing, as in ${option} ${example}`,
  badAgency: () => '--agency must be the name of a body, as in --agency 宁河镇',
  badYear: (value, lowest, highest) => `--year must be a year from ${lowest} to ${highest}, as in --year 2025; given: '${value}'`,
  newProblem: (path, cause) => `${path} was not made: ${writeProblem(cause)}`,
  newWritten: (path, blanks) => `${path} is made, with ${blanks} blanks to fill`,

  oneRule: (operand) => `one rule at a time; leave out '${operand}'`,
  ruleTable: {
    columns: { id: 'rule', severity: 'severity', fix: 'fix', name: 'what' },
    off: 'off',
    fix: { safe: 'safe', choice: 'choice', none: '-' },
    footer: (count) => `${count} rules. To explain one: fazhi-report rule RULE`,
  },
  rulePage: {
    severity: 'Severity',
    offByDefault: (severity) => `off by default (${severity} when on)`,
    finds: 'Finds',
    why: 'Why',
    basis: 'Basis',
    fix: 'Fix',
    fixes: { safe: 'mended by --fix', choice: 'offered in the editor', none: 'by hand' },
    bad: 'Wrong',
    good: 'Right',
    page: 'Page',
    setting: (id) => `Change it: --rule ${id}=error|warning|information|hint|off`,
  },
});

const PLURAL: Readonly<Record<Severity, string>> = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' };

function counts(sums: Summary['counts'], paint: PaintSeverity): string {
  return SEVERITIES.filter((severity) => sums[severity] > 0)
    .map((severity) => paint(severity, `${sums[severity]} ${sums[severity] === 1 ? severity : PLURAL[severity]}`))
    .join(', ');
}

function summary(sums: Summary, paint: PaintSeverity): string {
  const found = counts(sums.counts, paint);
  const mend = [
    sums.fixed > 0 ? `${sums.fixed} mended` : '',
    sums.fixable > 0 ? `${sums.fixable} to mend with --fix` : '',
    sums.choices > 0 ? `${sums.choices} with a choice of fixes` : '',
    sums.inBaseline === undefined || sums.inBaseline === 0 ? '' : `${sums.inBaseline} more in the baseline`,
  ].filter((part) => part !== '');
  const time = sums.milliseconds < 1000 ? `${sums.milliseconds} ms` : `${(sums.milliseconds / 1000).toFixed(1)} s`;
  const result = sums.files === 0 ? '' : `: ${found === '' ? 'nothing found' : found}`;
  return `${sums.files} ${sums.files === 1 ? 'report' : 'reports'} checked${result}${mend.map((part) => `; ${part}`).join('')}; ${time}`;
}

function skipped(reason: SkipReason, count: number): string {
  const files = count === 1 ? '1 file' : `${count} files`;
  switch (reason) {
    case 'not-a-report':
      return `skipped ${files}: no report on law-based government`;
    case 'too-large':
      return `skipped ${files}: too large`;
    case 'unknown-encoding':
      return `skipped ${files}: unknown encoding`;
    case 'unreadable':
      return `skipped ${files}: unreadable`;
  }
}

function problem(cause: Problem): string {
  switch (cause.kind) {
    case 'not-a-report':
      return 'no report on law-based government; to check it all the same, name the file itself';
    case 'no-such-path':
      return cause.wildcard
        ? 'no such file; the wildcard was not expanded, name the folder instead'
        : 'no such file or folder; check the path';
    case 'foreign-format':
      switch (cause.format) {
        case 'word':
          return 'Word (WPS) files cannot be checked yet; save it as plain text (.txt)';
        case 'pdf':
          return 'PDF files cannot be checked; save the text as plain text (.txt)';
        case 'rich-text':
          return 'RTF files cannot be checked; save it as plain text (.txt)';
        case 'archive':
          return 'this is an archive or office document, no text; save it as plain text (.txt)';
      }
      break;
    case 'too-large': {
      const size = cause.size === undefined ? '' : ` (${megabytes(cause.size)} MB)`;
      return `too large${size}, the limit is ${megabytes(cause.limit)} MB; make sure that it is a report, or split it`;
    }
    case 'binary':
      return 'holds NUL characters and is hardly a text; if it is one, name its encoding with --encoding';
    case 'undecodable':
      return cause.asked === undefined
        ? 'unknown encoding (not UTF-8, GB18030 or UTF-16); save it as UTF-8'
        : `not encoded as ${cause.asked}; leave out --encoding to have the encoding recognised`;
    case 'damaged':
      return `damaged UTF-8 on line ${cause.line + 1}; mend that line in an editor and save`;
    case 'contradiction':
      return `begins with the mark of ${cause.found}, not of --encoding ${cause.asked}; leave out --encoding to have the encoding recognised`;
    case 'not-permitted':
      return 'no permission to read it';
    case 'broken-link':
      return 'a link to a file that does not exist';
    case 'link-loop':
      return 'a link that leads to itself';
    case 'not-a-file':
      return 'not a regular file';
    case 'read-error':
      return `cannot be read (${cause.detail})`;
    case 'internal':
      return `the program failed on it, please report this (${cause.detail})`;
  }
}

function writeProblem(cause: WriteProblem): string {
  switch (cause.kind) {
    case 'no-round-trip':
      return 'it holds irregular bytes, and writing it would change more than the fixes; save it as UTF-8 first';
    case 'unencodable':
      return 'its encoding cannot hold the mended text; save it as UTF-8 first';
    case 'read-only':
      return 'read-only, or no permission to write';
    case 'not-a-file':
      return 'not a regular file';
    case 'no-space':
      return 'the disk is full';
    case 'no-such-folder':
      return 'its folder does not exist; make it first';
    case 'is-folder':
      return 'it is a folder; name a file';
    case 'exists':
      return 'it exists and is not overwritten; choose another name';
    case 'write-error':
      return `writing failed (${cause.detail})`;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}
