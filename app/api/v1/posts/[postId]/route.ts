import { z } from "zod";
import { anyone, signedIn } from "@/lib/identity/auth";
import { deletePost, postOutput, readPost, updatePost, updatePostInput } from "@/lib/content/posts";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ postId: id("post") });

export const GET = route({
  summary: "A post as you may see it: all of it, or a preview and what would open it",
  auth: anyone,
  limit: "read",
  params,
  output: postOutput,
  handler: ({ ctx, params: { postId } }) => readPost(ctx, postId),
});

export const PATCH = route({
  summary: "Change a post of yours",
  auth: signedIn,
  limit: "write",
  params,
  body: updatePostInput,
  output: postOutput,
  handler: async ({ ctx, params: { postId }, body }) => {
    await updatePost({ ctx, input: { ...body, postId } });
    return readPost(ctx, postId);
  },
});

export const DELETE = route({
  summary: "Remove a post of yours",
  auth: signedIn,
  limit: "write",
  params,
  handler: async ({ ctx, params: input }) => {
    await deletePost({ ctx, input });
    return undefined;
  },
});
