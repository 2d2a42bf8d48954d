import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LanguageConfiguration, pressEnter } from './press-enter';
import { root } from './tokenizer';

const configuration = JSON.parse(readFileSync(path.join(root, 'language-configuration.json'), 'utf8')) as LanguageConfiguration;

describe('pairs', () => {
  const wanted = ['（）', '《》', '〈〉', '“”', '‘’', '〔〕', '【】', '「」', '『』', '()', '[]', '{}'];
  test.each([
    ['brackets', configuration.brackets],
    ['autoClosingPairs', configuration.autoClosingPairs.map(({ open, close }) => [open, close])],
    ['surroundingPairs', configuration.surroundingPairs],
  ])('%s', (_name, pairs) => {
    expect(pairs.map((pair) => pair.join(''))).toEqual(wanted);
  });
  test('nothing opens and closes with one character, and no character has two roles', () => {
    const all = configuration.brackets.flat();
    expect(new Set(all).size).toBe(all.length);
  });
  test('no bracket of prose is coloured by depth: it would repaint the numbers of headings', () => {
    expect(configuration.colorizedBracketPairs).toEqual([]);
  });
  test('a pair is closed before punctuation, blanks and closing marks, never before a character of the text', () => {
    for (const character of ['。', '，', '、', '；', '：', ' ', '　', '\t', '\n', ...configuration.brackets.map(([, close]) => close)]) {
      expect(configuration.autoCloseBefore).toContain(character);
    }
    expect(configuration.autoCloseBefore).not.toMatch(/[\p{L}\p{N}（《“]/u);
  });
  test('plain text has no comments', () => {
    expect(configuration).not.toHaveProperty('comments');
  });
});

