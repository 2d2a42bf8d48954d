import { describe, expect, it } from 'vitest';
import { DOCUMENTS } from '../../server/knowledge/documents.js';
import { matchName, searchable } from '../../server/language/completion/name-search.js';
import { NO_PROJECT, type Project } from '../../server/report/project.js';
import { accepted, completeAt, inOrder, PLAIN, SNIPPETS } from './complete.js';

const HEAD = '云桥镇2024年法治政府建设情况报告\n一、2024年推进法治政府建设的主要举措和成效\n（一）强化组织领导。认真学习';
const DUTIES = '党政主要负责人履行推进法治建设第一责任人职责规定';
const SUPERVISION = '法治政府建设与责任落实督察工作规定';

const at = (line: string) => inOrder(completeAt(HEAD + line));
const completed = (line: string, label: string): string =>
  accepted(
    HEAD + line,
    at(line).find((item) => item.label === label),
  ).slice(HEAD.length);

describe('completion behind 《', () => {
  it.each([
    ['fzzf', '法治政府建设实施纲要（2021—2025年）'],
    ['FZZF', '法治政府建设实施纲要（2021—2025年）'],
    ['fazhizhengfu', '法治政府建设实施纲要（2021—2025年）'],
    ['fazhiz', '法治政府建设实施纲要（2021—2025年）'],
    ['法治zf', '法治政府建设实施纲要（2021—2025年）'],
    ['fzzfgy', '法治政府建设实施纲要（2021—2025年）'],
    ['督', SUPERVISION],
    ['督察', SUPERVISION],
    ['督查', SUPERVISION],
    ['督查工作规定', SUPERVISION],
    ['法制政府', '法治政府建设实施纲要（2021—2025年）'],
    ['法治政府建设实施纲领', '法治政府建设实施纲要（2021—2025年）'],
    ['第一责任人', DUTIES],
    ['第一责任人规定', DUTIES],
    ['zdxzjc', '重大行政决策程序暂行条例'],
    ['xzcf', '中华人民共和国行政处罚法'],
    ['xingzhengqiangzhi', '中华人民共和国行政强制法'],
    ['rmtj', '中华人民共和国人民调解法'],
    ['招投标', '中华人民共和国招标投标法实施条例'],
    ['中华人民共和国民', '中华人民共和国民法典'],
    ['政务信息公开', '中华人民共和国政府信息公开条例'],
  ])('finds by %s', (typed, label) => {
    expect(at(`《${typed}|》`).map((item) => item.label)).toContain(label);
  });

  it('offers nothing for what no name holds', () => {
    expect(at('《bwfzq|》')).toEqual([]);
    expect(at('《清源镇重大行政决策|》')).toEqual([]);
  });

  it('puts first what is most likely meant', () => {
    expect(at('《fzzf|')[0]?.label).toBe('法治政府建设实施纲要（2021—2025年）');
    expect(at('《督|')[0]?.label).toBe(SUPERVISION);
    expect(at('《mfd|').map(({ label }) => label)).toEqual(['中华人民共和国民法典', '民法典']);
    expect(at('《xzfy|')[0]?.label).toBe('中华人民共和国行政复议法');
    expect(at('《噪声污染|').at(-1)?.detail).toBe('已废止 · 法律');
  });

  it('writes the name with its period, and closes it only where it is open', () => {
    const label = '法治政府建设实施纲要（2021—2025年）';
    expect(completed('《fzzf|', label)).toBe(`《${label}》`);
    expect(completed('《fzzf|》，召开会议。', label)).toBe(`《${label}》，召开会议。`);
    expect(completed('《fzzf|，召开会议。', label)).toBe(`《${label}》，召开会议。`);
    expect(completed('《法治|政府建设纲要》和《民法典》', label)).toBe(`《${label}》和《民法典》`);
    expect(completed('《法治|和《民法典》', label)).toBe(`《${label}》和《民法典》`);
    expect(completed('《|》', label)).toBe(`《${label}》`);
    expect(completed('《关于印发〈fzzf|〉的通知》', label)).toBe(`《关于印发〈${label}〉的通知》`);
  });

  it('writes no second period before one that is there', () => {
    const [item] = at('《fzzf|》（2021—2025年）');
    expect(accepted(`${HEAD}《fzzf|》（2021—2025年）`, item)).toBe(`${HEAD}《法治政府建设实施纲要》（2021—2025年）`);
  });

  it('writes title marks inside a name as 〈〉', () => {
    const label = '国务院关于进一步贯彻实施〈中华人民共和国行政处罚法〉的通知';
    expect(completed('《进一步贯彻|', label)).toBe(`《${label}》`);
  });

  it('says period, number and kind beside a name, and what else is known below', () => {
    const [item] = at('《fzzf|');
    expect(item?.detail).toBe('2021—2025年 · 中发〔2021〕33号 · 规划、纲要');
    expect(item?.documentation).toBe('类别：规划、纲要\n文号：中发〔2021〕33号\n制定机关：中共中央、国务院\n规划期：2021—2025年');
    const [english] = completeAt(`${HEAD}《fzzf|`, { ...PLAIN, locale: 'en' });
    expect(english?.documentation).toContain('Number: 中发〔2021〕33号');
  });

  it('offers the short name that was begun behind the full one', () => {
    expect(at('《民法|').map(({ label }) => label)).toEqual(['中华人民共和国民法典', '民法典']);
    expect(at('《民法|')[1]?.detail).toBe('《中华人民共和国民法典》的简称');
  });

  it('offers the documents of the project first', () => {
    const project: Project = {
      ...NO_PROJECT,
      terms: { ...NO_PROJECT.terms, documents: [{ name: '云山省法治政府建设实施方案', period: '2021—2025年', number: '云发〔2021〕9号' }] },
    };
    const first = (typed: string) => inOrder(completeAt(`${HEAD}《${typed}|`, SNIPPETS, project))[0];
    expect(first('')?.label).toBe('云山省法治政府建设实施方案（2021—2025年）');
    expect(first('yssfz')?.label).toBe('云山省法治政府建设实施方案（2021—2025年）');
    expect(first('fzzfjsssfa')?.detail).toBe('2021—2025年 · 云发〔2021〕9号 · 本项目的文件');
  });

  it('finds every listed document by its name, by pinyin and by first letters', () => {
    for (const name of DOCUMENTS.flatMap(({ name: full, shortNames = [] }) => [full, ...shortNames])) {
      const searched = searchable(name);
      const spelled = searched.readings.flatMap(([reading]) => reading ?? []);
      const typed = [
        name.replace(/[^\p{Letter}\p{Number}]/gu, ''),
        ...(/\d/u.test(name) ? [] : [spelled.join(''), spelled.map(([first]) => first).join('')]),
      ];
      for (const one of typed) expect(matchName(searched, one)?.rank, `${name} by ${one}`).toBe(0);
    }
  });

  it('says how well a name answers', () => {
    const rank = (name: string, typed: string) => matchName(searchable(name), typed)?.rank;
    expect(rank('重大行政决策程序暂行条例', 'zd')).toBe(0);
    expect(rank('重大行政决策程序暂行条例', '行政决策')).toBe(1);
    expect(rank('重大行政决策程序暂行条例', '重大决策条例')).toBe(2);
    expect(rank('重大行政决策程序暂行条例', '重大形政')).toBe(3);
    expect(rank('重大行政决策程序暂行条例', '形政')).toBe(4);
    expect(rank('重大行政决策程序暂行条例', 'cd')).toBeUndefined();
    expect(rank('长江保护法', 'changjiang')).toBe(0);
    expect(rank('长江保护法', 'zhangjiang')).toBeUndefined();
  });

  it.each(['学习《民法典》|', '学习《民法典，宣传|', '学习《民法典。宣传|', '<fzzf|', '《民法典》fzzf|'])('leaves %s alone', (line) => {
    expect(at(line)).toEqual([]);
  });

  it('comes with 《 uninvited, and filters by what was typed', () => {
    const uninvited = { ...SNIPPETS, uninvited: true };
    expect(completeAt(`${HEAD}《|》`, uninvited).length).toBeGreaterThan(20);
    expect(completeAt(`${HEAD}《xzcf|`).every(({ filterText }) => filterText?.startsWith('xzcf'))).toBe(true);
  });
});
