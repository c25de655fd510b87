import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { describeMedia, describeMediaInput, mediaOutput, ownMedia } from "@/lib/content/media";
import { Unauthenticated } from "@/lib/platform/errors";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "One of your files, and how far it has come",
  auth: signedIn,
  limit: "read",
  params: z.object({ mediaId: id("media") }),
  output: mediaOutput,
  handler: ({ ctx, params }) => (ctx.actor.kind === "user" ? ownMedia(ctx.db, ctx.actor.userId, params.mediaId) : Promise.reject(new Unauthenticated())),
});

export const PATCH = route({
  summary: "Say what one of your pictures shows",
  auth: signedIn,
  limit: "write",
  params: z.object({ mediaId: id("media") }),
  body: describeMediaInput,
  output: mediaOutput,
  handler: ({ ctx, params, body }) => describeMedia({ ctx, input: { ...params, ...body } }),
});
