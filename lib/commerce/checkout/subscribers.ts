import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { settleOpenCheckout } from "./settle-open-checkout";

/** A page of the provider stays payable for two hours: the terms it was opened on may not hold any more. */
async function closeUnfit(ctx: Context, tierId: string): Promise<void> {
  const tier = await ctx.db.tier.findUnique({ where: { id: tierId }, select: { creatorId: true, minAmount: true, annualAmount: true, trialDays: true, archivedAt: true } });
  if (!tier) return;
  const all = { creatorId: tier.creatorId, tierId };
  if (tier.archivedAt) return closeAll(ctx, all);
  await closeAll(ctx, { ...all, interval: "month", amount: { lt: tier.minAmount } });
  await closeAll(ctx, { ...all, interval: "year", ...(tier.annualAmount === null ? {} : { amount: { lt: tier.annualAmount } }) });
  await closeAll(ctx, { ...all, trialDays: { notIn: [0, tier.trialDays] } });
}

async function closeOfSeller(ctx: Context, userId: string): Promise<void> {
  const page = await ctx.db.creatorProfile.findUnique({ where: { userId }, select: { id: true } });
  if (page) await closeAll(ctx, { creatorId: page.id });
}

async function closeAll(ctx: Context, which: { creatorId: string; tierId?: string; interval?: string; amount?: { lt: number }; trialDays?: { notIn: number[] } }): Promise<void> {
  let after = "";
  for (;;) {
    const open = await ctx.db.checkout.findMany({ where: { ...which, state: "open", id: { gt: after } }, orderBy: { id: "asc" }, take: 50 });
    for (const checkout of open) await settleOpenCheckout({ ctx, input: { checkout } });
    const last = open.at(-1);
    if (open.length < 50 || !last) return;
    after = last.id;
  }
}

export const subscribers = [
  on("tier.terms-changed", "close-checkouts", ({ ctx, payload }) => closeUnfit(ctx, payload.tierId)),
  on("user.restricted", "close-checkouts", ({ ctx, payload }) => (payload.capability === "sell" ? closeOfSeller(ctx, payload.userId) : Promise.resolve())),
];
