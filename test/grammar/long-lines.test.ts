import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import units from './hostile-units.json';
import { root, Tokenizer } from './tokenizer';

// The editor colours lines up to editor.maxTokenizationLineLength. What that costs is measured by ../bench/grammar.mjs.
const LIMIT = 20_000;

const seeds = path.join(root, 'seeds');
const prose = readdirSync(seeds)
  .map((file) => readFileSync(path.join(seeds, file), 'utf8').replace(/\s*\n\s*/g, ''))
  .join('');
const fill = (unit: string) => unit.repeat(Math.ceil(LIMIT / unit.length)).slice(0, LIMIT);

let grammar: Tokenizer;
beforeAll(async () => {
  grammar = await Tokenizer.create();
});

describe('a line of 20,000 characters is coloured to its end', () => {
  test.each([...units, prose].map((unit) => [unit.slice(0, 12), unit] as const))('%s…', (_, unit) => {
    expectWhole(fill(unit));
  });

  test.each(['　　（一）', '一、', '# '])('prose after %s', (prefix) => {
    expectWhole(prefix + fill(prose));
  });
});

/** Fails where the tokens leave a gap, overlap or end before the line does. */
function expectWhole(line: string): void {
  const { tokens, stoppedEarly } = grammar.wholeLine(line);
  expect(stoppedEarly).toBe(false);
  const gap = tokens.findIndex(({ startIndex }, index) => startIndex !== (tokens[index - 1]?.endIndex ?? 0));
  expect(tokens[gap], 'a token that does not begin where the one before it ends').toBeUndefined();
  // The engine counts the line end as a character where a token reaches it.
  expect([line.length, line.length + 1]).toContain(tokens.at(-1)?.endIndex);
}
