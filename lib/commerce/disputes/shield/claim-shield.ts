import { accounts, accountSum, postTransaction } from "@/lib/commerce/ledger";
import { audit } from "@/lib/platform/audit";
import { later } from "@/lib/platform/clock";
import type { Context, Database, Tx } from "@/lib/platform/db";
import type { DisputeModel, DisputeShareModel, SaleModel } from "@/lib/platform/db/generated/models";
import { gatherFacts } from "../evidence/gather-facts";
import { shield } from "../rules";
import { decideShield, type ShieldFacts } from "./decide-shield";

interface Claim {
  dispute: DisputeModel;
  sale: SaleModel;
  share: DisputeShareModel;
}

/** Asks the shield for a creator's loss, once: notes what it decided and why, and books what it pays. In the transaction that books the loss. */
export async function claimShield(tx: Tx, ctx: Context, { dispute, sale, share }: Claim): Promise<void> {
  const { creatorId, net, currency } = share;
  // The pool is spent by one at a time: it never goes below nothing.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`shield:${currency}`}))::text`;
  const { code, pay, text } = decideShield(await factsOf(tx, ctx, { dispute, sale, share }));
  const made = await tx.shieldClaim.createMany({ data: [{ disputeId: dispute.id, creatorId, code, text, loss: net, paid: pay, currency, decidedAt: ctx.now }], skipDuplicates: true });
  if (made.count === 0) return;
  audit(tx, ctx, "shield.decided", { subject: dispute.id, creatorId, code, loss: net, paid: pay });
  if (pay === 0) return;
  await postTransaction(tx, {
    idempotencyKey: `shield:${dispute.id}:${creatorId}`,
    kind: "shield",
    causeId: dispute.id,
    description: "The chargeback shield, for a disputed payment",
    currency,
    occurredAt: ctx.now,
    lines: [
      { account: accounts.shield, amount: pay, line: "paid by the chargeback shield" },
      { account: accounts.creator(creatorId), amount: -pay, line: "paid by the chargeback shield" },
    ],
  });
}

/** What the shield holds, in minor units. */
export async function shieldPool(db: Database | Tx, currency: string): Promise<number> {
  return 0 - (await accountSum(db, accounts.shield, currency));
}

async function factsOf(tx: Tx, ctx: Context, { dispute, sale, share: { net, currency } }: Claim): Promise<ShieldFacts> {
  const since = later(ctx.now, -shield.rateWindowMs);
  const month = new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth(), 1));
  const facts = await gatherFacts(tx, dispute, ctx.now);
  // The page that sold it is judged, not who has a share of it: a page that is disputed too much finds no fresh name to be paid under.
  const pageId = sale.creatorId;
  const page = await tx.creatorProfile.findUnique({ where: { id: pageId }, select: { openedAt: true } });
  const paid = await tx.shieldClaim.aggregate({ where: { dispute: { creatorId: pageId }, currency, decidedAt: { gte: month } }, _sum: { paid: true } });
  return {
    reason: dispute.reason, currency, loss: net, saleGross: sale.gross,
    pool: await shieldPool(tx, currency),
    pageAgeMs: page?.openedAt ? ctx.now.getTime() - page.openedAt.getTime() : 0,
    disputes: await tx.dispute.count({ where: { creatorId: pageId, openedAt: { gte: since }, stage: { in: ["open", "submitted", "won", "lost"] } } }),
    sales: await tx.sale.count({ where: { creatorId: pageId, occurredAt: { gte: since } } }),
    paidThisMonth: paid._sum.paid ?? 0,
    delivered: facts.deliveries.length > 0 || facts.access?.firstUsedAt !== undefined,
    signedIn: facts.atCheckout !== undefined,
  };
}
