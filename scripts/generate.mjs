/**
 * Program: writes what follows from the rules and from measured figures, so that it never has to be written twice.
 *
 *   node scripts/generate.mjs            writes
 *   node scripts/generate.mjs --check    writes nothing; exits 1 and names the files that differ
 *
 * Made from test/bench/figures.json: the tables of figures in docs/speed.md and README.md.
 * Made from test/package/sizes.json: the tables of sizes in docs/packaging.md and README.md.
 * Made from what esbuild bundles: THIRD-PARTY-NOTICES.md.
 * Made from server/rules: the head of every page in docs/rules (all above its hand-written part), the index of the
 * pages, the table of rules in README.md, the settings of `fazhiReport.rules` in package.json, and the schema of
 * `.fazhi-report.json`.
 * Made from server/rules, too: the triggers of the catalogue (server/check/catalogue-triggers.ts).
 * Made from server/knowledge: the tables by character of `typo` (server/rules/typo-tables.ts).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BUNDLES } from './build/bundles.mjs';
import { load } from './load-module.mjs';
import { thirdPartyNotices } from './package/notices.mjs';
import { projectSchema } from './project-schema.mjs';
import { typoTables } from './typo-tables.mjs';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
/** Said where no clause is known: none is made up. */
const NO_BASIS = '没有专门的条文，依据已公开报告的通行写法和常见差错';
const END_OF_HEAD = '<!-- 以上由 npm run generate 生成，以下手写 -->';
const SEVERITY = { error: '错误', warning: '警告', information: '信息', hint: '提示' };
const FIXABLE = { safe: '可自动修复', choice: '可选修复', none: '无' };
const GROUP = {
  structure: '结构',
  headings: '标题与序号',
  years: '年份与日期',
  figures: '数据',
  terms: '用语与名称',
  punctuation: '标点与版式',
  residue: '残留与抄改',
};

/** @param {import('../server/rules/rule.js').Rule} rule */
function severityText(rule) {
  return rule.offByDefault ? `关闭（打开后为${SEVERITY[rule.severity]}）` : SEVERITY[rule.severity];
}

/** @param {import('../server/rules/rule.js').RuleExample} example */
function exampleBlock({ parts, note }) {
  const texts = Object.entries(parts).map(([part, text]) => (text === null ? `（没有${PART[part]}）` : text));
  const remark = note === undefined ? '' : `${note['zh-CN']}\n\n`;
  return `${remark}\`\`\`text\n${texts.join('\n……\n')}\n\`\`\`\n`;
}

/** @type {Record<string, string>} */
const PART = {
  title: '标题',
  opening: '开头',
  measures: '“主要举措和成效”部分',
  shortcomings: '“不足和原因”部分',
  duties: '“第一责任人职责”部分',
  plan: '“下一年度主要安排”部分',
  signOff: '落款',
};

/** @param {import('../server/rules/rule.js').Rule} rule */
function pageHead(rule) {
  const { id, name, finds, why, basis, examples, group, fixable } = rule;
  const blocks = [
    `# ${name['zh-CN']}（${id}）`,
    `| 默认级别 | 修复 | 类别 | English |\n| --- | --- | --- | --- |\n| ${severityText(rule)} | ${FIXABLE[fixable]} | ${GROUP[group]} | ${name.en} |`,
    `**查什么**　${finds['zh-CN']}`,
    `**为什么**　${why['zh-CN']}`,
    `**依据**　${basis?.['zh-CN'] ?? NO_BASIS}`,
    `> ${finds.en} ${why.en}`,
    ...(examples.bad.length === 0 ? [] : ['## 会报的例子', ...examples.bad.map(exampleBlock)]),
    ...(examples.good.some(({ parts }) => Object.keys(parts).length > 0)
      ? ['## 不会报的例子', ...examples.good.filter(({ parts }) => Object.keys(parts).length > 0).map(exampleBlock)]
      : []),
    END_OF_HEAD,
  ];
  return `${blocks.map((block) => block.trimEnd()).join('\n\n')}\n`;
}

/**
 * A page with its head renewed and its hand-written part kept.
 * @param {import('../server/rules/rule.js').Rule} rule
 */
function page(rule) {
  const file = join(PROJECT, 'docs/rules', `${rule.id}.md`);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const at = old.indexOf(END_OF_HEAD);
  const prose = at < 0 ? '\n' : old.slice(at + END_OF_HEAD.length + 1);
  return pageHead(rule) + prose;
}

/**
 * @param {readonly import('../server/rules/rule.js').Rule[]} rules
 * @param {string} folder from the file that holds the table to the pages
 */
