import { Heap, type Noted } from "./heap";
import { IndexOf, positionFrom, type Slot } from "./index-of";

/** When a row changes by itself (Unix seconds), and on which clock: the double's (""), or a test clock's id. */
export interface DueAt {
  at: number;
  clock: string;
}

export interface TableOptions<T, Name extends string> {
  /** What rows are looked up by, besides their id. */
  by?: Readonly<Record<Name, (row: T) => string | null>>;
  due?: (row: T) => DueAt | undefined;
  /** Hears of each row put, and the one it replaced. */
  onPut?: (row: T, before: T | undefined) => void;
}

/** Rows to page through. */
export interface Rows<T> {
  /** Newest first; only those created before the row `after`, when one is named. */
  newest(after?: string): Iterable<T>;
  /** Oldest first; only those created after the row `before`. */
  oldest(before: string): Iterable<T>;
  holds(id: string): boolean;
}

/**
 * One kind of object of one account, in order of creation. A changed row must be `put` again to be kept:
 * that is also when its indexes and its moment are brought up to date.
 */
export class Table<T extends { id: string }, Name extends string = never> {
  private readonly slots = new Map<string, Slot<T>>();
  private readonly list: Slot<T>[] = [];
  private readonly changed = new Set<string>();
  private readonly indexes = new Map<string, IndexOf<T>>();
  private readonly clocks = new Map<string, Heap>();
  private readonly noted = new Map<string, DueAt>();
  private readonly options: TableOptions<T, Name>;
  private nextOrder = 0;
  private gaps = 0;
  /** Everything before it was removed. */
  private head = 0;
  /** Set by the store: called when there is something to keep. */
  onChange: (() => void) | undefined;

  constructor(options: TableOptions<T, Name> = {}) {
    this.options = options;
  }

  get(id: string): T | undefined {
    return this.slots.get(id)?.row;
  }

  put(row: T): T {
    this.place(row);
    this.note(row.id);
    return row;
  }

  remove(id: string): void {
    if (this.displace(id)) this.note(id);
  }

  all(): T[] {
    return this.list.flatMap(({ row }) => (row === undefined ? [] : [row]));
  }

  newestFirst(): T[] {
    return this.all().reverse();
  }

  /** The rows with this value, oldest first. */
  by(name: Name, value: string): T[] {
    return this.indexNamed(name).of(value).flatMap(({ row }) => (row === undefined ? [] : [row]));
  }

  /** The rows that have all of these values; a value left out says nothing. */
  where(values: Partial<Record<Name, string | undefined>>): Rows<T> {
    const wanted = (Object.entries(values) as [Name, string | undefined][]).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
    const lists = wanted.map(({ name, value }) => this.indexNamed(name).of(value));
    const shortest = lists.reduce<readonly Slot<T>[]>((best, list) => (list.length < best.length ? list : best), this.list);
    const keep = (row: T): boolean => wanted.every(({ name, value }) => this.options.by?.[name](row) === value);
    return {
      newest: (after) => walk(shortest, after === undefined ? shortest.length - 1 : positionFrom(shortest, this.orderOf(after)) - 1, -1, keep),
      oldest: (before) => walk(shortest, positionFrom(shortest, this.orderOf(before) + 1), 1, keep),
      holds: (id) => {
        const row = this.get(id);
        return row !== undefined && keep(row);
      },
    };
  }

  get size(): number {
    return this.slots.size;
  }

  /** The oldest row. */
  get first(): T | undefined {
    while (this.head < this.list.length && this.list[this.head]?.row === undefined) this.head += 1;
    return this.list[this.head]?.row;
  }

  /** The soonest row that changes by itself on this clock, and when. */
  nextDue(clock: string): Noted | undefined {
    const heap = this.clocks.get(clock);
    for (let next = heap?.peek(); heap && next; next = heap.peek()) {
      const current = this.noted.get(next.id);
      if (current?.at === next.at && current.clock === clock) return next;
      heap.pop(); // overtaken: the row has another moment by now, or none
    }
    return undefined;
  }

  /** Takes it off the list, so that it comes up again only when it is put again. */
  takeDue(clock: string): T | undefined {
    const next = this.nextDue(clock);
    if (!next) return undefined;
    this.clocks.get(clock)?.pop();
    this.noted.delete(next.id);
    return this.get(next.id);
  }

  /** The rows changed since the last call; `undefined` stands for a removed one. */
  takeChanges(): [string, T | undefined][] {
    const changes = [...this.changed].map((id): [string, T | undefined] => [id, this.get(id)]);
    this.changed.clear();
    return changes;
  }

  /** Takes back a row from the journal. The cast is sound: only `takeChanges` of the same table writes there. */
  restore(id: string, row: unknown): void {
    if (row === null || row === undefined) this.displace(id);
    else this.place(row as T);
  }

  private place(row: T): void {
    let slot = this.slots.get(row.id);
    const before = slot?.row;
    if (!slot) {
      slot = { order: this.nextOrder, row };
      this.nextOrder += 1;
      this.slots.set(row.id, slot);
      this.list.push(slot);
    }
    slot.row = row;
    for (const name of Object.keys(this.options.by ?? {}) as Name[]) this.indexNamed(name).place(slot, row);
    this.noteDue(row, slot.order);
    this.options.onPut?.(row, before);
  }

  private noteDue(row: T, order: number): void {
    if (!this.options.due) return;
    const due = this.options.due(row);
    const before = this.noted.get(row.id);
    if (!due) {
      this.noted.delete(row.id);
      return;
    }
    if (before?.at === due.at && before.clock === due.clock) return;
    this.noted.set(row.id, due);
    const heap = this.clocks.get(due.clock) ?? new Heap();
    this.clocks.set(due.clock, heap);
    heap.push({ at: due.at, order, id: row.id });
  }

  private displace(id: string): boolean {
    const slot = this.slots.get(id);
    if (!slot) return false;
    slot.row = undefined;
    this.slots.delete(id);
    this.noted.delete(id);
    for (const index of this.indexes.values()) index.remove(slot, id);
    this.gaps += 1;
    if (this.gaps > 1000 && this.gaps * 2 > this.list.length) this.closeGaps();
    return true;
  }

  private closeGaps(): void {
    const living = this.list.filter(({ row }) => row !== undefined);
    this.list.splice(0, this.list.length);
    for (const slot of living) this.list.push(slot);
    this.gaps = 0;
    this.head = 0;
  }

  private note(id: string): void {
    if (this.changed.size === 0) this.onChange?.();
    this.changed.add(id);
  }

  private orderOf(id: string): number {
    return this.slots.get(id)?.order ?? -1;
  }

  private indexNamed(name: Name): IndexOf<T> {
    const known = this.indexes.get(name);
    if (known) return known;
    const valueOf = this.options.by?.[name];
    if (!valueOf) throw new Error(`no index by ${name}`);
    const fresh = new IndexOf(valueOf);
    this.indexes.set(name, fresh);
    return fresh;
  }
}

function* walk<T>(list: readonly Slot<T>[], from: number, step: 1 | -1, keep: (row: T) => boolean): Generator<T> {
  for (let place = from; place >= 0 && place < list.length; place += step) {
    const row = list[place]?.row;
    if (row !== undefined && keep(row)) yield row;
  }
}
