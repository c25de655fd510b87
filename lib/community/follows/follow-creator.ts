import { endGrant, writeGrant } from "@/lib/content/access";
import { explainLack } from "@/lib/identity/standing";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { CreatorId } from "@/lib/platform/ids";
import { allowed, authorize, denied } from "@/lib/platform/policy";

const grantOf = (userId: string, creatorId: string): { source: "follow"; sourceId: string } => ({ source: "follow", sourceId: `${userId}:${creatorId}` });

/** Follows a creator, which opens what is for followers. Repeating it changes nothing. @throws NotFound, Forbidden */
export async function followCreator({ ctx, input }: Verb<{ creatorId: CreatorId }>): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const { userId } = ctx.actor;
  authorize(ctx.actor.capabilities.has("follow") ? allowed : denied(explainLack("follow")));
  authorize(ctx.actor.creatorId === input.creatorId ? denied("This is your own page.") : allowed);
  await ctx.transaction(async (tx) => {
    const open = await tx.creatorProfile.count({ where: { id: input.creatorId, openedAt: { not: null }, rating: "general" } });
    if (open === 0) throw new NotFound("page");
    const made = await tx.follow.createMany({ data: [{ userId, creatorId: input.creatorId, createdAt: ctx.now }], skipDuplicates: true });
    if (made.count === 0) return;
    await writeGrant(tx, { userId, creatorId: input.creatorId, tierId: null, ...grantOf(userId, input.creatorId), startsAt: ctx.now, endsAt: null });
    audit(tx, ctx, "creator.followed", { subject: input.creatorId });
  });
}

/** Stops following; what is paid for stays open. Repeating it changes nothing. */
export async function unfollowCreator({ ctx, input }: Verb<{ creatorId: CreatorId }>): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const { userId } = ctx.actor;
  await ctx.transaction(async (tx) => {
    const gone = await tx.follow.deleteMany({ where: { userId, creatorId: input.creatorId } });
    if (gone.count === 0) return;
    await endGrant(tx, { ...grantOf(userId, input.creatorId), at: ctx.now });
    audit(tx, ctx, "creator.unfollowed", { subject: input.creatorId });
  });
}
