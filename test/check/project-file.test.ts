import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, follow, foldersUpward, isRelativePath, relativeTo } from '../../server/check/addresses.js';
import { applyEdits } from '../../server/check/fix.js';
import { addEntry, removeEntryAt } from '../../server/check/project-edits.js';
import { RULE_SETTINGS } from '../../server/check/configuration.js';
import { PROJECT_KEYS, readProjectFile } from '../../server/check/project-file.js';
import { AGENCY_KINDS } from '../../server/report/agency.js';
import { type FileText, type LoadedProject, loadProject, type LoadOptions } from '../../server/check/project-loading.js';
import { resolveConfiguration } from '../../server/check/resolve.js';
import { parseReport } from '../../server/report/parse-report.js';
import { exampleReport } from '../../server/rules/example-report.js';
import { RULES } from '../../server/rules/index.js';
import { SourceText } from '../../server/text/source-text.js';
import { ROOT } from '../support/files.js';

const FILE = '/县/镇/.fazhi-report.json';

/** Problems as `code@marked text`. */
function problems(text: string): string[] {
  return readProjectFile(text, FILE).problems.map(({ code, span }) => `${code}@${text.slice(span.start, span.end)}`);
}

/** Loads a project out of some files. */
function load(files: Readonly<Record<string, string>>, options: LoadOptions = { roots: ['/县'] }, file = FILE): LoadedProject {
  const read = (address: string): FileText => {
    const text = files[address];
    return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
  };
  const loading = loadProject(file, options);
  let step = loading.next();
  while (step.done !== true) step = loading.next(read(step.value));
  return step.value;
}

const FULL = {
  $schema: 'x',
  extends: '../county.json',
  rules: { 'section-order': 'hint', placeholder: 'off' },
  agency: { name: '宁河镇', kind: 'town', superiors: ['宁河县'], neighbours: ['云桥镇'] },
  terms: { documents: [{ name: '《某纲要》', period: '2021—2025年', number: '某发〔2021〕3号' }], typos: { 坚特: '坚持' }, allow: ['OA'] },
  sections: { measures: { headings: ['工作亮点'] } },
  ignore: [{ rule: 'placeholder', text: '××', reason: '', file: './a.txt' }],
  files: { include: ['**/*.txt'], exclude: ['范文/**'], previousYear: '../2023' },
};

