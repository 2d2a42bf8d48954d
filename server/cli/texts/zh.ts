import type { Origin } from '../../check/project-layer.js';
import { SEVERITIES, type Severity } from '../../rules/rule.js';
import type { WriteProblem } from '../fix-file.js';
import type { Problem, SkipReason } from '../problem.js';
import type { Summary } from '../summary.js';
import type { Stage } from '../timing.js';
import { HELP_ZH } from './help-zh.js';
import type { PaintSeverity, Texts } from './texts.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', information: '信息', hint: '提示' };

const STAGE: Readonly<Record<Stage, string>> = { reading: '读取', parsing: '分析结构', checking: '检查', writing: '输出' };

const ORIGIN: Readonly<Record<Origin['from'], string>> = {
  default: '默认',
  'project-file': '配置文件',
  editor: '编辑器设置',
  'command-line': '命令行 --rule',
};

/** What the command line says, in Chinese. */
export const ZH: Texts = Object.freeze<Texts>({
  error: () => '错误',
  severity: (severity) => SEVERITY[severity],
  year: (year) => `${year}年`,
  colon: () => '：',
  standardInput: () => '标准输入',

  help: (command) => HELP_ZH[command ?? 'all'],
  seeHelp: (command) => `用法见：fazhi-report ${command === undefined ? '' : `${command} `}--help`,
  unknownCommand: (word, near) =>
    near === undefined
      ? `没有“${word}”这个命令；可用的命令：check、new、rule。要检查文件，请用 fazhi-report check ${word}`
      : `没有“${word}”这个命令，是不是 ${near}？`,
  unknownOption: (option, near) => `没有 ${option} 这个选项${near === undefined ? '' : `，是不是 ${near}？`}`,
  laterOption: (option) => `此版本尚不支持 ${option}，请去掉它再运行`,
  laterFormat: (format, available) => `此版本尚不支持 --format ${format}；可用的格式：${available.join('、')}`,
  optionOfOtherCommand: (option, command, commands) => `${command} 命令没有 ${option} 选项，它属于 ${commands.join('、')}`,
  optionTwice: (option) => `${option} 只能给一次`,
  flagWithValue: (option) => `${option} 不带值，请去掉等号和后面的内容`,
  valueMissing: (option) => `${option} 后面缺少值`,
  badValue: (option, value, allowed, near) =>
    `${option} 不能是“${value}”${near === undefined ? '' : `，是不是 ${near}？`}${near === undefined ? '；' : ''}可用的值：${allowed.join('、')}`,
  contradictory: (one, other) => `${one} 和 ${other} 不能同时用，请去掉一个`,
  optionFile: (option, path, why) => `${option} 指定的 ${path} 不能用：${why}`,
  noBaseline: () => '不是基线文件；请用 --write-baseline 重新生成',
  wouldOverwriteReport: (option, path) => `${option} 指向的 ${path} 是一份报告，不会覆盖它；请换一个文件名`,
  optionsExclude: (one, other) => `${one} 和 ${other} 不能同时用：前者改文件，后者只显示改动`,
  badRuleSetting: (setting) => `--rule 的写法是 规则=级别，例如 --rule stale-year=off；现在是“${setting}”`,
  unknownRule: (id, near) => `没有“${id}”这条规则${near === undefined ? '；全部规则见：fazhi-report rule' : `，是不是 ${near}？`}`,
  timing: {
    title: () => '用时明细（毫秒，各线程合计）',
    stage: (stage) => STAGE[stage],
    rules: () => '其中检查，按规则（几条规则共用的准备工作算在先用的一条上）',
  },
  badJobs: (value, most) => `--jobs 应是 1 到 ${most} 的整数，例如 --jobs 2；现在是“${value}”`,
  badExtension: (extension) => `--ext 的写法是扩展名，例如 --ext log,text；现在是“${extension}”`,
  noPaths: () => '请给出要检查的文件或文件夹，例如 fazhi-report check 报告.txt；从标准输入读取用 -',
  stdinNameWithoutStdin: () => '--stdin-filename 只在读标准输入时有用，请在路径处加上 -',
  diffNeedsOutput: (format) => `--diff 占用标准输出，--format ${format} 的结果请用 --output 写到文件`,
  outputIsReport: (path) => `--output 指向的 ${path} 是一份报告，不会覆盖它；请换一个文件名`,
  outputProblem: (path, problem) => `不能写入 ${path}：${writeProblem(problem)}`,

  problem,
  notChecked: (label, cause) => `${label}：${problem(cause)}`,
  notFixed: (label, cause) => `${label}：没有修复，文件未改动：${writeProblem(cause)}`,
  fixesUnstable: (label) => `${label}：修复若干轮后仍未稳定，已停下；请再运行一次，若仍如此请报告此问题`,
  nothingChecked: (filesSeen) =>
    filesSeen === 0
      ? '没有找到可检查的文件（.txt、.md）；其他扩展名请用 --ext 加上，或直接写出文件名'
      : '找到的文件都不是法治政府建设年度报告；若其中有报告，请直接写出它的文件名',
  configProblem: ({ label, severity, message }) => `${label} ${SEVERITY[severity]}：${message}`,
  baselineWritten: (path, count) => `基线已写入 ${path}，记下 ${count} 处；以后加 --baseline ${path} 只报新问题`,
  fileProblem: (path, cause) => `不能写入 ${path}：${writeProblem(cause)}`,
  configOf: (path, file) => `${path}：${file === undefined ? '没有配置文件，全部用默认值' : `由 ${file} 管`}`,
  configOrigin: (from) => ORIGIN[from],
  outputWritten: (path) => `结果已写入 ${path}`,
  progress: (count, total, label) => `正在检查 ${count}/${total} ${label}`,
  counts,
  fixedInFile: (count) => `已修复 ${count} 处`,
  findingsLeft: (count) => `此文件还有 ${count} 处没有列出；用 --output 写到文件或用 --format json 看全部`,
  moreRelated: (count) => `另有 ${count} 处相关`,
  safeFix: (title) => `可自动修复${title === '' ? '' : `：${title}`}`,
  safeFixMark: () => '（可自动修复）',
  choiceFix: (titles) => `可选修复：${titles.join('；')}`,
  summary,
  skipped,
  moreFiles: (count) => `另有 ${count} 个`,
  nextStep: ({ fixable }) => (fixable === 0 ? '' : `下一步：加 --fix 自动修复 ${fixable} 处；加 --diff 先看改动，不改文件`),

  github: {
    related: (line, message) => `第 ${line} 行：${message}`,
    title: () => '法治政府建设报告检查',
    columns: { file: '文件', agency: '单位', year: '年度' },
    all: (count) => `全部错误和警告（${count} 处）`,
    limit: () => '平台对每一步最多标注 10 个错误、10 个警告、10 个通知，其余只列在这里和运行日志里。',
    cut: () => '内容太多，其余见运行日志。',
    notWritten: (variable, detail) => `${variable} 指向的文件不能写入：${detail}`,
  },

  noOperands: (command, operand) => `${command} 命令不需要“${operand}”，请去掉`,
  optionMissing: (option, example) => `缺少 ${option}，例如 ${option} ${example}`,
  badAgency: () => '--agency 应是单位名称，例如 --agency 宁河镇',
  badYear: (value, lowest, highest) => `--year 应是 ${lowest} 到 ${highest} 的四位年份，例如 --year 2025；现在是“${value}”`,
  newProblem: (path, cause) => `没有生成 ${path}：${writeProblem(cause)}`,
  newWritten: (path, blanks) => `已生成 ${path}，有 ${blanks} 处待填`,

  oneRule: (operand) => `一次只能说明一条规则，请去掉“${operand}”`,
  ruleTable: {
    columns: { id: '规则', severity: '级别', fix: '修复', name: '内容' },
    off: '默认关闭',
    fix: { safe: '自动', choice: '可选', none: '—' },
    footer: (count) => `共 ${count} 条规则。说明某一条：fazhi-report rule 规则`,
  },
  rulePage: {
    severity: '级别',
    offByDefault: (severity) => `默认关闭（打开时为${severity}）`,
    finds: '检查',
    why: '理由',
    basis: '依据',
    fix: '修复',
    fixes: { safe: '可自动修复（--fix）', choice: '可在编辑器中选择修复', none: '需要人工修改' },
    bad: '有问题的写法',
    good: '没有问题的写法',
    page: '说明页',
    setting: (id) => `改级别：--rule ${id}=error|warning|information|hint|off`,
  },
});

