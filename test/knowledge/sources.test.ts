import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS } from '../../server/knowledge/documents.js';
import { FIXED_TERM_GROUPS } from '../../server/knowledge/fixed-terms.js';
import { TYPO_GROUPS } from '../../server/knowledge/typos.js';
import { ROOT } from '../support/files.js';

const FOLDER = path.join(ROOT, 'server/knowledge');
/** Tables whose entries, or groups of entries, carry their source themselves. */
const SELF_SOURCED: ReadonlySet<string> = new Set(['DOCUMENTS', 'FIXED_TERM_GROUPS', 'TYPO_GROUPS']);

/** Every exported table with all that stands above it in its file: its own comment, or the one that heads the file. */
function tables(): { name: string; file: string; above: string }[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    return [...text.matchAll(/^export const ([A-Z_]+)/gmu)].map((match) => {
      return { name: match[1] ?? '', file, above: text.slice(0, match.index) };
    });
  });
}

describe('tables', () => {
  it.each(tables().filter(({ name }) => !SELF_SOURCED.has(name)))('$file: $name says where it comes from', ({ above }) => {
    expect(above).toMatch(/Sources?:/u);
  });

  it('carry a source an entry or a group', () => {
    const sources = [...DOCUMENTS, ...FIXED_TERM_GROUPS, ...TYPO_GROUPS].map(({ source }) => source.trim());
    expect(sources.filter((source) => source.length < 6)).toEqual([]);
  });

  it('go well beyond the samples', () => {
    expect(DOCUMENTS.length).toBeGreaterThanOrEqual(60);
    expect(FIXED_TERM_GROUPS.flatMap(({ entries }) => entries).length).toBeGreaterThanOrEqual(40);
    expect(TYPO_GROUPS.flatMap(({ entries }) => entries).length).toBeGreaterThanOrEqual(150);
  });
});
