import type { Fix, LocalizedText, SourceEdit } from './rule.js';
import { localized } from './localized.js';

/**
 * The fix that puts one string in the place of another. Only the characters that differ are touched, so that a line end
 * between the others stays where it is.
 *
 * @param start offset of `wrong` in the text that the edits speak of.
 */
export function replacement(wrong: string, right: string, start: number, kind: Fix['kind']): Fix {
  return {
    kind,
    title: titleFor(wrong, right),
    edits: [differingPart(wrong, right, start)],
  };
}

function titleFor(wrong: string, right: string): LocalizedText {
  if (right === '') return localized(`删去“${wrong}”`, `Delete "${wrong}"`);
  return right.includes('“') ? localized(`改为${right}`, `Change to ${right}`) : localized(`改为“${right}”`, `Change to "${right}"`);
}

function differingPart(wrong: string, right: string, start: number): SourceEdit {
  const most = Math.min(wrong.length, right.length);
  let front = 0;
  while (front < most && wrong[front] === right[front]) front++;
  let back = 0;
  while (back < most - front && wrong[wrong.length - 1 - back] === right[right.length - 1 - back]) back++;
  return {
    span: { start: start + front, end: start + wrong.length - back },
    newText: right.slice(front, right.length - back),
  };
}
