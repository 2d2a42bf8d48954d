/** The package is installed, starts when a report is opened, and says something about it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, installedExtensions, openFile, sampleNames, waitForDiagnostics, waitForLanguage, waitUntil } from './support';
import { hasWindow, takeScreenshot } from './window';

describe('installed package', () => {
  it('is installed from its .vsix, not run from the sources', () => {
    const { extensionUri } = extension();
    const isInstalled = extensionUri.scheme === 'file' ? /[\\/]fazhi-report\.fazhi-report-\d/ : /\/static\/extensions\/\d$/;
    assert.match(extensionUri.path, isInstalled, installedExtensions().join(', '));
    assert.equal(extension().packageJSON.publisher, 'fazhi-report');
  });

  it('recognises a sample as a report and checks it', async () => {
    const [sample] = await sampleNames();
    assert.ok(sample, 'seeds/ has no sample');
    const { document } = await openFile(sample);
    const { languageId } = await waitForLanguage(document.uri);
    assert.equal(languageId, 'fazhi-report');
    const [first] = await waitForDiagnostics(document.uri);
    assert.equal(first?.source, '法治报告');
  });

  it('is active once a report is open', async () => {
    const [sample] = await sampleNames();
    await openFile(sample as string);
    await waitUntil('the extension to be active', vscode.extensions.onDidChange, () => extension().isActive || undefined);
  });

  it('can have its window pictured', async function () {
    if (!hasWindow()) this.skip();
    const [sample] = await sampleNames();
    await waitForDiagnostics((await openFile(sample as string)).document.uri);
    assert.match((await takeScreenshot('smoke')) ?? '', /smoke\.png$/);
  });
});
