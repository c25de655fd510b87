import { processMedia } from "@/lib/content/media/process-media";
import { completeUpload, requestUpload } from "@/lib/content/media";
import type { MediaId } from "@/lib/platform/ids";
import { systemContext } from "@/lib/platform/db";
import sharp from "sharp";
import { drawCover } from "./art/cover";
import { seedOf } from "./art/random";
import { renderPng } from "./art/render";
import type { SeedPerson } from "./register-people";
import { synthesise } from "./songs/synthesise";
import type { WorldCreator, WorldSong } from "./world";

// The app parses no SVG at all (lib/content/media/encode-picture.ts); this process draws its covers with it.
sharp.unblock({ operation: ["VipsForeignLoadSvg"] });

export function drawFor(creator: WorldCreator, words: string, size: { width: number; height: number }): Promise<Buffer> {
  return renderPng(drawCover({ seed: seedOf(words), hand: creator.hand, palette: creator.palette, ...size }));
}

export const singFor = (words: string, song: WorldSong): Buffer => synthesise({ seed: seedOf(words), ...song });

interface File {
  kind: "picture" | "audio";
  fileName: string;
  contentType: string;
  altText: string;
  body: Buffer;
}

/** Uploads a file as its owner's browser would, and prepares it at once. */
export async function uploadAs(owner: SeedPerson, { body, ...file }: File): Promise<MediaId> {
  const ctx = await owner.ctx();
  const { media, upload } = await requestUpload({ ctx, input: { ...file, bytes: body.length } });
  const sent = await fetch(upload.url, { method: "PUT", headers: upload.headers, body: new Uint8Array(body) });
  if (!sent.ok) throw new Error(`storage answered ${sent.status} to ${file.fileName}`);
  await completeUpload({ ctx, input: { mediaId: media.id } });
  await processMedia({ ctx: systemContext("seed"), input: { mediaId: media.id } });
  return media.id;
}
