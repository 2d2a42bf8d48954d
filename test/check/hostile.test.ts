import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { DEFAULT_CONFIGURATION } from '../../server/check/configuration.js';
import { parseReport } from '../../server/report/parse-report.js';
import { RULES } from '../../server/rules/index.js';
import { SourceText } from '../../server/text/source-text.js';
import { some } from '../support/whole-run.js';

/** What rules look for, and what opens something that never closes: each is repeated without end. */
const UNITS: readonly string[] = [
  ...'（“‘《〔【(["<《》”）一二十、，。；：,;:.·—-_×某余 \u3000\u00a0\t1年月日镇县区局的和是率%无零\u200b\ufeff\ufffd',
  ...[
    '\n',
    '\r\n',
    '\r',
    ' \n',
    '\u3000\n',
    '\t\t',
    '“”',
    '”“',
    '《》',
    '》、《',
    '（）',
    ')(',
    '［',
    '〔2024',
    '〔2024〕',
    '2024',
    '2024年',
    '20242025',
  ],
  ...[
    '一是',
    '一是，二是',
    '一、\n',
    '（一）\n',
    '1.\n',
    '1、',
    '①',
    '第一，',
    '其中',
    '其中1件、',
    '5件，其中',
    '分别为',
    '包括',
    '共计',
    '1,',
    '1,000',
    '1.1',
    '12余',
    '5余次',
  ],
  ...[
    '接收5人，解除3人，',
    '办结率101%，',
    '百分之',
    '截至',
    '上半年',
    '今年以来',
    '推进法治政府建设，',
    '依法履职，',
    '建立群众诉求台账，',
    '组织组织',
    '的的',
    '谁执法谁普法',
  ],
  ...[
    '习近平',
    '法治思想',
    '党的二十大',
    '第一责任人',
    '主要责任人',
    '本人',
    '我局',
    '全局',
    '镇党委',
    '青石镇',
    '青石县',
    '人民政府',
    '街道办事处',
    '《法治政府建设实施纲要',
    '实施纲要（2021',
    '等',
  ],
  ...[
    'HYPERLINK "',
    '[bookmark: ',
    'PAGE ',
    'Error! ',
    '错误！',
    '_Toc',
    '\\* ',
    'and ',
    ' and',
    'a',
    'ab ',
    '锟',
    '烫',
    'ï¼',
    '来源：',
    '打印 ',
    'http://',
    '6.26',
    '12.4国家',
    '截止',
    '报告如下',
    '如下，',
    '存在',
    '将',
  ],
  ...['### ', '**', '| ', '```', '一、二、', '（一）（二', '一)', '12 ', '法 ', '张 三'],
];

const HEAD = '清源镇2024年法治政府建设情况报告\n';
const BEFORE = `${HEAD}现将有关情况报告如下：\n一、主要举措和成效\n`;
const AFTER = '\n二、存在的不足和原因\n一是人手少，原因是编制紧。\n四、2025年工作安排\n将补齐短板。\n';
const SIZE = 10_000;
const GROWTH = 4;
/** What grows as the square takes 16 times as long at four times the size, what grows with it 4 times. */
const TOO_FAST = 10;
/** Less than this is lost in the noise of a clock, in milliseconds. */
const NOISE = 25;

const ALL_ON = { ...DEFAULT_CONFIGURATION, rules: new Map(RULES.map(({ id, severity }) => [id, severity])) };

/** The least time over some runs, in milliseconds. */
function timeOf(text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    check(parseReport(new SourceText(text)), ALL_ON);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** How much longer four times as much of the same takes; 1 where even that takes no time worth measuring. */
function growth(make: (size: number) => string): number {
  const large = timeOf(make(SIZE * GROWTH), 1);
  if (large < NOISE) return 1;
  const small = timeOf(make(SIZE), 3);
  if (large / small < TOO_FAST) return large / small;
  // More than once again before it is called slow: another program may have had the processor.
  const again = [1, 2, 3].map(() => timeOf(make(SIZE * GROWTH), 3) / timeOf(make(SIZE), 5));
  return Math.min(...again);
}

describe('the work grows no faster than a hostile text', () => {
  const fill = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));

  it.each(some(UNITS, 17).map((unit) => [unit]))('%j on one line', (unit) => {
    expect(growth((size) => BEFORE + fill(unit, size) + AFTER)).toBeLessThan(TOO_FAST);
  });

  it.each(some(UNITS, 19).map((unit) => [unit]))('%j on many lines', (unit) => {
    expect(growth((size) => BEFORE + `${fill(unit, 40)}字\n`.repeat(Math.ceil(size / 41)) + AFTER)).toBeLessThan(TOO_FAST);
  });

  it.each(some(UNITS, 23).map((unit) => [unit]))('%j below the title, without an end', (unit) => {
    expect(growth((size) => HEAD + fill(unit, size))).toBeLessThan(TOO_FAST);
  });
});
