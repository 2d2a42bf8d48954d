import type { AgencyKind, SectionKind } from './report.js';

/** A document that a project adds to the listed ones: its own province's, county's or field's. */
export interface ProjectDocument {
  /** Full official name, without 《》 and without its period. */
  readonly name: string;
  /** The period that belongs to the name, as printed: 2021—2025年. */
  readonly period?: string;
  /** Document number: 中发〔2021〕33号. */
  readonly number?: string;
}

/**
 * What a project says of its reports beyond what stands in them; made from `.fazhi-report.json` and
 * handed to `parseReport`, which keeps it as `Report.project` for the rules.
 */
export interface Project {
  readonly agency: {
    /** The reporting body; wins over what the text names. */
    readonly name?: string;
    /** Its kind; wins over the class word of its name. */
    readonly kind?: AgencyKind;
    /** Bodies or places above it (宁河县, 昌都市); `foreign-place` and `agency-kind` know them. */
    readonly superiors: readonly string[];
    /** Neighbours and partners that the text may name. */
    readonly neighbours: readonly string[];
  };
  readonly terms: {
    readonly documents: readonly ProjectDocument[];
    /** Misspelling to right spelling, beside the built-in table. */
    readonly typos: ReadonlyMap<string, string>;
    /** Words that no rule on terms, names or residue may flag. */
    readonly allow: readonly string[];
  };
  /** Words that make a level-1 heading one of a mandated kind (工作亮点 → measures). */
  readonly headings: Readonly<Partial<Record<SectionKind, readonly string[]>>>;
}

/** A project that says nothing. */
export const NO_PROJECT: Project = Object.freeze({
  agency: { superiors: [], neighbours: [] },
  terms: { documents: [], typos: new Map<string, string>(), allow: [] },
  headings: {},
});
