import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { Unauthenticated } from "@/lib/platform/errors";

/** Changes what others call the person who is signed in. */
export async function updateProfile({ ctx, input }: Verb<{ displayName: string }>): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const { userId } = ctx.actor;
  await ctx.transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { displayName: input.displayName } });
    audit(tx, ctx, "user.profile-changed", { subject: userId, fields: ["displayName"] });
  });
}
