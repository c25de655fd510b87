import { anyone } from "@/lib/identity/auth";
import { search, searchOutput, searchQuery } from "@/lib/content/discovery";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Find creators and posts, misspelt or not",
  auth: anyone,
  limit: "read",
  query: searchQuery,
  output: searchOutput,
  handler: ({ ctx, query }) => search(ctx, query),
});
