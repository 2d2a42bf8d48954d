import { createRequire } from 'node:module';
import path from 'node:path';
import type { ServerStart } from './client.js';

/** Another language server with a document of its own language. */
export interface PeerServer {
  readonly name: string;
  readonly languageId: string;
  readonly start: ServerStart;
  /** A document of about so many octets. */
  readonly document: (octets: number) => string;
}

/** A paragraph of every document. */
const PROSE = '全年开展行政检查，办理行政处罚案件，调解矛盾纠纷，组织法治宣传活动，受教育群众不断增加，群众满意度稳步提升。';

/** As VS Code has it once validation is on. */
const MARKDOWN_VALIDATION = {
  enabled: true,
  referenceLinks: { enabled: 'warning' },
  fragmentLinks: { enabled: 'warning' },
  fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
  unusedLinkDefinitions: { enabled: 'hint' },
  duplicateLinkDefinitions: { enabled: 'warning' },
  ignoredLinks: [],
};

function repeated(octets: number, head: string, piece: (index: number) => string, tail: string): string {
  const pieces: string[] = [];
  let size = head.length + tail.length;
  for (let index = 0; size < octets; index++) {
    const next = piece(index);
    pieces.push(next);
    size += Buffer.byteLength(next);
  }
  return `${head}${pieces.join('')}${tail}`;
}

/**
 * The language servers that VS Code itself brings.
 * @param root the project's folder.
 */
export function peerServers(root: string): readonly PeerServer[] {
  const file = (name: string): string => path.join(root, 'node_modules/vscode-langservers-extracted/bin', `vscode-${name}-language-server`);
  return [
    {
      name: 'JSON',
      languageId: 'json',
      start: {
        file: file('json'),
        pull: true,
        initializationOptions: { provideFormatter: true },
        settings: { json: { validate: { enable: true } } },
      },
      document: (octets) => repeated(octets, '[\n', (index) => `  { "编号": ${index}, "内容": "${PROSE}" },\n`, '  {}\n]\n'),
    },
    {
      name: 'Markdown',
      languageId: 'markdown',
      start: {
        file: file('markdown'),
        pull: true,
        initializationOptions: { markdownFileExtensions: ['md'] },
        settings: { markdown: { validate: MARKDOWN_VALIDATION } },
        answers: markdownAnswers(root),
      },
      document: (octets) => repeated(octets, '# 报告\n\n', (index) => `## 第${index}项\n\n${PROSE}[一](#第${index}项)\n\n`, ''),
    },
    {
      name: 'HTML',
      languageId: 'html',
      start: {
        file: file('html'),
        pull: true,
        initializationOptions: { embeddedLanguages: { css: true, javascript: true } },
        settings: { html: { validate: { scripts: true, styles: true } } },
      },
      document: (octets) =>
        repeated(octets, '<!doctype html>\n<html><body>\n', (index) => `<p id="p${index}">${PROSE}</p>\n`, '</body></html>\n'),
    },
    {
      name: 'CSS',
      languageId: 'css',
      start: { file: file('css'), pull: true, settings: { css: { validate: true, lint: {} } } },
      document: (octets) => repeated(octets, '', (index) => `.rule-${index} { color: #102030; margin: 1px; content: "内容"; }\n`, ''),
    },
  ];
}

/** What the Markdown server asks of its client: it does not parse itself. */
function markdownAnswers(root: string): NonNullable<ServerStart['answers']> {
  const require = createRequire(path.join(root, 'package.json'));
  const markdown: { parse(text: string, environment: object): unknown[] } = new (require('markdown-it'))({ html: true });
  return {
    'markdown/parse': (params, textOf) => {
      const { uri, text } = params as { uri: string; text?: string };
      return markdown.parse(text ?? textOf(uri), {});
    },
    'markdown/fs/readFile': () => [],
    'markdown/fs/readDirectory': () => [],
    'markdown/fs/stat': () => null,
    'markdown/fs/watcher/create': () => null,
    'markdown/fs/watcher/delete': () => null,
    'markdown/findMarkdownFilesInWorkspace': () => [],
  };
}
