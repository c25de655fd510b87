import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { sendMail } from "@/lib/platform/mail";
import { library, mailTheFan, money, reason } from "./letters/facts";
import { endedUnpaid, lastWarning, recovered, refused } from "./letters/late";
import { goodbye, kept } from "./letters/leaving";
import { renewalRestored, renewalStopped } from "./letters/stopped";
import { changed, changeScheduled, changeTakenBack, paused, pauseEnding, resumed, trialEnding } from "./letters/terms";
import { acknowledge } from "./letters/withdrawal";

async function tellOfReturn(ctx: Context, checkoutId: string): Promise<void> {
  const checkout = await ctx.db.checkout.findUniqueOrThrow({ where: { id: checkoutId } });
  const [fan, creator] = await Promise.all([
    ctx.db.user.findUnique({ where: { id: checkout.fanUserId }, select: { email: true } }),
    ctx.db.creatorProfile.findUnique({ where: { id: checkout.creatorId }, select: { name: true } }),
  ]);
  if (!fan || !creator) return;
  const price = money({ amount: checkout.amount, currency: checkout.currency });
  await sendMail(ctx.db, { to: fan.email, category: "second-payment-returned", reference: checkoutId }, () => ({
    subject: `We returned ${price}: you were a member of ${creator.name} already`,
    paragraphs: [`You paid ${price} to ${creator.name} while a membership was running. You have one membership, and the second payment goes back to your card, usually within ten days.`],
    action: { label: "See your memberships", url: library() },
    reason,
  }));
}

async function tellOfRefusal(ctx: Context, subscriptionId: string, reference: string): Promise<void> {
  const bill = await ctx.db.overdue.findFirst({ where: { subscriptionId, closedAt: null }, orderBy: { failedAt: "desc" } });
  await mailTheFan(ctx, subscriptionId, { category: "payment-failed", reference, write: refused(bill) });
}

async function warn(ctx: Context, overdueId: string): Promise<void> {
  const bill = await ctx.db.overdue.findUniqueOrThrow({ where: { id: overdueId } });
  if (!bill.closedAt) await mailTheFan(ctx, bill.subscriptionId, { category: "payment-last-warning", reference: overdueId, write: lastWarning(bill) });
}

/** Ended over a bill that nobody paid; other ends were asked for, and told of then. */
async function tellOfEnd(ctx: Context, subscriptionId: string, reference: string): Promise<void> {
  const unpaid = await ctx.db.overdue.count({ where: { subscriptionId, outcome: "ended" } });
  if (unpaid > 0) await mailTheFan(ctx, subscriptionId, { category: "ended-unpaid", reference, write: endedUnpaid });
}

async function aboutChange(ctx: Context, changeId: string, kind: "changed" | "scheduled" | "taken-back"): Promise<void> {
  const change = await ctx.db.subscriptionChange.findUniqueOrThrow({ where: { id: changeId } });
  const to = await ctx.db.tier.findUnique({ where: { id: change.toTierId }, select: { name: true } });
  const write = kind === "changed" ? changed(change) : kind === "scheduled" ? changeScheduled(change, to?.name ?? "your membership") : changeTakenBack;
  await mailTheFan(ctx, change.subscriptionId, { category: `change-${kind}`, reference: changeId, write });
}

async function aboutPause(ctx: Context, pauseId: string, kind: "paused" | "ending" | "resumed"): Promise<void> {
  const pause = await ctx.db.membershipPause.findUniqueOrThrow({ where: { id: pauseId } });
  const write = kind === "paused" ? paused(pause) : kind === "ending" ? pauseEnding(pause) : resumed;
  await mailTheFan(ctx, pause.subscriptionId, { category: `pause-${kind}`, reference: pauseId, write });
}

export const subscribers = [
  on("checkout.undone", "tell-of-return", ({ ctx, payload }) => tellOfReturn(ctx, payload.checkoutId)),
  on("subscription.cancel-requested", "confirm-cancellation", ({ ctx, payload, eventId }) => mailTheFan(ctx, payload.subscriptionId, { category: "cancellation", reference: eventId, write: goodbye(ctx.now) })),
  on("subscription.kept", "confirm-keeping", ({ ctx, payload, eventId }) => mailTheFan(ctx, payload.subscriptionId, { category: "cancellation-taken-back", reference: eventId, write: kept })),
  on("subscription.renewal-stopped", "tell-of-stop", ({ ctx, payload, eventId }) => mailTheFan(ctx, payload.subscriptionId, { category: "renewal-stopped", reference: eventId, write: renewalStopped })),
  on("subscription.renewal-restored", "tell-of-restoring", ({ ctx, payload, eventId }) => mailTheFan(ctx, payload.subscriptionId, { category: "renewal-restored", reference: eventId, write: renewalRestored })),
  on("payment.failed", "tell-of-refusal", ({ ctx, payload, eventId }) => tellOfRefusal(ctx, payload.subscriptionId, eventId)),
  on("payment.last-warning", "warn", ({ ctx, payload }) => warn(ctx, payload.overdueId)),
  on("payment.recovered", "tell-of-recovery", ({ ctx, payload, eventId }) => mailTheFan(ctx, payload.subscriptionId, { category: "payment-recovered", reference: eventId, write: recovered })),
  on("subscription.ended", "tell-of-end", ({ ctx, payload, eventId }) => tellOfEnd(ctx, payload.subscriptionId, eventId)),
  on("trial.ending", "remind", ({ ctx, payload, eventId }) => mailTheFan(ctx, payload.subscriptionId, { category: "trial-ending", reference: eventId, write: trialEnding })),
  on("subscription.changed", "confirm-change", ({ ctx, payload }) => aboutChange(ctx, payload.changeId, "changed")),
  on("subscription.change-scheduled", "confirm-change", ({ ctx, payload }) => aboutChange(ctx, payload.changeId, "scheduled")),
  on("subscription.change-taken-back", "confirm-change", ({ ctx, payload }) => aboutChange(ctx, payload.changeId, "taken-back")),
  on("subscription.paused", "confirm-pause", ({ ctx, payload }) => aboutPause(ctx, payload.pauseId, "paused")),
  on("subscription.pause-ending", "remind", ({ ctx, payload }) => aboutPause(ctx, payload.pauseId, "ending")),
  on("subscription.resumed", "tell-of-resuming", ({ ctx, payload }) => aboutPause(ctx, payload.pauseId, "resumed")),
  on("withdrawal.received", "acknowledge", ({ ctx, payload }) => acknowledge(ctx, payload.withdrawalId)),
];
