import { describe, expect, it } from 'vitest';
import type { AgenciesResult, AgencyKindResult, NewReportResult } from '../../server/protocol/messages/new-report.js';
import type { NextYearResult } from '../../server/protocol/messages/next-year.js';
import { SAMPLE } from '../language/sample.js';
import { start } from './harness.js';

const URI = 'file:///w/2024.txt';

describe('fazhiReport/newReport', () => {
  it('gives a skeleton of any kind', async () => {
    const client = await start();
    const made = await client.request<NewReportResult>('fazhiReport/newReport', { agency: '清源县司法局', year: 2025 });
    expect(made.title).toBe('清源县司法局2025年法治政府建设情况报告');
    expect(made.text).toContain('我局');
    const other = await client.request<NewReportResult>('fazhiReport/newReport', { agency: '清源', kind: 'subdistrict', year: 2025 });
    expect(other.text).toContain('我街道');
    expect(await client.request('fazhiReport/newReport', { agency: '清源', kind: 'nonsense', year: 2025 })).toMatchObject({
      text: expect.stringContaining('我单位'),
    });
  });

  it('gives nothing for what cannot be, and outlives what is no request at all', async () => {
    const client = await start();
    expect(await client.request('fazhiReport/newReport', { agency: '', year: 2025 })).toBeNull();
    expect(await client.request('fazhiReport/newReport', { agency: '清源镇', year: 20255 })).toBeNull();
    expect(await client.request('fazhiReport/newReport', { agency: 7 })).toBeNull();
    expect(client.log.all).toHaveLength(1);
  });
});

describe('fazhiReport/agencies', () => {
  it('names those of project files first, then those of open reports, newest first', async () => {
    const files = new Map([['file:///w/.fazhi-report.json', '{ "agency": { "name": "桐坪乡", "kind": "township" } }']]);
    const client = await start({ files, workspaceFolders: ['file:///w', 'file:///v'] });
    client.open('file:///v/b.txt', SAMPLE.replaceAll('云桥镇', '平东镇').replaceAll('2024', '2023'));
    client.open('file:///v/c.txt', SAMPLE);
    const { agencies } = await client.request<AgenciesResult>('fazhiReport/agencies', { folders: ['file:///w', 'file:///v'] });
    expect(agencies).toEqual([
      { name: '桐坪乡', kind: 'township' },
      { name: '云桥镇', kind: 'town' },
      { name: '平东镇', kind: 'town' },
    ]);
  });

  it('names none where nothing is known', async () => {
    const client = await start();
    expect(await client.request('fazhiReport/agencies', { folders: [] })).toEqual({ agencies: [] });
  });
});

describe('fazhiReport/agencyKind', () => {
  it('reads the kind from the name', async () => {
    const client = await start();
    expect(await client.request<AgencyKindResult>('fazhiReport/agencyKind', { name: '留下街道办事处' })).toEqual({ kind: 'subdistrict' });
    expect(await client.request<AgencyKindResult>('fazhiReport/agencyKind', { name: '清源县司法局' })).toEqual({ kind: 'department' });
  });
});

describe('fazhiReport/nextYear', () => {
  it('makes next year’s report of the text as it stands now', async () => {
    const client = await start();
    client.open(URI, SAMPLE);
    client.replace(URI, '会议4次', '会议9次，走访5次');
    const made = await client.request<NextYearResult>('fazhiReport/nextYear', { textDocument: { uri: URI } });
    expect(made).toMatchObject({ title: '云桥镇2025年法治政府建设情况报告', year: 2025, figuresBlanked: 6 });
    expect(made.text).toContain('全年召开专题会议____次，走访____次');
    expect(made.checklist).toContain('起草对照清单');
  });

  it('speaks the language of the user', async () => {
    const client = await start({ initializationOptions: { locale: 'en' } });
    client.open(URI, SAMPLE);
    const made = await client.request<NextYearResult>('fazhiReport/nextYear', { textDocument: { uri: URI } });
    expect(made.checklist).toContain('# Checklist for 2025');
  });

  it('gives nothing for what is not checked', async () => {
    const client = await start();
    client.open(URI, '购物清单', 'plaintext');
    expect(await client.request('fazhiReport/nextYear', { textDocument: { uri: URI } })).toBeNull();
    expect(await client.request('fazhiReport/nextYear', { textDocument: { uri: 'file:///gone.txt' } })).toBeNull();
  });

  it('leaves no year out of a report that names none', async () => {
    const client = await start();
    client.open(URI, '云桥镇法治政府建设情况报告\n召开会议4次。');
    const made = await client.request<NextYearResult>('fazhiReport/nextYear', { textDocument: { uri: URI } });
    expect(made).not.toHaveProperty('year');
    expect(made.yearsMoved).toBe(0);
  });
});
