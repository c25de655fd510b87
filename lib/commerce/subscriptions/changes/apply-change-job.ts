import { type Interval, railNamed } from "@/lib/commerce/rails";
import type { Context } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { defineJob } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";

/** Tells the provider what the row of a later change says now: to bill the new amount from the next time on, or the old one after all. */
async function tellProvider(ctx: Context, changeId: string): Promise<void> {
  const change = await ctx.db.subscriptionChange.findUnique({ where: { id: changeId }, include: { subscription: true } });
  if (!change || change.subscription.status === "ended") return;
  const { providerId } = change.subscription;
  const rail = railNamed(change.subscription.rail);
  const another = change.fromInterval !== change.toInterval;
  const said = async (changeOf: string, tierId: string, amount: number) => ({ changeId: changeOf, subscriptionId: providerId, productName: await productNameOf(ctx, change.subscriptionId, tierId), amount });
  if (change.state === "taken_back") {
    // Told late: a newer wish has been told in between, and holds.
    if (await ctx.db.subscriptionChange.count({ where: { subscriptionId: change.subscriptionId, id: { gt: change.id } } })) return;
    if (another) await rail.keepRhythm({ changeId: change.id, subscriptionId: providerId });
    else await rail.changeFromNextBill(await said(`${change.id}:back`, change.fromTierId, change.fromAmount));
  }
  if (change.state !== "scheduled") return;
  const request = await said(change.id, change.toTierId, change.toAmount);
  const { productId } = another ? await rail.changeRhythmAtEnd({ ...request, interval: change.toInterval as Interval }) : await rail.changeFromNextBill(request);
  await ctx.db.subscriptionChange.updateMany({ where: { id: change.id, state: "scheduled" }, data: { providerProduct: productId } });
}

export const applyChangeJob = defineJob<{ changeId: string }>({ name: "apply-change", lane: "default", run: ({ ctx, data }) => tellProvider(ctx, data.changeId) });

/** At once, so that the next look is right; the job stands behind it when the provider is away. */
export async function tellProviderSoon(ctx: Context, changeId: string): Promise<void> {
  try {
    await tellProvider(ctx, changeId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log().warn({ changeId, error: error.message }, "the provider hears of a change later");
  }
}

export async function productNameOf(ctx: Context, subscriptionId: string, tierId: string): Promise<string> {
  const { creatorId } = await ctx.db.subscription.findUniqueOrThrow({ where: { id: subscriptionId }, select: { creatorId: true } });
  const [creator, tier] = await Promise.all([ctx.db.creatorProfile.findUniqueOrThrow({ where: { id: creatorId }, select: { name: true } }), ctx.db.tier.findUniqueOrThrow({ where: { id: tierId }, select: { name: true } })]);
  return `${creator.name}: ${tier.name}`;
}
