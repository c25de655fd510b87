import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { longDate, type MailContent, sendMail } from "@/lib/platform/mail";
import { formatMoney } from "@/lib/platform/money";

export interface Facts {
  membership: SubscriptionModel;
  creator: string;
  /** The creator's page. */
  page: string;
  tier: string;
  /** "$8.00 a month" */
  price: string;
  paidUntil: string;
  /** One's own page of this membership, and the one for another card. */
  manage: string;
  card: string;
}

export const library = (): string => `${config().APP_URL}/library`;
export const reason = "You get this because it concerns a membership you pay for on DirectFanz.";
export const money = formatMoney;

/** Writes to the fan of a membership about it; `write` says nothing when what it would say holds no more. */
export async function mailTheFan(ctx: Context, subscriptionId: string, { category, reference, write }: { category: string; reference: string; write: (facts: Facts) => MailContent | undefined }): Promise<void> {
  const membership = await ctx.db.subscription.findUnique({ where: { id: subscriptionId } });
  if (!membership) return;
  const [fan, creator, tier] = await Promise.all([
    ctx.db.user.findUnique({ where: { id: membership.fanUserId }, select: { email: true } }),
    ctx.db.creatorProfile.findUnique({ where: { id: membership.creatorId }, select: { name: true, handle: true } }),
    ctx.db.tier.findUnique({ where: { id: membership.tierId }, select: { name: true } }),
  ]);
  if (!fan || !creator) return;
  const manage = `${library()}/memberships/${membership.id}`;
  const content = write({
    membership,
    creator: creator.name,
    page: `${config().APP_URL}/c/${creator.handle}`,
    tier: tier?.name ?? "your membership",
    price: `${formatMoney({ amount: membership.amount, currency: membership.currency })} a ${membership.interval}`,
    paidUntil: longDate(membership.currentPeriodEnd),
    manage,
    card: `${manage}/card`,
  });
  if (content) await sendMail(ctx.db, { to: fan.email, category, reference }, () => content);
}
