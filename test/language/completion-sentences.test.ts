import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { READY_SENTENCES } from '../../server/knowledge/ready-sentences.js';
import { AGENCY_KINDS, agencyKindOf } from '../../server/report/agency.js';
import { accepted, completeAt, inOrder, labels, PLAIN, SNIPPETS } from './complete.js';
import { parse } from './sample.js';

/** One agency of each kind, and a department that is no 局. */
const AGENCIES = [
  '云桥镇',
  '青石乡',
  '临江街道',
  '宁川县',
  '东湖区',
  '安平市',
  '云山省',
  '宁川县司法局',
  '宁川县发展和改革委员会',
  '安平高新区管委会',
] as const;

const reportOf = (agency: string, sections = ''): string =>
  `${agency}2024年法治政府建设情况报告\n\n2024年，${agency}扎实推进法治政府建设。现将有关情况报告如下：\n${sections}`;

const HEADINGS = {
  measures: '一、2024年推进法治政府建设的主要举措和成效',
  shortcomings: '一、2024年推进法治政府建设存在的不足和原因',
  duties: '一、2024年党政主要负责人履行推进法治建设第一责任人职责情况',
  plan: '一、2025年推进法治政府建设的主要安排',
} as const;

/** The four sections, each with a line that no sentence resembles. */
function sections(): string {
  return Object.values(HEADINGS)
    .map((heading, index) => `${'一二三四'.charAt(index)}${heading.slice(1)}\n${'甲乙丙丁'.charAt(index)}组本年办结事项${index + 7}件。\n`)
    .join('');
}

const sentencesAt = (marked: string, options = SNIPPETS) =>
  inOrder(completeAt(marked, options)).filter(({ label }) =>
    READY_SENTENCES.some(({ topic }) => topic['zh-CN'] === label || topic.en === label),
  );

