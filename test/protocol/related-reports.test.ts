import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type DocumentLink,
  type InlayHint,
  LSPErrorCodes,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { FIGURES_REQUEST, type FiguresResult } from '../../server/protocol/messages/figures.js';
import { NODE_FILES } from '../../server/protocol/node-files.js';
import { nodeReportFiles } from '../../server/protocol/node-report-files.js';
import { REPORT_READER } from '../../server/report/report-bytes.js';
import { SAMPLE } from '../language/sample.js';
import { type Client, POOR, RICH, start, type StartOptions } from './harness.js';

const ROOT = 'file:///w';
const URI = `${ROOT}/2024/云桥镇.txt`;
const LAST = `${ROOT}/2023/云桥镇.txt`;
const LAST_YEAR = SAMPLE.replaceAll('2024', '2023').replaceAll('2025', '2024');

/** Reads this machine's files. */
const FILES = nodeReportFiles(REPORT_READER);

/** Watches files in any place. */
const WATCHING: ClientCapabilities = {
  ...RICH,
  workspace: {
    ...RICH.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

async function open(reports: Map<string, string>, options: StartOptions = {}): Promise<Client> {
  const client = await start({ capabilities: WATCHING, workspaceFolders: [ROOT], reports, ...options });
  client.open(encodeURI(URI), SAMPLE);
  return client;
}

const links = (client: Client, uri = encodeURI(URI)): Promise<DocumentLink[]> =>
  client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
const targets = async (client: Client, uri?: string): Promise<(string | undefined)[]> =>
  (await links(client, uri)).map(({ target }) => target && decodeURIComponent(target));
const symbols = (client: Client, query = ''): Promise<WorkspaceSymbol[]> =>
  client.request<WorkspaceSymbol[]>('workspace/symbol', { query });
const titles = async (client: Client): Promise<string[]> =>
  (await symbols(client)).filter(({ kind }) => kind === 1).map(({ name }) => name);
const title = (year: number, town = '云桥镇'): string => `${town}${year}年法治政府建设情况报告`;

function changed(client: Client, uri: string, type: 1 | 2 | 3): void {
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: encodeURI(uri), type }] });
}

