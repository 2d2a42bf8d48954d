import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileOutcome } from '../../server/cli/file-outcome.js';
import type { Answer, Errand, Helpers } from '../../server/cli/helper.js';
import type { InputFile } from '../../server/cli/input-files.js';
import { SideBySide } from '../../server/cli/side-by-side.js';
import { type Bundled, bundle } from './bundled.js';
import { call, folder } from './helper.js';
import { INCOMPLETE, NOTE, SOUND, UNNUMBERED } from './samples.js';
import { WHOLE_RUN } from '../support/whole-run.js';

/** A folder with everything that can come up: sound and defective reports, other texts, bytes that are no text, project files. */
function everything(): string {
  const files: Record<string, string | Uint8Array> = {};
  for (let index = 0; index < 9; index++) {
    const name = String(index).padStart(2, '0');
    files[`a/${name}-sound.txt`] = SOUND;
    files[`a/${name}-incomplete.txt`] = INCOMPLETE;
    files[`b/${name}-unnumbered.txt`] = UNNUMBERED;
  }
  files['a/03-note.txt'] = NOTE;
  files['a/04-gbk.txt'] = iconv.encode(INCOMPLETE, 'gb18030');
  files['a/05-binary.txt'] = Uint8Array.of(1, 0, 2, 0, 0, 0);
  files['a/06-damaged.txt'] = Buffer.concat([Buffer.from(SOUND), Uint8Array.of(0xff, 0xfe), Buffer.from(SOUND)]);
  files['b/.fazhi-report.json'] = JSON.stringify({
    rules: { 'missing-section': 'hint', nonsense: 'off' },
    ignore: [
      { rule: 'missing-section', text: '没有这句话', reason: '不再出现' },
      { rule: 'heading-number-missing', text: '2025年', reason: '惯例' },
    ],
  });
  files['b/05-incomplete.txt'] = INCOMPLETE;
  files['b/10.pdf.txt'] = '%PDF-1.7';
  return folder(files);
}

interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

// Each process has to start and to warm up: seconds, where other tests run beside it.
describe.skipIf(!WHOLE_RUN)('--jobs', { timeout: 120_000 }, () => {
  let bundled: Bundled | undefined;
  let program = '';

  beforeAll(async () => {
    bundled = await bundle();
    program = bundled.program;
  });
  afterAll(() => bundled?.remove());

  const timeless = ({ status, stdout, stderr }: Result): Result => {
    const cut = (text: string): string => text.replace(/用时 .*|"milliseconds": \d+/gu, '');
    return { status, stdout: cut(stdout), stderr: cut(stderr) };
  };
  const alone = async (cwd: string, ...argv: string[]): Promise<Result> => timeless(await call(['check', ...argv], { cwd }));
  const side = (cwd: string, ...argv: string[]): Result =>
    timeless(spawnSync(process.execPath, [program, 'check', ...argv], { cwd, encoding: 'utf8' }));

  it.each([['text'], ['json'], ['github']])('changes nothing in the %s output', async (format) => {
    const cwd = everything();
    const expected = await alone(cwd, '--format', format, '.');
    expect(expected.stderr).toContain('05-binary.txt');
    expect(expected.stderr).toContain('nonsense');
    expect(expected.status).toBe(2);
    for (const jobs of ['1', '2', '4']) expect(side(cwd, '--jobs', jobs, '--format', format, '.')).toEqual(expected);
  });

  it('leaves out what is in the baseline', async () => {
    const cwd = everything();
    await alone(cwd, '--write-baseline', 'known.json', 'a');
    const expected = await alone(cwd, '--baseline', 'known.json', '.');
    expect(expected.stdout).toContain('已在基线中');
    expect(side(cwd, '--baseline', 'known.json', '--jobs', '3', '.')).toEqual(expected);
  });

  it('fixes alone', async () => {
    const cwd = everything();
    expect(side(cwd, '--diff', '--no-config', '--jobs', '3', 'b')).toEqual(await alone(cwd, '--diff', '--no-config', 'b'));
    expect(side(cwd, '--fix', '--no-config', '--jobs', '3', 'b').stdout).toContain('已修复');
  });

  it('adds up the time of all threads', () => {
    const cwd = everything();
    const argv = [program, 'check', '--timing', '--jobs', '3', '--format', 'json', 'a'];
    const { stdout, stderr } = spawnSync(process.execPath, argv, { cwd, encoding: 'utf8' });
    expect(Object.keys(JSON.parse(stdout).timing)).toEqual(['reading', 'parsing', 'checking', 'writing', 'rules']);
    expect(stderr).toContain('missing-section');
  });

  it.skipIf(process.platform === 'win32')('ends at once where the reader goes away or the user interrupts', async () => {
    const cwd = everything();
    const headed = spawnSync('bash', ['-c', `"${process.execPath}" "${program}" check --jobs 3 . 2>/dev/null | head -n 1`], { cwd });
    expect(headed.stdout.toString()).toContain('.txt');
    const child = spawn(process.execPath, [program, 'check', '--jobs', '3', '.'], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => child.kill('SIGINT'));
    expect(await new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)))).toBe('SIGINT');
  });

  it('does without threads that cannot be started', async () => {
    const cwd = everything();
    rmSync(join(dirname(program), 'cliHelper.js'));
    expect(side(cwd, '--jobs', '3', '.')).toEqual(await alone(cwd, '.'));
  });

  it.each(['0', 'x', '-1', '1.5', '65', '1e1'])('refuses %s', async (jobs) => {
    const { status, stderr } = await call(['check', `--jobs=${jobs}`, '.'], { cwd: folder() });
    expect(status).toBe(2);
    expect(stderr).toContain(`--jobs 应是 1 到 64 的整数，例如 --jobs 2；现在是“${jobs}”`);
  });
});

