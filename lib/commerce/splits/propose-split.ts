import { obstacleForCreator } from "@/lib/commerce/payouts";
import { pageOfActor } from "@/lib/content/creators";
import { capabilitiesOf } from "@/lib/identity/standing";
import { audit } from "@/lib/platform/audit";
import { days, later } from "@/lib/platform/clock";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import { InvalidInput } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { AskedToday, CannotTakePart, NoSuchCollaborator, OwnPage, PayoutsHeld, SharedAlready, TooManySplits, TooMuchShared } from "./errors";
import { lockSplits } from "./lock-splits";
import { canPropose } from "./policy";
import { splitById } from "./queries";
import { askAgainMs, furthestStart, mostCollaborators, whole } from "./rules";
import type { SplitInput, SplitView } from "./schema";

/**
 * Offers a collaborator a part of what one's page earns, from when they accept, or from a later day. Nothing is shared before both have
 * said so. @throws Unauthenticated, Forbidden, NoSuchCollaborator, OwnPage, CannotTakePart, SharedAlready, AskedToday, TooMuchShared, TooManySplits, PayoutsHeld, InvalidInput
 */
export async function proposeSplit({ ctx, input }: Verb<SplitInput>): Promise<SplitView> {
  const creatorId = pageOfActor(ctx.actor);
  authorize(canPropose(ctx.actor));
  const startsAt = startOf(input.startsOn, ctx.now);
  const collaboratorId = await collaboratorNamed(ctx, creatorId, input.handle);
  const id = newId("split");
  await ctx.transaction(async (tx) => {
    await lockSplits(tx, creatorId);
    if (await obstacleForCreator(tx, creatorId, ctx.now)) throw new PayoutsHeld(true);
    await checkAskedBefore(tx, ctx, { creatorId, collaboratorId });
    await checkRoom(tx, { creatorId, collaboratorId, shareBps: input.shareBps });
    await tx.revenueSplit.create({ data: { id, creatorId, collaboratorId, shareBps: input.shareBps, proposedAt: ctx.now, startsAt } });
    audit(tx, ctx, "split.proposed", { subject: id, creatorId, collaboratorId, shareBps: input.shareBps });
    emit(tx, "split.proposed", { splitId: id });
  });
  return splitById(ctx, id, creatorId);
}

function startOf(startsOn: string | null, now: Date): Date | null {
  if (startsOn === null) return null;
  const start = new Date(`${startsOn}T00:00:00.000Z`);
  if (later(start, days(1)) <= now) throw new InvalidInput("body.startsOn", "This day is over: what was sold is not shared afterwards. Choose today or a later one.");
  if (start > later(now, days(furthestStart))) throw new InvalidInput("body.startsOn", "Choose a day within a year.");
  return start;
}

/** An open page of somebody else who may sell. */
async function collaboratorNamed(ctx: Context, creatorId: string, handle: string): Promise<string> {
  const page = await ctx.db.creatorProfile.findUnique({ where: { handle }, select: { id: true, userId: true, openedAt: true } });
  if (page?.id === creatorId) throw new OwnPage();
  if (!page?.openedAt) throw new NoSuchCollaborator();
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: page.userId }, select: { role: true, emailVerifiedAt: true } });
  const barred = await ctx.db.restriction.findMany({ where: { userId: page.userId, liftedAt: null, startsAt: { lte: ctx.now }, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] }, select: { capability: true }, take: 20 });
  const may = capabilitiesOf({ role: user.role, emailVerified: user.emailVerifiedAt !== null, restricted: barred.map(({ capability }) => capability) });
  if (!may.has("sell")) throw new CannotTakePart();
  return page.id;
}

/** One offer a day to whom has not said yes; through RevenueSplit(creatorId, proposedAt, id). */
async function checkAskedBefore(tx: Tx, { now }: Context, { creatorId, collaboratorId }: { creatorId: string; collaboratorId: string }): Promise<void> {
  if (await tx.revenueSplit.count({ where: { creatorId, collaboratorId, acceptedAt: null, endedAt: { not: null }, proposedAt: { gt: later(now, -askAgainMs) } } })) throw new AskedToday();
}

/** What waits for an answer counts as shared, so that an acceptance never makes it too much. */
async function checkRoom(tx: Tx, { creatorId, collaboratorId, shareBps }: { creatorId: string; collaboratorId: string; shareBps: number }): Promise<void> {
  const open = await tx.revenueSplit.findMany({ where: { creatorId, endedAt: null }, select: { collaboratorId: true, shareBps: true }, take: mostCollaborators + 1 });
  if (open.some((one) => one.collaboratorId === collaboratorId)) throw new SharedAlready();
  if (open.length >= mostCollaborators) throw new TooManySplits(mostCollaborators);
  const shared = open.reduce((sum, one) => sum + one.shareBps, 0);
  if (shared + shareBps >= whole) throw new TooMuchShared(whole - 1 - shared);
}