function table(rules, folder) {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${folder}${rule.id}.md) | ${rule.name['zh-CN']} | ${severityText(rule)} | ${FIXABLE[rule.fixable]} |`,
  );
  return ['| 规则 | 名称 | 默认级别 | 修复 |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/**
 * A text with the part between two marks renewed.
 * @param {string} text
 * @param {string} name
 * @param {string} content
 */
function between(text, name, content) {
  const begin = `<!-- ${name}：由 npm run generate 生成 -->`;
  const end = `<!-- ${name}：完 -->`;
  const start = text.indexOf(begin);
  const stop = text.indexOf(end);
  if (start < 0 || stop < start) throw new Error(`缺少标记 ${begin} … ${end}（the marks are missing）`);
  return `${text.slice(0, start + begin.length)}\n${content}\n${text.slice(stop)}`;
}

/** @param {readonly import('../server/rules/rule.js').Rule[]} rules */
function manifest(rules) {
  const file = join(PROJECT, 'package.json');
  const json = JSON.parse(readFileSync(file, 'utf8'));
  json.contributes.configuration.properties['fazhiReport.rules'].properties = Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      {
        type: 'string',
        enum: ['error', 'warning', 'information', 'hint', 'off'],
        default: rule.offByDefault ? 'off' : rule.severity,
        description: `${rule.name['zh-CN']}：${rule.finds['zh-CN']}`,
      },
    ]),
  );
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** @param {string} file */
const read = (file) => readFileSync(join(PROJECT, file), 'utf8');

/** @param {readonly import('../server/rules/rule.js').Rule[]} rules */
function readme(rules) {
  /** @type {typeof import('../test/bench/speed-page.js')} */
  const { speedSummary } = load('test/bench/speed-page.ts');
  /** @type {typeof import('../test/package/sizes.js')} */
  const { packageTable } = load('test/package/sizes.ts');
  const withRules = between(read('README.md'), '规则表', table(rules, 'docs/rules/'));
  const withSpeed = between(withRules, '速度', speedSummary(JSON.parse(read('test/bench/figures.json'))));
  return between(withSpeed, '大小', packageTable(JSON.parse(read('test/package/sizes.json'))));
}

function packagingPage() {
  /** @type {typeof import('../test/package/sizes.js')} */
  const { bundleTable, packageTable } = load('test/package/sizes.ts');
  const sizes = JSON.parse(read('test/package/sizes.json'));
  const purposes = Object.fromEntries(BUNDLES.map(({ outfile, purpose }) => [basename(outfile), purpose]));
  return between(between(read('docs/packaging.md'), '大小', packageTable(sizes)), '程序文件', bundleTable(sizes, purposes));
}

/** @returns {import('./typo-tables.mjs').Sources} */
function typoSources() {
  const { GENRE_WORDS, GENRE_PHRASES } = load('server/knowledge/genre-words.ts');
  const { AT_WORD_END, AT_WORD_START } = load('server/knowledge/word-borders.ts');
  return {
    genreWords: GENRE_WORDS,
    genrePhrases: GENRE_PHRASES,
    commonWords: load('server/knowledge/common-words.ts').COMMON_WORDS,
    exceptions: load('server/knowledge/typo-exceptions.ts').TYPO_EXCEPTIONS,
    charactersBySound: load('server/knowledge/characters-by-sound.ts').CHARACTERS_BY_SOUND,
    lookAlikePairs: load('server/knowledge/look-alike-characters.ts').LOOK_ALIKE_PAIRS,
    atWordEnd: AT_WORD_END,
    atWordStart: AT_WORD_START,
  };
}

/**
 * Characters beyond letters and digits are escaped: blanks and controls cannot be told apart.
 * @param {readonly import('../server/rules/rule.js').Rule[]} rules
 */
function catalogueTriggers(rules) {
  /** @type {typeof import('../server/check/packed-triggers.js')} */
  const { packTriggers } = load('server/check/packed-triggers.ts');
  const escaped = packTriggers(rules).replace(
    /[^\p{L}\p{N}|^。，、；：？！（）《》]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `// Generated from server/rules (npm run generate), do not edit.\n\n/** The triggers of the catalogue, packed (see \`packed-triggers.ts\`): the first check need not ask the tables. */\nexport const CATALOGUE_TRIGGERS =\n  '${escaped}';\n`;
}

async function main() {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  // First, because the rules are loaded with it.
  const stale = renew([['server/rules/typo-tables.ts', typoTables(typoSources())]], values.check === true);
  /** @type {import('../server/rules/rule.js').Rule[]} */
  const rules = load('server/rules/index.ts').RULES;
  /** @type {typeof import('../test/bench/speed-page.js')} */
  const { speedTable } = load('test/bench/speed-page.ts');
  /** @type {[string, string][]} */
  const outputs = [
    ...rules.map((rule) => /** @type {[string, string]} */ ([`docs/rules/${rule.id}.md`, page(rule)])),
    ['docs/rules/README.md', `# 规则\n\n${table(rules, '')}\n`],
    ['README.md', readme(rules)],
    ['docs/speed.md', between(read('docs/speed.md'), '数字', speedTable(JSON.parse(read('test/bench/figures.json'))))],
    ['docs/packaging.md', packagingPage()],
    ['THIRD-PARTY-NOTICES.md', await thirdPartyNotices()],
    ['package.json', manifest(rules)],
    ['server/check/catalogue-triggers.ts', catalogueTriggers(rules)],
    ['schemas/project.schema.json', `${JSON.stringify(projectSchema(rules), null, 2)}\n`],
  ];
  stale.push(...renew(outputs, values.check === true));
  if (values.check) {
    const unwritten = rules.filter((rule) => page(rule).split(END_OF_HEAD)[1]?.trim() === '');
    for (const file of stale) process.stderr.write(`${file} 与来源不一致，请运行 npm run generate（differs from its sources）\n`);
    for (const { id } of unwritten) process.stderr.write(`docs/rules/${id}.md 没有手写部分（has no hand-written part）\n`);
    process.exitCode = stale.length + unwritten.length > 0 ? 1 : 0;
    return;
  }
  for (const file of stale) process.stdout.write(`${file}\n`);
}

/**
 * Writes the files that differ, unless they are only compared.
 * @param {readonly (readonly [file: string, content: string])[]} outputs
 * @param {boolean} onlyCompare
 * @returns {string[]} the files that differed
 */
function renew(outputs, onlyCompare) {
  const stale = outputs.filter(
    ([file, content]) => !existsSync(join(PROJECT, file)) || readFileSync(join(PROJECT, file), 'utf8') !== content,
  );
  if (!onlyCompare) for (const [file, content] of stale) writeFileSync(join(PROJECT, file), content);
  return stale.map(([file]) => file);
}

await main();
