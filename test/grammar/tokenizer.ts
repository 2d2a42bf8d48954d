import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as Textmate from 'vscode-textmate';

// Both packages are CommonJS bundles without named exports.
const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as typeof Oniguruma;
const textmate = require('vscode-textmate') as typeof Textmate;

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const grammarPath = path.join(root, 'syntaxes', 'fazhi-report.tmLanguage.json');
export const scopeName = 'text.fazhi-report';

export type LineResult = { text: string; tokens: Textmate.IToken[]; before: Textmate.StateStack; after: Textmate.StateStack };

/** The grammar as the editor runs it: same engine, same regular-expression library. */
export class Tokenizer {
  static async create(): Promise<Tokenizer> {
    const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM({ data: wasm });
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text: string) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (name) => (name === scopeName ? textmate.parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath) : null),
    });
    const grammar = await registry.loadGrammar(scopeName);
    if (grammar === null) {
      throw new Error('the grammar cannot be loaded');
    }
    return new Tokenizer(grammar);
  }

  private constructor(private readonly grammar: Textmate.IGrammar) {}

  /** Every line of a text, from the top of a file. */
  lines(text: string): LineResult[] {
    let state: Textmate.StateStack = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const before = state;
      const result = this.grammar.tokenizeLine(line, before);
      state = result.ruleStack;
      return { text: line, tokens: result.tokens, before, after: state };
    });
  }

  /** One line in the middle of a report, below its title and opening. */
  bodyLine(line: string): LineResult {
    return this.lines(`2024年，我镇认真开展工作。\n${line}`)[1] as LineResult;
  }

  /** The parts of the line that carry a scope, each as long as it gets. */
  spans(line: string, scope: string): string[] {
    return spansOf(this.bodyLine(line), scope);
  }

  /** One line at the top of a file, however long its colouring takes. */
  wholeLine(line: string): { readonly tokens: readonly Textmate.IToken[]; readonly stoppedEarly: boolean } {
    const noLimit = 0;
    return this.grammar.tokenizeLine(line, textmate.INITIAL, noLimit);
  }
}

export function spansOf({ text, tokens }: LineResult, scope: string): string[] {
  const spans: string[] = [];
  let end = -1;
  for (const token of tokens) {
    if (!token.scopes.some((name) => name === scope || name.startsWith(`${scope}.`))) {
      continue;
    }
    const part = text.slice(token.startIndex, token.endIndex);
    if (part === '') {
      continue; // the engine counts the line end as a character
    }
    if (token.startIndex === end) {
      spans[spans.length - 1] += part;
    } else {
      spans.push(part);
    }
    end = token.endIndex;
  }
  return spans;
}

/** True where the pattern compiles in the editor's library. */
export function compiles(pattern: string): boolean {
  try {
    new oniguruma.OnigScanner([pattern]).dispose();
    return true;
  } catch {
    return false;
  }
}
