/**
 * How characters are read in the names of documents, as syllables of pinyin without tone, where `CHARACTERS_BY_SOUND` has
 * none of them or several readings.
 *
 * Source: readings after 《现代汉语词典》（第7版）, in the words that the listed names are made of (行政, 重大, 强制, 会议, 传染病).
 */
export const CHARACTER_READINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    化: 'hua',
    员: 'yuan',
    殡: 'bin',
    狱: 'yu',
    会: 'hui',
    革: 'ge',
    传: 'chuan',
    育: 'yu',
    的: 'de',
    提: 'ti',
    行: 'xing',
    内: 'nei',
    系: 'xi',
    和: 'he',
    景: 'jing',
    落: 'luo',
    信: 'xin',
    重: 'zhong',
    大: 'da',
    查: 'cha',
    若: 'ruo',
    地: 'di',
    食: 'shi',
    综: 'zong',
    追: 'zhui',
    调: 'tiao',
    络: 'luo',
    助: 'zhu',
    许: 'xu',
    不: 'bu',
    强: 'qiang',
    区: 'qu',
    毒: 'du',
    洗: 'xi',
    暴: 'bao',
    种: 'zhong',
    广: 'guang',
    著: 'zhu',
    能: 'neng',
    长: 'chang',
    藏: 'zang',
    遗: 'yi',
    术: 'shu',
    畜: 'xu',
    港: 'gang',
    红: 'hong',
    女: 'nv',
    份: 'fen',
    核: 'he',
    见: 'jian',
    度: 'du',
    县: 'xian',
    单: 'dan',
    谁: 'shei',
    思: 'si',
    色: 'se',
  }),
);

/**
 * Words in which a character of the names is read in another way than by itself, each with the readings of its characters.
 *
 * Source: 《现代汉语词典》（第7版）.
 */
export const WORD_READINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['调查', ['diao', 'cha']],
  ['调研', ['diao', 'yan']],
  ['会计', ['kuai', 'ji']],
  ['校长', ['xiao', 'zhang']],
  ['银行', ['yin', 'hang']],
  ['行业', ['hang', 'ye']],
  ['储藏', ['chu', 'cang']],
  ['矿藏', ['kuang', 'cang']],
  ['畜禽', ['chu', 'qin']],
  ['重新', ['chong', 'xin']],
  ['重建', ['chong', 'jian']],
]);
