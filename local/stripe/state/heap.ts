/** Something that is due at a moment; of two at the same moment the earlier noted goes first. */
export interface Noted {
  at: number;
  order: number;
  id: string;
}

/** A binary heap, soonest first: what is due next costs a glance, however much is noted. */
export class Heap {
  private readonly items: Noted[] = [];

  peek(): Noted | undefined {
    return this.items[0];
  }

  push(item: Noted): void {
    this.items.push(item);
    let place = this.items.length - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.swapped(parent, place)) return;
      place = parent;
    }
  }

  pop(): Noted | undefined {
    const first = this.items[0];
    const last = this.items.pop();
    if (first === undefined || last === undefined || this.items.length === 0) return first;
    this.items[0] = last;
    this.sink();
    return first;
  }

  private sink(): void {
    for (let place = 0; ; ) {
      const left = place * 2 + 1;
      if (left >= this.items.length) return;
      const right = left + 1;
      const smaller = right < this.items.length && isSooner(this.items[right], this.items[left]) ? right : left;
      if (!this.swapped(place, smaller)) return;
      place = smaller;
    }
  }

  /** Puts the two in order. @returns false when they were */
  private swapped(above: number, below: number): boolean {
    const upper = this.items[above];
    const lower = this.items[below];
    if (!upper || !lower || !isSooner(lower, upper)) return false;
    this.items[above] = lower;
    this.items[below] = upper;
    return true;
  }
}

function isSooner(one: Noted | undefined, other: Noted | undefined): boolean {
  if (!one || !other) return false;
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
