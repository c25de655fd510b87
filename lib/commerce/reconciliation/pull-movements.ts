import { movementsRailNamed, type RailMovement } from "@/lib/commerce/rails";
import { days, later, minutes } from "@/lib/platform/clock";
import type { Context, Database } from "@/lib/platform/db";

/**
 * Fetches what the provider moved since `from`, a week at a time, and keeps it. What is known already is left as it is, so spans may
 * overlap and a pull may be killed. Returns how many were new and up to when it is complete.
 */
export async function pullMovements(ctx: Context, { rail, from, until }: { rail: string; from: Date | undefined; until: Date }): Promise<{ pulled: number; to: Date }> {
  const source = movementsRailNamed(rail);
  const newest = await source.newest();
  const end = newest === undefined ? ctx.now : later(newest, 1_000);
  let [start, pulled] = [from ?? (await firstDay(ctx.db)), 0];
  while (start < end) {
    const stop = later(start, days(7)) < end ? later(start, days(7)) : end;
    for await (const page of source.movements({ from: start, to: stop })) pulled += await keep(ctx.db, rail, page);
    start = stop;
    if (new Date() > until) return { pulled, to: start };
  }
  return { pulled, to: later(end, -minutes(1)) };
}

/** Nothing was sold before the first fee schedule. */
async function firstDay(db: Database): Promise<Date> {
  const { effectiveFrom } = await db.feeSchedule.findFirstOrThrow({ orderBy: { effectiveFrom: "asc" }, select: { effectiveFrom: true } });
  return effectiveFrom;
}

async function keep(db: Database, rail: string, page: RailMovement[]): Promise<number> {
  if (page.length === 0) return 0;
  const made = await db.railMovement.createMany({ data: page.map(({ source, ...movement }) => ({ rail, source: source ?? null, ...movement })), skipDuplicates: true });
  return made.count;
}