describe('expressions', () => {
  test('each compiles', () => {
    for (const { beforeText, afterText, previousLineText } of configuration.onEnterRules) {
      for (const pattern of [beforeText, afterText, previousLineText]) {
        expect(() => new RegExp(pattern ?? '')).not.toThrow();
      }
    }
  });
  test('no two rules have the same condition', () => {
    const conditions = configuration.onEnterRules.map(({ beforeText }) => beforeText);
    expect(new Set(conditions).size).toBe(conditions.length);
  });
  test('Enter on a line of a million characters is not felt', () => {
    const lines = ['（一）', '1.', '一、', '（', ''].map((prefix) => `${prefix}${'全镇开展活动；一是学习。'.repeat(80_000)}，`);
    const start = performance.now();
    for (const line of lines) {
      pressEnter(configuration, line);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('words', () => {
  const words = (text: string) => text.match(new RegExp(configuration.wordPattern.pattern, `${configuration.wordPattern.flags}g`));
  test.each([
    ['全镇开展讲座5场，300余人次参加。', ['全镇开展讲座', '5场', '300余人次', '参加']],
    ['2024年以来', ['2024年', '以来']],
    ['到2024年度末', ['到', '2024年度', '末']],
    ['2021—2025年', ['2021—2025年']],
    ['二〇二四年', ['二〇二四年']],
    ['上缴罚款2.5万余元、98.6%', ['上缴罚款', '2.5万余元', '98.6%']],
    ['（一）强化组织领导，提升水平', ['一', '强化组织领导', '提升水平']],
    ['《民法典》“枫桥经验”', ['民法典', '枫桥经验']],
    ['中发〔2021〕33号', ['中发', '2021', '33', '号']],
    ['在XX镇开展____次', ['在', 'XX', '镇开展', '____', '次']],
    ['１２场次', ['１２场次']],
    ['1,200元', ['1,200元']],
    ['。，　 ：', null],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
  test('a word is never empty', () => {
    expect(''.match(new RegExp(configuration.wordPattern.pattern, 'u'))).toBeNull();
  });
});

describe('Enter', () => {
  const sentence = '镇党委高度重视法治政府建设工作，定期听取汇报，及时研究解决重大问题，为法治建设提供坚强保障';

  describe('continues the numbers after an item that is complete', () => {
    test.each([
      // a heading run into its text
      ['（一）强化组织领导。镇党委高度重视。', '（二）'],
      ['(一)强化组织领导。镇党委高度重视。', '(二)'],
      ['(一) 强化组织领导。镇党委高度重视。', '(二) '],
      ['一、坚持党的领导。镇党委高度重视。', '二、'],
      ['（九）强化组织领导。镇党委高度重视。', '（十）'],
      ['（十）强化组织领导。镇党委高度重视。', '（十一）'],
      ['（十九）强化组织领导。镇党委高度重视。', '（二十）'],
      ['（二十）强化组织领导。镇党委高度重视。', '（二十一）'],
      ['（一）强化“关键少数”。发扬“枫桥经验。”', '（二）'],
      ['（一）强化组织领导。镇党委高度重视（含各村）。　', '（二）'],
      ['（一）强化组织领导。镇党委高度重视！', '（二）'],
      ['（一）强化组织领导。镇党委高度重视……', '（二）'],
      // one long sentence, or an item of a list
      [`（一）${sentence}。`, '（二）'],
      ['（一）强化组织领导；', '（二）'],
      ['1.完善制度。', '2.'],
      ['1. 完善制度。', '2. '],
      ['1．完善制度；', '2．'],
      ['1、完善制度。', '2、'],
      ['１．完善制度。', '２．'],
      ['9.完善制度。', '10.'],
      ['19.完善制度。', '20.'],
      ['1.2024年度全面完成任务12项。', '2.'],
      ['（1）完善制度；', '（2）'],
      ['(1)完善制度。', '(2)'],
      ['①完善制度；', '②'],
      ['⑲完善制度；', '⑳'],
    ])('%s', (line, expected) => {
      expect(pressEnter(configuration, line)).toBe(expected);
    });
  });

  describe('keeps the indentation, half and full width', () => {
    test.each([
      ['    （一）强化领导。镇党委高度重视。', '    （二）'],
      ['\t1.完善制度。', '\t2.'],
      ['　　（一）强化领导。镇党委高度重视。', '　　（二）'],
      ['　　一、坚持领导。镇党委高度重视。', '　　二、'],
      ['　　1.完善制度。', '　　2.'],
      ['　　（1）完善制度；', '　　（2）'],
    ])('%j', (line, expected) => {
      expect(pressEnter(configuration, line)).toBe(expected);
    });
  });

  describe('leaves the writer alone', () => {
    test.each([
      ['a heading on its own line: prose follows', '（一）强化组织领导，切实推进依法行政'],
      ['… of level 1', '一、2024年推进法治政府建设的主要举措和成效'],
      ['… of level 3', '1.完善制度'],
      ['… with an end mark', '（一）法治意识有待提高。'],
      ['… with a colon', '（一）强化组织领导：'],
      ['a sentence that goes on', '（一）强化组织领导。镇党委高度重视，'],
      ['an introduction to a list', '（一）强化组织领导。主要做法如下：'],
      ['an empty number', '（二）'],
      ['an empty number of level 3', '2.'],
      ['prose', '镇党委高度重视法治政府建设工作。开展活动12次。'],
      ['prose that names a number', '（一）（二）强化'],
      ['a figure', '1.5万元用于普法。'],
      ['a date', '12.4国家宪法日活动。'],
      ['a year in brackets', '（2024年度）全镇开展活动。共12次。'],
      ['a number past the table', '（二十一）强化领导。镇党委高度重视。'],
      ['一是 in a paragraph of its own', '一是强化领导。镇党委高度重视。'],
      ['an empty line', ''],
    ])('%s', (_why, line) => {
      expect(pressEnter(configuration, line)).toBe('');
    });
    test('in the middle of an item', () => {
      expect(pressEnter(configuration, '（一）强化组织领导。镇党委高度重视。', '开展活动。')).toBe('开展活动。');
      expect(pressEnter(configuration, '（一）强化组织领导。镇党委高度重视。', '）')).toBe('）');
    });
    test('at the end of an item but for blanks it continues', () => {
      expect(pressEnter(configuration, '（一）强化组织领导。镇党委高度重视。', ' 　')).toBe('（二） 　');
    });
    test.each(configuration.brackets)('after an open %s it does not indent as in code', (open) => {
      expect(pressEnter(configuration, `开展活动${open}`)).toBe('');
      expect(pressEnter(configuration, `  开展活动${open}`, '共12次')).toBe('  共12次');
    });
  });

  describe('knows every number from 一 to 二十 in every form', () => {
    const chinese = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一'.split(' ');
    const arabic = chinese.map((_, index) => String(index + 1));
    const wide = arabic.map((number) => number.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit))));
    const forms: [name: string, marks: string[]][] = [
      ['一、', chinese.map((number) => `${number}、`)],
      ['（一）', chinese.map((number) => `（${number}）`)],
      ['(一)', chinese.map((number) => `(${number})`)],
      ['(一) with a space', chinese.map((number) => `(${number}) `)],
      ['1.', arabic.map((number) => `${number}.`)],
      ['1. with a space', arabic.map((number) => `${number}. `)],
      ['1．', arabic.map((number) => `${number}．`)],
      ['1、', arabic.map((number) => `${number}、`)],
      ['１．', wide.map((number) => `${number}．`)],
      ['（1）', arabic.map((number) => `（${number}）`)],
      ['(1)', arabic.map((number) => `(${number})`)],
      ['①', [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳']],
    ];
    test.each(forms)('%s', (_name, marks) => {
      for (const [index, mark] of marks.slice(0, -1).entries()) {
        for (const indentation of ['', '  ', '　　']) {
          expect(pressEnter(configuration, `${indentation}${mark}强化领导。镇党委高度重视。`)).toBe(indentation + marks[index + 1]);
        }
      }
    });
    test('and there is no rule besides', () => {
      const count = forms.reduce((sum, [, marks]) => sum + 2 * (marks.length - 1), 1);
      expect(configuration.onEnterRules).toHaveLength(count);
    });
  });
});