describe('work side by side', () => {
  const files: readonly InputFile[] = Array.from({ length: 100 }, (_, index) => ({
    name: `${index}`,
    path: `/${index}`,
    explicit: false,
  }));
  const outcomeFor = ({ name }: InputFile): FileOutcome => ({ problem: { kind: 'read-error', detail: name }, wasRead: false });

  /** Threads that answer late, and the last errand first; some are lost after a few errands. */
  function helpers(loseAfter: number): Helpers & { readonly ahead: () => number } {
    let most = 0;
    let answered = 0;
    return {
      cores: () => Promise.resolve(3),
      ahead: () => most,
      start: (_, answer: (answer: Answer) => void, gone) => {
        const errands: Errand[] = [];
        const work = (): void => {
          const errand = errands.pop();
          if (errand === undefined) return;
          most = Math.max(most, errand.first - answered);
          if (++answered > loseAfter) {
            gone();
            return;
          }
          const half = Math.ceil(errand.files.length / 2);
          answer({ first: errand.first, outcomes: errand.files.slice(0, half).map(outcomeFor) });
          answer({ first: errand.first + half, outcomes: errand.files.slice(half).map(outcomeFor) });
          setImmediate(work);
        };
        return Promise.resolve({
          send: (errand) => {
            errands.push(errand);
            setImmediate(work);
          },
          stop: () => errands.splice(0),
        });
      },
    };
  }

  const start = { options: {}, cwd: '/', env: {}, stream: undefined };

  it.each([
    ['answers out of turn', Number.POSITIVE_INFINITY],
    ['threads that are lost', 3],
    ['threads that never come up', 0],
  ])('keeps the order with %s', async (_, loseAfter) => {
    const taken: string[] = [];
    let own = 0;
    const work = {
      files,
      now: () => 0,
      spent: () => {},
      own: (file: InputFile) => {
        own++;
        return outcomeFor(file);
      },
      accept: (file: InputFile, outcome: FileOutcome) => {
        expect(outcome).toEqual(outcomeFor(file));
        taken.push(file.name);
        return Promise.resolve(true);
      },
    };
    // What is in `start` only passes through.
    await new SideBySide(work, { helpers: helpers(loseAfter), jobs: 3, start: start as never }).run();
    expect(taken).toEqual(files.map(({ name }) => name));
    if (loseAfter === 0) expect(own).toBe(100);
    else if (loseAfter > 3) expect(own).toBeLessThan(100);
  });

  it('stops where no more is wanted', async () => {
    let taken = 0;
    const accept = (): Promise<boolean> => Promise.resolve(++taken < 10);
    const work = { files, now: () => 0, spent: () => {}, own: outcomeFor, accept };
    await new SideBySide(work, { helpers: helpers(1000), jobs: 3, start: start as never }).run();
    expect(taken).toBe(10);
  });

  it('asks for help only where it is worth it', async () => {
    const started = async (millisecondsPerFile: number): Promise<number> => {
      let count = 0;
      let now = 0;
      const some = helpers(1000);
      const work = {
        files,
        now: () => now,
        spent: () => {},
        own: (file: InputFile) => {
          now += millisecondsPerFile;
          return outcomeFor(file);
        },
        accept: () => Promise.resolve(true),
      };
      const counted: Helpers = {
        ...some,
        start: (...given) => {
          count++;
          return some.start(...given);
        },
      };
      await new SideBySide(work, { helpers: counted, jobs: undefined, start: start as never }).run();
      return count;
    };
    expect(await started(8)).toBe(0);
    expect(await started(80)).toBe(1);
    expect(await started(1000)).toBe(2);
  });
});
