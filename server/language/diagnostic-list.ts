import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding.js';
import type { JsonBytes } from '../text/json-bytes.js';
import { SourceText } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import { type DiagnosticOptions, toDiagnostic } from './diagnostics.js';
import { LineCursor } from './line-cursor.js';
import { EMPTY_RANGE_JSON, LONGEST_PLACE, RANGE_CLOSES, RANGE_OPENS, writePlace } from './range-json.js';

/** What a diagnostic says, wherever it stands: its JSON but for the places, which come between the pieces. */
interface Wording {
  /** Its messages, one a line. */
  readonly key: string;
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly fixable: Finding['fixable'];
  /** Message, and those of the related places. */
  readonly messages: readonly string[];
  readonly pieces: readonly Uint8Array[];
  /** UTF-8 bytes of all pieces. */
  readonly size: number;
}

const OPEN = 0x5b;
const CLOSE = 0x5d;
const COMMA = 0x2c;

/** A text in which every place is the first. */
const NOWHERE = new SourceText('');

/**
 * The diagnostics of one version of a document as what they say and where they stand: quick to compare
 * with those of another version, and to write as JSON without saying anything anew.
 */
export class DiagnosticList implements JsonBytes {
  /**
   * @param wordings one a diagnostic, in order.
   * @param places four numbers a range: start line and character, end line and character; that of the
   *   diagnostic first, then those of its related places.
   */
  constructor(
    private readonly wordings: readonly Wording[],
    private readonly places: Uint32Array,
  ) {}

  /** How many diagnostics there are. */
  get length(): number {
    return this.wordings.length;
  }

  /** Whether both say the same at the same places. They must come from the same `Wordings`. */
  sameAs({ wordings, places }: DiagnosticList): boolean {
    return (
      wordings.length === this.wordings.length &&
      places.length === this.places.length &&
      this.wordings.every((one, index) => one === wordings[index]) &&
      this.places.every((one, index) => one === places[index])
    );
  }

  get maximalSize(): number {
    let size = 2 + this.wordings.length + (this.places.length / 4) * LONGEST_PLACE;
    for (const wording of this.wordings) size += wording.size;
    return size;
  }

  writeJson(target: Uint8Array, at: number): number {
    const { places } = this;
    let end = at;
    let place = 0;
    target[end++] = OPEN;
    for (const { pieces } of this.wordings) {
      let isFirst = true;
      for (const piece of pieces) {
        if (!isFirst) {
          end = writePlace(target, end, places, place);
          place += 4;
        }
        isFirst = false;
        target.set(piece, end);
        end += piece.length;
      }
      target[end++] = COMMA;
    }
    // The last comma gives way.
    if (this.wordings.length > 0) end--;
    target[end++] = CLOSE;
    return end;
  }

  /** For whatever writes JSON in the ordinary way. */
  toJSON(): Diagnostic[] {
    const target = new Uint8Array(this.maximalSize);
    return JSON.parse(new TextDecoder().decode(target.subarray(0, this.writeJson(target, 0))));
  }
}

/** The wordings of the diagnostics of one document: what is said again in the next version is the same object. */
export class Wordings {
  /** By their messages, one a line. */
  private known: ReadonlyMap<string, readonly Wording[]> = new Map();
  /** By the message of a finding without related places: what is remembered of a paragraph says it with the same object again. */
  private readonly byMessage = new WeakMap<Finding['message'], Wording>();
  private readonly encoder = new TextEncoder();

  constructor(readonly options: DiagnosticOptions) {}

  /** The list without any diagnostics. */
  get none(): DiagnosticList {
    return this.listOf(NOWHERE, []);
  }

  /** The findings of a version as a list; wordings that it does not need any more are forgotten. */
  listOf(source: SourceText, findings: readonly Finding[]): DiagnosticList {
    const kept = new Map<string, Wording[]>();
    const wordings = findings.map((finding) => this.wordingOf(finding, kept));
    this.known = kept;
    return new DiagnosticList(wordings, this.placesOf(source, findings));
  }

  private wordingOf(finding: Finding, kept: Map<string, Wording[]>): Wording {
    const isPlain = this.relatedOf(finding).length === 0;
    const same = isPlain ? this.byMessage.get(finding.message) : undefined;
    if (same !== undefined && same.rule === finding.rule && same.severity === finding.severity && same.fixable === finding.fixable) {
      const others = kept.get(same.key);
      if (others === undefined) kept.set(same.key, [same]);
      else if (!others.includes(same)) others.push(same);
      return same;
    }
    const wording = this.equalWording(finding, kept);
    if (isPlain) this.byMessage.set(finding.message, wording);
    return wording;
  }

  private equalWording(finding: Finding, kept: Map<string, Wording[]>): Wording {
    const key = this.messagesOf(finding).join('\n');
    const says = (wording: Wording): boolean => this.isSaidBy(finding, wording);
    const alike = kept.get(key);
    const present = alike?.find(says);
    if (present !== undefined) return present;
    const wording = this.known.get(key)?.find(says) ?? this.wordingFor(finding);
    if (alike === undefined) kept.set(key, [wording]);
    else alike.push(wording);
    return wording;
  }

  private isSaidBy(finding: Finding, { rule, severity, fixable, messages }: Wording): boolean {
    const said = this.messagesOf(finding);
    return (
      rule === finding.rule &&
      severity === finding.severity &&
      fixable === finding.fixable &&
      messages.length === said.length &&
      messages.every((message, index) => message === said[index])
    );
  }

  private wordingFor(finding: Finding): Wording {
    // A quote within a string is written \", so that the name of a member never stands there.
    const json = JSON.stringify(toDiagnostic(NOWHERE, finding, this.options)).split(EMPTY_RANGE_JSON);
    const pieces = json.map((piece, index) =>
      this.encoder.encode((index === 0 ? '' : RANGE_CLOSES) + piece + (index === json.length - 1 ? '' : RANGE_OPENS)),
    );
    return {
      key: this.messagesOf(finding).join('\n'),
      rule: finding.rule,
      severity: finding.severity,
      fixable: finding.fixable,
      messages: this.messagesOf(finding),
      pieces,
      size: pieces.reduce((size, piece) => size + piece.length, 0),
    };
  }

  private placesOf(source: SourceText, findings: readonly Finding[]): Uint32Array {
    let count = findings.length;
    for (const finding of findings) count += this.relatedOf(finding).length;
    const places = new Uint32Array(count * 4);
    const cursor = new LineCursor(source);
    let at = 0;
    const add = ({ start, end }: Span): void => {
      cursor.seek(start);
      places[at++] = cursor.line;
      places[at++] = cursor.character;
      cursor.seek(end);
      places[at++] = cursor.line;
      places[at++] = cursor.character;
    };
    for (const finding of findings) {
      add(finding.span);
      for (const place of this.relatedOf(finding)) add(place.span);
    }
    return places;
  }

  private messagesOf(finding: Finding): string[] {
    const { locale } = this.options;
    const messages = [finding.message[locale]];
    for (const { message } of this.relatedOf(finding)) messages.push(message[locale]);
    return messages;
  }

  private relatedOf(finding: Finding): Finding['related'] {
    return this.options.relatedInformation ? finding.related : NONE;
  }
}

const NONE: Finding['related'] = Object.freeze([]);
