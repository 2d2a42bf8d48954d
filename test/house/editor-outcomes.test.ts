import { describe, expect, it } from 'vitest';
import { failuresInWords, inWords, nothing, placed, readOutcome, sum, withFailure } from '../editor/outcomes.mjs';

const PASSED = { ...nothing(), passed: 3 };
const FAILED = { ...nothing(), passed: 1, failed: 1, skipped: 2, failures: [{ title: '修复', message: '没有修复\nPicture: a.png' }] };
const RETRIED = { ...PASSED, retried: [{ title: '保存', message: 'waited' }] };

describe('what came of the tests in editors', () => {
  it('adds up', () => {
    expect(inWords(sum(PASSED, FAILED))).toBe('4 passed, 1 failed, 2 skipped');
    expect(inWords(sum(PASSED, PASSED))).toBe('6 passed, 0 failed');
  });

  it('names what failed, where, and why', () => {
    expect(failuresInWords(sum(PASSED, placed(FAILED, 'oldest, folder')))).toBe(
      '\n没有通过（failed）：\n  oldest, folder: 修复\n      没有修复\n      Picture: a.png\n',
    );
  });

  it('names what passed at another attempt only, which is no failure', () => {
    const words = failuresInWords(sum(placed(RETRIED, 'newest, folder'), PASSED));
    expect(words).toContain('再试一次才通过（passed at another attempt only）：\n  newest, folder: 保存\n      waited\n');
    expect(words).not.toContain('没有通过');
  });

  it('has nothing to name where all passed', () => {
    expect(failuresInWords(PASSED)).toBe('');
  });

  it('counts a suite that did not end well as a failure of its own', () => {
    const outcome = withFailure({ ...PASSED, version: '1.93.1' }, '没有正常结束', '超时');
    expect(inWords(outcome)).toBe('3 passed, 1 failed');
    expect(outcome.version).toBe('1.93.1');
    expect(failuresInWords(outcome)).toContain('没有正常结束\n      超时');
  });

  it('knows no version where a suite wrote nothing', () => {
    expect(readOutcome('/no/such/file.json')).toEqual({ ...nothing(), version: undefined });
  });
});
