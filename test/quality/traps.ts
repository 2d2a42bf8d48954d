import { type Base, partOf } from './base.js';
import { linesOf } from './mutant.js';
import { Random } from './random.js';
import { LAYOUTS } from './traps/layouts.js';
import { SENTENCES } from './traps/sentences.js';

/** A legitimate text that naive rules flag. */
export interface Trap {
  readonly id: string;
  readonly note: string;
  /** Name of the clean report that it was made of. */
  readonly report: string;
  readonly text: string;
}

/** Reports of varied make that take sentences which say nothing of their own body. */
const VARIED = [
  'q01-yangliuqiao.txt',
  'q04-justice-bureau.txt',
  'q09-county-congress.txt',
  'q11-development-zone.txt',
  'q16-longquan-town.txt',
  'a01-tongping.txt',
];

const numbered = (group: string, index: number): string => `${group}/${String(index + 1).padStart(2, '0')}`;

function sentenceTraps(baseOf: (name: string) => Base): Trap[] {
  return SENTENCES.flatMap(({ group, scope = 'measures', reports = VARIED, sentences }) =>
    sentences.map((sentence, index): Trap => {
      const base = baseOf(reports[index % reports.length] ?? '');
      const id = numbered(group, index);
      const line = new Random(id).pick(linesOf(base, scope).filter(({ text }) => text.endsWith('。')));
      if (line === undefined) throw new Error(`${base.name} has no ${scope} for ${id}`);
      return { id, note: sentence, report: base.name, text: base.text.slice(0, line.end) + sentence + base.text.slice(line.end) };
    }),
  );
}

function layoutTraps(baseOf: (name: string) => Base): Trap[] {
  const traps = LAYOUTS.flatMap(({ name, reports, vary }) =>
    reports.map((report): Omit<Trap, 'id'> => {
      const base = baseOf(report);
      const text = vary(base);
      if (text === undefined) throw new Error(`${report} has nothing for “${name}”`);
      return { note: name, report, text };
    }),
  );
  return traps.map((trap, index) => ({ id: numbered('layout', index), ...trap }));
}

/** Every trap; throws where one does not fit its report. */
export function makeTraps(bases: readonly Base[]): Trap[] {
  const byName = new Map(bases.map((base) => [base.name, base]));
  const baseOf = (name: string): Base => {
    const base = byName.get(name);
    if (base === undefined || partOf(base, 'measures') === undefined) throw new Error(`no clean report ${name}`);
    return base;
  };
  return [...sentenceTraps(baseOf), ...layoutTraps(baseOf)];
}
