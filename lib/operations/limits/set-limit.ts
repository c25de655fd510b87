import type { z } from "zod";
import { audit } from "@/lib/platform/audit";
import type { Actor, Context, Tx, Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { UserId } from "@/lib/platform/ids";
import { forgetSettings, type LimitClass, limitClasses, limitFor, limits } from "@/lib/platform/ratelimit";
import type { limitOutput, setLimitInput } from "./schema";

type Numbers = z.infer<typeof setLimitInput>;
type LimitView = z.infer<typeof limitOutput>;

/** Who may set which class. @throws NotFound for all but administrators */
function setterOf(actor: Actor, limitClass: string): { userId: UserId; known: LimitClass } {
  if (actor.kind !== "user") throw new Unauthenticated();
  const known = limitClasses.find((one) => one === limitClass);
  if (!known || !actor.capabilities.has("administer")) throw new NotFound();
  return { userId: actor.userId, known };
}

const defaultOf = (limitClass: LimitClass): Numbers => {
  const { perActor, perAddress, windowSeconds } = limits[limitClass];
  return { perActor, perAddress, windowSeconds };
};

/** What holds until now: the trail says from what to what. */
async function before(tx: Tx, limitClass: LimitClass): Promise<Numbers> {
  const row = await tx.rateLimitSetting.findUnique({ where: { limitClass }, select: { perActor: true, perAddress: true, windowSeconds: true } });
  return row ?? defaultOf(limitClass);
}

const say = ({ perActor, perAddress, windowSeconds }: Numbers): string => `${perActor} and ${perAddress} in ${windowSeconds} s`;

/** Sets a class of limits for everyone, within ten seconds and without a deployment. @throws NotFound for all but administrators */
export async function setLimit({ ctx, input }: Verb<Numbers & { limitClass: string }>): Promise<LimitView> {
  const { userId, known } = setterOf(ctx.actor, input.limitClass);
  const { limitClass, ...numbers } = input;
  await ctx.transaction(async (tx) => {
    const was = await before(tx, known);
    await tx.rateLimitSetting.upsert({ where: { limitClass }, create: { limitClass, ...numbers, byUserId: userId }, update: { ...numbers, byUserId: userId } });
    audit(tx, ctx, "rate-limit.set", { subject: limitClass, from: say(was), to: say(numbers) });
  });
  forgetSettings();
  return { limitClass, ...numbers, changed: true };
}

/** Takes an administrator's numbers away: the default holds again. Repeating it changes nothing. @throws NotFound for all but administrators */
export async function resetLimit({ ctx, input }: Verb<{ limitClass: string }>): Promise<LimitView> {
  const { known } = setterOf(ctx.actor, input.limitClass);
  await ctx.transaction(async (tx) => {
    const was = await before(tx, known);
    const { count } = await tx.rateLimitSetting.deleteMany({ where: { limitClass: known } });
    if (count) audit(tx, ctx, "rate-limit.reset", { subject: known, from: say(was), to: say(defaultOf(known)) });
  });
  forgetSettings();
  return { limitClass: known, ...defaultOf(known), changed: false };
}

/** Every class with the limit in force. */
export async function listLimits(ctx: Context): Promise<LimitView[]> {
  const rows = await ctx.db.rateLimitSetting.findMany({ take: 100, select: { limitClass: true } });
  const changed = new Set(rows.map((row) => row.limitClass));
  return Promise.all(
    limitClasses.map(async (limitClass) => {
      const { perActor, perAddress, windowSeconds } = await limitFor(limitClass);
      return { limitClass, perActor, perAddress, windowSeconds, changed: changed.has(limitClass) };
    }),
  );
}
