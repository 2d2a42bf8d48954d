/** Commands of the extension, as `package.json` contributes them. */
export const COMMANDS = {
  checkAsReport: 'fazhiReport.checkAsReport',
  stopChecking: 'fazhiReport.stopChecking',
  fixAll: 'fazhiReport.fixAll',
  restartServer: 'fazhiReport.restartServer',
  showLog: 'fazhiReport.showLog',
} as const;

/** Name of a command. */
export type CommandName = keyof typeof COMMANDS;