/** A folder on disk for the time of a test. */
function folder(): { readonly path: string; readonly uri: string } {
  const path = mkdtempSync(join(tmpdir(), 'fazhi-镇-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return { path, uri: pathToFileURL(path).href };
}

describe('reports that are not open', () => {
  it('are read in full for what compares two years', async () => {
    const client = await open(new Map([[LAST, LAST_YEAR]]));
    const figures = await client.request<FiguresResult>(FIGURES_REQUEST, { uri: encodeURI(URI) });
    expect(decodeURI(figures.previous?.uri ?? '')).toBe(LAST);
    expect(figures.previous?.title).toBe(title(2023));
    client.change(encodeURI(URI), { text: SAMPLE.replace('12场', '____场') });
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: encodeURI(URI) }, range });
    expect(hints.map(({ label }) => label)).toEqual(['去年 12']);
  });

  it('are not read before somebody asks, and once only', async () => {
    const client = await open(
      new Map([
        [LAST, LAST_YEAR],
        [`${ROOT}/购物.txt`, '苹果'],
      ]),
    );
    await client.pull(encodeURI(URI));
    expect(client.asked.all).toEqual([]);
    expect(await titles(client)).toEqual([title(2023), title(2024)]);
    await symbols(client, '举措');
    expect(client.asked.all.toSorted()).toEqual(['list ', `read ${LAST}`, `read ${ROOT}/购物.txt`]);
  });

  it('are found by concurrent questions without reading anything twice', async () => {
    const client = await open(
      new Map([
        [LAST, LAST_YEAR],
        [URI, SAMPLE],
      ]),
    );
    await Promise.all([symbols(client, '举'), symbols(client, '举措'), links(client)]);
    expect(client.asked.all).toEqual(['list ', `read ${LAST}`, `read ${URI}`]);
  });

  it('count as they are in the editor once they are open', async () => {
    const client = await open(new Map([[LAST, LAST_YEAR]]));
    expect(await targets(client)).toEqual([LAST]);
    client.open(encodeURI(LAST), LAST_YEAR.replaceAll('云桥镇', '清河镇'));
    expect(await targets(client)).toEqual([]);
    expect(await titles(client)).toEqual([title(2023, '清河镇'), title(2024)]);
    client.close(encodeURI(LAST));
    expect(await targets(client)).toEqual([LAST]);
  });

  it('are read again when they change, come or go on disk', async () => {
    const reports = new Map([[LAST, LAST_YEAR]]);
    const client = await open(reports);
    expect(await targets(client)).toEqual([LAST]);
    reports.set(LAST, LAST_YEAR.replaceAll('云桥镇', '清河镇'));
    changed(client, LAST, 2);
    expect(await targets(client)).toEqual([]);
    reports.set(`${ROOT}/去年.md`, LAST_YEAR);
    changed(client, `${ROOT}/去年.md`, 1);
    expect(await targets(client)).toEqual([`${ROOT}/去年.md`]);
    reports.delete(`${ROOT}/去年.md`);
    changed(client, `${ROOT}/去年.md`, 3);
    expect(await targets(client)).toEqual([]);
  });

  it('are looked for again, once, where one that is open is not among them: nobody told that it came', async () => {
    const reports = new Map([[URI, SAMPLE]]);
    const client = await open(reports);
    expect(await targets(client)).toEqual([]);
    const [now, last] = [`${ROOT}/新/云桥镇.txt`, `${ROOT}/新/云桥镇2023.txt`];
    reports.set(now, SAMPLE);
    reports.set(last, LAST_YEAR);
    client.open(encodeURI(now), SAMPLE);
    expect(await targets(client, encodeURI(now))).toEqual([last]);
    client.open(encodeURI(`${ROOT}/没有存盘.txt`), SAMPLE);
    for (const _ of [1, 2, 3]) await targets(client, encodeURI(`${ROOT}/没有存盘.txt`));
    expect(client.asked.all.filter((asked) => asked.startsWith('list'))).toHaveLength(3);
  });

  it('are gone with the folder that held them', async () => {
    const reports = new Map([[LAST, LAST_YEAR]]);
    const client = await open(reports);
    expect(await targets(client)).toEqual([LAST]);
    reports.clear();
    changed(client, `${ROOT}/2023`, 3);
    expect(await targets(client)).toEqual([]);
  });

  it('are watched from the first question on', async () => {
    const client = await open(new Map());
    await symbols(client);
    await symbols(client);
    const globs = client.registered.all.flat().map(({ registerOptions }) => registerOptions);
    expect(globs.slice(1)).toEqual([
      {
        watchers: [
          { globPattern: '**/*.{txt,md,TXT,MD}', kind: 2 },
          { globPattern: '**/*', kind: 5 },
        ],
      },
    ]);
  });

  it('do not make the open ones be checked again when they change', async () => {
    const client = await open(new Map([[LAST, LAST_YEAR]]));
    await titles(client);
    changed(client, LAST, 2);
    changed(client, `${ROOT}/某某.docx`, 1);
    await titles(client);
    expect(client.refreshed.all).toHaveLength(0);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${ROOT}/.fazhi-report.json`, type: 1 }] });
    await client.refreshed.next();
  });

  it('belong to whom their project file says', async () => {
    const files = new Map<string, string>();
    const nameless = LAST_YEAR.replaceAll('云桥镇人民政府', '').replaceAll('云桥镇', '');
    const client = await open(new Map([[LAST, nameless]]), { files });
    expect(await targets(client)).toEqual([]);
    files.set(`${ROOT}/.fazhi-report.json`, '{ "agency": { "name": "云桥镇" } }');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${ROOT}/.fazhi-report.json`, type: 1 }] });
    expect(await targets(client)).toEqual([LAST]);
  });

  it('follow the folders that are open', async () => {
    const client = await open(new Map([['file:///v/a.txt', LAST_YEAR]]), { workspaceFolders: ['file:///v', ROOT] });
    expect(await targets(client)).toEqual(['file:///v/a.txt']);
  });
});

describe('last year’s report', () => {
  const PROJECT = `${ROOT}/.fazhi-report.json`;
  const files = new Map([[PROJECT, '{ "files": { "previousYear": "../旧/2023" } }']]);

  it('is looked for first in the folder that the project names, outside of the workspace, too', async () => {
    const outside = 'file:///旧/2023/某报告.txt';
    const reports = new Map([
      [LAST, LAST_YEAR],
      [outside, LAST_YEAR],
    ]);
    const client = await open(reports, { files });
    expect(await targets(client)).toEqual([outside]);
    expect(client.asked.all).toEqual(['list file:///%E6%97%A7/2023', `read ${outside}`]);
    const globs = client.registered.all.flat().map(({ registerOptions }) => registerOptions);
    expect(globs.at(-1)).toMatchObject({ watchers: [{ globPattern: { baseUri: 'file:///%E6%97%A7/2023' } }, {}] });
    reports.delete(outside);
    changed(client, outside, 3);
    expect(await targets(client)).toEqual([LAST]);
  });

  it('has its name in the link', async () => {
    const client = await open(new Map([[LAST, LAST_YEAR]]));
    expect(await links(client)).toEqual([
      {
        range: { start: { line: 0, character: 3 }, end: { line: 0, character: 8 } },
        target: encodeURI(LAST),
        tooltip: '上一年度报告：云桥镇.txt',
      },
    ]);
  });

  it('is among the open ones where nothing can be read', async () => {
    const client = await start({ capabilities: RICH });
    client.open(encodeURI(URI), SAMPLE);
    client.open(encodeURI(LAST), LAST_YEAR);
    expect(await targets(client)).toEqual([LAST]);
    expect(await titles(client)).toEqual([title(2023), title(2024)]);
  });

  it('is not looked for among thousands of files only for a link', async () => {
    const many = new Map(
      Array.from({ length: 300 }, (_, index) => [`${ROOT}/${index}.txt`, LAST_YEAR.replaceAll('云桥', `云${index}桥`)] as const),
    );
    const client = await open(new Map([...many, [LAST, LAST_YEAR]]));
    expect(await targets(client)).toEqual([]);
    expect(client.asked.all).toEqual(['list ']);
    await symbols(client, '云桥镇');
    expect(await targets(client)).toEqual([LAST]);
  });
});

