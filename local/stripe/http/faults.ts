/** How often things go wrong, each from 0 to 1 of the calls, and by which sequence. */
export interface FaultRates {
  seed: number;
  /** Cards that would pay are refused. */
  declineRate: number;
  /** The connection breaks before the work is done. */
  dropBefore: number;
  /** The work is done, and the client never hears of it. */
  dropAfter: number;
  /** A 500 before or after the work. */
  error500: number;
  /** A 429 before the work. */
  rateLimit: number;
  /** Up to so many milliseconds pass before the work. */
  slowMs: number;
}

const noFaults: FaultRates = { seed: 1, declineRate: 0, dropBefore: 0, dropAfter: 0, error500: 0, rateLimit: 0, slowMs: 0 };

export type Fault = "drop-before" | "drop-after" | "error-before" | "error-after" | "rate-limit" | "none";

/** What goes wrong with the nth call of a kind follows from the seed, the kind and n alone, so that a failing run can be run again, and calls side by side may change places. */
export class Faults {
  private rates: FaultRates = noFaults;
  private readonly calls = new Map<string, number>();
  private attempts = 0;

  set(rates: FaultRates): FaultRates {
    this.rates = rates;
    this.calls.clear();
    this.attempts = 0;
    return rates;
  }

  get on(): boolean {
    return this.rates !== noFaults;
  }

  /** @param kind method and path, ids left out */
  next(kind: string): { fault: Fault; waitMs: number } {
    const nth = (this.calls.get(kind) ?? 0) + 1;
    this.calls.set(kind, nth);
    const seed = this.rates.seed + numberOf(kind);
    const { dropBefore, dropAfter, error500, rateLimit, slowMs } = this.rates;
    const drawn = chance(seed, nth, 1);
    const ways: [Fault, number][] = [["drop-before", dropBefore], ["drop-after", dropAfter], ["error-before", error500 / 2], ["error-after", error500 / 2], ["rate-limit", rateLimit]];
    let reached = 0;
    const found = ways.find(([, rate]) => {
      reached += rate;
      return drawn < reached;
    });
    return { fault: found?.[0] ?? "none", waitMs: Math.floor(chance(seed, nth, 2) * slowMs) };
  }

  /** Whether the issuer refuses the next payment out of the blue. */
  declines(): boolean {
    if (this.rates.declineRate === 0) return false;
    this.attempts += 1;
    return chance(this.rates.seed, this.attempts, 3) < this.rates.declineRate;
  }
}

function numberOf(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum, 31) + text.charCodeAt(index);
  return sum;
}

/** A number from 0 up to 1 that depends on its arguments alone (the finisher of MurmurHash3). */
function chance(seed: number, count: number, stream: number): number {
  let state = (Math.imul(seed, 0x9e37_79b1) + Math.imul(count, 0x85eb_ca6b) + Math.imul(stream, 0xc2b2_ae35)) >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b) >>> 0;
  state = Math.imul(state ^ (state >>> 13), 0xc2b2_ae35) >>> 0;
  return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296;
}
