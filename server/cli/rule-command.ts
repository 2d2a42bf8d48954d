import { exampleReport } from '../rules/example-report.js';
import { RULES, ruleById } from '../rules/index.js';
import type { Locale, Rule, RuleExample } from '../rules/rule.js';
import type { Arguments } from './arguments.js';
import { type Colours, coloursFor, wantsColours } from './colours.js';
import { displayWidth } from './display-width.js';
import type { Io } from './io.js';
import { nearest } from '../text/nearest.js';
import { paintSeverity } from './text-finding.js';
import type { Texts } from './texts/texts.js';
import { UsageError } from './usage-error.js';
import { TOOL_NAME, VERSION } from './version.js';

const FORMATS = ['text', 'json'] as const;

/**
 * `rule`: a table of all rules, or the explanation of one, as text or JSON.
 *
 * @returns the exit status, 0.
 * @throws UsageError for an unknown rule or format.
 */
export function ruleCommand(args: Arguments, io: Io, texts: Texts, locale: Locale): number {
  const format = args.options.get('format')?.[0] ?? 'text';
  if (!FORMATS.some((known) => known === format)) {
    throw new UsageError(texts.badValue('--format', format, FORMATS, nearest(format, FORMATS)), 'rule');
  }
  const [id, surplus] = args.operands;
  if (surplus !== undefined) throw new UsageError(texts.oneRule(surplus), 'rule');
  const rule = id === undefined ? undefined : findRule(id, texts);
  const colours = coloursFor(wantsColours(io.stdout.isTTY, io.env));
  if (format === 'json') io.stdout.write(rulesAsJson(rule === undefined ? RULES : [rule], locale));
  else io.stdout.write(rule === undefined ? ruleTable(texts, locale, colours) : rulePage(rule, texts, locale, colours));
  return 0;
}

function findRule(id: string, texts: Texts): Rule {
  const rule = ruleById(id);
  if (rule !== undefined) return rule;
  const ids = RULES.map((known) => known.id);
  throw new UsageError(texts.unknownRule(id, nearest(id, ids)), 'rule');
}

function rulesAsJson(rules: readonly Rule[], locale: Locale): string {
  const example = ({ parts, note }: RuleExample) => ({ text: exampleReport(parts), note: note?.[locale] ?? null });
  const described = rules.map((rule) => ({
    id: rule.id,
    group: rule.group,
    severity: rule.severity,
    offByDefault: rule.offByDefault ?? false,
    fixable: rule.fixable,
    name: rule.name[locale],
    finds: rule.finds[locale],
    why: rule.why[locale],
    basis: rule.basis?.[locale] ?? null,
    page: pageOf(rule),
    examples: { bad: rule.examples.bad.map(example), good: rule.examples.good.map(example) },
  }));
  return `${JSON.stringify({ version: 1, tool: { name: TOOL_NAME, version: VERSION }, rules: described }, undefined, 2)}\n`;
}

function ruleTable(texts: Texts, locale: Locale, colours: Colours): string {
  const { columns, off, fix, footer } = texts.ruleTable;
  const rows = RULES.map((rule) => ({
    rule,
    cells: [rule.id, rule.offByDefault === true ? off : texts.severity(rule.severity), fix[rule.fixable], rule.name[locale]] as const,
  }));
  const head = [columns.id, columns.severity, columns.fix, columns.name] as const;
  const widths = head.map((word, column) => Math.max(displayWidth(word), ...rows.map(({ cells }) => displayWidth(cells[column] ?? ''))));
  const pad = (text: string, column: number): string => ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text)));
  const lines = rows.map(({ rule, cells: [id, severity, mend, name] }) => {
    const painted = rule.offByDefault === true ? colours.dim(severity) : paintSeverity(rule.severity, severity, colours);
    return `${id}${pad(id, 0)}  ${painted}${pad(severity, 1)}  ${mend}${pad(mend, 2)}  ${name}`;
  });
  const header = colours.strong(head.map((word, column) => (column === head.length - 1 ? word : word + pad(word, column))).join('  '));
  return `${[header, ...lines, '', footer(RULES.length)].join('\n')}\n`;
}

function rulePage(rule: Rule, texts: Texts, locale: Locale, colours: Colours): string {
  const words = texts.rulePage;
  const severity = texts.severity(rule.severity);
  const facts: [string, string][] = [
    [words.severity, rule.offByDefault === true ? words.offByDefault(severity) : paintSeverity(rule.severity, severity, colours)],
    [words.finds, rule.finds[locale]],
    [words.why, rule.why[locale]],
    ...(rule.basis === undefined ? [] : [[words.basis, rule.basis[locale]] satisfies [string, string]]),
    [words.fix, words.fixes[rule.fixable]],
    [words.page, pageOf(rule)],
  ];
  const width = Math.max(...facts.map(([word]) => displayWidth(word)));
  const lines = [
    `${colours.strong(rule.id)}  ${rule.name[locale]}`,
    '',
    ...facts.map(([word, text]) => `${colours.strong(word)}${' '.repeat(width - displayWidth(word))}  ${text}`),
    '',
    words.setting(rule.id),
    ...examplesOf(rule.examples.bad, words.bad, locale, colours),
    ...examplesOf(rule.examples.good, words.good, locale, colours),
  ];
  return `${lines.join('\n')}\n`;
}

/** The parts of a report that an example changes; the rest of it is the same sound report each time. */
function examplesOf(examples: readonly RuleExample[], title: string, locale: Locale, colours: Colours): string[] {
  if (examples.length === 0) return [];
  const lines = ['', colours.strong(title)];
  for (const { parts, note } of examples) {
    if (note !== undefined) lines.push(`  ${note[locale]}`);
    const texts = Object.values(parts).filter((part): part is string => typeof part === 'string');
    for (const line of texts.flatMap((text) => text.split(/\r\n|\n|\r/u))) lines.push(colours.dim(`  | ${line}`).trimEnd());
  }
  return lines;
}

function pageOf(rule: Rule): string {
  return `docs/rules/${rule.id}.md`;
}
