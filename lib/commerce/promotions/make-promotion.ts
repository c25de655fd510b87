import { canSellFrom, pageOfActor } from "@/lib/content/creators";
import { listTiers } from "@/lib/content/tiers";
import { audit } from "@/lib/platform/audit";
import { days, later } from "@/lib/platform/clock";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import { InvalidInput } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { formatMoney } from "@/lib/platform/money";
import { authorize } from "@/lib/platform/policy";
import { leastAmount, leastPayment } from "./count";
import { CodeTaken, TooManyCodes } from "./errors";
import { couponJob } from "./jobs";
import { promotionById } from "./queries";
import { furthestLastDay, mostCodes } from "./rules";
import type { PromotionInput, PromotionView } from "./schema";

/**
 * Makes a code for one's own tiers. Its terms never change: whoever redeemed it keeps them. The provider hears of it from a job.
 * @throws Unauthenticated, Forbidden, InvalidInput (another page's tier, a day that is over, nothing left to pay), CodeTaken, TooManyCodes
 */
export async function makePromotion({ ctx, input }: Verb<PromotionInput>): Promise<PromotionView> {
  const creatorId = pageOfActor(ctx.actor);
  authorize(canSellFrom(ctx.actor, creatorId));
  const endsAt = endOf(input.lastDay, ctx.now);
  const { code, percentOff, amountOff, currency, duration, months, tierIds, mostRedemptions } = input;
  await checkTiers(ctx, creatorId, input);
  const id = newId("promotion");
  await ctx.transaction(async (tx) => {
    await claimCode(tx, creatorId, code);
    await tx.promotion.create({ data: { id, creatorId, code, percentOff, amountOff, currency, duration, months, tierIds: [...new Set<string>(tierIds)], mostRedemptions, endsAt, createdAt: ctx.now } });
    await enqueue(tx, couponJob, { promotionId: id });
    audit(tx, ctx, "promotion.made", { subject: id, creatorId, percentOff, amountOff, duration });
  });
  return promotionById(ctx, id);
}

/** The first moment of the day after the last one, UTC. */
function endOf(lastDay: string | null, now: Date): Date | null {
  if (lastDay === null) return null;
  const end = later(new Date(`${lastDay}T00:00:00.000Z`), days(1));
  if (end <= now) throw new InvalidInput("body.lastDay", "This day is over. Choose today or a later one.");
  if (end > later(now, days(furthestLastDay))) throw new InvalidInput("body.lastDay", "Choose a day within two years, or none.");
  return end;
}

/** They are this page's, and somebody could pay for one of them with it. */
async function checkTiers(ctx: Context, creatorId: string, { tierIds, currency, ...off }: PromotionInput): Promise<void> {
  const tiers = await listTiers(ctx.db, creatorId);
  const meant = tierIds.length === 0 ? tiers : tiers.filter(({ id }) => tierIds.includes(id));
  if (new Set(tierIds).size > meant.length) throw new InvalidInput("body.tierIds", "One of these tiers is not yours, or is archived.");
  if (meant.length === 0) return;
  const dearest = Math.max(...meant.map(({ minAmount, annualAmount }) => Math.max(minAmount, annualAmount ?? 0)));
  if (dearest >= leastAmount(off)) return;
  const say = (amount: number): string => formatMoney({ amount, currency }, { trim: true });
  throw new InvalidInput(off.percentOff === null ? "body.amountOff" : "body.percentOff", `A card can pay ${say(leastPayment)} or more, and this would leave less of every tier you chose. Take less off.`);
}

/** Two windows of one page take turns. */
async function claimCode(tx: Tx, creatorId: string, code: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`promotions:${creatorId}`}))::text`;
  if (await tx.promotion.count({ where: { creatorId, code } })) throw new CodeTaken(code);
  if ((await tx.promotion.count({ where: { creatorId, archivedAt: null } })) >= mostCodes) throw new TooManyCodes(mostCodes);
}
