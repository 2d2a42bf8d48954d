import { expect, it, vi } from 'vitest';
import type { Checker } from '../../client/checker.js';
import { createLookAgain } from '../../client/lookAgain.js';
import { LOOK_AGAIN_NOTIFICATION } from '../../server/protocol/messages.js';

const windows = vi.hoisted(() => ({ listeners: new Set<(state: { focused: boolean }) => void>() }));

// Test files share modules, and another one has another editor.
vi.hoisted(() => vi.resetModules());
vi.mock('vscode', () => ({
  window: {
    onDidChangeWindowState: (listener: (state: { focused: boolean }) => void) => {
      windows.listeners.add(listener);
      return { dispose: () => windows.listeners.delete(listener) };
    },
  },
}));

it('the server looks again when the user comes back to the window, not when they leave it', () => {
  const told: string[] = [];
  const feature = createLookAgain({ checker: { tell: (method: string) => void told.push(method) } as unknown as Checker });
  const change = (focused: boolean) => {
    for (const listener of windows.listeners) listener({ focused });
  };
  change(false);
  expect(told).toEqual([]);
  change(true);
  expect(told).toEqual([LOOK_AGAIN_NOTIFICATION]);
  feature.dispose();
  change(true);
  expect(told).toHaveLength(1);
});
