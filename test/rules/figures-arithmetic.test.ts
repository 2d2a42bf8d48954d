import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { parseReport } from '../../server/report/parse-report.js';
import { ruleById } from '../../server/rules/index.js';
import { SourceText } from '../../server/text/source-text.js';

/** Numbers as they may be written; every spelling must be read as the same value. */
const SPELLINGS: Readonly<Record<string, (value: number) => string>> = {
  arabic: (value) => String(value),
  blanks: (value) => ` ${value} `,
  'full width': (value) => String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  thousands: (value) => value.toLocaleString('en'),
  chinese: (value) => chinese(value),
};

const LEVELS = ['村级', '镇级', '县级', '市级', '省级', '国家级'];
const KINDS = ['邻里纠纷', '其他纠纷'];
const PROCEDURES = ['简易程序', '普通程序'];
const RESULTS = ['继续有效', '修改', '废止'];
const NOUNS = ['安全生产', '市场监管', '城市管理', '农业农村', '文化旅游', '交通运输'];

/** A way to tie parts to their whole; closed ones leave nothing over. */
interface Form {
  readonly name: string;
  readonly labels: readonly string[];
  readonly write: (whole: string, parts: readonly string[]) => string;
}

const FORMS: readonly Form[] = [
  { name: '其中, levels', labels: LEVELS, write: (whole, parts) => `创建法治示范点${whole}处，其中${parts.join('处、')}处。` },
  { name: '其中, levels, commas', labels: LEVELS, write: (whole, parts) => `创建法治示范点${whole}处，其中，${parts.join('处，')}处。` },
  { name: '其中, a rest', labels: KINDS, write: (whole, parts) => `化解纠纷${whole}件，其中${parts.join('件、')}件。` },
  {
    name: '其中, procedures',
    labels: PROCEDURES,
    write: (whole, parts) => `办理行政处罚案件${whole}件，其中${parts.join('件、')}件，罚款3.2万元。`,
  },
  {
    name: '其中 after a full stop',
    labels: PROCEDURES,
    write: (whole, parts) => `办理行政处罚案件${whole}件。其中，${parts.join('件、')}件。`,
  },
  {
    name: '其中, review',
    labels: RESULTS,
    write: (whole, parts) => `清理规范性文件${whole}件，其中${parts.join('件、')}件，结果向社会公布。`,
  },
  { name: 'brackets', labels: NOUNS, write: (whole, parts) => `实施行政检查${whole}次（${parts.join('次、')}次），发放资料600份。` },
  { name: 'half-width brackets', labels: NOUNS, write: (whole, parts) => `实施行政检查${whole}次(${parts.join('次,')}次),发放资料600份。` },
  { name: '包括', labels: NOUNS, write: (whole, parts) => `梳理权责事项${whole}项，包括${parts.join('项、')}项。` },
  { name: '分别为', labels: NOUNS, write: (whole, parts) => `梳理权责事项${whole}项，分别为${parts.join('项、')}项。` },
  { name: '分别为 and 和', labels: PROCEDURES, write: (whole, parts) => `办理行政处罚案件${whole}件，分别为${parts.join('件和')}件。` },
  { name: 'total behind', labels: NOUNS, write: (whole, parts) => `全年审查文件${parts.join('件、')}件，共${whole}件。` },
];

