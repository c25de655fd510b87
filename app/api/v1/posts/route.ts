import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { canOpenStudio, createPost, createPostInput, ownPosts, postOutput } from "@/lib/content/posts";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "Your own posts with drafts, last made first",
  auth: signedIn,
  limit: "read",
  query: pageQuery,
  output: pageOf(postOutput),
  handler: ({ ctx, query }) => Promise.resolve(canOpenStudio(ctx.actor)).then(({ creatorId }) => ownPosts(ctx, creatorId, query)),
});

export const POST = route({
  summary: "Begin a draft",
  auth: signedIn,
  limit: "write",
  idempotent: "sealed",
  body: createPostInput,
  output: z.object({ id: id("post") }),
  status: 201,
  handler: ({ ctx, body }) => createPost({ ctx, input: body }),
});
