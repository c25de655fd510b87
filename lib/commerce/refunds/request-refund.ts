import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import type { RefundModel, SaleModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import { asId, newId, type RefundId, type SaleId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { authorize } from "@/lib/platform/policy";
import { checkBalance } from "./check-balance";
import { AlreadyReturned, RefundTooLarge, TooOldToReturn } from "./errors";
import { sendRefundJob } from "./jobs";
import { canRefund } from "./policy";
import { type Initiator, refundableMs } from "./rules";

export interface RequestRefund {
  saleId: SaleId;
  /** Minor units; absent: all that is left. */
  amount?: number | undefined;
  reason: string;
  initiator: Initiator;
  /** Names the rule that asked, where it was one; a rule asks once for each sale. */
  rule?: string | undefined;
}

/**
 * Asks for money to go back to the fan who paid it. It is done at the provider by a job, and booked when the provider has done it.
 * A rule that asks again is answered with what it asked for before. @throws NotFound, RefundTooLarge, AlreadyReturned,
 * TooOldToReturn, and of a page BalanceTooSmall, PartnerShort
 */
export async function requestRefund({ ctx, input }: Verb<RequestRefund>): Promise<RefundId> {
  const id = await ctx.transaction((tx) => requestRefundIn(tx, ctx, input));
  markPending();
  return id;
}

/** As requestRefund; of what has been returned before, by the creator say, there is nothing left to give back. */
export async function requestRefundOnce(call: Verb<RequestRefund>): Promise<void> {
  try {
    await requestRefund(call);
  } catch (error) {
    if (!(error instanceof AlreadyReturned)) throw error;
  }
}

/** As requestRefund, inside the caller's transaction. */
export async function requestRefundIn(tx: Tx, ctx: Context, input: RequestRefund): Promise<RefundId> {
  const sale = await lockSale(tx, input.saleId);
  const initiator = initiatorOf(ctx, sale, input);
  authorize(canRefund(ctx.actor, sale ?? { creatorId: "" }, initiator), "sale");
  if (!sale) throw new NotFound("sale");
  const earlier = await tx.refund.findMany({ where: { saleId: sale.id, state: { not: "failed" } }, take: 100 });
  const same = input.rule === undefined ? undefined : earlier.find((one) => one.rule === input.rule);
  if (same) return asId("refund", same.id);
  const amount = amountOf(sale, earlier, input);
  if (sale.occurredAt.getTime() + refundableMs < ctx.now.getTime()) throw new TooOldToReturn();
  if (initiator === "creator") await checkBalance(tx, sale, earlier, amount);
  const id = newId("refund");
  const byUserId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  await tx.refund.create({ data: { id, saleId: sale.id, amount, currency: sale.currency, initiator, byUserId, rule: input.rule ?? null, reason: input.reason, requestedAt: ctx.now } });
  await enqueue(tx, sendRefundJob, { refundId: id });
  audit(tx, ctx, "refund.requested", { subject: id, saleId: sale.id, amount, initiator });
  return id;
}

/** Nobody answers for their own page: an administrator who returns what it was paid does so as its owner. */
const initiatorOf = ({ actor }: Context, sale: SaleModel | null, { initiator }: RequestRefund): Initiator =>
  initiator === "admin" && sale && actor.kind === "user" && actor.creatorId === sale.creatorId ? "creator" : initiator;

/** Two who return one payment take turns on its sale. */
async function lockSale(tx: Tx, saleId: string): Promise<SaleModel | null> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`refund:${saleId}`}))::text`;
  return tx.sale.findUnique({ where: { id: saleId } });
}

function amountOf(sale: SaleModel, earlier: RefundModel[], input: RequestRefund): number {
  const left = sale.gross - earlier.reduce((sum, one) => sum + one.amount, 0);
  if (left === 0) throw new AlreadyReturned();
  const amount = input.amount ?? left;
  if (amount > left) throw new RefundTooLarge(left, sale.currency);
  return amount;
}
