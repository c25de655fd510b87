import type { Verb } from "@/lib/platform/db";
import { Unauthenticated } from "@/lib/platform/errors";
import { explainLack } from "@/lib/identity/standing";
import { later } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { allowed, authorize, denied } from "@/lib/platform/policy";
import { presignPut } from "@/lib/platform/storage";
import { toMediaView } from "./queries";
import { uploadUrlSeconds } from "./rules";
import type { MediaView, RequestUploadInput } from "./schema";

interface Upload {
  media: MediaView;
  upload: { url: string; method: "PUT"; headers: Record<string, string>; expiresAt: string };
}

/**
 * Announces a file and gives the address to PUT it to: exactly these bytes of this type, within 15 minutes, into a place from which
 * nothing is served. @throws Forbidden, NotConfigured
 */
export async function requestUpload({ ctx, input }: Verb<RequestUploadInput>): Promise<Upload> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  authorize(ctx.actor.capabilities.has("publish") ? allowed : denied(explainLack("publish")));
  const id = newId("media");
  const incomingKey = `incoming/${ctx.actor.userId}/${id}`;
  const url = await presignPut(incomingKey, { contentType: input.contentType, bytes: input.bytes, seconds: uploadUrlSeconds });
  const media = await ctx.db.media.create({
    data: { id, ownerUserId: ctx.actor.userId, kind: input.kind, fileName: input.fileName, declaredType: input.contentType, declaredBytes: input.bytes, incomingKey, altText: input.altText, createdAt: ctx.now },
  });
  return { media: toMediaView(media), upload: { url, method: "PUT", headers: { "content-type": input.contentType }, expiresAt: later(ctx.now, uploadUrlSeconds * 1_000).toISOString() } };
}
