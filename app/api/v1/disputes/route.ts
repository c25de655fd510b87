import { disputeOutput, disputesOfCreator } from "@/lib/commerce/disputes";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "Payments to your page that banks dispute or ask about, newest first",
  auth: signedIn,
  limit: "read",
  query: pageQuery,
  output: pageOf(disputeOutput),
  handler: ({ ctx, query }) => (ctx.actor.kind === "user" && ctx.actor.creatorId ? disputesOfCreator(ctx, ctx.actor.creatorId, query) : Promise.resolve({ data: [], nextCursor: null })),
});
