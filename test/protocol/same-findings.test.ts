import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { parseReport } from '../../server/report/parse-report.js';
import { SourceText } from '../../server/text/source-text.js';
import { LINES, SAMPLE, sampleWithout } from '../language/sample.js';
import { RICH, start } from './harness.js';

const SEEDS = new URL('../../seeds/', import.meta.url);
const REPORTS = new URL('../reports/', import.meta.url);

function textsIn(folder: URL): readonly (readonly [string, string])[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|md)$/.test(entry.name))
    .map((entry) => [entry.name, readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')] as const);
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['the sample', SAMPLE],
  ['a section missing', sampleWithout(10, 11)],
  ['years wrong', SAMPLE.replace('一、2024', '一、2023').replace('三、2024', '三、2022')],
  ['a number missing', SAMPLE.replace('四、2025', '2025')],
  ['placeholders', SAMPLE.replace('4次', '____次').replace('12场', 'XX场')],
  ['CRLF', sampleWithout(3).replaceAll('\n', '\r\n')],
  ['CR', sampleWithout(3).replaceAll('\n', '\r')],
  ['a byte order mark', `\ufeff${sampleWithout(3)}`],
  ['U+2028', LINES.join('\u2028')],
  ['nothing', ''],
  ...textsIn(SEEDS),
  ...textsIn(REPORTS),
];

describe('editor and command line', () => {
  it.each(TEXTS)('find the same in %s', async (_, text) => {
    const client = await start({ capabilities: RICH });
    client.open('file:///a.txt', text);
    const source = new SourceText(text);
    const expected = check(parseReport(source)).map(({ rule, severity, span, message, related, fixable }) => ({
      rule,
      severity,
      range: { start: source.positionAt(span.start), end: source.positionAt(span.end) },
      message: message['zh-CN'],
      related: related.map((place) => place.message['zh-CN']),
      fixable,
    }));
    const found = (await client.pullItems('file:///a.txt')).map((diagnostic) => ({
      rule: diagnostic.code,
      severity: ['error', 'warning', 'information', 'hint'][(diagnostic.severity ?? 0) - 1],
      range: diagnostic.range,
      message: diagnostic.message,
      related: (diagnostic.relatedInformation ?? []).map(({ message }) => message),
      fixable: diagnostic.data?.fixable ?? 'none',
    }));
    expect(found).toEqual(expected);
  });
});
