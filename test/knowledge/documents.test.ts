import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { fixAll } from '../../server/check/fix.js';
import { CONFUSABLE_CHARACTERS } from '../../server/knowledge/confusable-characters.js';
import { DOCUMENTS } from '../../server/knowledge/documents.js';
import { OTHER_DOCUMENTS } from '../../server/knowledge/other-documents.js';
import { parseReport } from '../../server/report/parse-report.js';
import { NO_PROJECT } from '../../server/report/project.js';
import { foldTitledName } from '../../server/report/titled-names.js';
import { isRightName, type KnownName, knownNames, mistakenNames } from '../../server/rules/listed-documents.js';
import { slipsOf } from '../../server/rules/name-slips.js';
import { SourceText } from '../../server/text/source-text.js';

const OWN_RULES: ReadonlySet<string> = new Set(['document-name', 'document-period', 'title-mark-scope']);
const REAL = readFileSync(path.join(import.meta.dirname, 'real-documents.txt'), 'utf8')
  .trimEnd()
  .split('\n');

/** A report that cites names, one a paragraph. */
function citing(names: readonly string[]): string {
  const lines = names.map((name) => `深入学习贯彻《${name}》，召开专题会议4次。`);
  return `清源镇2024年法治政府建设情况报告\n一、2024年主要举措和成效\n${lines.join('\n')}\n`;
}

/** What the rules on names say of names, as `rule text`. */
function said(names: readonly string[]): string[] {
  const source = new SourceText(citing(names));
  return check(parseReport(source))
    .filter(({ rule }) => OWN_RULES.has(rule))
    .map(({ rule, span }) => `${rule} ${source.slice(span)}`);
}

const LONG = knownNames().filter(({ core, bareStart }) => core.length - bareStart >= 8);

describe('the table of listed documents', () => {
  it('is large enough, and every entry has its source', () => {
    expect(DOCUMENTS.length).toBeGreaterThanOrEqual(110);
    expect(DOCUMENTS.filter(({ name, source }) => name === '' || source === '')).toEqual([]);
  });

  it('writes names without marks, periods as printed and numbers in official form', () => {
    expect(DOCUMENTS.filter(({ name }) => /^《|》$|\d{4}—\d{4}/u.test(name))).toEqual([]);
    expect(DOCUMENTS.filter(({ period }) => period !== undefined && !/^\d{4}—\d{4}年$/u.test(period))).toEqual([]);
    expect(
      DOCUMENTS.filter(({ number }) => number !== undefined && !/^(?:[\u4e00-\u9fff]{2,4}〔\d{4}〕\d+号|国务院令第\d+号)$/u.test(number)),
    ).toEqual([]);
  });

  it('writes names in simplified characters: without marks and blanks they need not be folded', () => {
    const names = [...DOCUMENTS.flatMap(({ name, shortNames = [] }) => [name, ...shortNames]), ...OTHER_DOCUMENTS];
    const plain = names.filter((name) => /^[\u4e00-\u9fff]+$/u.test(name));
    expect(plain.filter((name) => foldTitledName(name, { start: 0, end: name.length }).core !== name)).toEqual([]);
  });

  it('lists no edition twice', () => {
    const editions = DOCUMENTS.map(({ name, period = '' }) => name + period);
    expect(new Set(editions).size).toBe(editions.length);
  });

  it('calls no right name wrong', () => {
    expect([...mistakenNames()].filter(([wrong, right]) => isRightName(wrong) || !isRightName(right))).toEqual([]);
  });

  it('takes no name for a slip of another unless both are known', () => {
    const names = [...knownNames().map(({ core }) => core), ...OTHER_DOCUMENTS];
    expect(names.filter((name) => knownNames().some((known) => slipsOf(name, known) !== undefined) && !isRightName(name))).toEqual([]);
  });

  it('lists no other document that is listed itself', () => {
    const listed = new Set(knownNames().map(({ core }) => core));
    expect(OTHER_DOCUMENTS.filter((name) => listed.has(name))).toEqual([]);
    expect(new Set(OTHER_DOCUMENTS).size).toBe(OTHER_DOCUMENTS.length);
  });
});

