/** How a suite asks whoever runs the editor's window for something: the other side is scripts/editor/control.mjs. */

/** Whether somebody is there to be asked: not with the desktop editor. */
export const hasControl = (): boolean => address() !== '';

/**
 * Asks for something and waits until it is done.
 * @param command a name of scripts/editor/control.mjs
 * @param parameters what it takes there
 * @returns what it gives there
 * @throws with its message when it failed, or when nobody is there
 */
export async function askEditor<T>(command: string, parameters: object): Promise<T> {
  if (!hasControl()) throw new Error(`${command}: no window here (desktop editor); guard the test with hasWindow()`);
  const response = await fetch(`${address()}${command}`, { method: 'POST', body: JSON.stringify(parameters) });
  const answer = (await response.json()) as { result: T } | { error: string };
  if ('error' in answer) throw new Error(`${command} ${JSON.stringify(parameters)}: ${answer.error}`);
  return answer.result;
}

const address = (): string => process.env.FAZHI_EDITOR_CONTROL ?? '';
