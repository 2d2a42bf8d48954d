import { describe, expect, it } from 'vitest';
import { completeAt, inOrder, PLAIN } from './complete.js';
import { LINES } from './sample.js';

const items = (marked: string) => inOrder(completeAt(marked, PLAIN)).filter(({ label }) => /^落款|^标题$/u.test(label));
const texts = (marked: string) => items(marked).map(({ textEdit }) => textEdit?.newText);
const BODY = LINES.slice(0, 14).join('\n');

describe('completion of title and sign-off', () => {
  it('offers agency and date below the last section, the agency with its full name', () => {
    expect(texts(`${BODY}\n|`)).toEqual(['云桥镇人民政府\n2025年____月____日', '2025年____月____日']);
    expect(texts(`${BODY}\n\n|\n`)).toEqual(['云桥镇人民政府\n2025年____月____日', '2025年____月____日']);
  });

  it.each([
    ['临江街道', '临江街道办事处'],
    ['宁川县司法局', '宁川县司法局'],
    ['云桥镇人民政府', '云桥镇人民政府'],
    ['宁川县', '宁川县人民政府'],
  ])('signs for %s as %s', (agency, signed) => {
    expect(texts(`${BODY.replaceAll('云桥镇', agency)}\n|`)[0]).toBe(`${signed}\n2025年____月____日`);
  });

  it('offers only what is missing of it', () => {
    expect(texts(`${BODY}\n云桥镇人民政府\n|`)).toEqual(['2025年____月____日']);
    expect(texts(`${BODY}\n|\n2025年1月10日`)).toEqual(['云桥镇人民政府']);
    expect(texts(`${BODY}\n云桥镇人民政府\n2025年1月10日\n|`)).toEqual([]);
  });

  it('keeps the line ends of the file', () => {
    expect(texts(`${BODY}\n|`.replaceAll('\n', '\r\n'))[0]).toBe('云桥镇人民政府\r\n2025年____月____日');
  });

  it('comes after a section that is missing', () => {
    const labels = inOrder(completeAt(`${LINES.slice(0, 10).join('\n')}\n|`)).map(({ label }) => label);
    expect(labels.indexOf('第一责任人职责')).toBeLessThan(labels.indexOf('落款：机关名称和日期'));
    expect(inOrder(completeAt(`${BODY}\n|`))[0]?.label).toBe('落款：机关名称和日期');
  });

  it('is offered neither between paragraphs nor right below a heading', () => {
    expect(texts(BODY.replace('二、', '|\n二、'))).toEqual([]);
    expect(texts(`${LINES.slice(0, 13).join('\n')}\n|`)).toEqual([]);
  });

  it('offers a title on the first line, with what the report tells of itself', () => {
    expect(texts(`|\n${LINES.slice(2).join('\n')}`)).toEqual(['云桥镇人民政府2024年法治政府建设情况报告']);
    expect(texts('|')).toEqual(['________年法治政府建设情况报告']);
    expect(texts(`|\n${BODY}`)).toEqual([]);
  });
});
