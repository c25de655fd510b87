/** A row in its place in the order of creation. `row` is undefined once it was removed. */
export interface Slot<T> {
  order: number;
  row: T | undefined;
}

/** The rows that share a value, each list in order of creation. */
export class IndexOf<T extends { id: string }> {
  private readonly slots = new Map<string, Slot<T>[]>();
  /** Under which value a row stands; rows change in place, so that the old value must be remembered. */
  private readonly placed = new Map<string, string>();
  private readonly valueOf: (row: T) => string | null;

  constructor(valueOf: (row: T) => string | null) {
    this.valueOf = valueOf;
  }

  place(slot: Slot<T>, row: T): void {
    const value = this.valueOf(row);
    const before = this.placed.get(row.id);
    if (before === (value ?? undefined)) return;
    if (before !== undefined) this.take(before, slot);
    if (value === null) this.placed.delete(row.id);
    else {
      this.placed.set(row.id, value);
      insert(this.listFor(value), slot);
    }
  }

  remove(slot: Slot<T>, id: string): void {
    const before = this.placed.get(id);
    if (before !== undefined) this.take(before, slot);
    this.placed.delete(id);
  }

  of(value: string): readonly Slot<T>[] {
    return this.slots.get(value) ?? [];
  }

  private listFor(value: string): Slot<T>[] {
    const known = this.slots.get(value);
    if (known) return known;
    const fresh: Slot<T>[] = [];
    this.slots.set(value, fresh);
    return fresh;
  }

  private take(value: string, slot: Slot<T>): void {
    const list = this.slots.get(value) ?? [];
    const place = positionFrom(list, slot.order);
    if (list[place] === slot) list.splice(place, 1);
    if (list.length === 0) this.slots.delete(value);
  }
}

/** The first place in `list` whose order is `order` or later. */
export function positionFrom(list: readonly { order: number }[], order: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.order ?? Infinity) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert<T>(list: Slot<T>[], slot: Slot<T>): void {
  const last = list.at(-1);
  if (!last || last.order < slot.order) list.push(slot);
  else list.splice(positionFrom(list, slot.order), 0, slot);
}
