import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answers, breaches, isExpected, placedFindings, readAnnotations } from '../support/annotations.js';
import { filesOf, readText } from '../support/files.js';

const FOLDER = import.meta.dirname;
const annotations = ['expected-a.tsv', 'expected-b.tsv'].flatMap((table) => readAnnotations(path.join(FOLDER, table)));
const rowsOf = (file: string) => annotations.filter((row) => row.file === file);

describe.each(filesOf(path.join(FOLDER, 'clean')))('clean $name', ({ name, file }) => {
  const findings = placedFindings(readText(file));
  const rows = rowsOf(`clean/${name}`);

  it('has no error and no warning', () => {
    expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });

  it('has just the information that the table lists', () => {
    const listed = rows.filter(isExpected);
    expect(listed.filter((row) => answers(findings, row).length === 0)).toEqual([]);
    const unlisted = findings.filter(
      (finding) => finding.severity === 'information' && !listed.some((row) => answers([finding], row).length > 0),
    );
    expect(unlisted).toEqual([]);
  });

  it('keeps silent where the table says so', () => {
    expect(rows.filter(({ severity }) => severity === 'none').flatMap((row) => breaches(findings, row))).toEqual([]);
  });
});

describe.each(filesOf(path.join(FOLDER, 'defective')))('defective $name', ({ name, file }) => {
  const findings = placedFindings(readText(file));
  const rows = rowsOf(`defective/${name}`);

  it('shows every defect at its line with its severity', () => {
    expect(rows.filter(isExpected).filter((row) => answers(findings, row).length === 0)).toEqual([]);
  });

  it('shows no error or warning beside them', () => {
    const listed = rows.filter(isExpected);
    const beside = findings
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .filter((finding) => !listed.some((row) => answers([finding], row).length > 0));
    expect(beside).toEqual([]);
  });

  it('keeps silent where the table says so', () => {
    expect(rows.filter(({ severity }) => severity === 'none').flatMap((row) => breaches(findings, row))).toEqual([]);
  });
});
