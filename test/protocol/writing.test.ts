import { describe, expect, it } from 'vitest';
import {
  type CodeLens,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  LSPErrorCodes,
  type SemanticTokens,
  type SemanticTokensDelta,
} from 'vscode-languageserver/node';
import { SAMPLE } from '../language/sample.js';
import { type Client, start } from './harness.js';

const URI = 'file:///报告.txt';
const textDocument = { uri: URI };
/** Typed in front of this line, which has a finding and a sum. */
const LINE = '开展活动XX次，办理行政处罚案件20件，其中简易程序12件、普通程序8件。';
const TEXT = SAMPLE.replace('全年召开专题会议4次，听取工作汇报2次。', LINE);
const AT = { line: 5, character: 0 };
const KEYS = 200;

/** How many characters an answer knows to have been typed: what stands behind them has moved by so many. */
class Answers {
  private readonly empty = { characters: 0, blank: LINE.indexOf('XX'), hint: LINE.indexOf('8件') + 2, outline: 0 };
  private tokens: { resultId: string; data: readonly number[] } | undefined;

  constructor(private readonly client: Client) {}

  /** Learns what the answers are before anything is typed. */
  async learn(): Promise<void> {
    this.empty.characters = await this.lens();
    this.empty.outline = await this.outline();
  }

  async diagnostics(): Promise<number> {
    const report = await this.client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    const found = report.kind === 'full' ? report.items.find(({ code }) => code === 'placeholder') : undefined;
    return (found?.range.start.character ?? Number.NaN) - this.empty.blank;
  }

  async lens(): Promise<number> {
    const lenses = await this.client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    return Number.parseInt(lenses[0]?.command?.title ?? '', 10) - this.empty.characters;
  }

  async outline(): Promise<number> {
    const symbols = await this.client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    return (symbols[1]?.children?.[0]?.range.end.character ?? Number.NaN) - this.empty.outline;
  }

  async hint(): Promise<number> {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await this.client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    return (hints[0]?.position.character ?? Number.NaN) - this.empty.hint;
  }

  /** Takes turns: only one question about tokens is asked at a time, as a client does. */
  async token(): Promise<number> {
    const { tokens } = this;
    const answer =
      tokens === undefined
        ? await this.client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument })
        : await this.client.request<SemanticTokens | SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
            textDocument,
            previousResultId: tokens.resultId,
          });
    const data = [...(tokens?.data ?? [])];
    if ('edits' in answer) for (const edit of answer.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    this.tokens = { resultId: answer.resultId ?? '', data: 'edits' in answer ? data : answer.data };
    return firstFigure(this.tokens.data) - LINE.indexOf('20件');
  }
}

/** Where the first figure begins in its line. */
function firstFigure(data: readonly number[]): number {
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, , type] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    if (type === 1) return character;
  }
  return Number.NaN;
}

async function open(): Promise<[Client, Answers]> {
  const client = await start({ initializationOptions: { quietWhileTyping: true, status: true } });
  client.open(URI, TEXT);
  const answers = new Answers(client);
  await answers.learn();
  return [client, answers];
}

describe('writing with everything on', () => {
  it('is answered for the text of each key', async () => {
    const [client, answers] = await open();
    for (let typed = 1; typed <= KEYS; typed++) {
      client.change(URI, { range: { start: AT, end: AT }, text: '治' });
      const folding = client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
      const answered = [answers.diagnostics(), answers.token(), answers.lens(), answers.outline(), answers.hint()];
      expect(await Promise.all(answered)).toEqual(answered.map(() => typed));
      expect((await folding).length).toBeGreaterThan(3);
    }
  });

  it('is never answered for an older text, however fast the keys come', async () => {
    const [client, answers] = await open();
    const ages: Promise<number>[] = [];
    for (let typed = 1; typed <= KEYS; typed++) {
      client.change(URI, { range: { start: AT, end: AT }, text: '治' });
      for (const answer of [answers.diagnostics(), answers.lens(), answers.outline(), answers.hint()]) {
        // A question about a place that has moved may be refused; its asker asks again.
        const asked = answer.then(
          (known) => known - typed,
          (error: { code?: number }) => (error.code === LSPErrorCodes.ContentModified ? 0 : Number.NaN),
        );
        ages.push(asked);
      }
      if (typed % 40 === 0) await Promise.all(ages);
    }
    for (const age of await Promise.all(ages)) expect(age).toBeGreaterThanOrEqual(0);
    expect(await answers.token()).toBe(KEYS);
  });
});
