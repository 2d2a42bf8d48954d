import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/files.js';
import { basesOf, runBench } from './bench.js';
import { CATALOGUE } from './catalogue.js';
import { readCorpus } from './corpus.js';
import { shortfalls, THRESHOLDS } from './figures.js';
import { makeMutants, OPERATORS } from './mutants.js';

const corpus = readCorpus(ROOT);
const mutants = makeMutants(basesOf(corpus));

describe('the mutants', () => {
  it('are the same on every run', () => {
    expect(makeMutants(basesOf(corpus))).toEqual(mutants);
  });

  it('break every rule of the catalogue, and nothing else', () => {
    expect(new Set(OPERATORS.map(({ rule }) => rule))).toEqual(new Set(CATALOGUE));
    const count = new Map(CATALOGUE.map((rule) => [rule, mutants.filter((mutant) => mutant.rule === rule).length]));
    expect([...count].filter(([, cases]) => cases < 8)).toEqual([]);
  });

  it('come from many reports', () => {
    expect(new Set(mutants.map(({ report }) => report)).size).toBeGreaterThanOrEqual(THRESHOLDS.reports);
  });
});

it('finds what it found, and says nothing where it was silent', () => {
  const kept = JSON.parse(readFileSync(path.join(ROOT, 'test/quality/figures.json'), 'utf8'));
  expect(shortfalls(runBench(corpus, mutants), kept)).toEqual([]);
}, 60_000);
