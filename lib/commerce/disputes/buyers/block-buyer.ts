import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

export interface BlockInput {
  userId: string;
  /** Null: everywhere. */
  creatorId: string | null;
  rule: "dispute-open" | "score" | "early-fraud-warning";
  /** What the buyer reads when they try to buy. */
  reason: string;
  causeId: string;
}

/** Keeps somebody from buying, in the caller's transaction. One in force for the same page stays as it is. */
export async function blockBuyerIn(tx: Tx, ctx: Context, { userId, creatorId, rule, reason, causeId }: BlockInput): Promise<void> {
  const id = newId("buyerBlock");
  const made = await tx.buyerBlock.createMany({ data: [{ id, userId, creatorId, rule, reason, causeId, startsAt: ctx.now }], skipDuplicates: true });
  if (made.count > 0) audit(tx, ctx, "buyer.blocked", { subject: id, userId, creatorId, rule, causeId });
}
