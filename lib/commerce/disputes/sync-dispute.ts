import { disputesRailNamed, type RailDispute } from "@/lib/commerce/rails";
import { syncRefundsOf } from "@/lib/commerce/refunds";
import { audit } from "@/lib/platform/audit";
import { later, now } from "@/lib/platform/clock";
import type { Context, Tx } from "@/lib/platform/db";
import type { DisputeModel, SaleModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { bookMovements } from "./book";
import { holdShares, loseShares, regainShares, releaseShares } from "./settle";
import { answerMs, beforeDueMs } from "./rules";
import { type Effect, hasEnded, isHeld, type Stage, step } from "./stages";

/** Makes our row and our books say what the provider says of a dispute. One about a payment that is not ours is logged, and there is no row. */
export async function syncDispute(ctx: Context, rail: string, providerId: string): Promise<void> {
  const lookedAt = now();
  const seen = await disputesRailNamed(rail).readDispute(providerId);
  if (seen) await applyDispute(ctx, rail, seen, lookedAt);
  else log().warn({ providerId }, "a dispute that the provider does not know");
}

export async function applyDispute(ctx: Context, rail: string, seen: RailDispute, lookedAt: Date): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { providerCharge: seen.chargeId } });
  if (!sale) { log().warn({ providerId: seen.providerId, chargeId: seen.chargeId }, "a dispute of a payment that is not ours, or not yet"); return; }
  // What was returned before counts: it is not theirs to lose again.
  if (!(await ctx.db.dispute.findUnique({ where: { providerId: seen.providerId }, select: { id: true } }))) await syncRefundsOf(ctx, rail, seen.chargeId);
  await ctx.transaction(async (tx) => {
    // Returning a payment and losing it take turns.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`refund:${sale.id}`}))::text`;
    const known = await tx.dispute.findUnique({ where: { providerId: seen.providerId } });
    if (known && known.syncedAt > lookedAt) return;
    const { to, effects } = step(known ? (known.stage as Stage) : undefined, seen);
    const dispute = known ? await update(tx, ctx, known, { seen, to, lookedAt }) : await create(tx, ctx, { rail, sale, seen, to, lookedAt });
    await bookMovements(tx, dispute, seen.movements);
    for (const effect of effects) await perform(tx, ctx, effect, dispute, sale);
    if (to !== known?.stage) audit(tx, ctx, `dispute.${to.replace("_", "-")}`, { subject: dispute.id, saleId: sale.id, amount: dispute.amount, reason: dispute.reason });
  });
}

const sums = ({ movements }: RailDispute) => ({
  withdrawn: movements.reduce((sum, one) => sum + Math.max(-one.amount, 0), 0),
  reinstated: movements.reduce((sum, one) => sum + Math.max(one.amount, 0), 0),
  fees: movements.reduce((sum, one) => sum + one.fee, 0),
});

/** Three days from now, or a day before the bank's date when that is sooner. */
function answerBy(ctx: Context, dueBy: Date | undefined): Date {
  const usual = later(ctx.now, answerMs);
  return dueBy && later(dueBy, -beforeDueMs) < usual ? later(dueBy, -beforeDueMs) : usual;
}

interface Look {
  seen: RailDispute;
  to: Stage;
  lookedAt: Date;
}

function create(tx: Tx, ctx: Context, { rail, sale, seen, to, lookedAt }: Look & { rail: string; sale: SaleModel }): Promise<DisputeModel> {
  return tx.dispute.create({
    data: {
      id: newId("dispute"), saleId: sale.id, creatorId: sale.creatorId, fanUserId: sale.fanUserId, rail, providerId: seen.providerId, reason: seen.reason, networkCode: seen.networkCode ?? null, amount: seen.amount, currency: seen.currency, stage: to,
      inquiry: seen.status.startsWith("question"), openedAt: seen.openedAt < ctx.now ? seen.openedAt : ctx.now, dueBy: seen.dueBy ?? null, answerBy: answerBy(ctx, seen.dueBy), endedAt: hasEnded(to) ? ctx.now : null, syncedAt: lookedAt, ...sums(seen),
    },
  });
}

function update(tx: Tx, ctx: Context, known: DisputeModel, { seen, to, lookedAt }: Look): Promise<DisputeModel> {
  // A question that became a dispute is answered anew, with its own time.
  const anew = isHeld(to) && !isHeld(known.stage as Stage) ? { dueBy: seen.dueBy ?? null, answerBy: answerBy(ctx, seen.dueBy), compiledAt: null, decision: null, decidedAt: null, decisionRule: null, decisionReason: null, decidedByUserId: null, sentAt: null } : {};
  const ended = hasEnded(to) ? (known.endedAt ?? ctx.now) : null;
  return tx.dispute.update({ where: { id: known.id }, data: { stage: to, reason: seen.reason, amount: seen.amount, endedAt: ended, syncedAt: lookedAt, ...sums(seen), ...anew } });
}

async function perform(tx: Tx, ctx: Context, effect: Effect, dispute: DisputeModel, sale: SaleModel): Promise<void> {
  switch (effect) {
    case "tell-opened": emit(tx, "dispute.opened", { disputeId: dispute.id }); return;
    case "tell-ended": emit(tx, "dispute.ended", { disputeId: dispute.id }); return;
    case "hold": return holdShares(tx, ctx, dispute, sale);
    case "release": return releaseShares(tx, ctx, dispute);
    case "lose": return loseShares(tx, ctx, dispute, sale);
    case "regain": return regainShares(tx, ctx, dispute);
  }
}
