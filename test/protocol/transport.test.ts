import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../server/protocol/transport.js';

describe('command line of the server', () => {
  it.each([
    [['--stdio'], { kind: 'stdio' }],
    [['--clientProcessId=12', '--stdio'], { kind: 'stdio' }],
    [['--node-ipc', '--clientProcessId=12'], { kind: 'node-ipc' }],
    [['--pipe=/tmp/x'], { kind: 'pipe' }],
    [['--socket=5007'], { kind: 'socket', port: 5007 }],
    [['--socket', '5007'], { kind: 'socket', port: 5007 }],
    [['--help', '--stdio'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
  ])('%j', (args, expected) => {
    expect(parseArguments(args)).toEqual(expected);
  });

  it.each([[[]], [['--socket=']], [['--socket=0']], [['--socket=65536']], [['--socket=abc']], [['--socket']], [['stdio']]])(
    '%j is an error',
    (args: readonly string[]) => {
      expect(parseArguments(args)).toMatchObject({ kind: 'error' });
    },
  );
});
