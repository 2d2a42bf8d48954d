import { check } from '../../server/check/check.js';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { parseReport } from '../../server/report/parse-report.js';
import { RULES, ruleById } from '../../server/rules/index.js';
import { SourceText } from '../../server/text/source-text.js';
import { type Base, readBase } from './base.js';
import { CATALOGUE } from './catalogue.js';
import type { Corpus, SampleRow } from './corpus.js';
import type { Mutant } from './mutant.js';
import { makeMutants } from './mutants.js';
import { makeTraps, type Trap } from './traps.js';

/** A finding with its lines from 1. */
export interface Seen {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly endLine: number;
  readonly character: number;
  readonly endCharacter: number;
  /** Lines of the finding and of its related places. */
  readonly lines: readonly number[];
  /** The words that it marks, shortened. */
  readonly words: string;
  readonly message: string;
}

/** What became of one mutant. */
export interface MutantResult {
  readonly mutant: Mutant;
  /** Found by its rule on its line. */
  readonly placed: boolean;
  /** … with a right severity. */
  readonly caught: boolean;
  /** Findings of its rule, wherever. */
  readonly own: readonly Seen[];
  /** Other errors and warnings that the clean report has not. */
  readonly alarms: readonly Seen[];
}

/** What a trap or a clean report raised that it should not. */
export interface Breach {
  readonly where: string;
  readonly text: string;
  readonly findings: readonly Seen[];
}

/** Counts of one rule. */
export interface RuleFigures {
  cases: number;
  /** On the right line, whatever the severity. */
  placed: number;
  /** On the right line with the right severity. */
  caught: number;
  /** Errors and warnings beside the expected ones: in mutants of this rule. */
  alarms: number;
}

/** Everything that one run measures. */
export interface BenchResult {
  /** Rules of the catalogue that the checker does not know yet. */
  readonly unknown: readonly string[];
  /** Rules that the checker knows and no operator breaks. */
  readonly untested: readonly string[];
  readonly reports: number;
  /** Mutants of the whole catalogue. */
  readonly made: number;
  /** Rows of the samples' table by rule. */
  readonly samples: ReadonlyMap<string, RuleFigures>;
  readonly mutants: ReadonlyMap<string, RuleFigures>;
  readonly results: readonly MutantResult[];
  readonly sampleMisses: readonly SampleRow[];
  readonly sampleBreaches: readonly Breach[];
  readonly cleanBreaches: readonly Breach[];
  readonly traps: number;
  /** Traps that raised an error or a warning. */
  readonly trapBreaches: readonly Breach[];
  /** Traps that raised an information or a hint. */
  readonly trapNotes: readonly Breach[];
  /** Errors and warnings of clean reports and traps, by the rule that raised them. */
  readonly falseAlarms: ReadonlyMap<string, number>;
}

const isGrave = ({ severity }: Seen): boolean => severity === 'error' || severity === 'warning';

/** Every finding of a text, the given rule switched on where it is off by default. */
export function look(text: string, rule?: string): Seen[] {
  const own = rule === undefined ? undefined : ruleById(rule);
  const configuration =
    own?.offByDefault === true ? { ...DEFAULT_CONFIGURATION, rules: new Map([[own.id, own.severity]]) } : DEFAULT_CONFIGURATION;
  const source = new SourceText(text);
  return check(parseReport(source), configuration).map((finding) => {
    const start = source.positionAt(finding.span.start);
    const end = source.positionAt(finding.span.end);
    return {
      rule: finding.rule,
      severity: finding.severity,
      line: start.line + 1,
      endLine: end.line + 1,
      character: start.character,
      endCharacter: end.character,
      lines: [start.line + 1, ...finding.related.map(({ span }) => source.lineAt(span.start) + 1)],
      words: source.slice(finding.span).slice(0, 40),
      message: finding.message['zh-CN'],
    };
  });
}

/** Findings that another list has not: same rule, severity and words are the same finding. */
function beyond(findings: readonly Seen[], known: readonly Seen[]): Seen[] {
  const keyOf = ({ rule, severity, words }: Seen): string => `${rule}\n${severity}\n${words}`;
  const left = new Map<string, number>();
  for (const finding of known) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  });
}

function judge(mutant: Mutant, known: readonly Seen[]): MutantResult {
  const findings = look(mutant.text, mutant.rule);
  const own = findings.filter(({ rule }) => rule === mutant.rule);
  const there = own.filter(({ lines }) => lines.some((line) => mutant.lines.includes(line)));
  const fitting = there.filter(({ severity }) => mutant.severities.some((right) => right === severity));
  const others = findings.filter((finding) => isGrave(finding) && !there.includes(finding) && !mutant.allowed.has(finding.rule));
  return { mutant, placed: there.length > 0, caught: fitting.length > 0, own, alarms: beyond(others, known) };
}

