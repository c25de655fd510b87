import { payoutRailNamed } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";

/**
 * The provider's own page where a creator says who they are and where their money goes; makes the account on first use. Repeating it
 * gives a fresh page of the same account. @throws NotFound, ProviderFailed, NotConfigured
 */
export async function openPayoutAccount({ ctx }: { ctx: Context }): Promise<{ url: string }> {
  const { actor } = ctx;
  if (actor.kind !== "user" || !actor.creatorId) throw new NotFound("page");
  const creatorId: string = actor.creatorId;
  const rail = payoutRailNamed("stripe");
  const known = await ctx.db.payoutAccount.findUnique({ where: { creatorId } });
  const providerId = known?.providerId ?? (await makeAccount(ctx, creatorId, actor.userId));
  const back = `${config().APP_URL}/studio/payouts`;
  return { url: await rail.onboardingUrl(providerId, { returnUrl: `${back}?back=1`, refreshUrl: back }) };
}

async function makeAccount(ctx: Context, creatorId: string, userId: string): Promise<string> {
  const askedAt = new Date();
  const { email } = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  const made = await payoutRailNamed("stripe").createAccount({ creatorId, email });
  await ctx.transaction(async (tx) => {
    const rows = await tx.payoutAccount.createMany({ data: [{ creatorId, rail: "stripe", providerId: made.providerId, country: made.country ?? null, syncedAt: askedAt }], skipDuplicates: true });
    if (rows.count > 0) audit(tx, ctx, "payout-account.opened", { subject: creatorId });
  });
  return made.providerId;
}
