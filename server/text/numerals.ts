const DIGITS = '〇一二三四五六七八九';
const DIGIT_VALUES: ReadonlyMap<string, number> = new Map([
  ...[...DIGITS].map((digit, value) => [digit, value] as const),
  ['零', 0],
  ['○', 0],
  ['О', 0],
  ['O', 0],
  ['Ο', 0],
  ['两', 2],
  ['兩', 2],
  ['壹', 1],
  ['贰', 2],
  ['叁', 3],
  ['肆', 4],
  ['伍', 5],
  ['陆', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
]);
const UNIT_VALUES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const MYRIADS: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['萬', 10_000],
  ['亿', 100_000_000],
  ['億', 100_000_000],
]);

/**
 * Value of a Chinese numeral: with units (二十三, 两万五千) or digit by digit (二〇二四).
 *
 * @returns undefined where the text is no well-formed numeral.
 */
export function parseChineseNumeral(text: string): number | undefined {
  if (text.length === 0) return undefined;
  if (text.length === 1) return DIGIT_VALUES.get(text) ?? UNIT_VALUES.get(text);
  const characters = [...text];
  if (characters.every((character) => DIGIT_VALUES.has(character))) {
    return Number(characters.map((character) => DIGIT_VALUES.get(character)).join(''));
  }
  let total = 0;
  let belowMyriad = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const value = DIGIT_VALUES.get(character);
    const unit = UNIT_VALUES.get(character);
    const myriad = MYRIADS.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (unit !== undefined) {
      belowMyriad += (digit === undefined || digit === 0 ? 1 : digit) * unit;
      digit = undefined;
    } else if (myriad !== undefined) {
      const head = belowMyriad + (digit ?? 0);
      if (head === 0) return undefined;
      total = myriad > 10_000 ? (total + head) * myriad : total + head * myriad;
      belowMyriad = 0;
      digit = undefined;
    } else {
      return undefined;
    }
  }
  return total + belowMyriad + (digit ?? 0);
}

/** Chinese numeral of a whole number from 1 to 99, as headings use it (十, 十一, 二十). Larger numbers come as Arabic digits. */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return head + (ones === 0 ? '' : DIGITS[ones]);
}

/** A year digit by digit, as Chinese dates write it: 二〇二四. */
export function toChineseDigits(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
}

/** Value of Arabic digits of either width; undefined where another character stands among them. */
export function parseArabicNumeral(text: string): number | undefined {
  const half = foldDigits(text);
  return /^\d+$/.test(half) ? Number(half) : undefined;
}

/** Full-width digits to half-width ones; every other character, and the length, stays. */
export function foldDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** Circled and bracketed numerals of one character each: first code unit and how many follow in order. */
const ENCLOSED: readonly { readonly first: number; readonly count: number }[] = [
  { first: 0x2460, count: 20 },
  { first: 0x2474, count: 20 },
  { first: 0x2776, count: 10 },
  { first: 0x3220, count: 10 },
  { first: 0x3280, count: 10 },
];

/** Value of a one-character enclosed numeral (①, ⑴, ❶, ㈠, ㊀); undefined for any other character. */
export function parseEnclosedNumeral(character: string): number | undefined {
  const code = character.charCodeAt(0);
  const row = ENCLOSED.find(({ first, count }) => code >= first && code < first + count);
  return row === undefined ? undefined : code - row.first + 1;
}

/** The enclosed numeral of the same row as `like`; undefined where the row does not reach the value. */
export function toEnclosedNumeral(value: number, like: string): string | undefined {
  const code = like.charCodeAt(0);
  const row = ENCLOSED.find(({ first, count }) => code >= first && code < first + count);
  if (row === undefined || value < 1 || value > row.count) return undefined;
  return String.fromCharCode(row.first + value - 1);
}