describe('ready sentences', () => {
  it.each(Object.entries(HEADINGS))('are those of the section: %s', (kind, heading) => {
    const offered = sentencesAt(reportOf('云桥镇', `${heading}\n|`)).map(({ label }) => label);
    const ofKind = READY_SENTENCES.filter(
      ({ section, agencies }) => section === kind && (agencies === undefined || agencies.includes('town')),
    ).map(({ topic }) => topic['zh-CN']);
    expect(new Set(offered)).toEqual(new Set(ofKind));
    expect(offered.length).toBeGreaterThanOrEqual(4);
  });

  it('put first what fits the heading above', () => {
    const first = (heading: string) => sentencesAt(reportOf('云桥镇', `${HEADINGS.measures}\n（一）${heading}\n|`))[0]?.label;
    expect(first('深入开展普法宣传')).toMatch(/^普法/u);
    expect(first('规范公正文明执法')).toMatch(/^执法/u);
    expect(first('依法化解矛盾纠纷')).toMatch(/^矛盾化解/u);
    expect(first('强化组织领导')).toMatch(/^组织领导/u);
  });

  it('stand above all else right below a heading that they fit, and below sections and numbers elsewhere', () => {
    const first = (sections: string) => inOrder(completeAt(reportOf('云桥镇', sections)))[0];
    const below = first(`${HEADINGS.measures}\n（一）深入开展普法宣传\n|`);
    expect(below).toMatchObject({ label: '普法：宣传活动', preselect: true });
    expect(first(`${HEADINGS.duties}\n|`)?.label).toBe('履职：听取汇报和专题研究');
    expect(first(`${HEADINGS.measures}\n|`)?.label).toBe('不足和原因');
    expect(first(`${HEADINGS.measures}\n（一）深入开展普法宣传\n宣传12次。\n|`)?.label).toBe('不足和原因');
  });

  it('speak as the agency speaks of itself, with the years filled in', () => {
    const text = (agency: string, heading: keyof typeof HEADINGS, label: string) => {
      const marked = reportOf(agency, `${HEADINGS[heading]}\n|`);
      return accepted(
        marked,
        sentencesAt(marked, PLAIN).find((item) => item.label === label),
      ).split('\n')[4];
    };
    expect(text('云桥镇', 'measures', '执法：队伍和培训')).toMatch(/^我镇持有行政执法证件____人/u);
    expect(text('宁川县司法局', 'measures', '执法：队伍和培训')).toMatch(/^我局/u);
    expect(text('宁川县发展和改革委员会', 'measures', '执法：队伍和培训')).toMatch(/^我单位/u);
    expect(text('临江街道', 'duties', '履职：听取汇报和专题研究')).toMatch(/^街道党工委书记、办事处主任/u);
    expect(text('宁川县司法局', 'duties', '履职：听取汇报和专题研究')).toMatch(/^局党组书记、局长/u);
    expect(text('云桥镇', 'plan', '安排：补短板')).toMatch(/^2025年，我镇/u);
  });

  it('are others for a department and a county than for a town', () => {
    const of = (agency: string) => sentencesAt(reportOf(agency, `${HEADINGS.measures}\n|`)).map(({ label }) => label);
    expect(of('云桥镇')).toContain('普法：法律明白人');
    expect(of('宁川县司法局')).not.toContain('普法：法律明白人');
    expect(of('宁川县')).toContain('依法决策：决策程序');
    expect(of('云桥镇')).not.toContain('依法决策：决策程序');
  });

  it('have a tab stop for each blank', () => {
    const [item] = sentencesAt(reportOf('云桥镇', `${HEADINGS.shortcomings}\n|`));
    expect(item?.textEdit?.newText).toContain('$' + '{1:____}');
    expect(item?.detail).toContain('____');
  });

  it('come on an empty line or in front of the words of a line, nowhere else, and never uninvited', () => {
    const body = `${HEADINGS.measures}\n@\n`;
    const at = (line: string, options = SNIPPETS) => sentencesAt(reportOf('云桥镇', body.replace('@', line)), options).length;
    expect(at('|')).toBeGreaterThan(0);
    expect(at('　　|')).toBeGreaterThan(0);
    expect(at('|召开会议4次。')).toBeGreaterThan(0);
    expect(at('召|开会议4次。')).toBe(0);
    expect(at('召开会议4次。|')).toBe(0);
    expect(at('|（一）加强组织领导')).toBe(0);
    expect(at('|', { ...SNIPPETS, uninvited: true })).toBe(0);
  });

  it('bring the opening above the first section, once', () => {
    const title = '云桥镇2024年法治政府建设情况报告\n\n';
    const offered = sentencesAt(`${title}|`, PLAIN);
    expect(offered.map(({ label }) => label)).toEqual(['开头']);
    expect(accepted(`${title}|`, offered[0])).toMatch(/\n2024年，云桥镇坚持.*现将有关情况报告如下：$/u);
    expect(sentencesAt(`${reportOf('云桥镇')}|`)).toEqual([]);
  });

  it('are none below the sign-off', () => {
    expect(sentencesAt(`${reportOf('云桥镇', `${HEADINGS.plan}\n继续努力。\n`)}云桥镇人民政府\n2025年1月10日\n|`)).toEqual([]);
  });

  it.each(AGENCIES)('raise nothing but placeholders in a report of %s', (agency) => {
    const skeleton = `${reportOf(agency, sections())}${agency}\n2025年1月10日\n`;
    const rules = (text: string) => new Set(check(parse(text)).map(({ rule }) => rule));
    const before = rules(skeleton);
    for (const [kind, heading] of Object.entries(HEADINGS)) {
      const line = skeleton.split('\n').findIndex((one) => one.endsWith(heading.slice(2)));
      expect(line).toBeGreaterThan(0);
      const marked = skeleton
        .split('\n')
        .toSpliced(line + 1, 0, '|')
        .join('\n');
      for (const item of sentencesAt(marked, PLAIN)) {
        const added = [...rules(accepted(marked, item))].filter((rule) => rule !== 'placeholder' && !before.has(rule));
        expect(added, `${kind} ${item.label}`).toEqual([]);
      }
    }
  });

  it.each(AGENCIES)('raise nothing once they are filled in, in a report of %s', (agency) => {
    const kind = agencyKindOf(agency);
    for (const sentence of READY_SENTENCES) {
      if (sentence.section === 'opening' || sentence.agencies?.includes(kind) === false) continue;
      const marked = reportOf(agency, `${HEADINGS[sentence.section]}\n|\n`);
      const item = sentencesAt(marked, PLAIN).find(({ label }) => label === sentence.topic['zh-CN']);
      const filled = fill(accepted(marked, item));
      const line = parse(filled).source.lineSpan(4);
      const found = check(parse(filled)).filter(
        // The report of this test is as short as can be.
        ({ rule, span }) => rule !== 'sign-off-missing' && span.start < line.end && line.start < span.end,
      );
      expect(
        found.map(({ rule, message }) => `${rule} ${message['zh-CN']}`),
        parse(filled).source.slice(line),
      ).toEqual([]);
    }
  });

  it('count what there is for every kind of agency', () => {
    for (const kind of AGENCY_KINDS) {
      const count = READY_SENTENCES.filter(({ agencies }) => agencies === undefined || agencies.includes(kind)).length;
      expect(count, kind).toBeGreaterThanOrEqual(20);
    }
    expect(labels(completeAt(reportOf('云桥镇', `${HEADINGS.measures}\n|`))).length).toBeGreaterThan(20);
  });
});

/** Figures in front of measure words, each another one; words elsewhere. */
function fill(text: string): string {
  let figure = 11;
  return text.replace(/____(?=(?:人次|[次件个条名项处人批卷份起场%]|月|万元|工作日))|____/gu, (_, offset: number) => {
    const next = text.slice(offset + 4, offset + 5);
    if (next === '月') return '6';
    if (next === '排') return '季度';
    return /[次件个条名项处人批卷份起场%万]/u.test(next) ? String(figure--) : '执法力量配备';
  });
}
