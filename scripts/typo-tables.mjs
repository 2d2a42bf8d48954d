/**
 * Makes the tables of `server/rules/typo-tables.ts` from the words and characters of `server/knowledge`: by character what the
 * search for misspellings asks for, so that it need not go through all words when the first text is checked.
 */

/** Sounds that are typed for one another: with and without h behind z, c, s; n and ng at the end. */
const SAME_INITIAL = /^([zcs])h/u;
const SAME_FINAL = /ng$/u;
/** Words of grammar: they stand between any two words, and nobody types them for a noun or a verb. */
const GRAMMAR = new Set('的了是也就都我你您不把给很才而么们这那哪他她它吗呢吧啊哦呀嘛俺咱想说');
/** Digits of a number of a group of sounds. */
const BASE = 36;
const GROUP_DIGITS = 2;

/**
 * @typedef {object} Sources
 * @property {readonly {words: string}[]} genreWords
 * @property {readonly {words: string}[]} genrePhrases
 * @property {readonly string[]} commonWords
 * @property {readonly {pairs: string}[]} exceptions
 * @property {ReadonlyMap<string, string>} charactersBySound
 * @property {readonly string[]} lookAlikePairs
 * @property {readonly string[]} atWordEnd
 * @property {readonly string[]} atWordStart
 */

/**
 * The text of the generated file.
 * @param {Sources} sources
 */
export function typoTables(sources) {
  const genre = new Set(sources.genreWords.flatMap(({ words }) => words.split(' ')));
  const phrases = new Set(sources.genrePhrases.flatMap(({ words }) => words.split(' ')));
  const phrasePairs = new Set([...phrases].flatMap(pairsOf).filter((pair) => !genre.has(pair)));
  const common = new Set(sources.commonWords.filter((word) => !genre.has(word)));
  const exceptions = new Set(sources.exceptions.flatMap(({ pairs }) => pairs.split(' ')).filter(({ length }) => length === 2));
  const sounds = soundGroups(sources.charactersBySound);
  const looks = lookAlikes(sources.lookAlikePairs);
  const ends = classes(sources.atWordEnd);
  const starts = classes(sources.atWordStart);
  // What stands in every text comes first, so that what is looked up for it lies close together.
  const characters = [
    ...new Set(
      [
        ...genre,
        ...phrases,
        ...common,
        ...sounds.flatMap(({ all }) => all),
        ...looks.keys(),
        ...ends.keys(),
        ...starts.keys(),
        ...exceptions,
      ].join(''),
    ),
  ];
  /**
   * Tells by character with which others it makes a pair.
   * @param {Iterable<string>} pairs
   * @param {number} place of the character by which the others are told
   */
  const others = (pairs, place) => {
    const found = new Map();
    for (const pair of pairs) found.set(pair[place], (found.get(pair[place]) ?? '') + pair[1 - place]);
    return found;
  };
  const groupsOf = new Map();
  sounds.forEach(({ all }, index) => {
    const name = index.toString(BASE).padStart(GROUP_DIGITS, '0');
    for (const character of all) groupsOf.set(character, (groupsOf.get(character) ?? '') + name);
  });
  const facts = [
    others(genre, 0),
    others(phrasePairs, 0),
    others(common, 0),
    others([...genre, ...phrasePairs], 1),
    looks,
    groupsOf,
    others(exceptions, 0),
  ];
  return file([
    ['CHARACTERS', 'Every character that the tables tell of; its place, from 1, is the number by which they know it.', characters.join('')],
    [
      'END_CLASSES',
      'By character: its class as the last one of a word (see `server/knowledge/word-borders.ts`), a digit of base 36.',
      characters.map((character) => (ends.get(character) ?? 0).toString(BASE)).join(''),
    ],
    [
      'START_CLASSES',
      'By character: its class as the first one of a word.',
      characters.map((character) => (starts.get(character) ?? 0).toString(BASE)).join(''),
    ],
    [
      'CHARACTER_FACTS',
      'By character, apart by a blank: last characters of words of the genre / of other pairs in phrases / of common words that begin with it; first characters of the pairs of the genre and of phrases that end with it / characters that look like it / its groups of like sound, each the two digits (base 36) of its place in `SOUND_GROUPS` / last characters of the exceptions that begin with it.',
      characters.map((character) => facts.map((fact) => fact.get(character) ?? '').join('/')).join(' '),
    ],
    [
      'SOUND_GROUPS',
      'Characters of like sound, groups apart by a blank; behind the stroke those that are typed for no other.',
      sounds.map(({ typed, grammar }) => `${typed}/${grammar}`).join(' '),
    ],
  ]);
}

/** @param {string} phrase */
function pairsOf(phrase) {
  return Array.from({ length: phrase.length - 1 }, (_, at) => phrase.slice(at, at + 2));
}

/** @param {ReadonlyMap<string, string>} bySound */
function soundGroups(bySound) {
  /** @type {Map<string, string>} */
  const blurred = new Map();
  for (const [sound, characters] of bySound) {
    const name = sound.replace(SAME_INITIAL, '$1').replace(SAME_FINAL, 'n');
    blurred.set(name, (blurred.get(name) ?? '') + characters);
  }
  return [...blurred.values()].map((characters) => {
    const all = [...new Set(characters)];
    return {
      all,
      typed: all.filter((character) => !GRAMMAR.has(character)).join(''),
      grammar: all.filter((character) => GRAMMAR.has(character)).join(''),
    };
  });
}

/** @param {readonly string[]} pairs */
function lookAlikes(pairs) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [one = '', other = ''] of pairs) {
    for (const [character, like] of [
      [one, other],
      [other, one],
    ]) {
      const known = found.get(character) ?? '';
      if (!known.includes(like)) found.set(character, known + like);
    }
  }
  return found;
}

/**
 * By character: the index of its string.
 * @param {readonly string[]} table
 */
function classes(table) {
  return new Map(table.flatMap((characters, index) => [...characters].map((character) => /** @type {const} */ ([character, index]))));
}

/** @param {readonly (readonly [name: string, comment: string, content: string])[]} tables */
function file(tables) {
  const blocks = tables.map(([name, comment, content]) => `/** ${comment} */\nexport const ${name} =\n  '${content}';\n`);
  return `// Generated by scripts/typo-tables.mjs from server/knowledge (npm run generate); do not edit.\n\n${blocks.join('\n')}`;
}
