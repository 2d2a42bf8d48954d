import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { localized } from '../rules/localized.js';
import type { Fix, LocalizedText } from '../rules/rule.js';
import { nearest } from '../text/nearest.js';
import type { Span } from '../text/span.js';
import type { ConfigurationProblem, ConfigurationProblemCode } from './configuration-problem.js';

export type { Node } from 'jsonc-parser';

/** One key of a JSON object with its value. */
export interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
  /** How people name it: `agency.name`. */
  readonly path: string;
}

/** What is said of a mistake beside its place and its message. */
interface ProblemOptions {
  readonly code?: ConfigurationProblemCode;
  readonly severity?: ConfigurationProblem['severity'];
  readonly fixes?: readonly Fix[];
}

/** Reads values out of JSON text and notes every mistake with its place. Comments and trailing commas are allowed. */
export class JsonReader {
  readonly problems: ConfigurationProblem[] = [];

  /** @param file address that problems name. */
  constructor(private readonly file: string) {}

  /** The root of a text; undefined, with a problem, where it is no JSON. */
  parse(text: string): Node | undefined {
    const errors: ParseError[] = [];
    const plain = withoutMark(text);
    let root: Node | undefined;
    try {
      root = parseTree(plain, errors, { allowTrailingComma: true });
    } catch {
      // Brackets nested tens of thousands deep.
      this.problem({ start: 0, end: Math.min(1, text.length) }, NOT_JSON, { code: 'config-syntax' });
      return undefined;
    }
    const [first] = errors;
    if (first !== undefined || root === undefined) {
      const start = Math.min(first?.offset ?? 0, text.length);
      const message = SYNTAX[first === undefined ? 'ValueExpected' : printParseErrorCode(first.error)] ?? NOT_JSON;
      this.problem({ start, end: Math.min(text.length, start + Math.max(1, first?.length ?? 1)) }, message, { code: 'config-syntax' });
      return undefined;
    }
    return root;
  }

  /** Notes a mistake. */
  problem(span: Span, message: LocalizedText, { code = 'config-bad-value', severity = 'error', fixes = [] }: ProblemOptions = {}): void {
    this.problems.push({ code, file: this.file, span, severity, message, fixes });
  }

  /** The keys of an object that are known; the others are noted. Of a key that stands twice the last one counts. */
  members<K extends string>(node: Node, path: string, known: readonly K[]): ReadonlyMap<K, Member> {
    const members = new Map<K, Member>();
    for (const member of this.entries(node, path)) {
      const key = known.find((name) => name === member.name);
      if (key !== undefined) members.set(key, member);
      else this.unknownKey(member, known);
    }
    return members;
  }

