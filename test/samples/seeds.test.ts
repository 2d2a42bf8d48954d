import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answers, breaches, isExpected, placedFindings, readAnnotations } from '../support/annotations.js';
import { readText, ROOT, seeds } from '../support/files.js';

const annotations = readAnnotations(path.join(import.meta.dirname, 'seed-annotations.tsv'));

/** The only errors that the samples hold; everything else that is an error would be a false alarm. */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  '000': ['typo 3', 'typo 8', 'fixed-term 31'],
  '001': ['word-residue 22'],
  '002': ['missing-section 3', 'typo 13', 'heading-sequence 23'],
  '003': ['year-suffix-missing 63', 'latin-residue 83'],
  '004': ['unbalanced-pair 14', 'unbalanced-pair 14', 'heading-number-missing 26', 'date-malformed 42'],
};

describe.each(seeds())('$name', ({ name, file }) => {
  const findings = placedFindings(readText(file));
  const rows = annotations.filter((row) => row.file === name);

  it.each(rows.filter(isExpected))('line $line: $severity $rule', (row) => {
    expect(answers(findings, row), JSON.stringify(findings)).not.toHaveLength(0);
  });

  it.each(rows.filter(({ severity }) => severity === 'none'))('line $line stays silent: $note', (row) => {
    expect(breaches(findings, row)).toEqual([]);
  });

  it('has no other error', () => {
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule, line }) => `${rule} ${line}`);
    expect(errors).toEqual(ERRORS[name.slice(0, 3)]);
  });
});

it('the samples are untouched', () => {
  expect(seeds().map(({ file }) => path.relative(ROOT, file))).toHaveLength(5);
});
