import type { Store } from "./store";

/** The double's clock in Unix seconds: the real one, plus as far as it has been advanced. Goes back only before anything has happened. */
export class Clock {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  now(): number {
    return realSeconds() + this.ahead();
  }

  /** Moves forward to `moment`; a moment that has passed changes nothing. */
  moveTo(moment: number): void {
    const ahead = Math.max(this.ahead(), moment - realSeconds());
    this.store.platform.clock.put({ id: "clock", aheadSeconds: ahead });
  }

  /** Sets the clock back, for a world that has no history yet. */
  beginAt(moment: number): void {
    this.store.platform.clock.put({ id: "clock", aheadSeconds: moment - realSeconds() });
  }

  private ahead(): number {
    return this.store.platform.clock.get("clock")?.aheadSeconds ?? 0;
  }
}

function realSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
