import { audit } from "@/lib/platform/audit";
import { days, later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { removeFilesJob } from "./jobs";
import type { Renditions } from "./rules";

interface Unused {
  id: string;
  incomingKey: string;
  renditions: Renditions;
}

/**
 * Forgets files that nothing has shown for two days after they came: never finished, refused, taken out of a post, or left by a post
 * that was deleted. The rows go at once; a job removes the bytes, so that a crash between the two leaves nothing behind.
 * At most 500 a run; what is left over goes the next time. @returns how many
 */
export async function dropUnusedMedia(ctx: Context): Promise<number> {
  return ctx.transaction(async (tx) => {
    const dropped = await tx.$queryRaw<Unused[]>`
      DELETE FROM "Media" WHERE id IN (
        SELECT m.id FROM "Media" m
        WHERE m."createdAt" < ${later(ctx.now, -days(2))} AND m.state <> 'processing'
          AND NOT EXISTS (SELECT FROM "PostMedia" p WHERE p."mediaId" = m.id)
          AND NOT EXISTS (SELECT FROM "CreatorProfile" c WHERE c."artMediaId" = m.id)
        ORDER BY m."createdAt" LIMIT 500 FOR UPDATE SKIP LOCKED)
      RETURNING id, "incomingKey", renditions`;
    const keys = dropped.flatMap(({ incomingKey, renditions }) => [incomingKey, ...Object.values(renditions).map(({ key }) => key)]);
    if (keys.length > 0) await enqueue(tx, removeFilesJob, { keys });
    for (const { id } of dropped) audit(tx, ctx, "media.dropped", { subject: id });
    return dropped.length;
  });
}