function counts(sums: Summary['counts'], paint: PaintSeverity): string {
  return SEVERITIES.filter((severity) => sums[severity] > 0)
    .map((severity) => paint(severity, `${sums[severity]} ${SEVERITY[severity]}`))
    .join(' ');
}

function summary(sums: Summary, paint: PaintSeverity): string {
  const found = counts(sums.counts, paint);
  const mend = [
    sums.fixed > 0 ? `已修复 ${sums.fixed} 处` : '',
    sums.fixable > 0 ? `可自动修复 ${sums.fixable} 处` : '',
    sums.choices > 0 ? `可选修复 ${sums.choices} 处` : '',
    sums.inBaseline === undefined || sums.inBaseline === 0 ? '' : `另有 ${sums.inBaseline} 处已在基线中`,
  ].filter((part) => part !== '');
  const seconds = sums.milliseconds < 1000 ? `${sums.milliseconds} 毫秒` : `${(sums.milliseconds / 1000).toFixed(1)} 秒`;
  const result = sums.files === 0 ? '' : `：${found === '' ? '没有发现问题' : found}`;
  return `检查 ${sums.files} 份报告${result}${mend.map((part) => `，${part}`).join('')}，用时 ${seconds}`;
}

function skipped(reason: SkipReason, count: number): string {
  switch (reason) {
    case 'not-a-report':
      return `跳过 ${count} 个文件：不是法治政府建设年度报告`;
    case 'too-large':
      return `跳过 ${count} 个文件：太大`;
    case 'unknown-encoding':
      return `跳过 ${count} 个文件：编码认不出`;
    case 'unreadable':
      return `跳过 ${count} 个文件：读不了`;
  }
}

