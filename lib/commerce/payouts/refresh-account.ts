import type { Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { syncPayoutAccount } from "./sync-account";

/** Asks the provider about one's own account, for a creator who has come back from its page. Without an account nothing happens. @throws NotFound, ProviderFailed */
export async function refreshPayoutAccount({ ctx }: { ctx: Context }): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "user" || !actor.creatorId) throw new NotFound("page");
  const account = await ctx.db.payoutAccount.findUnique({ where: { creatorId: actor.creatorId }, select: { rail: true, providerId: true } });
  if (account) await syncPayoutAccount(ctx, account);
}
