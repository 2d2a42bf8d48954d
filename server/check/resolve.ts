import type { Project } from '../report/project.js';
import { RULES } from '../rules/index.js';
import { canonical, folderOf, follow } from './addresses.js';
import { type CheckConfiguration, DEFAULT_CONFIGURATION, type IgnoredFinding, type RuleSetting } from './configuration.js';
import { EMPTY_LAYER, type Origin, type ProjectLayer, type Sourced } from './project-layer.js';

/** The layers of a configuration, from weak to strong. The defaults lie below them all. */
export interface ConfigurationLayers {
  /** What the governing project file and those that it extends say. */
  readonly project?: ProjectLayer;
  /** What the editor's settings say of rules; counts only where no project file governs. */
  readonly editor?: ReadonlyMap<string, RuleSetting>;
  /** What the command line says of rules. */
  readonly commandLine?: ReadonlyMap<string, RuleSetting>;
}

/** One value in force, for people who ask where it comes from. */
export interface ConfigurationValue {
  /** `rules.section-order`, `agency.name`, `terms.typos.错`, `ignore[0]`. */
  readonly key: string;
  readonly value: string | IgnoredFinding | Project['terms']['documents'][number];
  readonly origin: Origin;
}

/** A configuration in force, with the origin of every value. */
export interface ResolvedConfiguration {
  /** What all layers say together. */
  readonly layer: ProjectLayer;
  /** Every value in force, that of each rule included. */
  readonly values: readonly ConfigurationValue[];
  /** What a file is checked under: entries of `ignore` for other files are left out. The same object for the same file. */
  readonly forFile: (address: string | undefined) => CheckConfiguration;
}

/** Puts the layers one above the other. */
export function resolveConfiguration({ project, editor, commandLine }: ConfigurationLayers): ResolvedConfiguration {
  const below = project ?? { ...EMPTY_LAYER, rules: sourcedRules(editor, { from: 'editor' }) };
  const layer = { ...below, rules: new Map([...below.rules, ...sourcedRules(commandLine, { from: 'command-line' })]) };
  const configuration: CheckConfiguration = {
    ...DEFAULT_CONFIGURATION,
    rules: new Map([...layer.rules].map(([id, { value }]) => [id, value])),
    ...(project === undefined ? {} : { project: projectOf(layer) }),
  };
  const perFile = ignorePerFile(layer);
  const everywhere: CheckConfiguration = { ...configuration, ignore: perFile.get('') ?? [] };
  const known = new Map<string, CheckConfiguration>();
  return {
    layer,
    values: valuesOf(layer),
    forFile: (address) => {
      const key = address === undefined ? '' : canonical(address);
      const own = key === '' ? undefined : perFile.get(key);
      if (own === undefined) return everywhere;
      const made = known.get(key) ?? { ...configuration, ignore: [...everywhere.ignore, ...own] };
      known.set(key, made);
      return made;
    },
  };
}

/** The project as rules and the parser know it. */
function projectOf({ agency, terms, headings }: ProjectLayer): Project {
  return {
    agency: {
      ...(agency.name === undefined ? {} : { name: agency.name.value }),
      ...(agency.kind === undefined ? {} : { kind: agency.kind.value }),
      superiors: bare(agency.superiors),
      neighbours: bare(agency.neighbours),
    },
    terms: {
      documents: bare(terms.documents),
      typos: new Map([...terms.typos].map(([wrong, { value }]) => [wrong, value])),
      allow: bare(terms.allow),
    },
    headings: Object.fromEntries(Object.entries(headings).map(([kind, words]) => [kind, bare(words)])),
  };
}

/** Canonical address of a file, or nothing for every file, to the entries that are meant for it. */
function ignorePerFile({ ignore }: ProjectLayer): ReadonlyMap<string, readonly IgnoredFinding[]> {
  const perFile = new Map<string, IgnoredFinding[]>();
  for (const { value, origin } of ignore) {
    const file = fileOfEntry(value, origin);
    if (file === undefined) continue;
    const list = perFile.get(file);
    if (list === undefined) perFile.set(file, [value]);
    else list.push(value);
  }
  return perFile;
}

/** Canonical address of the one file that an entry is meant for; empty for every file, undefined for one that cannot be. */
export function fileOfEntry({ file }: IgnoredFinding, origin: Origin): string | undefined {
  if (file === undefined) return '';
  const address = origin.from === 'project-file' ? follow(folderOf(origin.file), file) : undefined;
  return address === undefined ? undefined : canonical(address);
}

function sourcedRules(rules: ReadonlyMap<string, RuleSetting> | undefined, origin: Origin): ReadonlyMap<string, Sourced<RuleSetting>> {
  return new Map([...(rules ?? [])].map(([id, value]) => [id, { value, origin }]));
}

function valuesOf({ rules, agency, terms, headings, ignore, files }: ProjectLayer): readonly ConfigurationValue[] {
  return [
    ...one('agency.name', agency.name),
    ...one('agency.kind', agency.kind),
    ...list('agency.superiors', agency.superiors),
    ...list('agency.neighbours', agency.neighbours),
    ...list('terms.documents', terms.documents),
    ...[...terms.typos].map(([wrong, { value, origin }]) => ({ key: `terms.typos.${wrong}`, value, origin })),
    ...list('terms.allow', terms.allow),
    ...Object.entries(headings).flatMap(([kind, words]) => list(`sections.${kind}.headings`, words)),
    ...list('ignore', ignore),
    ...list('files.include', files.include),
    ...list('files.exclude', files.exclude),
    ...one('files.previousYear', files.previousYear),
    ...RULES.map(({ id, severity, offByDefault }): ConfigurationValue => {
      const set = rules.get(id);
      const fallback = offByDefault === true ? 'off' : severity;
      return { key: `rules.${id}`, value: set?.value ?? fallback, origin: set?.origin ?? { from: 'default' } };
    }),
  ];
}

function one(key: string, sourced: Sourced<string> | undefined): ConfigurationValue[] {
  return sourced === undefined ? [] : [{ key, value: sourced.value, origin: sourced.origin }];
}

function list(key: string, items: readonly Sourced<ConfigurationValue['value']>[]): ConfigurationValue[] {
  return items.map(({ value, origin }, index) => ({ key: `${key}[${index}]`, value, origin }));
}

function bare<T>(items: readonly Sourced<T>[]): readonly T[] {
  return items.map(({ value }) => value);
}
