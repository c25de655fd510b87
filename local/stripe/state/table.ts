/** One kind of object of one account, in order of creation. A changed row must be `put` again to be kept. */
export class Table<T extends { id: string }> {
  private readonly rows = new Map<string, T>();
  private readonly changed = new Set<string>();

  get(id: string): T | undefined {
    return this.rows.get(id);
  }

  put(row: T): T {
    this.rows.set(row.id, row);
    this.changed.add(row.id);
    return row;
  }

  remove(id: string): void {
    if (this.rows.delete(id)) this.changed.add(id);
  }

  all(): T[] {
    return [...this.rows.values()];
  }

  newestFirst(): T[] {
    return this.all().reverse();
  }

  get size(): number {
    return this.rows.size;
  }

  /** The rows changed since the last call; `undefined` stands for a removed one. */
  takeChanges(): [string, T | undefined][] {
    const changes = [...this.changed].map((id): [string, T | undefined] => [id, this.rows.get(id)]);
    this.changed.clear();
    return changes;
  }

  /** Takes back a row from the journal. The cast is sound: only `takeChanges` of the same table writes there. */
  restore(id: string, row: unknown): void {
    if (row === null || row === undefined) this.rows.delete(id);
    else this.rows.set(id, row as T);
  }
}
