/** Commands of the extension, as `package.json` contributes them. */
export const COMMANDS = {
  checkAsReport: 'fazhiReport.checkAsReport',
  stopChecking: 'fazhiReport.stopChecking',
  fixAll: 'fazhiReport.fixAll',
  restartServer: 'fazhiReport.restartServer',
  showLog: 'fazhiReport.showLog',
  newReport: 'fazhiReport.newReport',
  startNextYear: 'fazhiReport.startNextYear',
  tidy: 'fazhiReport.tidy',
  applyTidy: 'fazhiReport.applyTidy',
  cancelTidy: 'fazhiReport.cancelTidy',
  renumberHeadings: 'fazhiReport.renumberHeadings',
  copyNote: 'fazhiReport.copyNote',
  openRulePage: 'fazhiReport.openRulePage',
  showFigures: 'fazhiReport.showFigures',
  insertSection: 'fazhiReport.insertSection',
  fixFinding: 'fazhiReport.fixFinding',
  showPlace: 'fazhiReport.showPlace',
} as const;

/** Name of a command. */
export type CommandName = keyof typeof COMMANDS;
