/** The five sample reports: recognised, checked as on the command line, laid out in the outline. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkOnCommandLine } from './command-line';
import { openAsPerson, openSample, sampleText } from './reports';
import { documentSymbols, ruleOf, sampleNames, waitForDiagnostics, waitForLanguage, writeFile } from './support';

/** Title and sections of each sample, each with what the outline says beside it. */
const OUTLINES: Readonly<Record<string, readonly string[]>> = {
  '000': [
    '宁河镇2024年度法治政府建设情况报告 — 2024年 · 宁河镇',
    '一、上一年度推进法治政府建设的主要举措和成效 — 主要举措和成效',
    '二、上一年度推进法治政府建设存在的不足和原因 — 不足和原因',
    '三、上一年度党政主要责任人履行推进法治建设第一责任人职责，加强法治政府建设有关情况 — 第一责任人职责',
    '四、下一年度推进法治政府建设的主要安排 — 下一年度主要安排',
  ],
  '001': [
    '赵庄镇人民政府关于2024年法治政府建设情况的报告 — 2024年 · 赵庄镇人民政府',
    '一、2024年度落实党政负责人履行推进法治建设第一责任人情况 — 第一责任人职责',
    '二、2024年度推进法治政府建设的主要举措和成效 — 主要举措和成效',
    '三、2024年度推进法治政府建设存在的不足、原因和问题整改情况 — 不足和原因',
    '四、2025年度推进法治政府建设的初步安排 — 下一年度主要安排',
  ],
  '002': [
    '过马营镇 2024 年度法治政府建设工作报告 — 2024年 · 过马营镇',
    '一、2024 年度法治政府建设工作总结 — 主要举措和成效',
    '二、存在的问题和下一步打算 — 不足和原因、下一年度主要安排',
  ],
  '003': [
    '寅阳镇2023 年度法治政府建设情况报告 — 2023年 · 寅阳镇',
    '一、本年度推进法治政府建设的主要举措和成效 — 主要举措和成效',
    '二、主要负责人履行推进法治建设第一责任人职责情况 — 第一责任人职责',
    '三、法治政府建设存在的不足和原因 — 不足和原因',
    '四、下一年度推进法治政府建设的主要安排 — 下一年度主要安排',
  ],
  '004': [
    '尼山镇人民政府关于2024年度法治政府建设的情况报告 — 2024年 · 尼山镇人民政府',
    '一、主要举措和成效 — 主要举措和成效',
    '二、存在不足和原因 — 不足和原因',
    '三、党政主要负责人履行推进法治建设第一责任人职责情况 — 第一责任人职责',
    '2025年工作安排 — 下一年度主要安排',
  ],
};

const SUB_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  '002': [
    '（一）强化组织领导，引领政治建设',
    '（二）深入组织学习，贯彻法治意识',
    '(三) 规范文明执法，确保公平公正',
    '(四) 依法处理纠纷，有效化解矛盾',
    '（五）推动政务公开，自觉接受监督',
    '（四）完善工作机制，强化社会监督',
  ],
};

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

describe('a sample report', () => {
  it('is one of five', async () => {
    assert.deepEqual(
      (await sampleNames()).map((name) => name.slice(0, 3)),
      Object.keys(OUTLINES),
    );
  });

  for (const number of Object.keys(OUTLINES)) {
    it(`${number} opens as plain text and is then recognised`, async () => {
      const uri = await writeFile(`recognised-${number}.txt`, await sampleText(number));
      const languages: string[] = [];
      const subscription = vscode.workspace.onDidOpenTextDocument((document) => {
        if (document.uri.toString() === uri.toString()) languages.push(document.languageId);
      });
      try {
        await openAsPerson(uri);
        await waitForLanguage(uri);
        await waitForDiagnostics(uri);
        assert.deepEqual(languages, ['plaintext', 'fazhi-report']);
      } finally {
        subscription.dispose();
      }
    });

    it(`${number} has the command line's findings`, async () => {
      const { document } = await openSample(number, 'findings');
      const expected = await checkOnCommandLine(document.uri);
      assert.notEqual(expected.diagnostics.length, 0, 'the command line finds nothing');
      const actual = await waitForDiagnostics(document.uri);
      assert.deepEqual(
        actual.map(asOnCommandLine),
        expected.diagnostics.map(({ rule, severity, range, message, related }) => ({
          rule,
          severity,
          range,
          message,
          related: related.map((place) => ({ file: baseName(place.file), message: place.message, range: place.range })),
        })),
      );
    });

    it(`${number} has its title and sections in the outline`, async () => {
      const { document } = await openSample(number, 'outline');
      const symbols = await documentSymbols(document.uri);
      assert.deepEqual(
        symbols.map(({ name, detail }) => `${name} — ${detail}`),
        OUTLINES[number],
      );
      const wanted = SUB_HEADINGS[number];
      if (wanted)
        assert.deepEqual(
          symbols.flatMap(({ children }) => children.map(({ name }) => name)),
          wanted,
        );
    });
  }

  it('names the page of the rule behind each finding', async () => {
    const { document } = await openSample('004', 'pages');
    for (const { code } of await waitForDiagnostics(document.uri)) {
      assert.ok(typeof code === 'object', `the code is no link: ${code}`);
      assert.equal(code.target.path.endsWith(`docs/rules/${code.value}.md`), true, code.target.toString());
    }
  });

  it('in Markdown stays Markdown and is checked', async () => {
    const uri = await writeFile('年度报告.md', `# ${(await sampleText('004')).replace('2025年工作', '## 2025年工作')}`);
    await openAsPerson(uri);
    const diagnostics = await waitForDiagnostics(uri);
    assert.ok(diagnostics.map(ruleOf).includes('date-malformed'), diagnostics.map(ruleOf).join(', '));
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'markdown');
  });
});

function asOnCommandLine(diagnostic: vscode.Diagnostic) {
  return {
    rule: ruleOf(diagnostic),
    severity: SEVERITIES[diagnostic.severity],
    range: plainRange(diagnostic.range),
    message: diagnostic.message,
    related: (diagnostic.relatedInformation ?? []).map(({ location, message }) => ({
      file: baseName(location.uri.path),
      message,
      range: plainRange(location.range),
    })),
  };
}

const plainRange = ({ start, end }: vscode.Range) => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
