import type { Checklist, ChecklistRow } from '../server/protocol/messages/checklist.js';

/** The rows of one checklist by their ids. */
export class ChecklistRows {
  readonly #rows = new Map<string, ChecklistRow>();
  readonly #parents = new Map<string, string>();
  readonly #roots: readonly string[];

  constructor({ rows }: Pick<Checklist, 'rows'>) {
    this.#roots = rows.map(({ id }) => id);
    this.#add(rows, undefined);
  }

  /** A row; undefined where there is none of that id (any more). */
  row(id: string): ChecklistRow | undefined {
    return this.#rows.get(id);
  }

  /** Ids of the rows in a group; of the outermost ones where none is named. */
  childrenOf(id: string | undefined): readonly string[] {
    return id === undefined ? this.#roots : (this.#rows.get(id)?.children ?? []).map((child) => child.id);
  }

  /** Id of the group that a row stands in; undefined for the outermost ones. */
  parentOf(id: string): string | undefined {
    return this.#parents.get(id);
  }

  /** Whether a row is about a line (from 0): what it leads to, or the part of the report that it stands for. */
  isAbout(id: string, line: number): boolean {
    const row = this.#rows.get(id);
    if (row === undefined) return false;
    const { range, extents = [] } = row;
    const leadsThere = range !== undefined && range.start.line <= line && line <= range.end.line;
    return leadsThere || extents.some(({ first, last }) => first <= line && line <= last);
  }

  /** Id of the row for the part of the report that a line (from 0) stands in, the smallest where several do. */
  partAt(line: number): string | undefined {
    let best: { readonly id: string; readonly length: number } | undefined;
    for (const id of this.#roots) {
      for (const { first, last } of this.#rows.get(id)?.extents ?? []) {
        if (line < first || last < line) continue;
        if (best === undefined || last - first < best.length) best = { id, length: last - first };
      }
    }
    return best?.id;
  }

  /**
   * What a view has to show anew when these rows follow others: ids of rows, each with all in it; undefined for everything.
   *
   * @param before what it shows.
   */
  changedSince(before: ChecklistRows): readonly string[] | undefined {
    const changed: string[] = [];
    const compare = (id: string): void => {
      const row = this.#rows.get(id);
      const old = before.#rows.get(id);
      if (!sameIds(this.childrenOf(id), before.childrenOf(id)) || !sameRow(row, old)) changed.push(id);
      else for (const child of this.childrenOf(id)) compare(child);
    };
    if (!sameIds(this.#roots, before.#roots)) return undefined;
    for (const id of this.#roots) compare(id);
    return changed;
  }

  #add(rows: readonly ChecklistRow[], parent: string | undefined): void {
    for (const row of rows) {
      this.#rows.set(row.id, row);
      if (parent !== undefined) this.#parents.set(row.id, parent);
      this.#add(row.children ?? [], row.id);
    }
  }
}

/** No rows. */
export const NO_ROWS: ChecklistRows = new ChecklistRows({ rows: [] });

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

/** Whether two rows look the same; where they lead is looked up when somebody goes there. */
function sameRow(one: ChecklistRow | undefined, other: ChecklistRow | undefined): boolean {
  return (
    one?.label === other?.label &&
    one?.description === other?.description &&
    one?.tooltip === other?.tooltip &&
    one?.spoken === other?.spoken &&
    one?.mark === other?.mark &&
    one?.remedy === other?.remedy
  );
}
