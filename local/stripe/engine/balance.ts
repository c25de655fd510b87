import type { Context } from "../state/context";

/** The account's money by currency (minor units): what can be moved now, and what is on its way. */
export function balanceOf(ctx: Context): { available: Map<string, number>; pending: Map<string, number> } {
  const available = new Map([["usd", 0]]);
  const pending = new Map([["usd", 0]]);
  for (const booked of ctx.db.balanceTransactions.all()) {
    const [here, there] = booked.available_on <= ctx.now ? [available, pending] : [pending, available];
    here.set(booked.currency, (here.get(booked.currency) ?? 0) + booked.net);
    there.set(booked.currency, there.get(booked.currency) ?? 0);
  }
  return { available, pending };
}
