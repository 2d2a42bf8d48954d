import { type CodeUnits, codeUnitsOf } from '../text/code-units.js';
import { lazy } from '../text/lazy.js';
import { TypoCharacters } from './typo-characters.js';
import { CLOSED, CLOSED_WITH_FREE_END, FREE_ENDS, FREE_STARTS, PLACE_KINDS } from './typo-judgement.js';
import { TypoLexicon } from './typo-lexicon.js';
import { TypoPairs } from './typo-pairs.js';

/** A right word with one character taken for another; offsets into the searched text. */
export interface GeneratedTypo {
  readonly start: number;
  readonly end: number;
  readonly wrong: string;
  /** The words that may be meant, the likeliest first. */
  readonly rights: readonly string[];
  readonly severity: 'error' | 'warning';
}

/** A phrase of so many characters, all but one as they should be, leaves no doubt. */
const SURE_PHRASE = 4;
/** A quotation of so few characters is a name. */
const LONGEST_NAME = 8;

/** Names of places end so; they are made of any characters. */
const PLACE_END = /^[^，。；：、]{0,1}[村镇乡县市区州旗盟省路街巷桥山河湖江海庄屯寨沟湾坪坝岭塘坡庙集店铺营堡坊苑园弄里场港岛岗洲社]/u;

/** The search for the misspellings that the lexicon and the confusable characters give. */
export interface TypoSearch {
  /** Every misspelling in a text, in order. */
  readonly findIn: (text: string) => GeneratedTypo[];
  /** Whether a text holds any; the same in less time. */
  readonly isIn: (text: string, units: CodeUnits) => boolean;
}

/** Finds misspellings; its tables are made when first needed, so that who only loads the rules does not wait for them. */
export const generatedTypos: TypoSearch = makeSearch();

function makeSearch(): TypoSearch {
  const tables = lazy(makeTables);
  const nextFrom = (text: string, units: CodeUnits, from: number): GeneratedTypo | undefined => {
    const { pairs, lexicon } = tables();
    for (let at = pairs.next(units, text, from); at < text.length; at = pairs.next(units, text, at + 1)) {
      const typo = text.charCodeAt(at) === text.charCodeAt(at + 1) ? judgeDoubled(text, at, lexicon) : judge(text, at, lexicon);
      if (typo !== undefined) return typo;
    }
    return undefined;
  };
  return {
    findIn(text) {
      const typos: GeneratedTypo[] = [];
      const units = codeUnitsOf(text);
      for (let typo = nextFrom(text, units, 0); typo !== undefined; typo = nextFrom(text, units, typo.end)) typos.push(typo);
      return typos;
    },
    isIn: (text, units) => nextFrom(text, units, 0) !== undefined,
  };
}

interface Tables {
  readonly pairs: TypoPairs;
  readonly lexicon: TypoLexicon;
}

function makeTables(): Tables {
  const characters = new TypoCharacters();
  const lexicon = new TypoLexicon(characters);
  return { pairs: new TypoPairs(characters, lexicon), lexicon };
}

/** Decides on a character that stands twice at one end of a word. */
function judgeDoubled(text: string, at: number, lexicon: TypoLexicon): GeneratedTypo | undefined {
  const character = text.charAt(at);
  if (lexicon.isException(character + character) || isDoubledPair(text, at)) return undefined;
  const atEnd = text.charAt(at - 1) + character;
  if (lexicon.isDoubledEnd(atEnd, text.slice(at + 2, at + 4))) {
    return { start: at - 1, end: at + 2, wrong: atEnd + character, rights: [atEnd], severity: 'warning' };
  }
  const atStart = character + text.charAt(at + 2);
  if (lexicon.isDoubledStart(text.slice(Math.max(0, at - 2), at), atStart)) {
    return { start: at, end: at + 3, wrong: character + atStart, rights: [atStart], severity: 'warning' };
  }
  return undefined;
}

/** Decides on one candidate by its neighbours. */
function judge(text: string, start: number, lexicon: TypoLexicon): GeneratedTypo | undefined {
  const end = start + 2;
  const wrong = text.slice(start, end);
  const front = text.slice(Math.max(0, start - 2), start);
  const behind = text.slice(end, end + 2);
  // 消防|讯息: a neighbour takes a character of the pair.
  const isTakenInFront = lexicon.isWord(front.slice(-1) + wrong.charAt(0));
  const isTakenBehind = lexicon.isWord(wrong.charAt(1) + behind.charAt(0));
  const rights = lexicon.rightsOf(wrong);
  const isTaken = isTakenInFront || isTakenBehind;
  // 针对|姓名: a neighbour that else would take a character must belong to the phrase.
  const phraseLength = (right: string): number => {
    const isTied = isTaken && !(lexicon.isStuck(wrong, right) && (isTakenInFront ? lexicon.beginsWord(behind) : lexicon.endsWord(front)));
    return isTied ? 0 : lexicon.phraseLength(front, right, behind, Number(isTakenInFront), Number(isTakenBehind));
  };
  const phrases = rights.map((right) => ({ right, length: phraseLength(right) })).sort((a, b) => b.length - a.length);
  const found = (severity: 'error' | 'warning', words: readonly string[]): GeneratedTypo => ({
    start,
    end,
    wrong,
    rights: words,
    severity,
  });
  const [phrase] = phrases;
  // 可信性 is a word beside 可行性: only a longer phrase leaves no doubt.
  if (phrase !== undefined && phrase.length > 0) return found(phrase.length >= SURE_PHRASE ? 'error' : 'warning', [phrase.right]);
  if (isTaken) return undefined;
  const words = rights.filter(
    (right) =>
      lexicon.isGenreWord(right) &&
      !FREE_STARTS.has(wrong.charAt(0)) &&
      !PLACE_KINDS.has(right.charAt(1)) &&
      !PLACE_KINDS.has(wrong.charAt(1)),
  );
  if (words.length === 0 || isReduplicated(text, start) || PLACE_END.test(text.slice(end, end + 2))) return undefined;
  if (!lexicon.endsWord(front) || !lexicon.beginsWord(behind) || isInName(text, start, end)) return undefined;
  const openness = lexicon.openness(wrong);
  const isFreeEnd = FREE_ENDS.has(wrong.charAt(1)) && words.some((right) => right.endsWith(wrong.charAt(1)));
  if (openness <= (isFreeEnd ? CLOSED_WITH_FREE_END : CLOSED)) return found('warning', words);
  return undefined;
}

/** Whether a place stands in a short quotation: “e法亭”, “访惠聚”. */
function isInName(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - LONGEST_NAME);
  const open = text.slice(from, start).lastIndexOf('“');
  const close = text.slice(end, end + LONGEST_NAME).indexOf('”');
  return open >= 0 && close >= 0 && end + close - (from + open) <= LONGEST_NAME + 1;
}

/** 确确实实, 简简单单: a pair at the border of a word that is doubled character by character. */
function isReduplicated(text: string, start: number): boolean {
  const [a, b, c, d] = [start - 1, start, start + 1, start + 2].map((at) => text.charAt(at));
  return a === b || c === d;
}

/** 切切实实: the doubled character has a doubled neighbour. */
function isDoubledPair(text: string, at: number): boolean {
  const isSame = (one: number, other: number): boolean => text.charAt(one) !== '' && text.charAt(one) === text.charAt(other);
  return isSame(at + 2, at + 3) || isSame(at - 1, at - 2);
}
