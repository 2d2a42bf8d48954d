/** What was answered, as far as it takes to tell whether another answer says the same. */
export interface Comparable<T> {
  sameAs(other: T): boolean;
}

/**
 * Gives the diagnostics of a document an id that changes exactly when they change, so that a client
 * that holds them already is answered with `unchanged`, also after an edit. No id is ever given twice.
 */
export class DiagnosticResults<T extends Comparable<T>> {
  private readonly last = new Map<string, { readonly id: string; readonly diagnostics: T }>();
  private count = 0;

  /** The id of the diagnostics: the last one where they are the same as last time. */
  idFor(uri: string, diagnostics: T): string {
    const last = this.last.get(uri);
    if (last?.diagnostics.sameAs(diagnostics) === true) return last.id;
    this.count++;
    const id = String(this.count);
    this.last.set(uri, { id, diagnostics });
    return id;
  }

  /** The id that was given last; undefined where none was. */
  lastId(uri: string): string | undefined {
    return this.last.get(uri)?.id;
  }

  /** Forgets a document that was closed. */
  drop(uri: string): void {
    this.last.delete(uri);
  }
}
