import type { z } from "zod";
import { audit } from "@/lib/platform/audit";
import type { Context, Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { forgetSettings, type LimitClass, limitClasses, limitFor } from "@/lib/platform/ratelimit";
import type { limitOutput, setLimitInput } from "./schema";

type LimitView = z.infer<typeof limitOutput>;

/** Sets a class of limits for everyone, within ten seconds and without a deployment. @throws NotFound for all but administrators */
export async function setLimit({ ctx, input }: Verb<z.infer<typeof setLimitInput> & { limitClass: string }>): Promise<LimitView> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  if (!ctx.actor.capabilities.has("administer") || !limitClasses.includes(input.limitClass as LimitClass)) throw new NotFound();
  const { userId } = ctx.actor;
  const { limitClass, ...numbers } = input;
  await ctx.transaction(async (tx) => {
    await tx.rateLimitSetting.upsert({ where: { limitClass }, create: { limitClass, ...numbers, byUserId: userId }, update: { ...numbers, byUserId: userId } });
    audit(tx, ctx, "rate-limit.set", { subject: limitClass, ...numbers });
  });
  forgetSettings();
  return { limitClass, ...numbers, changed: true };
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
