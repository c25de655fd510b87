import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import type { MediaId } from "@/lib/platform/ids";
import { headObject } from "@/lib/platform/storage";
import { NothingUploaded } from "./errors";
import { processMediaJob } from "./jobs";
import { toMediaView } from "./queries";
import type { MediaView } from "./schema";

/** Says that the file has been sent; it is then checked and re-encoded by a job. Repeating it changes nothing. @throws NotFound, NothingUploaded */
export async function completeUpload({ ctx, input }: Verb<{ mediaId: MediaId }>): Promise<MediaView> {
  const found = await ctx.db.media.findUnique({ where: { id: input.mediaId } });
  if (!found || ctx.actor.kind !== "user" || found.ownerUserId !== ctx.actor.userId) throw new NotFound("file");
  if (found.state !== "awaiting_upload") return toMediaView(found);
  const bytes = await headObject(found.incomingKey);
  if (bytes === undefined || bytes === 0) throw new NothingUploaded();
  const media = await ctx.transaction(async (tx) => {
    const claimed = await tx.media.updateMany({ where: { id: input.mediaId, state: "awaiting_upload" }, data: { state: "processing" } });
    if (claimed.count > 0) {
      await enqueue(tx, processMediaJob, { mediaId: input.mediaId });
      audit(tx, ctx, "media.uploaded", { subject: input.mediaId, bytes });
    }
    return tx.media.findUniqueOrThrow({ where: { id: input.mediaId } });
  });
  markPending();
  return toMediaView(media);
}
