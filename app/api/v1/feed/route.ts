import { signedIn } from "@/lib/identity/auth";
import { postOutput, readFeed } from "@/lib/content/posts";
import { route } from "@/lib/platform/http";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "Posts of those you follow or pay, newest first",
  auth: signedIn,
  limit: "read",
  query: pageQuery,
  output: pageOf(postOutput),
  handler: ({ ctx, query }) => readFeed(ctx, query),
});
