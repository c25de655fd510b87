import { signedIn } from "@/lib/identity/auth";
import { salesOfCreator, saleOutput } from "@/lib/commerce/purchases";
import { canOpenStudio } from "@/lib/content/posts";
import { route } from "@/lib/platform/http";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "What your fans paid, newest first, each with its parts",
  auth: signedIn,
  limit: "read",
  query: pageQuery,
  output: pageOf(saleOutput),
  handler: ({ ctx, query }) => Promise.resolve(canOpenStudio(ctx.actor)).then(({ creatorId }) => salesOfCreator(ctx.db, creatorId, query)),
});
