/**
 * The editor's window, seen and used from outside: what an extension cannot do by itself. Only where the editor runs in
 * a browser (scripts/editor/control.mjs answers there); in the desktop editor `hasWindow()` is false.
 */
import { request } from 'node:http';
import { commands } from 'vscode';

/** An element on the screen. */
export interface ScreenElement {
  readonly id: string;
  readonly text: string;
  /** What a screen reader says. */
  readonly label: string;
}

/** How long one thing may take to appear or to be clickable. */
const TIMEOUT = 10_000;

/** Whether the functions below work here. Tests that need them begin with `if (!hasWindow()) this.skip()`. */
export const hasWindow = (): boolean => socket() !== undefined;

/**
 * Takes a picture of the window into test/editor/out/, into the folder of the editor that runs.
 * @returns its path; undefined in the desktop editor
 */
export async function takeScreenshot(name: string): Promise<string | undefined> {
  return hasWindow() ? ask<string>('screenshot', { name }) : undefined;
}

/** Presses keys where the focus is, as a person would: `pressKeys('Control+Shift+M')`. */
export const pressKeys = (keys: string): Promise<void> => ask('press', { keys });

/** Types text where the focus is, key by key. */
export const typeKeys = (text: string): Promise<void> => ask('type', { text });

/** Clicks the first element that matches a CSS selector; fails when there is none within 10 s. */
export const clickOn = (selector: string): Promise<void> => ask('click', { selector, timeout: TIMEOUT });

/** The visible elements that match a CSS selector, now. */
export const readScreen = (selector: string): Promise<ScreenElement[]> => ask('read', { selector });

/** Waits until a visible element that matches the selector contains the text. */
export const waitForText = (selector: string, text: string, timeout = TIMEOUT): Promise<void> =>
  ask('waitFor', { selector, text, timeout });

/** A webview is a page in a frame in a frame. */
const WEBVIEW = ['iframe.webview.ready', '#active-frame'];

/** As `clickOn`, in the webview that is shown. */
export const clickInWebview = (selector: string): Promise<void> => ask('click', { selector, frames: WEBVIEW, timeout: TIMEOUT });

/** As `readScreen`, in the webview that is shown. */
export const readWebview = (selector: string): Promise<ScreenElement[]> => ask('read', { selector, frames: WEBVIEW });

/** As `waitForText`, in the webview that is shown. */
export const waitForTextInWebview = (selector: string, text: string, timeout = TIMEOUT): Promise<void> =>
  ask('waitFor', { selector, text, frames: WEBVIEW, timeout });

/** How long a message may take to pop up before it is looked for in the list of all messages. */
const POP_UP = 4_000;

/**
 * Waits until a message of the editor contains the text. Where many come in a short time, the editor shows some of them in its
 * list only: that is opened then.
 */
export async function waitForNotification(text: string): Promise<void> {
  try {
    await waitForText(NOTIFICATION, text, POP_UP);
  } catch {
    await commands.executeCommand('notifications.showList');
    await waitForText(NOTIFICATION, text);
  }
}

const NOTIFICATION = '.notification-list-item';

/** The items in the status bar, now. Those of an extension have ids that begin with the extension's id. */
export const statusItems = (): Promise<ScreenElement[]> => readScreen('.statusbar-item');

/** Waits until an item in the status bar contains the text. */
export const waitForStatusItem = (text: string, timeout = TIMEOUT): Promise<void> => waitForText('.statusbar-item', text, timeout);

const socket = (): string | undefined => process.env.FAZHI_EDITOR_CONTROL;

function ask<T>(command: string, parameters: object): Promise<T> {
  const socketPath = socket();
  if (!socketPath) throw new Error(`${command}: no window here (desktop editor); guard the test with hasWindow()`);
  return new Promise<T>((resolve, reject) => {
    const asking = request({ socketPath, path: `/${command}`, method: 'POST' }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => {
        const answer = JSON.parse(body) as { result: T } | { error: string };
        if ('error' in answer) reject(new Error(`${command} ${JSON.stringify(parameters)}: ${answer.error}`));
        else resolve(answer.result);
      });
    });
    asking.on('error', reject);
    asking.end(JSON.stringify(parameters));
  });
}
