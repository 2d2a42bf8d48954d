import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../server/cli/tokens.js';

/** What Node's own parser makes of a command line. */
function byNode(argv: readonly string[]): readonly object[] {
  const options = { format: { type: 'string', multiple: true }, fix: { type: 'boolean', multiple: true } } as const;
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  return tokens.flatMap((token): object[] => {
    if (token.kind === 'option-terminator') return [];
    if (token.kind === 'positional') return [{ kind: token.kind, value: token.value }];
    const { kind, name, rawName, value, inlineValue } = token;
    return [{ kind, name, rawName, value, inlineValue: inlineValue === true }];
  });
}

describe('a command line', () => {
  it.each([
    [['check', 'a.txt', '-', '--fix']],
    [['--format', 'json', '--format=text', '--format=', '--format']],
    [['--format', '--fix', '--fix=yes', '--fix=']],
    [['--format', '--', 'a']],
    [['--', '--fix', '-h', '--']],
    [['-h', '-hV', '-']],
    [['--nosuch', 'value', '--nosuch=value', '--no-such=a=b', '']],
    [['--=x', '---x', '--报告=a']],
  ])('is taken apart as Node does: %s', (argv) => {
    expect(tokensOf(argv, (name) => name === 'format')).toEqual(byNode(argv));
  });
});