describe('right names', () => {
  const listed = DOCUMENTS.flatMap(({ name, shortNames = [] }) => [name, ...shortNames]);

  it('are silent in full and short', () => {
    expect(said(listed)).toEqual([]);
  });

  it.each(['—', '-', '–', '——', '～', '~', '至'])('are silent with a period written with %s', (dash) => {
    const written = DOCUMENTS.flatMap(({ name, period }) => {
      if (period === undefined) return [];
      const [from = '', to = ''] = period.match(/\d{4}/gu) ?? [];
      return [`（${from}${dash}${to}年）`, `(${from}${dash}${to}年)`, `（${from}年${dash}${to}年）`, ` （${from} ${dash} ${to} 年）`].map(
        (bracket) => name + bracket,
      );
    });
    expect(said(written)).toEqual([]);
  });

  it('are silent with notes in brackets, blanks and traditional characters', () => {
    expect(said(listed.flatMap((name) => [`${name}（试行）`, `${name}（2023年修订）`, `${name} `, `${name}（修正案）`]))).toEqual([]);
    expect(said(['法治政府建設實施綱要（2021—2025年）', '中華人民共和國行政處罰法', '中华人民共和国 民法典'])).toEqual([]);
  });

  it('are silent where they are those of other real documents, local and national, old and new', () => {
    expect(REAL.length).toBeGreaterThanOrEqual(150);
    expect(said(REAL)).toEqual([]);
    expect(said(OTHER_DOCUMENTS)).toEqual([]);
    expect(said(OTHER_DOCUMENTS.map((name) => `中华人民共和国${name}`))).toEqual([]);
  });

  it('are silent with a place in front or a kind of document behind', () => {
    const places = ['江苏省', '清源镇', '清源县', '全市', '本县', '我市', '省', '市', '新'];
    const kinds = ['实施办法', '实施细则', '解读', '释义', '宣讲', '讲座', '读本', '专题'];
    const names = knownNames().map(({ core }) => core);
    expect(said(names.flatMap((name) => places.map((place) => place + name)))).toEqual([]);
    expect(said(names.flatMap((name) => kinds.map((kind) => name + kind)))).toEqual([]);
  });
});

describe('miswritten names', () => {
  const partners = new Map(
    CONFUSABLE_CHARACTERS.flatMap((group) => [...group].map((one): [string, string] => [one, group.replace(one, '').charAt(0)])),
  );
  const drop = ({ core }: KnownName) => [...core].map((_, at) => core.slice(0, at) + core.slice(at + 1));
  const double = ({ core }: KnownName) => [...core].map((character, at) => core.slice(0, at) + character + core.slice(at));
  const swap = ({ core }: KnownName) =>
    [...core].slice(1).flatMap((character, at) => {
      const swapped = core.slice(0, at) + character + core.charAt(at) + core.slice(at + 2);
      return swapped === core ? [] : [swapped];
    });
  const confuse = ({ core }: KnownName) =>
    [...core].flatMap((character, at) => {
      const partner = partners.get(character);
      return partner === undefined ? [] : [core.slice(0, at) + partner + core.slice(at + 1)];
    });

  it.each([
    ['a character dropped', drop],
    ['a character doubled', double],
    ['two characters swapped', swap],
    ['a character confused', confuse],
  ])('with %s are found and mended', (_, mutate) => {
    const mutants = LONG.flatMap((known) => mutate(known).map((written) => ({ written, right: known.core })));
    const mended = fixAll(citing(mutants.map(({ written }) => written)), undefined, { rule: 'document-name' }).text.split('\n');
    const missed = mutants.filter(({ right }, index) => !mended[index + 2]?.includes(`《${right}》`));
    expect(mutants.length).toBeGreaterThan(300);
    expect(missed.length / mutants.length, missed.map(({ written }) => written).join(' ')).toBeLessThanOrEqual(0.03);
  });

  it('are found in short names where another character sounds or looks the same', () => {
    const names = ['行政处法法', '行政复意法', '信访工作条列', '优化营商环境条列', '招标投标发', '公务元法', '行政处罚罚法', '行政罚处法'];
    expect(said(names)).toEqual(names.map((name) => `document-name 《${name}》`));
  });
});

describe('documents that a project adds', () => {
  const project = {
    ...NO_PROJECT,
    terms: {
      ...NO_PROJECT.terms,
      documents: [
        { name: '清源县行政执法监督协作配合办法' },
        { name: '法治督察工作规定' },
        { name: '法治社会建设实施纲要', period: '2022—2026年' },
      ],
      allow: ['优化营商环境条列'],
    },
  };
  const saidWith = (names: readonly string[]): string[] => {
    const source = new SourceText(citing(names));
    return check(parseReport(source, project))
      .filter(({ rule }) => OWN_RULES.has(rule))
      .map(({ rule, span }) => `${rule} ${source.slice(span)}`);
  };

  it('are right, and so is what the project allows', () => {
    expect(
      saidWith(['清源县行政执法监督协作配合办法', '法治督察工作规定', '法治社会建设实施纲要（2022—2026年）', '优化营商环境条列']),
    ).toEqual([]);
  });

  it('are found miswritten', () => {
    const wrong = [
      '清源县行政执法监督协作配合办发',
      '清源县行政执法监督协作协作配合办法',
      '法治督查工作规定',
      '清源县行政执法监督作协配合办法',
    ];
    expect(saidWith(wrong)).toEqual(wrong.map((name) => `document-name 《${name}》`));
    expect(saidWith(['清溪县行政执法监督协作配合办法', '清源县行政执法监督协作办法'])).toEqual([]);
  });
});
