import { describe, expect, it } from 'vitest';
import type { FiguresParams, FiguresResult } from '../../server/protocol/messages/figures.js';
import { FIGURES_REQUEST } from '../../server/protocol/messages/figures.js';
import { SAMPLE } from '../language/sample.js';
import { type Client, start } from './harness.js';

const URI = 'file:///2024.txt';
const LAST = 'file:///2023.txt';

/** Last year's report: fewer lectures, no materials, something else. */
const LAST_YEAR = SAMPLE.replaceAll('2025', '2024*')
  .replaceAll(/2024(?!\*)/gu, '2023')
  .replaceAll('2024*', '2024')
  .replace('12场', '8场')
  .replace('发放资料3000份', '聘请法律顾问2名');

const ask = (client: Client, params: Partial<FiguresParams> = {}): Promise<FiguresResult | null> =>
  client.request(FIGURES_REQUEST, { uri: URI, ...params });

const changesOf = (result: FiguresResult | null): readonly unknown[] | undefined =>
  result?.rows.map(({ text, previous }) => [text, previous?.text, previous?.change.difference]);

describe('the request for figures', () => {
  it('is answered with every figure where no other report is known', async () => {
    const client = await start();
    client.open(URI, SAMPLE);
    const result = await ask(client);
    expect(result).toMatchObject({ uri: URI, version: 1, title: '云桥镇2024年法治政府建设情况报告', year: 2024, agency: '云桥镇' });
    expect(result?.rows.map(({ text }) => text)).toEqual(['4次', '2次', '12场', '3000份', '3次']);
    expect(result?.rows.some(({ isNew }) => isNew)).toBe(false);
    expect(result).not.toHaveProperty('previous');
  });

  it('brings last year beside it where that report is open', async () => {
    const client = await start();
    client.open(LAST, LAST_YEAR);
    client.open(URI, SAMPLE);
    const result = await ask(client);
    expect(changesOf(result)).toEqual([
      ['4次', '4次', 0],
      ['2次', '2次', 0],
      ['12场', '8场', 4],
      ['3000份', undefined, undefined],
      ['3次', '3次', 0],
    ]);
    expect(result?.rows.map(({ isNew }) => isNew)).toEqual([false, false, false, true, false]);
    expect(result?.previous).toMatchObject({ uri: LAST, title: '云桥镇2023年法治政府建设情况报告', year: 2023 });
    expect(result?.previous?.unmatched.map(({ text }) => text)).toEqual(['2名']);
  });

  it('compares with a file that only the client knows, and with none of that address without its text', async () => {
    const client = await start();
    client.open(URI, SAMPLE);
    const elsewhere = { previousUri: 'file:///elsewhere/old.txt' };
    expect(await ask(client, elsewhere)).not.toHaveProperty('previous');
    const result = await ask(client, { ...elsewhere, previousText: LAST_YEAR });
    expect(result?.previous).toMatchObject({ uri: elsewhere.previousUri, year: 2023 });
    expect(changesOf(result)?.[2]).toEqual(['12场', '8场', 4]);
    const edited = await ask(client, { ...elsewhere, previousText: LAST_YEAR.replace('8场', '9场') });
    expect(changesOf(edited)?.[2]).toEqual(['12场', '9场', 3]);
  });

  it('prefers the editor’s text of a chosen file, and never compares a report with itself', async () => {
    const client = await start();
    client.open(URI, SAMPLE);
    client.open(LAST, LAST_YEAR);
    const result = await ask(client, { previousUri: LAST, previousText: '别的文字' });
    expect(result?.previous?.title).toBe('云桥镇2023年法治政府建设情况报告');
    expect(await ask(client, { previousUri: URI })).not.toHaveProperty('previous');
  });

  it('speaks of the text as it stands after an edit', async () => {
    const client = await start();
    client.open(URI, SAMPLE);
    client.replace(URI, '专题会议4次', '法治专题会议14次');
    const result = await ask(client);
    expect(result).toMatchObject({
      version: 2,
      rows: [{ text: '14次', of: '法治专题会议', range: { start: { line: 5, character: 10 } } }, {}, {}, {}, {}],
    });
  });

  it('names sections in the language of the user', async () => {
    const client = await start({ initializationOptions: { locale: 'en' } });
    client.open(URI, SAMPLE);
    expect((await ask(client))?.rows[0]?.section).toBe('Measures and results');
  });

  it('is answered with nothing for what is no report, or not open', async () => {
    const client = await start();
    client.open(URI, '购物清单', 'plaintext');
    expect(await ask(client)).toBeNull();
    expect(await ask(client, { uri: 'file:///none.txt' })).toBeNull();
  });
});
