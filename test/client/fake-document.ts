import type { TextDocument, TextDocumentChangeEvent } from 'vscode';

/** As much of a document as the client looks at. */
export interface FakeDocument {
  text: string;
  languageId: string;
  isClosed: boolean;
  readonly isUntitled: boolean;
  readonly uri: { readonly scheme: string; toString(): string };
}

/** Makes a document whose text and language a test can change. */
export function fakeDocument(uri: string, text: string, languageId = 'plaintext'): FakeDocument {
  const scheme = uri.slice(0, uri.indexOf(':'));
  return { text, languageId, isClosed: false, isUntitled: scheme === 'untitled', uri: { scheme, toString: () => uri } };
}

/** The fake as the client's functions take it: they use no other member than the fake has. */
export function asTextDocument(document: FakeDocument): TextDocument {
  const lines = (): string[] => document.text.split(/\r\n|\r|\n/u);
  return Object.assign(document, {
    get lineCount() {
      return lines().length;
    },
    lineAt: (line: number) => ({ text: lines()[line] ?? '' }),
  }) as unknown as TextDocument;
}

/** A change of a document at an offset. */
export function changeAt(document: TextDocument, rangeOffset: number): TextDocumentChangeEvent {
  return { document, contentChanges: [{ rangeOffset }], reason: undefined } as unknown as TextDocumentChangeEvent;
}
