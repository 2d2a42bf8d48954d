import { localized } from './localized.js';
import { MARKS_THAT_PAUSE, otherSide, type PairDefect, type PairMark } from './pair-marks.js';
import type { Fix, SourceEdit } from './rule.js';

/** How far from a mark its other side may be put. */
const REACH = 80;
const MOST_PLACES = 3;
const CLOSING = '”’》）)〕】]';
const OPENING = '“‘《（(〔【[';

/** Every reading of a defect as a fix to choose; edits are offsets into the paragraph's text. */
export function pairFixes(text: string, { form, mark, also }: PairDefect): Fix[] {
  if (form === 'unclosed') return [...closings(text, mark), deletion([mark])];
  if (form === 'unopened') return [...openings(text, mark), deletion([mark])];
  if (also === undefined) return [replacement([mark], [otherSide(mark.written)]), deletion([mark])];
  if (form === 'mismatched') return [replacement([also], [otherSide(mark.written)]), replacement([mark], [otherSide(also.written)])];
  if (mark.isOpen === also.isOpen) return [replacement([mark], [otherSide(mark.written)]), deletion([mark])];
  const [first, second] = mark.at < also.at ? [mark, also] : [also, mark];
  const swap = replacement([first, second], [otherSide(first.written), otherSide(second.written)]);
  // ”“ that touch, or with a pause between: the first wants an opening mark before it, the second a closing one behind.
  if (first.isOpen || second.at - first.at > 2) return [swap, deletion([first, second])];
  return [...completions(text, first, second), deletion([first, second])];
}

function closings(text: string, mark: PairMark): Fix[] {
  return closingPlaces(text, mark)
    .filter((at) => !MARKS_THAT_PAUSE.includes(text.charAt(at - 1)))
    .map((at) => insertion(at, otherSide(mark.written), bare(text.slice(Math.max(mark.at + 1, at - 6), at)), 'behind'));
}

function openings(text: string, mark: PairMark): Fix[] {
  return openingPlaces(text, mark)
    .filter((at) => at < mark.at)
    .map((at) => insertion(at, otherSide(mark.written), bare(text.slice(at, Math.min(mark.at, at + 6))), 'before'));
}

function completions(text: string, first: PairMark, second: PairMark): Fix[] {
  const before = openingPlaces(text, first)[0];
  const behind = closingPlaces(text, second)[0];
  if (before === undefined || behind === undefined) return [];
  const whole = `${otherSide(first.written)}${text.slice(before, behind)}${otherSide(second.written)}`;
  return [
    {
      kind: 'choice',
      title: localized(`改为${whole}`, `Change to ${whole}`),
      edits: [insert(before, otherSide(first.written)), insert(behind, otherSide(second.written))],
    },
  ];
}

/** Where a closing mark may stand: before 等, before the next marks, at the end of the sentence. */
function closingPlaces(text: string, { at: from, written }: PairMark): number[] {
  const places: number[] = [];
  let depth = 0;
  const end = Math.min(text.length, from + REACH);
  for (let at = from + 1; at < end && places.length < MOST_PLACES; at++) {
    const character = text.charAt(at);
    if (character === written && at > from + 1) {
      places.push(at);
      break;
    }
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) {
      if (depth === 0) {
        places.push(at);
        break;
      }
      depth--;
    } else if (depth === 0 && at > from + 2 && (MARKS_THAT_PAUSE.includes(character) || (character === '等' && written === '《'))) {
      places.push(at);
      if (character === '。') break;
    }
  }
  return places.length === 0 && end === text.length && end > from + 1 ? [end] : places;
}

/** Where an opening mark may stand: behind the marks before, at the beginning of the sentence. */
function openingPlaces(text: string, { at: from, written }: PairMark): number[] {
  const places: number[] = [];
  let depth = 0;
  const begin = Math.max(0, from - REACH);
  for (let at = from - 1; at >= begin && places.length < MOST_PLACES; at--) {
    const character = text.charAt(at);
    if (character === written || (depth === 0 && OPENING.includes(character))) {
      places.push(at + 1);
      break;
    }
    if (CLOSING.includes(character)) depth++;
    else if (OPENING.includes(character)) depth--;
    else if (depth === 0 && at < from - 1 && MARKS_THAT_PAUSE.includes(character)) {
      places.push(at + 1);
      if (character === '。') break;
    }
  }
  return places.length === 0 && begin === 0 && from > 0 ? [0] : places;
}

/** The words that name a place, without the marks round them. */
function bare(words: string): string {
  return words.replace(/^[、，。；：]/u, '').replace(/[、，。；：]$/u, '');
}

function insertion(at: number, written: string, beside: string, side: 'before' | 'behind'): Fix {
  return {
    kind: 'choice',
    title:
      side === 'behind'
        ? localized(`在“${beside}”后面补上 ${written}`, `Put ${written} behind ${beside}`)
        : localized(`在“${beside}”前面补上 ${written}`, `Put ${written} before ${beside}`),
    edits: [insert(at, written)],
  };
}

function insert(at: number, newText: string): SourceEdit {
  return { span: { start: at, end: at }, newText };
}

function replacement(marks: readonly PairMark[], texts: readonly string[]): Fix {
  const before = marks.map(({ written }) => written).join(' ');
  return {
    kind: 'choice',
    title: localized(`把 ${before} 改为 ${texts.join(' ')}`, `Change ${before} to ${texts.join(' ')}`),
    edits: marks.map(({ at }, index) => ({ span: { start: at, end: at + 1 }, newText: texts[index] ?? '' })),
  };
}

function deletion(marks: readonly PairMark[]): Fix {
  const written = marks.map((mark) => mark.written).join(' ');
  return {
    kind: 'choice',
    title: localized(`删去 ${written}`, `Delete ${written}`),
    edits: marks.map(({ at }) => ({ span: { start: at, end: at + 1 }, newText: '' })),
  };
}
