import { boughtPostOutput, boughtPosts } from "@/lib/content/posts";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "The posts you bought, last bought first",
  auth: signedIn,
  limit: "read",
  query: pageQuery,
  output: pageOf(boughtPostOutput),
  handler: ({ ctx, query }) => boughtPosts(ctx, query),
});
