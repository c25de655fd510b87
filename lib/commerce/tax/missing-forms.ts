import type { Context } from "@/lib/platform/db";
import { asId, type CreatorId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { yearBounds } from "./dates";
import { canRunTaxes } from "./policy";

/** How many creators one look goes through. */
const lookThrough = 2_000;

export interface MissingForms {
  data: { creatorId: CreatorId; name: string; handle: string; expired: boolean }[];
  /** Where to look on: there are creators that were not come to. */
  next: string | undefined;
}

/** Creators who sold something in a year and have given no tax form, or one that has run out; by id, a stretch of 2,000 creators at a time. @throws NotFound for all but administrators */
export async function missingForms(ctx: Context, { year, after = "", limit = 50 }: { year: number; after?: string | undefined; limit?: number }): Promise<MissingForms> {
  authorize(canRunTaxes(ctx.actor));
  const { from, to } = yearBounds(year);
  const rows = await ctx.db.$queryRaw<{ id: string | null; name: string; handle: string; expired: boolean; looked: number; edge: string | null }[]>`
    WITH looked AS (SELECT id, "userId", name, handle FROM "CreatorProfile" WHERE id > ${after} ORDER BY id LIMIT ${lookThrough}),
      edge AS (SELECT count(*)::int AS looked, max(id) AS edge FROM looked),
      found AS (SELECT c.id, c.name, c.handle, f."validUntil" IS NOT NULL AS expired FROM looked c LEFT JOIN LATERAL (SELECT id, "validUntil" FROM "TaxForm" t WHERE t."userId" = c."userId" ORDER BY t."signedAt" DESC, t.id DESC LIMIT 1) f ON true
        WHERE (f.id IS NULL OR f."validUntil" < ${ctx.now}) AND EXISTS (SELECT 1 FROM "Sale" s WHERE s."creatorId" = c.id AND s."occurredAt" >= ${from} AND s."occurredAt" < ${to} LIMIT 1) ORDER BY c.id LIMIT ${limit + 1})
    SELECT found.*, edge.* FROM edge LEFT JOIN found ON true ORDER BY found.id`;
  const found = rows.flatMap(({ id, name, handle, expired }) => (id === null ? [] : [{ creatorId: asId("creator", id), name, handle, expired }]));
  const data = found.slice(0, limit);
  const [first] = rows;
  return { data, next: found.length > limit ? data.at(-1)?.creatorId : first?.looked === lookThrough ? (first.edge ?? undefined) : undefined };
}
