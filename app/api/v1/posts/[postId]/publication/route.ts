import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { postOutput, publishPost, publishPostInput, readPost, unpublishPost } from "@/lib/content/posts";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ postId: id("post") });

export const POST = route({
  summary: "Publish a post, or schedule it",
  auth: signedIn,
  limit: "write",
  params,
  body: publishPostInput,
  output: postOutput,
  handler: async ({ ctx, params: { postId }, body }) => {
    await publishPost({ ctx, input: { postId, ...body } });
    return readPost(ctx, postId);
  },
});

export const DELETE = route({
  summary: "Take a post back to draft",
  auth: signedIn,
  limit: "write",
  params,
  output: postOutput,
  handler: async ({ ctx, params: { postId } }) => {
    await unpublishPost({ ctx, input: { postId } });
    return readPost(ctx, postId);
  },
});
