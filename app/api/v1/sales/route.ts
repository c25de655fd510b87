import { signedIn } from "@/lib/identity/auth";
import { salesOfCreator, saleOutput } from "@/lib/commerce/purchases";
import { pageOfActor } from "@/lib/content/creators";
import { route } from "@/lib/platform/http";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "What your fans paid, newest first, each with its parts",
  auth: signedIn,
  limit: "read",
  query: pageQuery,
  output: pageOf(saleOutput),
  handler: ({ ctx, query }) => salesOfCreator(ctx.db, pageOfActor(ctx.actor), query),
});
