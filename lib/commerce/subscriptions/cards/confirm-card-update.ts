import { railNamed } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import type { Context, Verb } from "@/lib/platform/db";
import type { CardUpdateId } from "@/lib/platform/ids";
import type { CardUpdateView } from "../schema";
import { syncSubscription } from "../sync-subscription";
import { readCardUpdate } from "./read-card-update";

/** Asks the provider what became of one's own visit to the card page, for a fan who has come back. Repeating it changes nothing. @throws NotFound, ProviderFailed */
export async function confirmCardUpdate({ ctx, input }: Verb<{ cardUpdateId: CardUpdateId }>): Promise<CardUpdateView> {
  const before = await readCardUpdate(ctx, input.cardUpdateId);
  if (before.state === "open") await syncCardUpdate(ctx, input.cardUpdateId);
  return readCardUpdate(ctx, input.cardUpdateId);
}

/** Makes the new card pay from now on, and tries at once what is overdue; once, however often it is heard of. */
export async function syncCardUpdate(ctx: Context, cardUpdateId: string): Promise<void> {
  const update = await ctx.db.cardUpdate.findUnique({ where: { id: cardUpdateId }, include: { subscription: { select: { rail: true } } } });
  if (!update?.providerId || update.state !== "open") return;
  const rail = railNamed(update.subscription.rail);
  const page = await rail.readCardPage(update.providerId);
  if (page?.state === "expired") await ctx.db.cardUpdate.updateMany({ where: { id: update.id, state: "open" }, data: { state: "expired" } });
  if (page?.state !== "completed" || !page.cardId) return;
  const { subscriptionIds, refusal } = await rail.useCard(page.cardId);
  for (const providerId of subscriptionIds) await syncSubscription({ ctx, input: { rail: rail.name, providerId } });
  await ctx.transaction(async (tx) => {
    const closed = await tx.cardUpdate.updateMany({ where: { id: update.id, state: "open" }, data: { state: "completed", completedAt: ctx.now, refusal: refusal ?? null } });
    if (closed.count > 0) audit(tx, ctx, "card-update.completed", { subject: update.id, subscriptionId: update.subscriptionId });
  });
}
