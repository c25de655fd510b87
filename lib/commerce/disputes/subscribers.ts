import { endUnpaid, settleRenewal } from "@/lib/commerce/subscriptions";
import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { longDate, type MailContent, sendMail } from "@/lib/platform/mail";
import { formatMoney } from "@/lib/platform/money";
import { compileEvidence } from "./evidence/compile-evidence";
import { hasEnded, type Stage } from "./stages";
import { returned, sayReason } from "./words";

/** Who disputes a payment is not charged for another; whose running period is lost to us has nothing left to run on; who won or took it back goes on. */
async function tendMembership(ctx: Context, disputeId: string): Promise<void> {
  const dispute = await ctx.db.dispute.findUnique({ where: { id: disputeId } });
  const sale = dispute && (await ctx.db.sale.findUnique({ where: { id: dispute.saleId }, select: { subscriptionId: true } }));
  const subscriptionId = sale?.subscriptionId;
  if (!dispute || !subscriptionId) return;
  await ctx.transaction((tx) => settleRenewal(tx, ctx, subscriptionId));
  if (dispute.stage === "lost") await endUnpaid(ctx, dispute.saleId);
}

async function readForMail(ctx: Context, disputeId: string) {
  const dispute = await ctx.db.dispute.findUnique({ where: { id: disputeId }, include: { shares: { take: 50 }, claims: { take: 50 } } });
  const page = dispute && (await ctx.db.creatorProfile.findUnique({ where: { id: dispute.creatorId }, select: { userId: true } }));
  const creator = page && (await ctx.db.user.findUnique({ where: { id: page.userId }, select: { email: true } }));
  if (!dispute || !creator) return undefined;
  const own = <T extends { creatorId: string }>(list: T[]): T | undefined => list.find(({ creatorId }) => creatorId === dispute.creatorId);
  const say = (amount: number): string => formatMoney({ amount, currency: dispute.currency });
  return { dispute, to: creator.email, share: own(dispute.shares), claim: own(dispute.claims), say, url: `${config().APP_URL}/studio/disputes/${dispute.id}` };
}
type ForMail = NonNullable<Awaited<ReturnType<typeof readForMail>>>;

async function tellOfOpening(ctx: Context, disputeId: string, reference: string): Promise<void> {
  const found = await readForMail(ctx, disputeId);
  if (!found || hasEnded(found.dispute.stage as Stage)) return;
  const { dispute, to, share, say, url } = found;
  const asks = dispute.stage.startsWith("warned");
  // Of nothing: asked about what had gone back before.
  const [about, paid] = dispute.amount > 0 ? [`a payment of ${say(dispute.amount)}`, `${say(dispute.amount)} they paid you`] : [returned, returned];
  const kept = share && share.held > 0 ? `${say(share.held)} of your balance is kept back until the bank has decided.` : "Nothing of your balance is kept back.";
  await sendMail(ctx.db, { to, category: "dispute-opened", reference }, () => ({
    subject: asks ? `A bank asks about ${about}` : `A bank took back ${about}`,
    paragraphs: [
      asks ? `The bank of a fan asks about ${paid}: ${sayReason(dispute.reason)}. No money has been taken.` : `The bank of a fan took back ${paid}: ${sayReason(dispute.reason)}. ${kept}`,
      ...(dispute.decision === "accept" ? [dispute.decisionReason ?? ""] : [`We have put together what happened on DirectFanz. If you know more, add it by ${longDate(dispute.answerBy)}: words, a mail, a screenshot.`]),
      "This is no strike against you, and the fees of it are ours.",
    ],
    action: { label: dispute.decision === "accept" ? "See what happened" : "See it, and add to it", url },
    reason: `You get this because the payment was made to your page. Dispute ${dispute.id}.`,
  }));
}

async function tellOfEnd(ctx: Context, disputeId: string, reference: string): Promise<void> {
  const found = await readForMail(ctx, disputeId);
  if (!found) return;
  await sendMail(ctx.db, { to: found.to, category: "dispute-ended", reference }, () => ({
    ...endOf(found),
    action: { label: "See what happened", url: found.url },
    reason: `You get this because the payment was made to your page. Dispute ${found.dispute.id}.`,
  }));
}

function endOf({ dispute, share, claim, say }: ForMail): Pick<MailContent, "subject" | "paragraphs"> {
  if (dispute.amount === 0) return { subject: `The bank has decided about ${returned}`, paragraphs: ["Nothing was taken from you, and nothing is left for you to do."] };
  const [amount, held] = [say(dispute.amount), share?.held ?? 0];
  const released = held > 0 ? [`${say(held)} is in your balance again and goes out with your next payout.`] : [];
  if (dispute.stage === "won") return { subject: `You won: ${amount} stays yours`, paragraphs: ["The bank read the evidence and decided for you.", ...released] };
  if (dispute.stage === "withdrawn") return { subject: `The dispute about ${amount} was taken back`, paragraphs: ["The fan took it back, or the bank ended it. Nothing is lost.", ...released] };
  if (dispute.stage === "closed") return { subject: `The bank's question about ${amount} is closed`, paragraphs: ["Nothing was taken, and nothing is left for you to do."] };
  const late = share ? share.net - share.held : 0;
  return {
    subject: claim && claim.paid > 0 ? `Lost, and the shield paid you ${say(claim.paid)}` : `A disputed payment of ${amount} was lost`,
    paragraphs: [
      dispute.decision === "accept" ? (dispute.decisionReason ?? "It was not fought.") : "The bank decided for the fan.",
      ...(held > 0 ? [`The ${say(held)} that was kept back went to the fan.`] : []),
      ...(late > 0 ? [`${say(late)} of it had been paid out to you before; your next sales make up for that.`] : []),
      ...(claim ? [claim.text] : []),
      "This is no strike against you, and the fees of it are ours.",
    ],
  };
}

export const subscribers = [
  on("dispute.opened", "compile-evidence", ({ ctx, payload }) => compileEvidence(ctx, payload.disputeId)),
  on("dispute.opened", "stop-renewal", ({ ctx, payload }) => tendMembership(ctx, payload.disputeId)),
  on("dispute.opened", "tell-the-creator", ({ ctx, payload, eventId }) => tellOfOpening(ctx, payload.disputeId, eventId)),
  on("dispute.ended", "end-membership", ({ ctx, payload }) => tendMembership(ctx, payload.disputeId)),
  on("dispute.ended", "tell-the-creator-of-the-end", ({ ctx, payload, eventId }) => tellOfEnd(ctx, payload.disputeId, eventId)),
];
