import { describe, expect, it, vi } from 'vitest';
import { chooseEditors, type Choice, type Circumstances } from '../editor/choice.mjs';
import { HERE, oldestOf } from '../editor/circumstances.mjs';

/** A machine on which the desktop editor can be downloaded, or not. */
function machine(
  env: NodeJS.ProcessEnv,
  { platform = 'linux', reachable = true }: { platform?: NodeJS.Platform; reachable?: boolean } = {},
) {
  const downloads: string[] = [];
  const circumstances: Circumstances = {
    env,
    platform,
    oldest: '1.91.0',
    download: async (version: string) => {
      downloads.push(version);
      if (!reachable) throw new Error('getaddrinfo ENOTFOUND');
      return `/there/${version}/code`;
    },
  };
  return { circumstances, downloads };
}

const inShort = (choices: readonly Choice[]): unknown => choices.map(({ name, version, platform }) => [name, version, platform]);

/** What is said to the person meanwhile. */
async function said(action: () => Promise<unknown>): Promise<string> {
  const write = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    await action();
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

describe('the editors that the suite runs in', () => {
  it('are the registry’s where nothing else is asked for, and nothing is downloaded yet', async () => {
    const { circumstances, downloads } = machine({});
    expect(inShort(await chooseEditors([], circumstances))).toEqual([['usual', '1.100.3', 'node']]);
    expect(inShort(await chooseEditors(['oldest', 'web-oldest', 'oldest'], circumstances))).toEqual([
      ['oldest', '1.93.1', 'node'],
      ['web-oldest', '1.91.1', 'browser'],
    ]);
    expect(inShort(await chooseEditors([], machine({ FAZHI_EDITOR: 'newest, usual' }).circumstances))).toEqual([
      ['newest', '1.139.1', 'node'],
      ['usual', '1.100.3', 'node'],
    ]);
    expect(downloads).toEqual([]);
  });

  it('are desktop ones where they are asked for: the oldest supported, and the newest', async () => {
    const { circumstances, downloads } = machine({ FAZHI_VSCODE: 'desktop' });
    const choices = await chooseEditors(['oldest', 'usual', 'newest'], circumstances);
    expect(inShort(choices)).toEqual([
      ['desktop-oldest', '1.91.0', 'node'],
      ['desktop', undefined, 'node'],
    ]);
    expect(new Set(downloads)).toEqual(new Set(['1.91.0', 'stable']));
    expect((await choices[0]?.prepare())?.executable).toBe('/there/1.91.0/code');
  });

  it('are the registry’s of the same name where the desktop ones cannot be reached, and that is said', async () => {
    const { circumstances } = machine({ FAZHI_VSCODE: 'desktop' }, { reachable: false });
    let choices: readonly Choice[] = [];
    const text = await said(async () => {
      choices = await chooseEditors(['oldest', 'newest'], circumstances);
    });
    expect(inShort(choices)).toEqual([
      ['oldest', '1.93.1', 'node'],
      ['newest', '1.139.1', 'node'],
    ]);
    expect(text).toContain('无法下载桌面版 VS Code（1.91.0）：getaddrinfo ENOTFOUND。改用 npm 仓库中的 VS Code 1.93.1（the desktop editor');
  });

  it('for the Web come from the registry always', async () => {
    const { circumstances, downloads } = machine({ FAZHI_VSCODE: 'desktop', FAZHI_REQUIRE_CLIENTS: '1' });
    expect(inShort(await chooseEditors(['web-newest'], circumstances))).toEqual([['web-newest', '1.137.0', 'browser']]);
    expect(downloads).toEqual([]);
  });

  it('are desktop ones on Windows, and nothing else', async () => {
    expect(inShort(await chooseEditors([], machine({}, { platform: 'win32' }).circumstances))).toEqual([['desktop', undefined, 'node']]);
    const closed = machine({}, { platform: 'win32', reachable: false }).circumstances;
    await expect(chooseEditors([], closed)).rejects.toThrow('无法下载桌面版 VS Code');
    await expect(chooseEditors(['web-newest'], closed)).rejects.toThrow('web-newest 不能在 Windows 上运行');
  });

  it('are desktop ones where a missing one is a failure', async () => {
    const strict = machine({ FAZHI_VSCODE: 'desktop', FAZHI_REQUIRE_CLIENTS: '1' }, { reachable: false }).circumstances;
    await expect(chooseEditors(['oldest'], strict)).rejects.toThrow('VSCODE_EXECUTABLE');
  });

  it('are the one that a person names by its path', async () => {
    const { circumstances, downloads } = machine({ VSCODE_EXECUTABLE: '/opt/code', FAZHI_VSCODE: 'desktop' }, { platform: 'win32' });
    const choices = await chooseEditors(['newest'], circumstances);
    expect(inShort(choices)).toEqual([['desktop', undefined, 'node']]);
    expect((await choices[0]?.prepare())?.executable).toBe('/opt/code');
    expect(downloads).toEqual([]);
  });

  it('have names that are known', async () => {
    await expect(chooseEditors(['vim'], machine({}).circumstances)).rejects.toThrow('没有名为 vim 的编辑器');
  });
});

it('the oldest editor is the one that the manifest says', () => {
  expect(HERE.oldest).toBe('1.91.0');
  expect(() => oldestOf('>=1.91')).toThrow('engines.vscode');
});
