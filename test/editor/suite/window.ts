/**
 * The editor's window, seen and used from outside: what an extension cannot do by itself. Only where the editor runs in
 * a browser (scripts/editor/control.mjs answers there); in the desktop editor `hasWindow()` is false.
 */
import { commands } from 'vscode';
import { askEditor, hasControl } from './control';

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
export const hasWindow = hasControl;

/**
 * Takes a picture of the window into test/editor/out/, into the folder of the editor that runs.
 * @returns its path; undefined in the desktop editor
 */
export async function takeScreenshot(name: string): Promise<string | undefined> {
  return hasWindow() ? askEditor<string>('screenshot', { name }) : undefined;
}

/** Presses keys where the focus is, as a person would: `pressKeys('Control+Shift+M')`. */
export const pressKeys = (keys: string): Promise<void> => askEditor('press', { keys });

/** Types text where the focus is, key by key. */
export const typeKeys = (text: string): Promise<void> => askEditor('type', { text });

/** Clicks the first element that matches a CSS selector; fails when there is none within 10 s. */
export const clickOn = (selector: string): Promise<void> => askEditor('click', { selector, timeout: TIMEOUT });

/** The visible elements that match a CSS selector, now. */
export const readScreen = (selector: string): Promise<ScreenElement[]> => askEditor('read', { selector });

/** Waits until a visible element that matches the selector contains the text. */
export const waitForText = (selector: string, text: string, timeout = TIMEOUT): Promise<void> =>
  askEditor('waitFor', { selector, text, timeout });

/** A webview is a page in a frame in a frame. */
const WEBVIEW = ['iframe.webview.ready', '#active-frame'];

/** As `clickOn`, in the webview that is shown. */
export const clickInWebview = (selector: string): Promise<void> => askEditor('click', { selector, frames: WEBVIEW, timeout: TIMEOUT });

/** As `readScreen`, in the webview that is shown. */
export const readWebview = (selector: string): Promise<ScreenElement[]> => askEditor('read', { selector, frames: WEBVIEW });

/** As `waitForText`, in the webview that is shown. */
export const waitForTextInWebview = (selector: string, text: string, timeout = TIMEOUT): Promise<void> =>
  askEditor('waitFor', { selector, text, frames: WEBVIEW, timeout });

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
