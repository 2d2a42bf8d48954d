import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { fixAll } from '../../server/check/fix.js';
import { parseReport } from '../../server/report/parse-report.js';
import { SourceText } from '../../server/text/source-text.js';
import { ROOT } from '../support/files.js';
import { some } from '../support/whole-run.js';
import { basesOf } from './bench.js';
import { readCorpus } from './corpus.js';
import { makeMutants } from './mutants.js';

const corpus = readCorpus(ROOT);
const mutants = makeMutants(basesOf(corpus));
const texts: readonly (readonly [name: string, text: string])[] = [
  ...corpus.samples.map(({ name, text }) => [name, text] as const),
  ...corpus.clean.map(({ name, text }) => [name, text] as const),
  ...some(mutants, 8).map(({ id, text }) => [id, text] as const),
];

/** Lines (from 0) that safe fixes may change: those of findings that have one, of their related places and of their edits. */
function linesToMend(text: string): ReadonlySet<number> {
  const source = new SourceText(text);
  const lines = new Set<number>();
  for (const { span, related, fixes } of check(parseReport(source))) {
    const safe = fixes.find(({ kind }) => kind === 'safe');
    if (safe === undefined) continue;
    for (const place of [span, ...related.map((one) => one.span), ...safe.edits.map((one) => one.span)]) {
      for (let line = source.positionAt(place.start).line; line <= source.positionAt(place.end).line; line++) lines.add(line);
    }
  }
  return lines;
}

describe('fix-all', () => {
  it.each(texts)('mends %s once and for all, and nothing else', (_, text) => {
    const fixed = fixAll(text);
    expect(fixed.stable).toBe(true);
    const left = check(parseReport(new SourceText(fixed.text))).filter(({ fixable }) => fixable === 'safe');
    expect(left.map(({ rule }) => rule)).toEqual([]);
    expect(fixAll(fixed.text)).toMatchObject({ text: fixed.text, applied: 0, stable: true });
    if (fixed.applied === 0) return expect(fixed.text).toBe(text);
    const mended = linesToMend(text);
    const kept = text.split(/\r\n|\r|\n/u).filter((line, index) => line.trim() !== '' && !mended.has(index));
    const now = new Set(fixed.text.split(/\r\n|\r|\n/u));
    expect(kept.filter((line) => !now.has(line))).toEqual([]);
  });
});
