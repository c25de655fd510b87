import { Crash, live, newLife } from "./crash";
import { takeOver } from "./take-over";
import type { Random } from "./random";

/** Lets processes die at places drawn from the seed, and others take over, until the work is done. */
export class Crashes {
  survived = 0;
  /** How often a kind of work died where. */
  readonly places = new Map<string, number>();
  private readonly longest = new Map<string, number>();
  private readonly done = new Map<string, number>();
  /** Part of the work whose process dies. */
  rate = 0;
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /**
   * Runs `work` in a process that may die at any of the crossings that work of this kind makes, then again in another, at most five times;
   * `between` is what passes until somebody tries again.
   */
  async through<T>(kind: string, work: () => Promise<T>, between: () => Promise<void>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      // Its fate hangs on what it is and the how manyth of its kind, not on what others do meanwhile.
      const nth = (this.done.get(kind) ?? 0) + 1;
      this.done.set(kind, nth);
      const random = this.random.of(`${kind} ${nth}`);
      const dies = random.chance(this.rate) && attempt < 5;
      const crossings = this.longest.get(kind) ?? 0;
      const life = dies && crossings > 0 ? newLife(random.between(1, crossings), random.chance(0.5) ? "before" : "after") : newLife();
      try {
        const result = await live(life, work);
        this.longest.set(kind, Math.max(crossings, life.crossings));
        return result;
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        this.survived += 1;
        const place = `${kind}: ${life.place}`;
        this.places.set(place, (this.places.get(place) ?? 0) + 1);
        takeOver();
        await between();
      }
    }
  }
}
