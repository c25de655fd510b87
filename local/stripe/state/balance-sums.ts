import type Stripe from "stripe";

type Booked = Pick<Stripe.BalanceTransaction, "currency" | "net" | "status">;

/** The running sums of an account's balance transactions, by currency, so that a balance costs the same after any history. */
export class BalanceSums {
  readonly available = new Map<string, number>([["usd", 0]]);
  readonly pending = new Map<string, number>([["usd", 0]]);

  note(row: Booked, before: Booked | undefined): void {
    if (before) this.add(before, -1);
    this.add(row, 1);
  }

  private add(row: Booked, sign: 1 | -1): void {
    const [here, there] = row.status === "available" ? [this.available, this.pending] : [this.pending, this.available];
    here.set(row.currency, (here.get(row.currency) ?? 0) + sign * row.net);
    there.set(row.currency, there.get(row.currency) ?? 0);
  }
}