describe('a project file', () => {
  it('says everything that the contract lists', () => {
    const { layer, problems: wrong, parsed } = readProjectFile(JSON.stringify(FULL), FILE);
    expect(wrong).toEqual([]);
    expect(parsed).toBe(true);
    const { forFile } = resolveConfiguration({ project: layer });
    const { rules, project, ignore } = forFile('/县/镇/a.txt');
    expect([...rules]).toEqual(Object.entries(FULL.rules));
    expect(project.agency).toEqual(FULL.agency);
    expect(project.terms.documents).toEqual([{ name: '某纲要', period: '2021—2025年', number: '某发〔2021〕3号' }]);
    expect(project.terms.typos).toEqual(new Map([['坚特', '坚持']]));
    expect(project.headings).toEqual({ measures: ['工作亮点'] });
    expect(ignore).toEqual([{ rule: 'placeholder', text: '××', reason: '', file: 'a.txt' }]);
    expect(forFile('/县/镇/b.txt').ignore).toEqual([]);
    expect(forFile('/县/镇/a.txt')).toBe(forFile('/县/镇/a.txt'));
    expect(layer.files.previousYear?.value).toBe('../2023');
  });

  it.each([
    ['{ "rules": }', 'config-syntax@}'],
    ['', 'config-syntax@'],
    ['{“rules”: {}}', 'config-syntax@“rules”'],
    ['[]', 'config-bad-value@[]'],
    ['{ "rulse": {} }', 'config-unknown-key@"rulse"'],
    ['{ "agency": { "nmae": "x" } }', 'config-unknown-key@"nmae"'],
    ['{ "rules": { "placeholdr": "off" } }', 'config-unknown-rule@"placeholdr"'],
    ['{ "rules": { "placeholder": "warn" } }', 'config-bad-value@"warn"'],
    ['{ "rules": { "placeholder": 3 } }', 'config-bad-value@3'],
    ['{ "rules": [] }', 'config-bad-value@[]'],
    ['{ "agency": { "kind": "镇" } }', 'config-bad-value@"镇"'],
    ['{ "agency": { "superiors": "宁河县" } }', 'config-bad-value@"宁河县"'],
    ['{ "terms": { "allow": [1] } }', 'config-bad-value@1'],
    ['{ "terms": { "typos": { "对": "对" } } }', 'config-bad-value@"对"'],
    ['{ "terms": { "documents": [ {} ] } }', 'config-bad-value@{'],
    ['{ "ignore": [ { "text": "x" } ] }', 'config-incomplete-ignore@{'],
    ['{ "ignore": [ { "rule": "placeholder", "text": " " } ] }', 'config-bad-value@" "'],
    ['{ "ignore": [ { "rule": "placeholder", "text": "x", "file": "/etc/x" } ] }', 'config-bad-value@"/etc/x"'],
    ['{ "extends": "https://example.cn/a.json" }', 'config-extends@"https://example.cn/a.json"'],
    ['{ "extends": "file:///a.json" }', 'config-extends@"file:///a.json"'],
    ['{ "extends": "C:\\\\a.json" }', 'config-extends@"C:\\\\a.json"'],
    ['{ "rules": {}, "rules": {} }', 'config-duplicate-key@"rules"'],
  ])('tells the mistake in %s', (text, expected) => expect(problems(text)).toEqual([expected]));

  it('offers the word that was meant', () => {
    const text = '{ "rules": { "placeholdr": "off" }, "agnecy": {} }';
    const edits = readProjectFile(text, FILE).problems.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    expect(applyEdits(text, edits)).toBe('{ "rules": { "placeholder": "off" }, "agency": {} }');
  });

  it('keeps what is valid beside a mistake', () => {
    const { layer } = readProjectFile('{ "rules": { "nonsense-rule": "off", "placeholder": "hint" }, "agency": 1 }', FILE);
    expect([...layer.rules.keys()]).toEqual(['placeholder']);
  });

  it('may have comments, trailing commas and a byte order mark', () => {
    expect(problems('\ufeff{\n  // 注\n  "rules": { "placeholder": "off", },\n}')).toEqual([]);
  });

  it('never makes the reader fail, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((key) => JSON.stringify({ [key]: 1, ignore: [key], rules: { [key]: key } })),
        ),
        (text) => {
          for (const { span } of readProjectFile(text, FILE).problems) {
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
    expect(problems('['.repeat(200_000))).toHaveLength(1);
    expect(problems('{"__proto__": {"a": 1}}')).toEqual(['config-unknown-key@"__proto__"']);
  });

  it('speaks both languages', () => {
    for (const { message } of readProjectFile('{ "rulse": 1, "rules": { "placeholder": 1 } }', FILE).problems) {
      expect(message['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('extends', () => {
  const county = '{ "rules": { "placeholder": "hint", "stale-year": "off" }, "agency": { "name": "县", "superiors": ["省"] } }';

  it('lays the child above the parent: keys and single values win, lists are added', () => {
    const town = '{ "extends": "../county.json", "rules": { "stale-year": "error" }, "agency": { "name": "镇", "superiors": ["县"] } }';
    const { layer, problems: wrong } = load({ [FILE]: town, '/县/county.json': county });
    expect(wrong).toEqual([]);
    const { project, rules } = resolveConfiguration({ project: layer }).forFile(undefined);
    expect(project.agency).toEqual({ name: '镇', superiors: ['省', '县'], neighbours: [] });
    expect([...rules]).toEqual([
      ['placeholder', 'hint'],
      ['stale-year', 'error'],
    ]);
  });

  it('tells mistakes of the parent in the parent', () => {
    const { problems: wrong } = load({ [FILE]: '{ "extends": "../county.json" }', '/县/county.json': '{ "x": 1 }' });
    expect(wrong).toMatchObject([{ file: '/县/county.json', code: 'config-unknown-key' }]);
  });

  it.each([
    ['a missing file', { [FILE]: '{ "extends": "../none.json" }' }],
    ['a file outside of the workspace', { [FILE]: '{ "extends": "../../other.json" }', '/other.json': '{}' }],
    ['the way above the top', { [FILE]: '{ "extends": "../../../../../x.json" }' }],
    ['a circle', { [FILE]: '{ "extends": "../county.json" }', '/县/county.json': '{ "extends": "./镇/.fazhi-report.json" }' }],
    ['itself', { [FILE]: '{ "extends": ".fazhi-report.json" }' }],
  ])('refuses %s and goes on with the rest', (_, files) => {
    const { problems: wrong, files: read } = load(files);
    expect(wrong.map(({ code }) => code)).toEqual(['config-extends']);
    expect(read.length).toBeGreaterThan(0);
  });

  it('has the last good text of a file that is no JSON at the moment', () => {
    const good = readProjectFile('{ "rules": { "placeholder": "off" } }', FILE);
    const { layer, problems: wrong } = load({ [FILE]: '{ "rules": ' }, { roots: [], lastGood: () => good });
    expect([...layer.rules.keys()]).toEqual(['placeholder']);
    expect(wrong.map(({ code }) => code)).toEqual(['config-syntax']);
  });
});

describe('layers', () => {
  const layer = readProjectFile('{ "rules": { "placeholder": "hint" } }', FILE).layer;
  const origins = (layers: Parameters<typeof resolveConfiguration>[0]): Record<string, string> =>
    Object.fromEntries(
      resolveConfiguration(layers)
        .values.filter(({ key }) => key === 'rules.placeholder' || key === 'rules.stale-year')
        .map(({ key, value, origin }) => [key, `${String(value)} ${origin.from}`]),
    );
  const editor = new Map([['stale-year', 'off'] as const]);

  it('are defaults, project file, editor where no project file governs, command line', () => {
    expect(origins({})).toEqual({ 'rules.placeholder': 'error default', 'rules.stale-year': 'warning default' });
    expect(origins({ editor })).toMatchObject({ 'rules.stale-year': 'off editor' });
    expect(origins({ editor, project: layer })).toEqual({
      'rules.placeholder': 'hint project-file',
      'rules.stale-year': 'warning default',
    });
    expect(origins({ project: layer, commandLine: new Map([['placeholder', 'off'] as const]) })).toMatchObject({
      'rules.placeholder': 'off command-line',
    });
  });

  it('name every rule', () => {
    expect(resolveConfiguration({}).values.map(({ key }) => key)).toEqual(RULES.map(({ id }) => `rules.${id}`));
  });
});

describe('what a project says of its reports', () => {
  const parse = (text: string, project: object) =>
    parseReport(
      new SourceText(text),
      resolveConfiguration({ project: readProjectFile(JSON.stringify(project), FILE).layer }).forFile(undefined).project,
    );

  it('wins over the agency that the text names', () => {
    const { agency } = parse(exampleReport({}), { agency: { name: '宁河县司法局' } });
    expect(agency).toMatchObject({ name: '宁河县司法局', kind: 'department', from: 'title' });
    expect(parse(exampleReport({}), { agency: { kind: 'zone' } }).agency).toMatchObject({ name: '清源镇', kind: 'zone' });
    expect(parse('法治政府建设报告\n', { agency: { name: '宁河镇' } }).agency).toMatchObject({ name: '宁河镇', from: 'project' });
  });

  it('names kinds of sections by its own words', () => {
    const text = exampleReport({})
      .replace('二、存在的不足和原因', '二、回头看')
      .replace('一、2024年推进法治政府建设的主要举措和成效', '一、我们的 亮点');
    const kinds = (project: object) => parse(text, project).sections.map((section) => section.kinds.join('+'));
    expect(kinds({})).toEqual(['measures', 'measures', 'duties', 'plan']);
    expect(kinds({ sections: { measures: { headings: ['亮点'] }, shortcomings: { headings: ['回头看'] } } })).toEqual([
      'measures',
      'shortcomings',
      'duties',
      'plan',
    ]);
  });
});

describe('entries of ignore', () => {
  const entry = { rule: 'placeholder', text: '共××件', file: 'a.txt', reason: '' };
  const added = (text: string): string => applyEdits(text, addEntry(text, entry) ?? []);

  it.each([
    '',
    '{}',
    '{ "rules": {} }',
    '{ "ignore": [] }',
    '\ufeff{}',
    '{\r\n\t// 注\r\n\t"ignore": [\r\n\t\t{ "rule": "x", "text": "y" }\r\n\t],\r\n}\r\n',
  ])('are added to %j, all else stays', (text) => {
    const after = added(text);
    const { layer } = readProjectFile(after, FILE);
    expect(layer.ignore.at(-1)?.value).toEqual(entry);
    if (text.includes('注')) expect(after).toContain('\t// 注\r\n\t"ignore": [\r\n\t\t{ "rule": "x", "text": "y" },');
  });

  it.each(['[]', '{ "ignore": {} }', '"x"'])('are not added to %j', (text) => expect(addEntry(text, entry)).toBeUndefined());

  it('are taken out again', () => {
    const text = added(added('{ "rules": {} }'));
    const [first] = readProjectFile(text, FILE).layer.ignore;
    const at = first?.origin.from === 'project-file' ? first.origin.span.start : -1;
    const after = applyEdits(text, removeEntryAt(text, at));
    expect(readProjectFile(after, FILE)).toMatchObject({ problems: [], layer: { ignore: [{ value: entry }] } });
    expect(removeEntryAt(text, 0)).toEqual([]);
  });
});

describe('the schema', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/project.schema.json'), 'utf8'));
  const { properties } = schema;

  it('knows the keys that are read', () => {
    expect(Object.keys(properties)).toEqual(PROJECT_KEYS.root);
    for (const name of ['agency', 'terms', 'sections', 'files'] as const)
      expect(Object.keys(properties[name].properties)).toEqual(PROJECT_KEYS[name]);
    expect(Object.keys(properties.terms.properties.documents.items.properties)).toEqual(PROJECT_KEYS.document);
    expect(Object.keys(properties.ignore.items.properties)).toEqual(PROJECT_KEYS.ignore);
    expect(properties.agency.properties.kind.enum).toEqual(AGENCY_KINDS);
    expect(properties.rules.properties.placeholder.enum).toEqual(RULE_SETTINGS);
    expect(Object.keys(properties.rules.properties)).toEqual(RULES.map(({ id }) => id));
  });

  it('accepts what is right and refuses what is wrong', () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(FULL)).toBe(true);
    for (const wrong of [
      { x: 1 },
      { rules: { x: 'off' } },
      { extends: 'https://a' },
      { extends: '/a' },
      { ignore: [{ rule: 'placeholder' }] },
    ]) {
      expect(validate(wrong)).toBe(false);
    }
  });
});

describe('addresses', () => {
  it('are followed without leaving the top', () => {
    expect(follow('/a/b', '../c.json')).toBe('/a/c.json');
    expect(follow('/a', '../../c.json')).toBeUndefined();
    expect(follow('C:/a', '..\\x.json')).toBe('C:/x.json');
    expect(follow('file:///a/%E9%95%87', '../报 告.json')).toBe('file:///a/%E6%8A%A5%20%E5%91%8A.json');
    expect(follow('vscode-vfs://github/x', '../y')).toBe('vscode-vfs://github/y');
  });

  it('go upward to the top', () => {
    expect(foldersUpward('/a/b')).toEqual(['/a/b', '/a', '']);
    expect(foldersUpward('file:///a/b', 'file:///a/')).toEqual(['file:///a/b', 'file:///a']);
    expect(foldersUpward('vscode-vfs://github/x')).toEqual(['vscode-vfs://github/x', 'vscode-vfs://github']);
  });

  it('are the same however they are escaped', () => {
    expect(canonical('file:///c%3A/%E9%95%87')).toBe('file:///c:/镇');
    expect(relativeTo('file:///c:/', 'file:///c%3A/%E9%95%87/a.txt')).toBe('镇/a.txt');
    expect(relativeTo('/a', '/ab/c')).toBeUndefined();
  });

  it('are told from relative paths', () => {
    expect(['../a', 'a', './a'].every(isRelativePath)).toBe(true);
    expect(['http://a', 'file:a', '/a', '\\a', '~/a', 'C:a'].some(isRelativePath)).toBe(false);
  });
});
