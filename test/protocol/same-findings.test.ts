import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../server/text/source-text.js';
import { readCase } from '../support/case-file.js';
import { call } from '../cli/helper.js';
import { filesOf, readText, ROOT, seeds } from '../support/files.js';
import { some } from '../support/whole-run.js';
import { LINES, SAMPLE, sampleWithout } from '../language/sample.js';
import { RICH, start } from './harness.js';

/** A finding as both front ends can tell it. */
interface Shown {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
  readonly related: readonly unknown[];
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What the command line says of a text that it reads from standard input. */
async function shownByCommandLine(text: string): Promise<Shown[]> {
  const { stdout } = await call(['check', '--format', 'json', '--fail-on', 'never', '--encoding', 'utf-8', '-'], { stdin: text });
  const [file] = JSON.parse(stdout).files as {
    diagnostics: (Omit<Shown, 'related'> & { related: { message: string; range: unknown }[] })[];
  }[];
  return (file?.diagnostics ?? []).map(({ rule, severity, message, range, related }) => ({
    rule,
    severity,
    message,
    range,
    related: related.map((place) => ({ message: place.message, range: place.range })),
  }));
}

/** What the language server says of the same text in a client that pulls. */
async function shownInEditor(text: string): Promise<Shown[]> {
  const client = await start({ capabilities: RICH });
  client.open('file:///a.txt', text);
  return (await client.pullItems('file:///a.txt')).map(({ code, severity, message, range, relatedInformation }) => ({
    rule: String(code),
    severity: ['error', 'warning', 'information', 'hint'][(severity ?? 0) - 1] ?? '',
    message: typeof message === 'string' ? message : message.value,
    range,
    related: (relatedInformation ?? []).map((place) => ({ message: place.message, range: place.location.range })),
  }));
}

const cases = readdirSync(path.join(ROOT, 'test/cases'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    filesOf(path.join(ROOT, 'test/cases', name)).map((entry) => [`${name}/${entry.name}`, readCase(readText(entry.file)).text] as const),
  );
const reports = ['clean', 'defective'].flatMap((folder) =>
  filesOf(path.join(ROOT, 'test/reports', folder)).map(({ name, file }) => [`${folder}/${name}`, readText(file)] as const),
);

const TEXTS: readonly (readonly [string, string])[] = [
  ['CRLF', sampleWithout(3).replaceAll('\n', '\r\n')],
  ['CR', sampleWithout(3).replaceAll('\n', '\r')],
  ['U+2028', LINES.join('\u2028')],
  ['a missing number', SAMPLE.replace('四、2025', '2025')],
  ...seeds().map(({ name, file }) => [name, readText(file)] as const),
  ...reports,
  ...some(cases, 6),
];

describe('editor and command line', () => {
  it.each(TEXTS)('show the same in %s', async (_, text) => {
    expect(await shownInEditor(text)).toEqual(await shownByCommandLine(text));
  });

  it('place what they show inside the text', async () => {
    for (const [, text] of TEXTS) {
      const source = new SourceText(text);
      for (const { range } of await shownByCommandLine(text)) {
        expect(source.positionAt(source.offsetAt(range.start))).toEqual(range.start);
        expect(source.positionAt(source.offsetAt(range.end))).toEqual(range.end);
      }
    }
  });
});
