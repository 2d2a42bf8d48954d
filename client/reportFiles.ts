import { type CancellationToken, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  LIST_FILES_REQUEST,
  type ListFilesParams,
  type ListFilesResult,
  READ_REPORTS_REQUEST,
  type ReadReportsParams,
  type ReadReportsResult,
} from '../server/protocol/messages/report-files.js';
import { reportText } from '../server/report/report-bytes.js';
import { LARGEST_REPORT_BYTES } from '../server/report/report-size.js';
import { textFilesIn } from './textFiles.js';
import { isUserFile } from './userFiles.js';

/** Answers the server's questions for reports that are not open, in whatever file system they lie. */
export function answerReportFiles(client: BaseLanguageClient): void {
  client.onRequest<ListFilesResult, void>(LIST_FILES_REQUEST, listFiles);
  client.onRequest<ReadReportsResult, void>(READ_REPORTS_REQUEST, readReports);
}

async function listFiles({ folder, limit }: ListFilesParams, token: CancellationToken): Promise<ListFilesResult> {
  const folders = folder === undefined ? (workspace.workspaceFolders ?? []).map(({ uri }) => uri) : [Uri.parse(folder)];
  const found = await textFilesIn(folders.filter(isUserFile), limit, token);
  return { uris: found.map((uri) => uri.toString()) };
}

async function readReports({ uris }: ReadReportsParams, token: CancellationToken): Promise<ReadReportsResult> {
  return { texts: await Promise.all(uris.map((uri) => (token.isCancellationRequested ? null : readReport(uri)))) };
}

async function readReport(address: string): Promise<string | null> {
  try {
    const uri = Uri.parse(address, true);
    const { size } = await workspace.fs.stat(uri);
    return size > LARGEST_REPORT_BYTES ? null : (reportText(await workspace.fs.readFile(uri)) ?? null);
  } catch {
    return null;
  }
}
