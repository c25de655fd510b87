import { Readable } from "node:stream";
import { z } from "zod";
import { anyone } from "@/lib/identity/auth";
import { openMedia, readUrlSeconds, rendition } from "@/lib/content/media";
import { NotFound } from "@/lib/platform/errors";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";
import { getObject, presignGet } from "@/lib/platform/storage";

export const GET = route({
  summary: "The bytes of one rendition: public pictures directly, everything else through a link that dies in minutes",
  auth: anyone,
  limit: "read",
  params: z.object({ mediaId: id("media") }),
  query: z.object({ rendition: rendition.default("w640") }),
  output: "raw",
  handler: async ({ ctx, params, query }) => {
    const media = await openMedia(ctx, params.mediaId, query.rendition);
    if (!media.public || media.contentType.startsWith("audio/")) {
      const location = await presignGet(media.key, { contentType: media.contentType, seconds: readUrlSeconds });
      return new Response(null, { status: 302, headers: { location, "cache-control": "private, no-store" } });
    }
    const object = await getObject(media.key);
    if (!object) throw new NotFound("file");
    // A public picture may become private again, so shared caches ask anew within the hour; its bytes never change.
    const headers = { "content-type": media.contentType, "content-length": String(object.bytes), "cache-control": "public, max-age=3600, stale-while-revalidate=60", "content-disposition": "inline" };
    return new Response(Readable.toWeb(object.stream) as ReadableStream<Uint8Array>, { headers });
  },
});
