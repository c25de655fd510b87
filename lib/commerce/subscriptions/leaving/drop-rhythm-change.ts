import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";

/** Another rhythm after the end has no sense any more, and the provider does not keep it beside a cancellation. */
export async function dropRhythmChange(tx: Tx, ctx: Context, subscriptionId: string): Promise<void> {
  const change = await tx.subscriptionChange.findFirst({ where: { subscriptionId, state: "scheduled" } });
  if (!change || change.fromInterval === change.toInterval) return;
  await tx.subscriptionChange.update({ where: { id: change.id }, data: { state: "taken_back", closedAt: ctx.now } });
  audit(tx, ctx, "subscription.change-taken-back", { subject: subscriptionId, changeId: change.id });
}
