import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import { ROOT } from '../support/files.js';

/** A configuration of `docs/editors` as its editor hands it to the server. */
export interface Handed {
  readonly initializationOptions: unknown;
  /** What `workspace/configuration` is answered from, or sent with `workspace/didChangeConfiguration`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

interface JsonServer {
  readonly initializationOptions?: unknown;
  readonly initialization_options?: unknown;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The text of a file of `docs/editors`. */
export function configuration(file: string): string {
  return readFileSync(path.join(ROOT, 'docs/editors', file), 'utf8');
}

/** A JSON file of `docs/editors`, in which there may be comments; throws where it is not well-formed. */
export function readJson(file: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(configuration(file), errors);
  if (errors.length > 0) throw new Error(`${file} is not well-formed`);
  return value;
}

/** What each editor that cannot be run here hands over when it has the configuration of its page. */
export const HANDED: Readonly<Record<string, () => Handed>> = {
  helix: () => {
    const section = tomlSection(configuration('helix/languages.toml'), 'language-server.fazhi-report.config.fazhiReport');
    return { initializationOptions: { fazhiReport: section }, settings: { fazhiReport: section } };
  },
  zed: () => ofJson((readJson('zed/settings.json') as { lsp: Record<string, JsonServer> }).lsp),
  kate: () => ofJson((readJson('kate/settings.json') as { servers: Record<string, JsonServer> }).servers),
  sublime: () => ofJson(readJson('sublime/LanguageServers.sublime-settings') as Record<string, JsonServer>),
};

function ofJson(servers: Readonly<Record<string, JsonServer>>): Handed {
  const server = servers['fazhi-report'];
  if (server === undefined) throw new Error('no server fazhi-report');
  return { initializationOptions: server.initializationOptions ?? server.initialization_options, settings: server.settings };
}

/** Keys of one section whose values are strings, which is all that is there. */
function tomlSection(text: string, name: string): Record<string, string> {
  const [, rest] = text.split(`\n[${name}]\n`);
  const [section = ''] = (rest ?? '').split(/\n\s*(?:\n|#|\[)/u);
  return Object.fromEntries([...section.matchAll(/^(\w+) = "([^"]*)"$/gmu)].map(([, key, value]) => [key, value]));
}
