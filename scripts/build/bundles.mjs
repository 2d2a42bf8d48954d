/** Which bundles there are, and which of them are loaded late. */

/** Code that the command line alone must do without. */
const LANGUAGE_SERVER = [
  'node_modules/vscode-languageserver/',
  'node_modules/vscode-languageserver-protocol/',
  'node_modules/vscode-jsonrpc/',
  'node_modules/vscode-languageclient/',
];

/** The client recognises a report; it does not understand one. */
const SERVER_PROPER = ['check', 'rules', 'language', 'folder', 'protocol', 'cli'].map((folder) => `server/${folder}/`);
const NOT_THE_CLIENTS = [...SERVER_PROPER, 'node_modules/vscode-languageserver/'];
const SHARED_WITH_THE_CLIENT = ['server/protocol/messages.ts', 'server/protocol/messages/'];

/**
 * What a program loads late, as a bundle of its own, by the ending of the `import()` that asks for it.
 * `compiled`: with the code that an earlier run compiled, see server/bundle; `kept`: and what this run compiles is kept;
 * `shared`: libraries that it gets from the program, which has them anyway.
 *
 * @type {ReadonlyArray<{path: string, bundle: string, compiled?: true, kept?: true, shared?: string[]}>}
 */
export const LOADED_LATER = [
  // The library that speaks to the server is large, and needed with the first report only.
  { path: './languageClient.node.js', bundle: 'languageClient.js' },
  // Panels, views and commands come with the first report, or when they are asked for.
  { path: './reportFeatures.js', bundle: 'reportFeatures.js' },
  // --version, --help and complaints come without the rules.
  { path: './check-command.js', bundle: 'cliCommands.js', compiled: true, kept: true },
  { path: './helper-thread.js', bundle: 'cliCommands.js', compiled: true },
  { path: './new-command.js', bundle: 'cliCommands.js', compiled: true },
  { path: './rule-command.js', bundle: 'cliCommands.js', compiled: true },
  // `initialize` is answered without the rules. One library speaks for both bundles: its errors know their class.
  { path: './server.js', bundle: 'serverProper.js', compiled: true, shared: ['vscode-languageserver', 'vscode-languageserver/node'] },
  // Tables for those who write GB18030.
  { path: 'iconv-lite', bundle: 'iconv.js' },
];

/**
 * @typedef {object} Bundle
 * @property {string} entry
 * @property {string} outfile
 * @property {string} purpose for docs/packaging.md
 * @property {'node' | 'browser' | 'neutral'} platform `neutral`: the same bytes serve in both
 * @property {boolean} [program] started by hand: gets a #! line and the right to be executed
 * @property {boolean} [script] run by a browser itself, as a worker or in a page, where there is no `exports`
 * @property {boolean} [late] loaded by a program as a part of it: built before the programs, and all ASCII, which is read fastest
 * @property {string[]} [external]
 * @property {string[]} [never] folders and files that must not be in the bundle …
 * @property {string[]} [except] … but for these
 * @property {string[]} [hollow] endings of files that it imports and has no use for: they are empty in it
 */

