import type { Command } from '../options.js';

/** The help pages in English; `all` is that of the command line itself. */
export const HELP_EN: Readonly<Record<Command | 'all', string>> = Object.freeze({
  all: `fazhi-report: checks annual reports on law-based government (法治政府建设年度报告)

Usage
  fazhi-report check [OPTIONS] PATH…   check files and folders
  fazhi-report new --agency NAME --year YEAR [OPTIONS]   make the skeleton of a report
  fazhi-report rule [RULE]             list all rules, or explain one
  fazhi-report --version               version
  fazhi-report COMMAND --help          help on a command

Options
  --locale zh-CN|en    language, default zh-CN

Examples
  fazhi-report check report.txt
  fazhi-report check --fix reports/
`,
  check: `fazhi-report check: checks reports

Usage
  fazhi-report check [OPTIONS] PATH…

A path is a file, a folder or - (standard input). Folders are searched for .txt and .md at all
levels, names that begin with . or ~$, README and node_modules apart; files in them that are no
report are skipped and listed. A file that is named is always checked (but for --only-reports).

Options
  --fix                mend what can be mended safely, in place (encoding and line ends stay)
  --diff               show what --fix would change, change nothing
  --rule RULE=SEVERITY set a rule's severity: error, warning, information, hint, off (repeatable)
  --config FILE        only this project file; otherwise each file has the nearest
                       .fazhi-report.json in its folder or above
  --no-config          no project file at all
  --print-config       only show each value and where it comes from; works without a path
  --baseline FILE      leave out what is in the baseline
  --write-baseline FILE  write what is found as the baseline; findings then do not change the
                       exit status
  --fail-on SEVERITY   exit with 1 where something is as grave as this or graver: error (default),
                       warning, information, hint, never
  --format FORMAT      text (default), json, github (annotations for GitHub Actions; also writes the
                       step's summary and its counts)
  --output FILE        write the results there instead of standard output
  --encoding ENCODING  auto (default), utf-8, gb18030, utf-16le, utf-16be
  --ext EXTENSION      further extensions to look for in folders, as in --ext log,text (repeatable)
  --only-reports       treat files that are named as those in folders: pass by what is no report or
                       is excluded; exit with 0 where there is no report at all (for hooks)
  --stdin-filename F   name of standard input in the results
  --jobs N             threads that check side by side, 1 to 64; default: by the number
                       of files and of processor cores
  --timing             say at the end where the time went: reading, parsing, checking, writing,
                       and each rule
  --quiet              findings only, no file headers, no summary
  --no-progress        show no progress
  --locale zh-CN|en    language, default zh-CN

With --fix, standard input is mended to standard output and findings go to standard error.

Exit status
  0  nothing as grave as --fail-on
  1  something
  2  a bad option or project file, or a file that could not be checked or mended (all others were)
`,
  new: `fazhi-report new: makes the skeleton of a report

Usage
  fazhi-report new --agency NAME --year YEAR [--kind KIND] [--output FILE]

Options
  --agency NAME        name of the reporting body, as in 宁河镇
  --year YEAR          report year, as in 2025
  --kind KIND          town, township, subdistrict, county, district, city, province,
                       department, zone, other; taken from the name where it is not given
  --output FILE        write there (UTF-8), never over an existing file; else to standard output
  --locale zh-CN|en    language, default zh-CN

Example
  fazhi-report new --agency 宁河镇 --year 2025 --output report.txt
`,
  rule: `fazhi-report rule: explains rules

Usage
  fazhi-report rule                    list all rules
  fazhi-report rule RULE               explain one

Options
  --format FORMAT      text (default), json
  --locale zh-CN|en    language, default zh-CN

Example
  fazhi-report rule missing-section
`,
});
