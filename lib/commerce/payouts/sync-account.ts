import { payoutRailNamed, type RailAccount } from "@/lib/commerce/rails";
import type { Context, Tx } from "@/lib/platform/db";
import type { PayoutAccountModel } from "@/lib/platform/db/generated/models";
import { later } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { endHold, placeHold } from "./place-hold";
import { bankChangeHoldMs } from "./rules";

/** Makes our row say what the provider says of a creator's account. A bank that changed is paid a few days later, and its owner told. */
export async function syncPayoutAccount(ctx: Context, { rail, providerId }: { rail: string; providerId: string }): Promise<void> {
  const askedAt = new Date();
  const seen = await payoutRailNamed(rail).readAccount(providerId);
  if (!seen) { log().warn({ providerId }, "an account the provider does not know"); return; }
  await ctx.transaction((tx) => writeAccount(tx, ctx, seen, askedAt));
}

export async function writeAccount(tx: Tx, ctx: Context, seen: RailAccount, askedAt: Date): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`account:${seen.providerId}`}))::text`;
  const before = await tx.payoutAccount.findUnique({ where: { providerId: seen.providerId } });
  if (!before) { log().warn({ providerId: seen.providerId }, "an account that is not ours"); return; }
  if (before.syncedAt > askedAt) return;
  const changed = before.bankFingerprint !== null && seen.bank !== undefined && seen.bank.fingerprint !== before.bankFingerprint;
  await tx.payoutAccount.update({
    where: { creatorId: before.creatorId },
    data: {
      country: seen.country ?? null, transfersActive: seen.transfersActive, payoutsEnabled: seen.payoutsEnabled, instantAvailable: seen.bank?.instant ?? false, requirements: seen.due, disabledReason: seen.disabledReason ?? null,
      bankLast4: seen.bank?.last4 ?? null, bankName: seen.bank?.name ?? null, bankFingerprint: seen.bank?.fingerprint ?? null, syncedAt: askedAt, ...(changed ? { bankChangedAt: ctx.now } : {}),
    },
  });
  if (changed) await holdForChange(tx, ctx, before, seen);
}

async function holdForChange(tx: Tx, ctx: Context, { creatorId, bankLast4 }: PayoutAccountModel, seen: RailAccount): Promise<void> {
  // The bank that sent money back is gone, so what it was held for is over.
  await endHold(tx, ctx, { creatorId, rule: "bank-refused", why: "the bank account was changed" });
  await endHold(tx, ctx, { creatorId, rule: "bank-changed", why: "the bank account was changed again" });
  await placeHold(tx, ctx, {
    creatorId,
    rule: "bank-changed",
    reason: `Your bank account was changed from one ending in ${bankLast4 ?? "????"} to one ending in ${seen.bank?.last4 ?? "????"}.`,
    whatToDo: "If it was you, there is nothing to do. If it was not, sign out all devices, change your password and put your own account back.",
    endsAt: later(ctx.now, bankChangeHoldMs),
  });
}
