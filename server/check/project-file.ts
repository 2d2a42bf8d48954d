import { AGENCY_KINDS } from '../report/agency.js';
import type { ProjectDocument } from '../report/project.js';
import type { SectionKind } from '../report/report.js';
import { ruleById, RULES } from '../rules/index.js';
import { localized } from '../rules/localized.js';
import { compact } from '../text/quotes.js';
import { nearest } from '../text/nearest.js';
import type { Span } from '../text/span.js';
import { isRelativePath } from './addresses.js';
import { type IgnoredFinding, RULE_SETTINGS, type RuleSetting } from './configuration.js';
import type { ConfigurationProblem } from './configuration-problem.js';
import { JsonReader, type Member, type Node, replacement, spanOf } from './json-reader.js';
import { EMPTY_LAYER, type Origin, type ProjectLayer, type Sourced } from './project-layer.js';

/** What one project file says by itself, and what is wrong with it. */
export interface ProjectFile {
  /** Its address. */
  readonly file: string;
  /** The text that it was read from. */
  readonly text: string;
  /** False where the text is no JSON; `layer` is empty then. */
  readonly parsed: boolean;
  /** What is valid in it. */
  readonly layer: ProjectLayer;
  /** The file that it builds on: a relative path, not followed yet. */
  readonly extends: { readonly path: string; readonly span: Span } | undefined;
  /** By position. */
  readonly problems: readonly ConfigurationProblem[];
}

/** Keys of a project file by the object that they stand in. */
export const PROJECT_KEYS = Object.freeze({
  root: ['$schema', 'extends', 'rules', 'agency', 'terms', 'sections', 'ignore', 'files'],
  agency: ['name', 'kind', 'superiors', 'neighbours'],
  terms: ['documents', 'typos', 'allow'],
  document: ['name', 'period', 'number'],
  sections: ['measures', 'shortcomings', 'duties', 'plan'],
  section: ['headings'],
  ignore: ['rule', 'text', 'reason', 'file'],
  files: ['include', 'exclude', 'previousYear'],
} as const);

/**
 * Reads the text of a project file. Never throws: every mistake is a problem with its place, and what is valid counts.
 *
 * @param file address of the file.
 */
export function readProjectFile(text: string, file: string): ProjectFile {
  return new Reader(file).read(text);
}

class Reader {
  private readonly json: JsonReader;

  constructor(private readonly file: string) {
    this.json = new JsonReader(file);
  }

  read(text: string): ProjectFile {
    const root = this.json.parse(text);
    if (root === undefined) return this.result(text, false, EMPTY_LAYER, undefined);
    const keys = this.json.members(root, '', PROJECT_KEYS.root);
    const layer: ProjectLayer = {
      rules: this.rules(keys.get('rules')),
      agency: this.agency(keys.get('agency')),
      terms: this.terms(keys.get('terms')),
      headings: this.headings(keys.get('sections')),
      ignore: this.ignore(keys.get('ignore')),
      files: this.files(keys.get('files')),
    };
    const schema = keys.get('$schema');
    if (schema !== undefined) this.json.text(schema);
    return this.result(text, true, layer, this.extends(keys.get('extends')));
  }

  private result(text: string, parsed: boolean, layer: ProjectLayer, parent: ProjectFile['extends']): ProjectFile {
    const problems = [...this.json.problems].sort((a, b) => a.span.start - b.span.start);
    return { file: this.file, text, parsed, layer, extends: parent, problems };
  }

  private extends(member: Member | undefined): ProjectFile['extends'] {
    const path = member === undefined ? undefined : this.json.text(member);
    if (member === undefined || path === undefined || !this.isRelative(path, member)) return undefined;
    return { path, span: spanOf(member.value) };
  }

  private rules(member: Member | undefined): ProjectLayer['rules'] {
    const rules = new Map<string, Sourced<RuleSetting>>();
    if (member === undefined) return rules;
    for (const rule of this.json.entries(member.value, member.path)) {
      if (!this.isRule(rule.name, rule.key)) continue;
      const setting = this.json.choice(rule, RULE_SETTINGS);
      if (setting !== undefined) rules.set(rule.name, this.sourced(setting, rule.value));
    }
    return rules;
  }

  private agency(member: Member | undefined): ProjectLayer['agency'] {
    if (member === undefined) return EMPTY_LAYER.agency;
    const keys = this.json.members(member.value, member.path, PROJECT_KEYS.agency);
    const kind = keys.get('kind');
    const kindValue = kind === undefined ? undefined : this.json.choice(kind, AGENCY_KINDS);
    return {
      ...optional('name', this.single(keys.get('name'))),
      ...(kind === undefined || kindValue === undefined ? {} : { kind: this.sourced(kindValue, kind.value) }),
      superiors: this.list(keys.get('superiors')),
      neighbours: this.list(keys.get('neighbours')),
    };
  }

  private terms(member: Member | undefined): ProjectLayer['terms'] {
    if (member === undefined) return EMPTY_LAYER.terms;
    const keys = this.json.members(member.value, member.path, PROJECT_KEYS.terms);
    return { documents: this.documents(keys.get('documents')), typos: this.typos(keys.get('typos')), allow: this.list(keys.get('allow')) };
  }

  private documents(member: Member | undefined): Sourced<ProjectDocument>[] {
    if (member === undefined) return [];
    return this.json.items(member).flatMap(({ value, path }) => {
      const keys = this.json.members(value, path, PROJECT_KEYS.document);
      if (value.type !== 'object') return [];
      const name = this.required(keys.get('name'), value, `${path}.name`)?.replace(/^《(.*)》$/u, '$1');
      const period = keys.get('period');
      const number = keys.get('number');
      const document = {
        ...optional('period', period === undefined ? undefined : this.json.text(period)),
        ...optional('number', number === undefined ? undefined : this.json.text(number)),
      };
      return name === undefined ? [] : [this.sourced({ name, ...document }, value)];
    });
  }

