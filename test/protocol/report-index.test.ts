import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { Analyses } from '../../server/protocol/analyses.js';
import { ENGINE } from '../../server/protocol/engine.js';
import { OpenDocument } from '../../server/protocol/open-document.js';
import { WorkspaceReports } from '../../server/protocol/related-reports.js';
import { ReportIndex } from '../../server/protocol/report-index.js';
import type { Project } from '../../server/report/project.js';
import { SAMPLE } from '../language/sample.js';

const LAST_YEAR = SAMPLE.replaceAll('2024', '2023').replaceAll('2025', '2024');
const OWN = 'file:///w/a.txt';

/** The reports of a workspace with these files on disk and these open. */
function workspace(disk: Map<string, string>, open: readonly OpenDocument[] = []) {
  const reads: string[] = [];
  let project: Project = DEFAULT_CONFIGURATION.project;
  /** Runs once, in the middle of the next reading. */
  let meanwhile: (() => void) | undefined;
  const index = new ReportIndex({
    engine: ENGINE,
    projectOf: async () => project,
    watch: () => undefined,
    pause: async () => undefined,
  });
  index.readThrough({
    inWorkspace: async (_, limit) => [...disk.keys()].slice(0, limit),
    inFolder: async () => [],
    read: async (uris) => {
      reads.push(...uris);
      const texts = uris.map((uri) => disk.get(uri));
      meanwhile?.();
      meanwhile = undefined;
      return texts;
    },
  });
  const related = new WorkspaceReports(index, {
    documents: () => open,
    analyses: new Analyses(
      ENGINE,
      () => DEFAULT_CONFIGURATION,
      () => 0,
    ),
    folders: () => ['file:///w'],
    previousYearFolder: async () => undefined,
    ready: async () => undefined,
  });
  return {
    related,
    index,
    reads,
    setProject: (changed: Project) => {
      project = changed;
      index.projectsChanged();
    },
    whileReading: (action: () => void) => {
      meanwhile = action;
    },
  };
}

const own = (text = SAMPLE): OpenDocument => new OpenDocument(OWN, 'fazhi-report', 1, text);

describe('reports in full', () => {
  it('are those on disk and those that are open, each once, by address', async () => {
    const { related } = workspace(
      new Map([
        ['file:///w/z.txt', LAST_YEAR],
        [OWN, 'alt'],
        ['file:///w/b.txt', SAMPLE],
      ]),
      [own()],
    );
    const all = await related.all();
    expect(all.map(({ uri }) => uri)).toEqual([OWN, 'file:///w/b.txt', 'file:///w/z.txt']);
    expect(all[0]?.report.source.text).toBe(SAMPLE);
  });

  it('are parsed once as long as nothing changes', async () => {
    const { related, index, reads } = workspace(new Map([['file:///w/z.txt', LAST_YEAR]]), [own()]);
    const first = await related.previousOf(OWN);
    expect(first?.uri).toBe('file:///w/z.txt');
    expect((await related.previousOf(OWN))?.report).toBe(first?.report);
    expect(reads).toHaveLength(2);
    index.filesChanged([{ uri: 'file:///w/z.txt', isNewOrGone: false }]);
    expect((await related.previousOf(OWN))?.report).not.toBe(first?.report);
  });

  it('are bounded', async () => {
    const { related } = workspace(new Map(Array.from({ length: 230 }, (_, number) => [`file:///w/${number}.txt`, LAST_YEAR] as const)), [
      own(),
    ]);
    expect(await related.all()).toHaveLength(201);
    expect(await related.cards()).toHaveLength(231);
  });

  it('are found beside one that is not open itself', async () => {
    const disk = new Map([
      [OWN, SAMPLE],
      ['file:///w/z.txt', LAST_YEAR],
    ]);
    expect((await workspace(disk).related.previousOf(OWN))?.uri).toBe('file:///w/z.txt');
  });

  it('are none where the one in question is not known, or no report', async () => {
    const disk = new Map([['file:///w/z.txt', LAST_YEAR]]);
    expect(await workspace(disk).related.previousOf(OWN)).toBeUndefined();
    expect(await workspace(disk, [own('没有标题')]).related.previousOf(OWN)).toBeUndefined();
  });
});

describe('the index', () => {
  it('reads a file again that changed while it was read', async () => {
    const disk = new Map([['file:///w/z.txt', SAMPLE]]);
    const { related, index, reads, whileReading } = workspace(disk, [own()]);
    whileReading(() => {
      disk.set('file:///w/z.txt', LAST_YEAR);
      index.filesChanged([{ uri: 'file:///w/z.txt', isNewOrGone: false }]);
    });
    expect((await related.cards()).map(({ year }) => year)).toEqual([2024, 2023]);
    expect(reads).toHaveLength(2);
  });

  it('reads everything again that nobody watches', async () => {
    const disk = new Map([['file:///w/z.txt', SAMPLE]]);
    const { related, index, reads } = workspace(disk);
    await related.cards();
    index.forgetAll();
    await related.cards();
    expect(reads).toHaveLength(2);
  });

  it('makes cards anew only where the project says something else of them', async () => {
    const { related, reads, setProject } = workspace(new Map([['file:///w/z.txt', SAMPLE]]));
    const [card] = await related.cards();
    setProject({ ...DEFAULT_CONFIGURATION.project, terms: { documents: [], typos: new Map(), allow: ['甲'] } });
    expect((await related.cards())[0]).toBe(card);
    setProject({ ...DEFAULT_CONFIGURATION.project, agency: { name: '清河镇', superiors: [], neighbours: [] } });
    expect((await related.cards())[0]?.agency).toBe('清河镇');
    expect(reads).toHaveLength(2);
  });

  it('goes on after a question that failed', async () => {
    const { related, setProject } = workspace(new Map([['file:///w/z.txt', SAMPLE]]));
    const circular: { self?: unknown } = {};
    circular.self = circular;
    setProject({ ...DEFAULT_CONFIGURATION.project, headings: circular as Project['headings'] });
    await expect(related.cards()).rejects.toThrow();
    setProject(DEFAULT_CONFIGURATION.project);
    expect(await related.cards()).toHaveLength(1);
  });
});
