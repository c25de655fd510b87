import { mkdtemp, rm } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileTypeFromFile } from "file-type";
import { audit } from "@/lib/platform/audit";
import type { Context, Prisma, Verb } from "@/lib/platform/db";
import type { MediaModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { deleteObject, getObject, putObject } from "@/lib/platform/storage";
import { encodeAudio } from "./encode-audio";
import { encodePicture } from "./encode-picture";
import type { Encoded } from "./encoded";
import { MediaRefused } from "./errors";
import { kinds, type Renditions } from "./rules";

/**
 * Checks what was uploaded by its bytes, re-encodes it (which drops locations, tails and whatever else hid in it), stores the
 * renditions and forgets the original. Refused: the reason is kept for its owner. Bears being run again.
 */
export async function processMedia({ ctx, input }: Verb<{ mediaId: string }>): Promise<void> {
  const media = await ctx.db.media.findUnique({ where: { id: input.mediaId } });
  if (media?.state !== "processing") return;
  const folder = await mkdtemp(path.join(tmpdir(), "media-"));
  try {
    const encoded = await checkAndEncode(media, folder);
    const renditions = await storeRenditions(media.id, encoded);
    await settle(ctx, media.id, { state: "ready", renditions, processedAt: ctx.now, ...encoded.facts });
  } catch (error) {
    if (!(error instanceof MediaRefused)) throw error;
    await settle(ctx, media.id, { state: "refused", refusedReason: error.message, processedAt: ctx.now });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await deleteObject(media.incomingKey);
}

async function checkAndEncode(media: MediaModel, folder: string): Promise<Encoded> {
  const rule = kinds[media.kind];
  const object = await getObject(media.incomingKey);
  if (!object || object.bytes === 0) throw new MediaRefused("This file is empty.");
  if (object.bytes > rule.mostBytes) throw new MediaRefused(`This file is too large. We take ${rule.words}.`);
  const source = path.join(folder, "source");
  await pipeline(object.stream, createWriteStream(source));
  const type = await fileTypeFromFile(source);
  if (!type || !(rule.types as readonly string[]).includes(type.mime)) throw new MediaRefused(`This is not a file we can take. We take ${rule.words}.`, `detected ${type?.mime ?? "nothing"}`);
  return media.kind === "picture" ? encodePicture(source) : encodeAudio(source, type.mime, folder);
}

async function storeRenditions(mediaId: string, { files }: Encoded): Promise<Renditions> {
  const renditions: Renditions = {};
  for (const { name, body, contentType, width, height } of files) {
    const key = `media/${mediaId}/${name}`;
    await putObject(key, body, contentType);
    renditions[name] = { key, contentType, bytes: Buffer.isBuffer(body) ? body.length : body.bytes, ...(width ? { width } : {}), ...(height ? { height } : {}) };
  }
  return renditions;
}

async function settle(ctx: Context, mediaId: string, data: Prisma.MediaUpdateInput & { state: "ready" | "refused" }): Promise<void> {
  await ctx.transaction(async (tx) => {
    await tx.media.update({ where: { id: mediaId }, data });
    audit(tx, ctx, `media.${data.state}`, { subject: mediaId });
    if (data.state === "ready") emit(tx, "media.ready", { mediaId });
  });
}
