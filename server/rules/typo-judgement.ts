/**
 * How open a pair of characters may be (the sum of their classes in `word-borders.ts`) and still be a misspelling, between two words
 * that are known. Where a neighbour is not known, nothing is said: names and new words are made of any characters.
 */
export const CLOSED = 11;
/** The same for a second character that stands behind any other (股, 法, 组). */
export const CLOSED_WITH_FREE_END = 5;
/** The class in `word-borders.ts` up to which a character hardly ever stands at that border. */
export const STUCK = 5;
/** The same where the character stands twice and its neighbours are words. */
export const HARDLY_ALONE = 7;
/** Characters that any other may stand in front of in names and in short for longer words: 家暴法, 种羊场, 监管科. */
export const FREE_ENDS: ReadonlySet<string> = new Set(
  '法率长办组队委案件费款税证所站院期次量员者会局部级类型项处科股室层家户人口点线面网车船机品物业山水河湖',
);
/** Places are called by any character before these. */
export const PLACE_KINDS: ReadonlySet<string> = new Set('镇乡村县区市州街路社场厂矿');
/** Numerals and pronouns stand in front of any noun (一案, 各局), adverbs in front of any adjective or verb (渐少, 还慢). */
export const FREE_STARTS: ReadonlySet<string> = new Set(
  '一二三四五六七八九十百千万亿两几半第每各该本某在渐还最去常却只更极颇敢从趁稍便来先许痛反死活不小',
);