  private typos(member: Member | undefined): ReadonlyMap<string, Sourced<string>> {
    const typos = new Map<string, Sourced<string>>();
    if (member === undefined) return typos;
    for (const typo of this.json.entries(member.value, member.path)) {
      const right = this.json.text(typo);
      if (right === undefined) continue;
      if (typo.name.trim() === '' || typo.name.trim() === right) {
        this.json.problem(
          spanOf(typo.key),
          localized('错词不能为空，也不能与正词相同', 'The wrong word must not be empty or the same as the right one'),
        );
      } else typos.set(typo.name.trim(), this.sourced(right, typo.value));
    }
    return typos;
  }

  private headings(member: Member | undefined): ProjectLayer['headings'] {
    if (member === undefined) return EMPTY_LAYER.headings;
    const headings: Partial<Record<SectionKind, readonly Sourced<string>[]>> = {};
    for (const [kind, section] of this.json.members(member.value, member.path, PROJECT_KEYS.sections)) {
      headings[kind] = this.list(this.json.members(section.value, section.path, PROJECT_KEYS.section).get('headings'));
    }
    return headings;
  }

  private ignore(member: Member | undefined): Sourced<IgnoredFinding>[] {
    if (member === undefined) return [];
    return this.json.items(member).flatMap(({ value, path }) => {
      const keys = this.json.members(value, path, PROJECT_KEYS.ignore);
      if (value.type !== 'object') return [];
      const ruleMember = keys.get('rule');
      const rule = this.required(ruleMember, value, `${path}.rule`, 'config-incomplete-ignore');
      const text = this.required(keys.get('text'), value, `${path}.text`, 'config-incomplete-ignore');
      const reason = keys.get('reason');
      const more = {
        ...optional('reason', reason === undefined ? undefined : this.json.anyText(reason)),
        ...optional('file', this.ignoredFile(keys.get('file'))),
      };
      const isKnown = rule !== undefined && this.isRule(rule, ruleMember?.value ?? value);
      // An entry for one file that does not say which must not hold for all.
      if (!isKnown || text === undefined || compact(text).text === '' || (keys.has('file') && more.file === undefined)) return [];
      return [this.sourced({ rule, text, ...more }, value)];
    });
  }

  private ignoredFile(member: Member | undefined): string | undefined {
    const path = member === undefined ? undefined : this.json.text(member);
    if (member === undefined || path === undefined || !this.isRelative(path, member)) return undefined;
    return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
  }

  private files(member: Member | undefined): ProjectLayer['files'] {
    if (member === undefined) return EMPTY_LAYER.files;
    const keys = this.json.members(member.value, member.path, PROJECT_KEYS.files);
    const previous = keys.get('previousYear');
    const previousYear = this.single(previous);
    return {
      include: this.list(keys.get('include')),
      exclude: this.list(keys.get('exclude')),
      ...(previous === undefined || previousYear === undefined || !this.isRelative(previousYear.value, previous) ? {} : { previousYear }),
    };
  }

  private single(member: Member | undefined): Sourced<string> | undefined {
    const text = member === undefined ? undefined : this.json.text(member);
    return member === undefined || text === undefined ? undefined : this.sourced(text, member.value);
  }

  private list(member: Member | undefined): Sourced<string>[] {
    if (member === undefined) return [];
    return this.json.items(member).flatMap((item) => {
      const text = this.json.text(item);
      return text === undefined ? [] : [this.sourced(text, item.value)];
    });
  }

  private required(
    member: Member | undefined,
    owner: Node,
    path: string,
    code: ConfigurationProblem['code'] = 'config-bad-value',
  ): string | undefined {
    if (member !== undefined) return this.json.text(member);
    const { start } = spanOf(owner);
    this.json.problem(
      { start, end: start + 1 },
      localized(`缺少“${path}”，这一条不起作用`, `"${path}" is missing, so this entry has no effect`),
      {
        code,
      },
    );
    return undefined;
  }

  private isRule(id: string, node: Node): boolean {
    if (ruleById(id) !== undefined) return true;
    const near = nearest(
      id,
      RULES.map((rule) => rule.id),
    );
    this.json.problem(
      spanOf(node),
      localized(
        `没有“${id}”这条规则${near === undefined ? '；全部规则见 fazhi-report rule' : `，是不是“${near}”？`}`,
        `There is no rule "${id}"${near === undefined ? '; for all rules: fazhi-report rule' : `, did you mean "${near}"?`}`,
      ),
      { code: 'config-unknown-rule', fixes: near === undefined ? [] : [replacement(node, near)] },
    );
    return false;
  }

  private isRelative(path: string, { value, path: key }: Member): boolean {
    if (isRelativePath(path)) return true;
    this.json.problem(
      spanOf(value),
      localized(
        `“${key}”只能是相对路径，例如 ../county.json，不能是网址或绝对路径`,
        `"${key}" must be a relative path such as ../county.json, no address and no absolute path`,
      ),
      { code: key === 'extends' ? 'config-extends' : 'config-bad-value' },
    );
    return false;
  }

  private sourced<T>(value: T, node: Node): Sourced<T> {
    const origin: Origin = { from: 'project-file', file: this.file, span: spanOf(node) };
    return { value, origin };
  }
}

function optional<K extends string, T>(key: K, value: T | undefined): { readonly [name in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [name in K]: T });
}
