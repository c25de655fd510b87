import { z } from "zod";
import { anyone } from "@/lib/identity/auth";
import { postOutput, postsOfCreator } from "@/lib/content/posts";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "A creator's posts, newest first; what you may not see comes as a preview",
  auth: anyone,
  limit: "read",
  params: z.object({ creatorId: id("creator") }),
  query: pageQuery,
  output: pageOf(postOutput),
  handler: ({ ctx, params, query }) => postsOfCreator(ctx, params.creatorId, query),
});