/** The reports as the mutant generator reads them. */
export function basesOf(corpus: Corpus): Base[] {
  return corpus.clean.flatMap(({ name, text }) => readBase(name, text) ?? []);
}

function figuresFor(map: Map<string, RuleFigures>, rule: string): RuleFigures {
  const known = map.get(rule) ?? { cases: 0, placed: 0, caught: 0, alarms: 0 };
  map.set(rule, known);
  return known;
}

function runSamples(corpus: Corpus): Pick<BenchResult, 'samples' | 'sampleMisses' | 'sampleBreaches'> {
  const samples = new Map<string, RuleFigures>();
  const sampleMisses: SampleRow[] = [];
  const sampleBreaches: Breach[] = [];
  for (const { name, text } of corpus.samples) {
    const findings = look(text);
    for (const row of corpus.rows.filter(({ file }) => file === name)) {
      const here = findings.filter(({ line, endLine }) => line <= row.line && row.line <= endLine);
      if (row.severity === 'none') {
        const silent = new Set(row.note.replace(/^silent:?\s*/u, '').split(/[\s,;]+/u));
        const end = row.character + Math.max(row.fragment.length, 1);
        const breaches = here.filter(
          (seen) =>
            silent.has(seen.rule) &&
            (seen.line < row.line || seen.character < end) &&
            (seen.endLine > row.line || seen.endCharacter > row.character),
        );
        if (breaches.length > 0) sampleBreaches.push({ where: `${name}:${row.line}`, text: row.fragment, findings: breaches });
      } else if (ruleById(row.rule) !== undefined) {
        const figures = figuresFor(samples, row.rule);
        const there = findings.filter(
          ({ rule, line, endLine, lines }) => rule === row.rule && ((line <= row.line && row.line <= endLine) || lines.includes(row.line)),
        );
        const caught = there.some(({ severity }) => severity === row.severity);
        figures.cases++;
        if (there.length > 0) figures.placed++;
        if (caught) figures.caught++;
        else sampleMisses.push(row);
      }
    }
  }
  return { samples, sampleMisses, sampleBreaches };
}

function runTraps(
  traps: readonly Trap[],
  knownOf: (name: string) => readonly Seen[],
): Pick<BenchResult, 'traps' | 'trapBreaches' | 'trapNotes'> {
  const trapBreaches: Breach[] = [];
  const trapNotes: Breach[] = [];
  for (const { id, note, report, text } of traps) {
    const findings = beyond(look(text), knownOf(report));
    const [grave, slight] = [findings.filter(isGrave), findings.filter((finding) => !isGrave(finding))];
    if (grave.length > 0) trapBreaches.push({ where: id, text: note, findings: grave });
    if (slight.length > 0) trapNotes.push({ where: id, text: note, findings: slight });
  }
  return { traps: traps.length, trapBreaches, trapNotes };
}

/** Measures the checker; the mutants may be handed in where they are made already. */
export function runBench(corpus: Corpus, mutants: readonly Mutant[] = makeMutants(basesOf(corpus))): BenchResult {
  const bases = basesOf(corpus);
  const known = new Map<string, readonly Seen[]>(corpus.clean.map(({ name, text }) => [name, look(text)]));
  const knownOf = (name: string): readonly Seen[] => known.get(name) ?? [];
  const results = mutants.filter(({ rule }) => ruleById(rule) !== undefined).map((mutant) => judge(mutant, knownOf(mutant.report)));

  const figures = new Map<string, RuleFigures>();
  for (const { mutant, placed, caught, alarms } of results) {
    const own = figuresFor(figures, mutant.rule);
    own.cases++;
    if (placed) own.placed++;
    if (caught) own.caught++;
    own.alarms += alarms.length;
  }
  const cleanBreaches = corpus.clean.flatMap(({ name }): Breach[] => {
    const grave = knownOf(name).filter(isGrave);
    return grave.length === 0 ? [] : [{ where: name, text: '', findings: grave }];
  });
  const traps = runTraps(makeTraps(bases), knownOf);
  const falseAlarms = new Map<string, number>();
  for (const { findings } of [...cleanBreaches, ...traps.trapBreaches]) {
    for (const { rule } of findings) falseAlarms.set(rule, (falseAlarms.get(rule) ?? 0) + 1);
  }
  const made = new Set(mutants.map(({ rule }) => rule));
  return {
    unknown: CATALOGUE.filter((rule) => ruleById(rule) === undefined),
    untested: RULES.map(({ id }) => id).filter((rule) => CATALOGUE.includes(rule) && !made.has(rule)),
    reports: corpus.clean.length,
    made: mutants.length,
    mutants: figures,
    results,
    cleanBreaches,
    falseAlarms,
    ...runSamples(corpus),
    ...traps,
  };
}
