import { describe, expect, it } from 'vitest';
import { CHARACTERS_BY_SOUND } from '../../server/knowledge/characters-by-sound.js';
import { DOCUMENTS } from '../../server/knowledge/documents.js';
import { CHARACTER_READINGS, WORD_READINGS } from '../../server/knowledge/name-readings.js';
import { readingsOf, soundAlike } from '../../server/language/readings.js';

const NAMES = DOCUMENTS.flatMap(({ name, shortNames = [] }) => [name, ...shortNames]);
const spelled = (name: string): string => readingsOf(name).flat().join(' ');

describe('readings of names', () => {
  it('are one for every character of every listed name', () => {
    const unread = NAMES.flatMap((name) =>
      readingsOf(name).flatMap((readings, at) => {
        const character = name.charAt(at);
        const isHan = /\p{Script=Han}/u.test(character);
        return readings.length === (isHan ? 1 : 0) ? [] : [`${character} in ${name}: ${readings.join('/')}`];
      }),
    );
    expect(unread).toEqual([]);
  });

  it('are those of the words', () => {
    expect(spelled('行政处罚法')).toBe('xing zheng chu fa fa');
    expect(spelled('重大行政决策程序暂行条例')).toBe('zhong da xing zheng jue ce cheng xu zan xing tiao li');
    expect(spelled('人民调解法')).toBe('ren min tiao jie fa');
    expect(spelled('生产安全事故报告和调查处理条例')).toBe('sheng chan an quan shi gu bao gao he diao cha chu li tiao li');
    expect(spelled('行政强制法')).toBe('xing zheng qiang zhi fa');
    expect(spelled('会计法')).toBe('kuai ji fa');
    expect(spelled('青藏高原生态保护法')).toBe('qing zang gao yuan sheng tai bao hu fa');
    expect(spelled('长江保护法')).toBe('chang jiang bao hu fa');
    expect(spelled('谁执法谁普法')).toBe('shei zhi fa shei pu fa');
    expect(spelled('宪法')).toBe('xian fa');
  });

  it('are syllables of pinyin', () => {
    const syllables = new Set(CHARACTERS_BY_SOUND.keys());
    expect([...CHARACTER_READINGS.values(), ...[...WORD_READINGS.values()].flat()].filter((one) => !syllables.has(one))).toEqual([]);
    expect([...WORD_READINGS].filter(([word, readings]) => [...word].length !== readings.length)).toEqual([]);
  });

  it('tell what sounds the same', () => {
    expect(soundAlike('查', '察')).toBe(true);
    expect(soundAlike('制', '治')).toBe(true);
    expect(soundAlike('法', '法')).toBe(true);
    expect(soundAlike('法', '治')).toBe(false);
    expect(soundAlike('、', '，')).toBe(false);
  });
});
