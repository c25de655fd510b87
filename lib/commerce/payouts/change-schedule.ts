import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { NotPayable } from "./errors";
import type { ScheduleInput } from "./schema";

/** When a creator wants to be paid. @throws NotFound, NotPayable before there is an account */
export async function changePayoutSchedule({ ctx, input }: Verb<ScheduleInput>): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "user" || !actor.creatorId) throw new NotFound("page");
  const creatorId: string = actor.creatorId;
  await ctx.transaction(async (tx) => {
    const changed = await tx.payoutAccount.updateMany({ where: { creatorId }, data: { schedule: input.schedule, scheduleDay: "day" in input ? input.day : 1 } });
    if (changed.count === 0) throw new NotPayable("Say first where your money should go.");
    audit(tx, ctx, "payout-schedule.changed", { subject: creatorId, schedule: input.schedule });
  });
}
