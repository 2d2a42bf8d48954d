/** How a client reaches the server. */
export type Transport =
  | { readonly kind: 'stdio' }
  | { readonly kind: 'node-ipc' }
  | { readonly kind: 'pipe' }
  | { readonly kind: 'socket'; readonly port: number };

/** What the command line asks for. */
export type ParsedArguments =
  | Transport
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'error'; readonly message: string };

/** What to do where no transport is named. */
export const NO_TRANSPORT = '请用 --stdio、--node-ipc 或 --socket=端口 之一指定通信方式；--help 查看说明。';

/** Text of `--help`. */
export const HELP = `fazhi-report-language-server：法治政府建设年度报告检查，语言服务器（LSP）

用法：
  fazhi-report-language-server --stdio          标准输入输出，适合大多数编辑器
  fazhi-report-language-server --node-ipc       Node 进程间通信，由编辑器启动
  fazhi-report-language-server --socket=端口    连接本机的这个端口
  fazhi-report-language-server --version        版本
  fazhi-report-language-server --help           本说明

语言标识为 fazhi-report 的文件一律检查；其他文本文件只在内容是法治政府建设年度报告时检查。
设置（初始化选项或 workspace/configuration 的 fazhiReport）：
  locale   zh-CN（默认）或 en
  rules    规则名到级别：error、warning、information、hint、off
`;

/** Reads the command line. Arguments that clients add on their own (--clientProcessId=…) are left alone. */
export function parseArguments(args: readonly string[]): ParsedArguments {
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help' };
  if (args.includes('--version') || args.includes('-v')) return { kind: 'version' };
  for (const [index, arg] of args.entries()) {
    if (arg === '--stdio') return { kind: 'stdio' };
    if (arg === '--node-ipc') return { kind: 'node-ipc' };
    if (arg === '--pipe' || arg.startsWith('--pipe=')) return { kind: 'pipe' };
    if (arg === '--socket') return socket(args[index + 1] ?? '');
    if (arg.startsWith('--socket=')) return socket(arg.slice('--socket='.length));
  }
  return { kind: 'error', message: `没有指定通信方式。${NO_TRANSPORT}` };
}

function socket(value: string): ParsedArguments {
  const port = /^\d+$/.test(value) ? Number(value) : 0;
  if (port >= 1 && port <= 65_535) return { kind: 'socket', port };
  return { kind: 'error', message: `--socket 的端口“${value}”无效，应当是 1 到 65535 的整数。` };
}
