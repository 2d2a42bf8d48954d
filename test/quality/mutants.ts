import type { Base } from './base.js';
import type { Mutant, Operator } from './mutant.js';
import { FIGURE_OPERATORS } from './operators/figures.js';
import { HEADING_OPERATORS } from './operators/headings.js';
import { PUNCTUATION_OPERATORS } from './operators/punctuation.js';
import { RESIDUE_OPERATORS } from './operators/residue.js';
import { SECTION_OPERATORS } from './operators/structure.js';
import { TERM_OPERATORS } from './operators/terms.js';
import { TITLE_OPERATORS } from './operators/title.js';
import { YEAR_OPERATORS } from './operators/years.js';
import { Random } from './random.js';

/** Every operator, by groups of the catalogue. */
export const OPERATORS: readonly Operator[] = [
  ...SECTION_OPERATORS,
  ...TITLE_OPERATORS,
  ...HEADING_OPERATORS,
  ...YEAR_OPERATORS,
  ...FIGURE_OPERATORS,
  ...TERM_OPERATORS,
  ...PUNCTUATION_OPERATORS,
  ...RESIDUE_OPERATORS,
];

/** Every mutant of some clean reports; the same reports give the same mutants. */
export function makeMutants(bases: readonly Base[]): Mutant[] {
  const counts = new Map<string, number>();
  return OPERATORS.flatMap((operator) => {
    const made: Mutant[] = [];
    for (const base of new Random(`${operator.rule} ${operator.name}`).shuffled(bases)) {
      if (made.length === operator.quota) break;
      const mutation = operator.apply(base, new Random(`${operator.rule} ${operator.name} ${base.name}`));
      if (mutation === undefined) continue;
      if (mutation.text === base.text) throw new Error(`${operator.rule} (${operator.name}) leaves ${base.name} as it is`);
      const count = (counts.get(operator.rule) ?? 0) + 1;
      counts.set(operator.rule, count);
      made.push({
        id: `${operator.rule}/${String(count).padStart(2, '0')}`,
        rule: operator.rule,
        operator: operator.name,
        report: base.name,
        severities: typeof operator.severity === 'string' ? [operator.severity] : operator.severity,
        lines: [...new Set(mutation.at.map((offset) => lineOf(mutation.text, offset)))],
        allowed: new Set(operator.allow),
        text: mutation.text,
      });
    }
    return made;
  });
}

/** The line (from 1) of an offset; lines end as the checker counts them. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/u).length;
}