describe('a folder of ten thousand files', () => {
  const files = new Map(Array.from({ length: 10_000 }, (_, index) => [`${ROOT}/${index}.txt`, '不是报告'] as const));

  it('is read no further than the limit', async () => {
    const client = await open(files);
    expect(await titles(client)).toEqual([title(2024)]);
    expect(client.asked.all.filter((one) => one.startsWith('read'))).toHaveLength(5000);
  });

  it('is left as soon as nobody wants the answer any more, and what was read is kept', async () => {
    const client = await open(files);
    const source = new CancellationTokenSource();
    const asking = client.connection.sendRequest('workspace/symbol', { query: '' }, source.token);
    while ((await client.asked.next()) === 'list ');
    source.cancel();
    await expect(asking).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    const first = new Set(client.asked.all.filter((one) => one.startsWith('read'))).size;
    expect(first).toBeLessThan(5000);
    await titles(client);
    expect(client.asked.all.filter((one) => one.startsWith('read')).length).toBeLessThan(5000 + 64);
  });
});

describe('the server itself', () => {
  it('finds reports in whatever encoding, none in hidden folders and packages', async () => {
    const { path, uri } = folder();
    for (const name of ['旧', '.git', 'node_modules']) mkdirSync(join(path, name));
    const write = (name: string, bytes: Buffer | string): void => writeFileSync(join(path, name), bytes);
    write('旧/gbk.txt', iconv.encode(LAST_YEAR, 'gb18030'));
    write('旧/bom.md', `\ufeff${SAMPLE.replaceAll('云桥', '甲')}`);
    write('旧/le.TXT', iconv.encode(SAMPLE.replaceAll('云桥', '乙'), 'utf16le', { addBOM: true }));
    write('旧/be.txt', iconv.encode(SAMPLE.replaceAll('云桥', '丙'), 'utf16be', { addBOM: true }));
    write('旧/long.txt', `${SAMPLE.replaceAll('云桥', '丁')}\n${'依法行政。'.repeat(20_000)}`);
    write('.git/a.txt', SAMPLE);
    write('node_modules/a.txt', SAMPLE);
    write('a.docx', SAMPLE);
    write('空.txt', '');
    write('乱.txt', Buffer.from([0xff, 0xff, 0, 1, 2]));
    symlinkSync(path, join(path, '圈'));
    const client = await start({ capabilities: POOR, workspaceFolders: [uri], serverFiles: NODE_FILES, serverReports: nodeReportFiles });
    const names = (await symbols(client))
      .filter(({ kind }) => kind === 1)
      .map(({ name, containerName }) => [name.slice(0, 3), containerName?.split(' ').at(-1)]);
    expect(names.toSorted()).toEqual(
      [
        ['云桥镇', 'gbk.txt'],
        ['甲镇2', 'bom.md'],
        ['乙镇2', 'le.TXT'],
        ['丙镇2', 'be.txt'],
        ['丁镇2', 'long.txt'],
      ].toSorted(),
    );
    // The mark is none of the text.
    expect((await symbols(client, '甲镇')).at(0)?.location).toMatchObject({ range: { start: { line: 0, character: 0 } } });
    client.open(`${uri}/now.txt`, SAMPLE);
    expect(await targets(client, `${uri}/now.txt`)).toEqual([decodeURIComponent(`${uri}/旧/gbk.txt`)]);
  });

  it('looks again after a save where nobody tells of changes', async () => {
    const { path, uri } = folder();
    const client = await start({ capabilities: POOR, workspaceFolders: [uri], serverFiles: NODE_FILES, serverReports: nodeReportFiles });
    client.open(`${uri}/now.txt`, SAMPLE);
    expect(await targets(client, `${uri}/now.txt`)).toEqual([]);
    writeFileSync(join(path, 'last.txt'), LAST_YEAR);
    client.notify('textDocument/didSave', { textDocument: { uri: `${uri}/now.txt` } });
    expect(await targets(client, `${uri}/now.txt`)).toEqual([decodeURIComponent(`${uri}/last.txt`)]);
  });

  it('finds nothing where there is nothing to look at', async () => {
    expect(await FILES.inFolder('file:///no/such/folder', 10)).toEqual([]);
    expect(await FILES.inFolder('vscode-vfs://github/x', 10)).toEqual([]);
    expect(await FILES.read(['file:///no/such/file.txt', 'vscode-vfs://github/x/a.txt'])).toEqual([undefined, undefined]);
  });

  it('stops walking at the limit', async () => {
    const { path, uri } = folder();
    for (let index = 0; index < 20; index++) writeFileSync(join(path, `${index}.txt`), '');
    expect(await FILES.inWorkspace([uri, uri], 7)).toHaveLength(7);
  });
});
