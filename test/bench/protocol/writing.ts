import { median, percentile } from '../measure.js';
import type { Row } from '../rows.js';
import { rowOf } from '../rows.js';
import { shortFigure } from '../sizes.js';
import { Client, type ServerStart } from './client.js';
import { caretIn } from './edits.js';

/** What VS Code asks for after an edit, beside the findings: all that is shown while somebody writes. */
const ASKED = [
  'textDocument/codeLens',
  'textDocument/inlayHint',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/documentHighlight',
] as const;

/** As our client for VS Code says. */
const LIKE_VSCODE = { status: true, quietWhileTyping: true, commands: ['fazhiReport.showPlace', 'fazhiReport.showFigures'] };

const URI = 'file:///writing.txt';
const SENTENCE = '坚持依法行政，全年办理案件12件，“法治”宣传30余场次；一是压实责任，二是健全机制。';
const CHARACTERS = 200;
/** Typed before what counts. */
const WARMING = 100;

/** Writing two hundred characters into a report with everything on: from each key until all that is shown is of its text. */
export async function writingRow(start: Pick<ServerStart, 'file'>, text: string, size: string): Promise<Row> {
  const client = await Client.start({ ...start, pull: true, initializationOptions: LIKE_VSCODE });
  try {
    await client.open(URI, text, 'fazhi-report');
    const writer = new Writer(client, caretIn(text));
    for (let key = 0; key < WARMING; key++) await writer.type();
    const before = client.processorTime;
    const times: number[] = [];
    for (let key = 0; key < CHARACTERS; key++) times.push(await writer.type());
    const processor = (client.processorTime - before) / CHARACTERS;
    return rowOf({
      id: 'server-writing',
      part: '编辑器',
      what: `写 ${CHARACTERS} 字，每键到波浪线、颜色、字数、合计、大纲、折叠都是新的，${size}`,
      unit: '毫秒',
      ours: median(times),
      note: `p95 ${shortFigure(percentile(times, 0.95))}，最长 ${shortFigure(Math.max(...times))}，处理器 ${shortFigure(processor)} 毫秒`,
    });
  } finally {
    await client.stop();
  }
}

/** Types into one report, a character at a time. */
class Writer {
  private typed = 0;
  private tokens: string | undefined;

  constructor(
    private readonly client: Client,
    private readonly caret: number,
  ) {}

  /** Types the next character; gives the milliseconds until everything was answered. */
  async type(): Promise<number> {
    const { client } = this;
    const at = this.caret + this.typed;
    const begin = performance.now();
    const edited = client.edit(URI, { start: at, end: at, text: SENTENCE[this.typed % SENTENCE.length] ?? '' });
    this.typed++;
    const { line } = client.document(URI).positionAt(at);
    const place = {
      textDocument: { uri: URI },
      position: { line, character: 0 },
      // About what a window shows.
      range: { start: { line: Math.max(0, line - 20), character: 0 }, end: { line: line + 20, character: 0 } },
    };
    // What this server does not offer costs nothing either.
    const asked = ASKED.map((method) => client.request(method, place).catch(() => null));
    await Promise.all([edited, this.askTokens(), ...asked]);
    return performance.now() - begin;
  }

  private async askTokens(): Promise<void> {
    const textDocument = { uri: URI };
    const { resultId } = await (this.tokens === undefined
      ? this.client.request<{ resultId?: string }>('textDocument/semanticTokens/full', { textDocument })
      : this.client.request<{ resultId?: string }>('textDocument/semanticTokens/full/delta', {
          textDocument,
          previousResultId: this.tokens,
        }));
    this.tokens = resultId;
  }
}
