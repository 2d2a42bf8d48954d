/** The language servers that run: workers, which only the browser knows. They end with the window, or when they are told to. */
import { askEditor } from './control';
import type { RunningLanguageServer } from './servers';

interface Worker {
  readonly id: number;
  readonly name: string;
}

/** Those that run now. */
export async function languageServers(): Promise<RunningLanguageServer[]> {
  const workers = await askEditor<Worker[]>('workers', {});
  return workers.filter(({ name }) => name.endsWith('法治报告')).map(({ id }) => ({ id }));
}
