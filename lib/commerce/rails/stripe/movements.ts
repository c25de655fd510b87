import { demand, stripe } from "./client";
import { date, idOf } from "./values";

/** One line of the provider's own books. Minor units; net is what it did to the balance. */
export interface RailMovement {
  providerId: string;
  type: string;
  amount: number;
  fee: number;
  net: number;
  currency: string;
  /** The charge, refund, transfer, reversal or dispute behind it. */
  source: string | undefined;
  occurredAt: Date;
}

/** How a rail's own books are read. Throws ProviderFailed when it is away. */
export interface MovementsRail {
  /** All movements of a span of time, page by page; `from` is in it, `to` is not. */
  movements: (span: { from: Date; to: Date }) => AsyncGenerator<RailMovement[]>;
  /** Everything it holds for us, free or not yet, by currency. */
  balance: () => Promise<Map<string, number>>;
  /** Its own clock; in test mode it may run ahead of ours. */
  newest: () => Promise<Date | undefined>;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

export const stripeMovements: MovementsRail = {
  async *movements({ from, to }) {
    for (let starting_after: string | undefined; ; ) {
      const page = await demand(() => stripe().balanceTransactions.list({ created: { gte: seconds(from), lt: seconds(to) }, limit: 100, ...(starting_after ? { starting_after } : {}) }));
      yield page.data.map((one) => ({ providerId: one.id, type: one.type, amount: one.amount, fee: one.fee, net: one.net, currency: one.currency, source: idOf(one.source), occurredAt: date(one.created) }));
      starting_after = page.data.at(-1)?.id;
      if (!page.has_more || !starting_after) return;
    }
  },
  balance: async () => {
    const { available, pending } = await demand(() => stripe().balance.retrieve());
    const sums = new Map<string, number>();
    for (const { currency, amount } of [...available, ...pending]) sums.set(currency, (sums.get(currency) ?? 0) + amount);
    return sums;
  },
  newest: async () => {
    const [one] = (await demand(() => stripe().balanceTransactions.list({ limit: 1 }))).data;
    return one && date(one.created);
  },
};