  /** All keys of an object, whatever their names. */
  entries(node: Node, path: string): readonly Member[] {
    if (node.type !== 'object') {
      this.problem(spanOf(node), localized(`${quoted(path)}应当是一个对象：{ … }`, `${named(path)} must be an object: { … }`));
      return [];
    }
    const members = new Map<string, Member>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      const earlier = members.get(name);
      if (earlier !== undefined) {
        this.problem(
          spanOf(earlier.key),
          localized(`“${name}”写了两次，只有后一个有效：请合并`, `"${name}" stands twice and only the last one counts: merge them`),
          { code: 'config-duplicate-key', severity: 'warning' },
        );
      }
      members.set(name, { name, key, value, path: path === '' ? name : `${path}.${name}` });
    }
    return [...members.values()];
  }

  /** A text that is not blank, without outer blanks. */
  text({ value, path }: Pick<Member, 'value' | 'path'>): string | undefined {
    if (value.type !== 'string') {
      this.problem(spanOf(value), localized(`${quoted(path)}应当是加双引号的文字`, `${named(path)} must be a text in double quotes`));
      return undefined;
    }
    const text = String(value.value).trim();
    if (text !== '') return text;
    this.problem(spanOf(value), localized(`${quoted(path)}不能为空`, `${named(path)} must not be empty`));
    return undefined;
  }

  /** A text that may be blank. */
  anyText({ value, path }: Pick<Member, 'value' | 'path'>): string | undefined {
    return value.type === 'string' && String(value.value).trim() === '' ? '' : this.text({ value, path });
  }

  /** The elements of a list. */
  items({ value, path }: Member): readonly Pick<Member, 'value' | 'path'>[] {
    if (value.type !== 'array') {
      this.problem(spanOf(value), localized(`${quoted(path)}应当是一个列表：[ … ]`, `${named(path)} must be a list: [ … ]`));
      return [];
    }
    return (value.children ?? []).map((item, index) => ({ value: item, path: `${path}[${index}]` }));
  }

  /** One of some words. */
  choice<T extends string>({ value, path }: Member, allowed: readonly T[]): T | undefined {
    const found = allowed.find((word) => word === value.value);
    if (found !== undefined) return found;
    const given = value.type === 'string' ? String(value.value) : undefined;
    const near = given === undefined ? undefined : nearest(given, allowed);
    const list = { zh: allowed.join('、'), en: allowed.join(', ') };
    this.problem(
      spanOf(value),
      localized(
        `${quoted(path)}不能是${shown(value)}${near === undefined ? '' : `，是不是“${near}”？`}${near === undefined ? '；' : ''}可用的：${list.zh}`,
        `${named(path)} cannot be ${shown(value, '"')}${near === undefined ? ';' : `, did you mean "${near}"?`} Allowed: ${list.en}`,
      ),
      { fixes: near === undefined ? [] : [replacement(value, near)] },
    );
    return undefined;
  }

  private unknownKey({ name, key, path }: Member, known: readonly string[]): void {
    const near = nearest(name, known);
    this.problem(
      spanOf(key),
      localized(
        `没有“${path}”这个设置，不起作用${near === undefined ? `；这里可用的：${known.join('、')}` : `：是不是“${near}”？`}`,
        `There is no setting "${path}", it has no effect${near === undefined ? `; known here: ${known.join(', ')}` : `: did you mean "${near}"?`}`,
      ),
      { code: 'config-unknown-key', severity: 'warning', fixes: near === undefined ? [] : [replacement(key, near)] },
    );
  }
}

/** A text whose byte order mark, which is no part of JSON, is a blank, so that all offsets stay. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
}

/** Where a value stands, its quotation marks included. */
export function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** Puts a word in the place of another one. */
export function replacement(node: Node, word: string): Fix {
  return {
    kind: 'choice',
    title: localized(`改为“${word}”`, `Change to "${word}"`),
    edits: [{ span: spanOf(node), newText: JSON.stringify(word) }],
  };
}

function quoted(path: string): string {
  return path === '' ? '整个文件' : `“${path}”`;
}

function named(path: string): string {
  return path === '' ? 'The whole file' : `"${path}"`;
}

/** A value as its file has it, on one line and not too long. */
function shown(node: Node, mark?: string): string {
  const plain = node.type === 'object' ? '{…}' : node.type === 'array' ? '[…]' : String(node.value);
  const short = plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
  return mark === undefined ? `“${short}”` : `${mark}${short}${mark}`;
}

const NOT_JSON = localized(
  '不是正确的 JSON，这个文件暂不起作用：请改正写法',
  'This is no JSON, and the file has no effect for now: correct it',
);

/** What the parser's complaints mean, and what to do. */
const SYNTAX: Readonly<Record<string, LocalizedText | undefined>> = Object.freeze({
  InvalidSymbol: localized(
    '这里不是 JSON 的写法：文字要加半角双引号，逗号、冒号用半角',
    'This is no JSON: put text in straight double quotes, and use half-width commas and colons',
  ),
  PropertyNameExpected: localized('这里缺少键名：键名要加半角双引号', 'A key is missing here: keys stand in straight double quotes'),
  ValueExpected: localized('这里缺少值', 'A value is missing here'),
  ColonExpected: localized('键名后面缺少半角冒号“:”', 'A colon is missing after the key'),
  CommaExpected: localized('前一项后面缺少半角逗号“,”', 'A comma is missing after the item before'),
  CloseBraceExpected: localized('缺少右花括号“}”', 'The closing brace "}" is missing'),
  CloseBracketExpected: localized('缺少右方括号“]”', 'The closing bracket "]" is missing'),
  EndOfFileExpected: localized('这里应当结束：后面的内容多余', 'The file should end here: remove what follows'),
  UnexpectedEndOfString: localized('文字没有右引号：请在末尾加半角双引号', 'The text is not closed: add a straight double quote'),
  InvalidEscapeCharacter: localized('反斜杠要写成“\\\\”', 'Write a backslash as "\\\\"'),
});