/** @type {readonly Bundle[]} */
export const BUNDLES = [
  {
    entry: 'client/extension.ts',
    outfile: 'dist/client.js',
    purpose: '扩展在桌面、远程的入口：认出报告，其余用到才读',
    platform: 'node',
    external: ['vscode'],
    never: ['node_modules/', ...NOT_THE_CLIENTS],
    except: SHARED_WITH_THE_CLIENT,
  },
  {
    entry: 'client/languageClient.node.ts',
    outfile: 'dist/languageClient.js',
    purpose: '扩展：和语言服务器对话的库，第一份报告打开时读',
    platform: 'node',
    external: ['vscode'],
    never: NOT_THE_CLIENTS,
    except: SHARED_WITH_THE_CLIENT,
  },
  {
    entry: 'client/reportFeatures.ts',
    outfile: 'dist/reportFeatures.js',
    purpose: '扩展：面板、视图和命令，用到才读（桌面和浏览器共用）',
    platform: 'neutral',
    external: ['vscode'],
    never: ['node_modules/', ...NOT_THE_CLIENTS],
    except: SHARED_WITH_THE_CLIENT,
  },
  {
    // What it loads later it reads itself: see client/loadPart.web.ts.
    entry: 'client/extension.web.ts',
    outfile: 'dist/client.web.js',
    purpose: '扩展在浏览器里的入口：认出报告，其余用到才读',
    platform: 'browser',
    external: ['vscode'],
    never: ['node_modules/', ...NOT_THE_CLIENTS],
    except: SHARED_WITH_THE_CLIENT,
  },
  {
    entry: 'client/languageClient.web.ts',
    outfile: 'dist/languageClient.web.js',
    purpose: '扩展：浏览器里和语言服务器对话的库，第一份报告打开时读',
    platform: 'browser',
    external: ['vscode'],
    never: NOT_THE_CLIENTS,
    except: SHARED_WITH_THE_CLIENT,
  },
  {
    entry: 'client/figures/webview/main.ts',
    outfile: 'dist/figuresPanel.js',
    purpose: '扩展：数据表的页面',
    platform: 'browser',
    script: true,
    // What it shows it is told.
    never: ['node_modules/', 'server/'],
  },
  {
    entry: 'client/figures/webview/figures.css',
    outfile: 'dist/figuresPanel.css',
    purpose: '扩展：数据表的样式',
    platform: 'browser',
  },
  {
    entry: 'server/protocol/node.ts',
    outfile: 'dist/server.js',
    purpose: '语言服务器在 Node 里的入口（扩展、npm 包都有）',
    platform: 'node',
    program: true,
    // What answers `initialize` is there before the rules are.
    never: ['client/', 'server/cli/', 'server/check/', 'server/rules/', 'server/report/'],
  },
  {
    entry: 'server/protocol/server.ts',
    outfile: 'dist/serverProper.js',
    purpose: '语言服务器：规则和各项功能（扩展、npm 包都有）',
    platform: 'node',
    late: true,
    external: ['vscode-languageserver', 'vscode-languageserver/node'],
    never: ['client/', 'server/cli/', 'node_modules/vscode-languageserver/', 'node_modules/vscode-jsonrpc/'],
  },
  {
    entry: 'server/protocol/worker.ts',
    outfile: 'dist/server.web.js',
    purpose: '扩展：浏览器里的语言服务器，一个文件',
    platform: 'browser',
    script: true,
    never: ['client/', 'server/cli/'],
  },
  {
    entry: 'server/cli/main.ts',
    outfile: 'dist/cli.js',
    purpose: 'npm 包：命令行的入口',
    platform: 'node',
    program: true,
    never: ['client/', 'server/report/', 'server/knowledge/', ...LANGUAGE_SERVER],
  },
  {
    entry: 'server/cli/helper-main.ts',
    outfile: 'dist/cliHelper.js',
    purpose: 'npm 包：命令行的工作线程',
    platform: 'node',
    never: ['client/', 'server/report/', 'server/knowledge/', ...LANGUAGE_SERVER],
  },
  {
    entry: 'server/cli/commands.ts',
    outfile: 'dist/cliCommands.js',
    purpose: 'npm 包：命令行的规则和命令',
    platform: 'node',
    late: true,
    never: ['client/', 'node_modules/iconv-lite/', ...LANGUAGE_SERVER],
  },
  {
    entry: 'node_modules/iconv-lite/lib/index.js',
    outfile: 'dist/iconv.js',
    purpose: 'npm 包：写回 GB18030 的码表，用到才读',
    platform: 'node',
    late: true,
    // GB18030 is all that is asked of it.
    hollow: [
      ...['shiftjis', 'eucjp', 'cp949', 'cp950', 'big5-added'].map((table) => `/tables/${table}.json`),
      '/encodings/sbcs-data.js',
      '/encodings/sbcs-data-generated.js',
    ],
  },
];