/** Numbers that look like chance and are the same every time. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

function chinese(value: number): string {
  const digits = '零一二三四五六七八九';
  if (value >= 1000)
    return `${digits[Math.floor(value / 1000)]}千${value % 1000 === 0 ? '' : (value % 1000 < 100 ? '零' : '') + chinese(value % 1000)}`;
  if (value >= 100)
    return `${digits[Math.floor(value / 100)]}百${value % 100 === 0 ? '' : (value % 100 < 10 ? '零' : value % 100 < 20 ? '一' : '') + chinese(value % 100)}`;
  if (value >= 10) return `${value < 20 ? '' : digits[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : digits[value % 10]}`;
  return digits[value] ?? '';
}

/** Sentences, a paragraph each, of which a rule does not say what it should: something (`found`) or nothing. */
function strays(sentences: readonly string[], id: 'sum-mismatch' | 'balance-mismatch', found: boolean): string[] {
  const head = ['清源镇2024年法治政府建设情况报告', '一、2024年推进法治政府建设的主要举措和成效'];
  const source = new SourceText([...head, ...sentences].join('\n'));
  const rule = ruleById(id);
  const findings = check(parseReport(source), DEFAULT_CONFIGURATION, rule === undefined ? [] : [rule]);
  const counts = new Map<number, number>();
  for (const { span } of findings) {
    const { line } = source.positionAt(span.start);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return sentences.filter((_, index) => (counts.get(index + head.length) ?? 0) !== (found ? 1 : 0));
}

const random = numbers(20_241_204);
const upTo = (most: number): number => (random.next().value % most) + 1;

/** A holding list of a form: whole and parts, with one number changed by a little where `slip` says which. */
function sentence(form: Form, spelling: (value: number) => string, values: readonly number[], slip = 0): string {
  const whole = values.reduce((sum, value) => sum + value, 0) + slip;
  const parts = values.map((value, index) => (form.labels[index] ?? '') + spelling(value));
  return form.write(spelling(whole), parts);
}

describe.each(FORMS)('$name', (form) => {
  const counts =
    form.name === '其中, a rest' || form.labels.length === 2
      ? [2]
      : form.labels.length === 3
        ? [3]
        : form.labels === LEVELS
          ? [2, 3, 4, 5, 6]
          : [2, 3, 4, 5, 6];
  const rows = counts.flatMap((count) =>
    Object.entries(SPELLINGS).flatMap(([name, spelling]) =>
      Array.from({ length: 6 }, (_, round) => ({
        name,
        spelling,
        values: Array.from({ length: count }, () => upTo(round % 2 === 0 ? 40 : 600) + 2),
      })),
    ),
  );

  it('is silent where the parts add up', () => {
    const sentences = rows.map(({ spelling, values }) => sentence(form, spelling, values));
    expect(strays(sentences, 'sum-mismatch', false)).toEqual([]);
  });

  it.each([1, -1])('is found where one number is %d off', (slip) => {
    const sentences = rows.map(({ spelling, values }) => sentence(form, spelling, values, slip));
    expect(strays(sentences, 'sum-mismatch', true)).toEqual([]);
  });

  it('is found where a part has grown by a tenth', () => {
    // Where the first parts of a list with commas happen to add up, the rest may be another clause.
    const unclear = ({ values }: { values: readonly number[] }): boolean =>
      form.name.endsWith('commas') && Math.ceil((values[0] ?? 0) / 10) === values.at(-1);
    const sentences = rows
      .filter((row) => !unclear(row))
      .map(({ spelling, values }) => {
        const [first = 0, ...others] = values;
        const grown = [first + Math.ceil(first / 10), ...others];
        return sentence(form, spelling, grown, first - (grown[0] ?? 0));
      });
    expect(strays(sentences, 'sum-mismatch', true)).toEqual([]);
  });
});

describe('in, out and left', () => {
  const forms: readonly ((received: string, gone: string, left: string) => string)[] = [
    (received, gone, left) => `受理矛盾纠纷${received}件，化解${gone}件，剩余${left}件。`,
    (received, gone, left) => `收到行政复议申请${received}件，审结${gone}件，未审结${left}件。`,
    (received, gone, left) => `督察反馈问题${received}个，整改${gone}个，剩余${left}个正在整改。`,
    (received, gone, left) => `累计接收社区矫正对象${received}人，解除${gone}人，目前在册${left}人。`,
    (received, gone, left) => `全年受理投诉${received}件，办结${gone}件，${left}件正在办理。`,
  ];
  const rows = forms.flatMap((write) =>
    Object.values(SPELLINGS).flatMap((spelling) =>
      Array.from({ length: 5 }, () => ({ write, spelling, gone: upTo(300) + 20, left: upTo(9) + 1 })),
    ),
  );

  it('is silent where they balance', () => {
    const sentences = rows.map(({ write, spelling, gone, left }) => write(spelling(gone + left), spelling(gone), spelling(left)));
    expect(strays(sentences, 'balance-mismatch', false)).toEqual([]);
  });

  it.each([1, -1, 2])('is found where what is left is %d off', (slip) => {
    const sentences = rows.map(({ write, spelling, gone, left }) => write(spelling(gone + left + slip), spelling(gone), spelling(left)));
    expect(strays(sentences, 'balance-mismatch', true)).toEqual([]);
  });

  it('counts what was carried over', () => {
    const write = (carried: number, received: number, gone: number, left: number): string =>
      `上年结转行政复议案件${carried}件，新收${received}件，审结${gone}件，未审结${left}件。`;
    expect(strays([write(8, 92, 95, 5)], 'balance-mismatch', false)).toEqual([]);
    expect(strays([write(8, 92, 95, 4)], 'balance-mismatch', true)).toEqual([]);
  });
});