function problem(cause: Problem): string {
  switch (cause.kind) {
    case 'not-a-report':
      return '不是法治政府建设年度报告；要检查它，请直接写出文件名';
    case 'no-such-path':
      return cause.wildcard ? '没有这个文件；通配符没有展开，请改给文件夹' : '没有这个文件或文件夹，请检查路径';
    case 'foreign-format':
      switch (cause.format) {
        case 'word':
          return 'Word（WPS）文件暂不能直接检查，请另存为纯文本（.txt）后再查';
        case 'pdf':
          return 'PDF 文件不能检查，请把文字另存为纯文本（.txt）后再查';
        case 'rich-text':
          return 'RTF 文件不能检查，请另存为纯文本（.txt）后再查';
        case 'archive':
          return '这是压缩包或办公文档，不是文本；请另存为纯文本（.txt）后再查';
      }
      break;
    case 'too-large': {
      const size = cause.size === undefined ? '' : `（${megabytes(cause.size)} MB）`;
      return `文件太大${size}，上限 ${megabytes(cause.limit)} MB；请确认它是报告，或拆开后再查`;
    }
    case 'binary':
      return '含有空字符，不像文本文件；若确是文本，请用 --encoding 指明编码';
    case 'undecodable':
      return cause.asked === undefined
        ? '认不出编码（不是 UTF-8、GB18030、UTF-16）；请另存为 UTF-8 后再查'
        : `内容不是 ${cause.asked} 编码；去掉 --encoding 可自动识别`;
    case 'damaged':
      return `第 ${cause.line + 1} 行有损坏的 UTF-8 字符；请在编辑器中改正这一行并另存`;
    case 'contradiction':
      return `文件开头标明是 ${cause.found}，与 --encoding ${cause.asked} 不符；去掉 --encoding 可自动识别`;
    case 'not-permitted':
      return '没有读取权限，请检查文件权限';
    case 'broken-link':
      return '链接指向的文件不存在';
    case 'link-loop':
      return '链接循环指向自己';
    case 'not-a-file':
      return '不是普通文件';
    case 'read-error':
      return `读取失败（${cause.detail}）`;
    case 'internal':
      return `检查时程序出错，请报告此问题（${cause.detail}）`;
  }
}

function writeProblem(cause: WriteProblem): string {
  switch (cause.kind) {
    case 'no-round-trip':
      return '文件含有不规范的编码字节，写回会改动别处；请先另存为 UTF-8';
    case 'unencodable':
      return '文件的编码容不下修复后的文字；请先另存为 UTF-8';
    case 'read-only':
      return '没有写入权限或文件只读';
    case 'not-a-file':
      return '不是普通文件';
    case 'no-space':
      return '磁盘已满';
    case 'no-such-folder':
      return '文件夹不存在，请先建好';
    case 'is-folder':
      return '它是文件夹，请给出文件名';
    case 'exists':
      return '文件已存在，不会覆盖；请换一个文件名';
    case 'write-error':
      return `写入失败（${cause.detail}）`;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}
