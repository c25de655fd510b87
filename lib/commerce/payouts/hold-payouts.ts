import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import type { CreatorId, PayoutHoldId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { NotPayable } from "./errors";
import { placeHold } from "./place-hold";
import { canAnswerForPayouts } from "./policy";
import type { holdRules } from "./rules";

/** Keeps a creator's payouts back until a day; they read why and what ends it. @throws NotFound, Forbidden for one's own page, InvalidInput, NotPayable when one of ours is in force */
export async function holdPayouts({ ctx, input }: Verb<{ creatorId: CreatorId; rule?: keyof typeof holdRules; reason: string; whatToDo: string; endsAt: string }>): Promise<void> {
  authorize(canAnswerForPayouts(ctx.actor, input.creatorId), "creator");
  const endsAt = new Date(input.endsAt);
  if (endsAt <= ctx.now) throw new InvalidInput("body.endsAt", "Choose an end that lies ahead: nothing is held for ever.");
  if (!(await ctx.db.creatorProfile.count({ where: { id: input.creatorId } }))) throw new NotFound("creator");
  await ctx.transaction(async (tx) => {
    const made = await placeHold(tx, ctx, { ...input, rule: input.rule ?? "admin", endsAt });
    if (!made) throw new NotPayable("A hold by this rule is in force already. Lift it first.");
  });
}

/** Lets a creator's payouts go again, with the reason. Repeating it changes nothing. @throws NotFound, Forbidden for one's own page */
export async function liftHold({ ctx, input }: Verb<{ holdId: PayoutHoldId; reason: string }>): Promise<void> {
  authorize(canAnswerForPayouts(ctx.actor), "hold");
  await ctx.transaction(async (tx) => {
    const hold = await tx.payoutHold.findUnique({ where: { id: input.holdId } });
    if (!hold) throw new NotFound("hold");
    authorize(canAnswerForPayouts(ctx.actor, hold.creatorId), "hold");
    const liftedByUserId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    const lifted = await tx.payoutHold.updateMany({ where: { id: hold.id, liftedAt: null }, data: { liftedAt: ctx.now, liftedReason: input.reason, liftedByUserId } });
    if (lifted.count > 0) audit(tx, ctx, "payout-hold.lifted", { subject: hold.id, creatorId: hold.creatorId, reason: input.reason });
  });
}
