import { describe, expect, it } from 'vitest';
import { semanticTokens } from '../../server/language/semantic-tokens.js';
import { SEMANTIC_TOKENS_LEGEND } from '../../server/language/semantic-tokens-legend.js';
import type { Report } from '../../server/report/report.js';
import type { Span } from '../../server/text/span.js';
import { filesOf, readText, ROOT } from '../support/files.js';
import { parse, SAMPLE, sampleWithout } from './sample.js';

interface Read {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly text: string;
  /** Type and modifiers: namespace.measures. */
  readonly kind: string;
}

/** Undoes the protocol's relative encoding. */
function read(report: Report, within?: Span): Read[] {
  const data = semanticTokens(report, within);
  const tokens: Read[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const start = report.source.offsetAt({ line, character });
    const modifiers = SEMANTIC_TOKENS_LEGEND.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    const kind = [SEMANTIC_TOKENS_LEGEND.tokenTypes[type], ...modifiers].join('.');
    tokens.push({ line, character, length, text: report.source.text.slice(start, start + length), kind });
  }
  return tokens;
}

const texts = (report: Report, kind: string): string[] =>
  read(report)
    .filter((token) => token.kind === kind)
    .map(({ text }) => text);

describe('semantic tokens', () => {
  it('tell the headings of the four parts apart, and from the others', () => {
    const report = parse(SAMPLE);
    expect(texts(report, 'namespace.measures')).toEqual(['一、2024年推进法治政府建设的主要举措和成效']);
    expect(texts(report, 'namespace.shortcomings')).toEqual(['二、2024年推进法治政府建设存在的不足和原因']);
    expect(texts(report, 'namespace.duties')).toEqual(['三、2024年党政主要负责人履行推进法治建设第一责任人职责情况']);
    expect(texts(report, 'namespace.plan')).toEqual(['四、2025年推进法治政府建设的主要安排']);
    expect(texts(report, 'namespace')).toEqual(['（一）强化组织领导', '（二）推进普法宣传']);
  });

  it('name both kinds of a merged section', () => {
    const text = '云桥镇2024年法治政府建设报告\n一、主要举措和成效\n召开会议3次。\n二、存在的问题和下一步打算\n执法力量不足。';
    expect(texts(parse(text), 'namespace.shortcomings.plan')).toEqual(['二、存在的问题和下一步打算']);
  });

  it('show figures with their measure words', () => {
    expect(texts(parse(SAMPLE), 'number')).toEqual(['4次', '2次', '12场', '3000份', '3次']);
  });

  it('show the agency by any of its names, outside of the title', () => {
    const text = SAMPLE.replace('全年召开', '云桥镇党委全年召开').replace('镇党委书记', '云桥镇书记');
    expect(texts(parse(text), 'class')).toEqual(['云桥镇', '云桥镇党委', '云桥镇', '云桥镇人民政府']);
    const office = SAMPLE.replaceAll('云桥镇人民政府', '云桥县司法局').replaceAll('云桥镇', '云桥县司法局');
    expect(texts(parse(office), 'class')).toEqual(['云桥县司法局', '云桥县司法局']);
  });

  it('show documents, and nothing inside them', () => {
    const text = SAMPLE.replace('听取工作汇报2次', '学习《云桥镇关于落实〈民法典〉的10条措施》2次');
    const report = parse(text);
    expect(texts(report, 'string')).toEqual(['《云桥镇关于落实〈民法典〉的10条措施》']);
    expect(texts(report, 'class')).toEqual(['云桥镇', '云桥镇人民政府']);
  });

  it('end with their line where a name is broken over two', () => {
    const text = SAMPLE.replace('听取工作汇报2次。', '深入学习宣传贯彻《中华人民共和国行政\n处罚法》等法律法规，听取工作汇报2次。');
    expect(texts(parse(text), 'string')).toEqual(['《中华人民共和国行政', '处罚法》']);
  });

  it('are the same with other line ends, a byte order mark apart', () => {
    const lines = (text: string): unknown => read(parse(text)).map(({ line, text: token, kind }) => [line, token, kind]);
    expect(lines(SAMPLE.replaceAll('\n', '\r\n'))).toEqual(lines(SAMPLE));
    expect(lines(SAMPLE.replaceAll('\n', '\r'))).toEqual(lines(SAMPLE));
    expect(lines(`\ufeff${SAMPLE}`)).toEqual(lines(SAMPLE));
  });

  it('of a part are those of the whole that stand there', () => {
    const report = parse(SAMPLE);
    const { start } = report.source.lineSpan(5);
    const { end } = report.source.lineSpan(6);
    expect(read(report, { start, end })).toEqual(read(report).filter(({ line }) => line === 5 || line === 6));
    expect(semanticTokens(report, { start: SAMPLE.length, end: SAMPLE.length })).toEqual([]);
  });

  it('take no longer where a paragraph is broken over thousands of lines', () => {
    const text = SAMPLE.replace('听取工作汇报2次。', '在各村组织开展法治宣传教育活动3次并发放资料\n'.repeat(8_000));
    const report = parse(text);
    const begin = performance.now();
    expect(read(report).filter(({ kind }) => kind === 'number').length).toBeGreaterThan(8_000);
    expect(performance.now() - begin).toBeLessThan(3_000);
  });

  it('are none in an empty text', () => {
    expect(semanticTokens(parse(''))).toEqual([]);
  });

  const reports = ['clean', 'defective'].flatMap((folder) => filesOf(`${ROOT}/test/reports/${folder}`).map(({ file }) => readText(file)));
  it.each([...reports, sampleWithout(3), SAMPLE.replaceAll('\n', '\u2028'), SAMPLE.replaceAll('、', '')])(
    'never overlap, never leave their line, and come in order: %#',
    (text) => {
      const report = parse(text);
      let last = { line: -1, end: 0 };
      for (const { line, character, length } of read(report)) {
        const span = report.source.lineSpan(line);
        expect(length).toBeGreaterThan(0);
        expect(character + length).toBeLessThanOrEqual(span.end - span.start);
        if (line === last.line) expect(character).toBeGreaterThanOrEqual(last.end);
        else expect(line).toBeGreaterThan(last.line);
        last = { line, end: character + length };
      }
      expect(last.line).toBeGreaterThan(-1);
    },
  );
});
