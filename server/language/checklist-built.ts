import type { Finding } from '../check/finding.js';
import { type Fix, type Locale, SEVERITIES } from '../rules/rule.js';
import type { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import type { ChecklistRow, LineSpan, RowRemedy } from './checklist-row.js';
import { CHECKLIST_WORDS } from './checklist-words.js';

/** A row with what its remedy does; `fix` is there exactly where the remedy needs no choice. */
export interface BuiltRow {
  readonly row: ChecklistRow;
  readonly fix?: Fix;
  readonly children?: readonly BuiltRow[];
}

/** What a row and its fix get from a finding that it speaks of. */
export interface Remedy {
  readonly remedy: RowRemedy;
  readonly fix?: Fix;
}

/** How a finding can be mended from the checklist; undefined where it cannot. */
export function remedyOf({ fixes, fixable }: Finding): Remedy | undefined {
  const safe = fixes.find(({ kind }) => kind === 'safe');
  if (safe !== undefined) return { remedy: 'fix', fix: safe };
  return fixable === 'choice' ? { remedy: 'choose' } : undefined;
}

/** How a finding whose fix brings in what is missing can be mended; undefined where it cannot. */
export function insertionOf({ fixes }: Finding): Remedy | undefined {
  const [fix] = fixes;
  return fix === undefined ? undefined : { remedy: 'insert', fix };
}

/** A row with its remedy. */
export function withRemedy(row: ChecklistRow, remedy: Remedy | undefined): BuiltRow {
  if (remedy === undefined) return { row };
  return { row: { ...row, remedy: remedy.remedy }, ...(remedy.fix === undefined ? {} : { fix: remedy.fix }) };
}

/** The gravest of some findings, the first of several; undefined where there is none. */
export function gravest(findings: readonly Finding[]): Finding | undefined {
  const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);
  return findings.reduce<Finding | undefined>((found, one) => (found === undefined || rank(one) < rank(found) ? one : found), undefined);
}

/** The lines that a span touches. */
export function linesOf(source: SourceText, { start, end }: Span): LineSpan {
  return { first: source.lineAt(start), last: source.lineAt(end) };
}

/** A message cut where its reason, or what to do, begins. */
export interface CutMessage {
  readonly head: string;
  /** Empty where the message is short by itself. */
  readonly rest: string;
}

const LONGEST_HEAD = 60;
const OPENING = '“《「（(';
const CLOSING = '”》」）)';

/** Cuts a message at its first colon that stands in no quotation. */
export function cutMessage(message: string): CutMessage {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < message.length; at++) {
    const character = message.charAt(at);
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth--;
    else if (character === '"') isQuoted = !isQuoted;
    else if (depth <= 0 && !isQuoted && (character === '：' || message.startsWith(': ', at))) {
      return { head: shortened(message.slice(0, at)), rest: message.slice(at + 1).trim() };
    }
  }
  return { head: shortened(message), rest: '' };
}

/** A text of one line that is cut, at a whole character, where it is too long for a row. */
export function shortened(text: string): string {
  const characters = [...text.slice(0, LONGEST_HEAD * 4).replace(/\s+/gu, ' ')];
  return characters.length <= LONGEST_HEAD ? characters.join('') : `${characters.slice(0, LONGEST_HEAD - 1).join('')}…`;
}

/** Parts of a description that are there, in one line. */
export function described(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** Parts of what a screen reader says, in one sentence. */
export function spoken(locale: Locale, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(CHECKLIST_WORDS[locale].comma);
}
