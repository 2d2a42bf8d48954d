import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root, Tokenizer } from './tokenizer';

// The editor colours lines up to editor.maxTokenizationLineLength (20,000 characters) and gives each 500 ms.
const LIMIT = 20_000;

const seeds = path.join(root, 'seeds');
const prose = readdirSync(seeds)
  .map((file) => readFileSync(path.join(seeds, file), 'utf8').replace(/\s*\n\s*/g, ''))
  .join('');
const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

let grammar: Tokenizer;
beforeAll(async () => {
  grammar = await Tokenizer.create();
  grammar.milliseconds(fill(prose, LIMIT)); // compiles the expressions
});
/** The fastest of up to three runs: a busy machine must not fail the test. */
function best(line: string, enough: number): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && fastest > enough; run++) {
    fastest = Math.min(fastest, grammar.milliseconds(line));
  }
  return fastest;
}

const units = [
  prose,
  ...'镇一1２ 　，“《（_X某\uFFFD',
  '“枫桥”',
  '《民法典》',
  '发〔',
  '发〔2021〕',
  '一、',
  '（一',
  '。一是',
  '3,',
  '2024年',
  '2024-',
  '*年',
  '**',
  'x镇',
  '百千',
  '二〇',
  '[bookmark: ',
  '法治政府',
  '来源：',
  '【打印】 ',
];

describe('one long line', () => {
  test.each([...units.map((unit) => ['', unit] as const), ...['　　（一）', '一、', '# '].map((prefix) => [prefix, prose] as const)])(
    'of 20,000 characters stays far below the limit: %s%.12s…',
    (prefix, unit) => {
      expect(best(prefix + fill(unit, LIMIT), 250)).toBeLessThan(250);
    },
  );

  test('costs time in proportion to its length', () => {
    const short = best(fill(prose, LIMIT), 0);
    expect(best(fill(prose, 5 * LIMIT), 15 * short) / short).toBeLessThan(15); // 5 when linear, 25 when quadratic
  });

  test('of a million characters ends', () => {
    expect(grammar.milliseconds(fill(prose, 1_000_000))).toBeLessThan(30_000);
  }, 60_000);
});
