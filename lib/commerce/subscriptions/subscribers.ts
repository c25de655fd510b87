import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { longDate, type MailContent, sendMail } from "@/lib/platform/mail";
import { formatMoney } from "@/lib/platform/money";

interface Facts {
  creator: string;
  page: string;
  tier: string;
  price: string;
  paidUntil: string;
  /** The last payment had not come through. */
  overdue: boolean;
}

async function mailTheFan(ctx: Context, subscriptionId: string, { cancelled, category, reference, write }: { cancelled: boolean; category: string; reference: string; write: (facts: Facts) => MailContent }): Promise<void> {
  const found = await ctx.db.subscription.findUnique({ where: { id: subscriptionId } });
  // Changed their mind meanwhile: only what holds now is worth a mail.
  if (!found || (found.cancelRequestedAt !== null) !== cancelled) return;
  const [fan, creator, tier] = await Promise.all([
    ctx.db.user.findUnique({ where: { id: found.fanUserId }, select: { email: true } }),
    ctx.db.creatorProfile.findUnique({ where: { id: found.creatorId }, select: { name: true, handle: true } }),
    ctx.db.tier.findUnique({ where: { id: found.tierId }, select: { name: true } }),
  ]);
  if (!fan || !creator) return;
  const facts = { creator: creator.name, page: `${config().APP_URL}/c/${creator.handle}`, tier: tier?.name ?? "your membership", price: formatMoney({ amount: found.amount, currency: found.currency }), paidUntil: longDate(found.currentPeriodEnd), overdue: found.currentPeriodEnd < ctx.now };
  await sendMail(ctx.db, { to: fan.email, category, reference }, () => write(facts));
}

const library = (): string => `${config().APP_URL}/library`;
const reason = "You get this because it concerns a membership you pay for on DirectFanz.";

const overdueGoodbye = ({ creator, tier, page }: Facts): MailContent => ({
  subject: `Your membership of ${creator} has ended`,
  paragraphs: [`You cancelled ${tier} while its last payment had not come through. Your card is not tried again, and nothing more is charged.`],
  action: { label: `Go to ${creator}`, url: page },
  reason,
});

const goodbye = ({ overdue, ...facts }: Facts): MailContent => (overdue ? overdueGoodbye({ overdue, ...facts }) : paidGoodbye({ overdue, ...facts }));

const paidGoodbye = ({ creator, tier, paidUntil }: Facts): MailContent => ({
  subject: `Your membership of ${creator} ends on ${paidUntil}`,
  paragraphs: [`You cancelled ${tier}. Nothing more is charged.`, `What you paid for stays open until ${paidUntil}. You can change your mind until then.`],
  action: { label: "Keep my membership", url: library() },
  reason,
});

const kept = ({ creator, page, tier, price, paidUntil }: Facts): MailContent => ({
  subject: `You stay a member of ${creator}`,
  paragraphs: [`You took your cancellation of ${tier} back.`, `The next payment, ${price}, is on ${paidUntil}, unless you cancel before.`],
  action: { label: `Go to ${creator}`, url: page },
  otherwise: { label: "See or cancel your memberships", url: library() },
  reason,
});

async function tellOfReturn(ctx: Context, checkoutId: string): Promise<void> {
  const checkout = await ctx.db.checkout.findUniqueOrThrow({ where: { id: checkoutId } });
  const [fan, creator] = await Promise.all([
    ctx.db.user.findUnique({ where: { id: checkout.fanUserId }, select: { email: true } }),
    ctx.db.creatorProfile.findUnique({ where: { id: checkout.creatorId }, select: { name: true } }),
  ]);
  if (!fan || !creator) return;
  const price = formatMoney({ amount: checkout.amount, currency: checkout.currency });
  await sendMail(ctx.db, { to: fan.email, category: "second-payment-returned", reference: checkoutId }, () => ({
    subject: `We returned ${price}: you were a member of ${creator.name} already`,
    paragraphs: [`You paid ${price} to ${creator.name} while a membership was running. You have one membership, and the second payment goes back to your card, usually within ten days.`],
    action: { label: "See your memberships", url: library() },
    reason,
  }));
}

export const subscribers = [
  on("checkout.undone", "tell-of-return", ({ ctx, payload }) => tellOfReturn(ctx, payload.checkoutId)),
  on("subscription.cancel-requested", "confirm-cancellation", ({ ctx, payload, eventId }) => mailTheFan(ctx, payload.subscriptionId, { cancelled: true, category: "cancellation", reference: eventId, write: goodbye })),
  on("subscription.kept", "confirm-keeping", ({ ctx, payload, eventId }) => mailTheFan(ctx, payload.subscriptionId, { cancelled: false, category: "cancellation-taken-back", reference: eventId, write: kept })),
];
