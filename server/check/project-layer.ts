import type { ProjectDocument } from '../report/project.js';
import type { AgencyKind, SectionKind } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { IgnoredFinding, RuleSetting } from './configuration.js';

/** Where a value in force comes from. */
export type Origin =
  | { readonly from: 'default' }
  | { readonly from: 'project-file'; readonly file: string; readonly span: Span }
  | { readonly from: 'editor' }
  | { readonly from: 'command-line' };

/** A value and where it comes from. */
export interface Sourced<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** All that a project file, with those that it extends, says. What it does not say is absent or empty. */
export interface ProjectLayer {
  readonly rules: ReadonlyMap<string, Sourced<RuleSetting>>;
  readonly agency: {
    readonly name?: Sourced<string>;
    readonly kind?: Sourced<AgencyKind>;
    readonly superiors: readonly Sourced<string>[];
    readonly neighbours: readonly Sourced<string>[];
  };
  readonly terms: {
    readonly documents: readonly Sourced<ProjectDocument>[];
    readonly typos: ReadonlyMap<string, Sourced<string>>;
    readonly allow: readonly Sourced<string>[];
  };
  readonly headings: Readonly<Partial<Record<SectionKind, readonly Sourced<string>[]>>>;
  readonly ignore: readonly Sourced<IgnoredFinding>[];
  readonly files: {
    /** Globs; relative to the folder of the file that they come from, as `previousYear` is. */
    readonly include: readonly Sourced<string>[];
    readonly exclude: readonly Sourced<string>[];
    readonly previousYear?: Sourced<string>;
  };
}

/** A layer that says nothing. */
export const EMPTY_LAYER: ProjectLayer = Object.freeze({
  rules: new Map<string, Sourced<RuleSetting>>(),
  agency: { superiors: [], neighbours: [] },
  terms: { documents: [], typos: new Map<string, Sourced<string>>(), allow: [] },
  headings: {},
  ignore: [],
  files: { include: [], exclude: [] },
});

/** What a file says on top of the one that it extends: single values and keys of a table win, lists are added to the parent's. */
export function mergeLayers(parent: ProjectLayer, child: ProjectLayer): ProjectLayer {
  const kinds = new Set([...Object.keys(parent.headings), ...Object.keys(child.headings)] as SectionKind[]);
  return {
    rules: new Map([...parent.rules, ...child.rules]),
    agency: {
      ...parent.agency,
      ...child.agency,
      superiors: [...parent.agency.superiors, ...child.agency.superiors],
      neighbours: [...parent.agency.neighbours, ...child.agency.neighbours],
    },
    terms: {
      documents: [...parent.terms.documents, ...child.terms.documents],
      typos: new Map([...parent.terms.typos, ...child.terms.typos]),
      allow: [...parent.terms.allow, ...child.terms.allow],
    },
    headings: Object.fromEntries([...kinds].map((kind) => [kind, [...(parent.headings[kind] ?? []), ...(child.headings[kind] ?? [])]])),
    ignore: [...parent.ignore, ...child.ignore],
    files: {
      ...parent.files,
      ...child.files,
      include: [...parent.files.include, ...child.files.include],
      exclude: [...parent.files.exclude, ...child.files.exclude],
    },
  };
}
