/** The two folders of the window and what is written into them. */
import * as vscode from 'vscode';
import { openAsPerson } from '../suite/reports';
import { askProviders, eventually, waitForDiagnostics, waitForLanguage } from '../suite/support';

/** The folders of the window, in its order. Their project files are in folders/, beside this file. */
export const PAST = '历年 报告#1 +';
/** The other one. Both have signs in their names that mean something in a URI. */
export const NOW = '今年（稿）100%&';
/** One of the two. */
export type FolderName = typeof PAST | typeof NOW;

/** A file in one of the folders. @throws when the folder is not open */
export function inFolder(name: FolderName, path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find((one) => one.name === name);
  if (!folder) throw new Error(`${name} is not open; open: ${vscode.workspace.workspaceFolders?.map((one) => one.name).join(', ')}`);
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file on disk; it is not opened. */
export async function write(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Writes a report, opens it as a person does, and waits until it is recognised and checked. */
export async function openReportAt(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  await write(uri, text);
  await openAsPerson(uri);
  await waitForDiagnostics((await waitForLanguage(uri)).uri);
  return waitForLanguage(uri);
}

/**
 * A report whose last heading has no number, and whose date is none.
 * @param town empty: the text does not say whose report it is
 */
export const reportOf = (town: string, year: number): string => `${town}${year}年法治政府建设情况报告

${year}年，我镇深入学习贯彻习近平法治思想，现将${year}年法治政府建设情况报告如下：
一、${year}年推进法治政府建设的主要举措和成效
全年召开专题会议4次，听取工作汇报2次。
二、${year}年推进法治政府建设存在的不足和原因
执法力量不足，原因是编制较少。
三、${year}年党政主要负责人履行推进法治建设第一责任人职责情况
镇党委书记主持召开会议3次，带头学法4次。
${year + 1}年推进法治政府建设的主要安排
继续加强执法队伍建设，举办培训6次。

${town === '' ? '' : `${town}人民政府`}
${year + 1}01
`;

/** What the search over all reports finds, once there are so many or nothing comes any more. */
export const symbolsFound = (query: string, count: number): Promise<vscode.SymbolInformation[]> =>
  eventually(
    async () => (await askProviders<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query)) ?? [],
    (symbols) => symbols.length >= count,
  );

/** The link from a report to last year's; undefined where none comes. */
export async function linkToLastYear(uri: vscode.Uri): Promise<vscode.DocumentLink | undefined> {
  const isToLastYear = ({ tooltip = '' }: vscode.DocumentLink) => tooltip.includes('上一年度报告');
  const links = await eventually(
    async () => (await askProviders<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri)) ?? [],
    (all) => all.some(isToLastYear),
  );
  return links.find(isToLastYear);
}
