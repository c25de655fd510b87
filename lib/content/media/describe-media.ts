import { explainLack } from "@/lib/identity/standing";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { MediaId } from "@/lib/platform/ids";
import { allowed, authorize, denied } from "@/lib/platform/policy";
import { toMediaView } from "./queries";
import type { DescribeMediaInput, MediaView } from "./schema";

/** Says what a picture shows, at any time: a file is sent at once, its description is written meanwhile. @throws NotFound, Forbidden */
export async function describeMedia({ ctx, input }: Verb<DescribeMediaInput & { mediaId: MediaId }>): Promise<MediaView> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new Unauthenticated();
  authorize(actor.capabilities.has("publish") ? allowed : denied(explainLack("publish")));
  return ctx.transaction(async (tx) => {
    const before = await tx.media.findUnique({ where: { id: input.mediaId } });
    if (before?.ownerUserId !== actor.userId) throw new NotFound("file");
    if (before.altText === input.altText) return toMediaView(before);
    const media = await tx.media.update({ where: { id: input.mediaId }, data: { altText: input.altText } });
    audit(tx, ctx, "media.described", { subject: input.mediaId });
    return toMediaView(media);
  });
}
