import { signedIn } from "@/lib/identity/auth";
import { explainPayout, payoutOutput, payoutsOfCreator, requestPayout, requestPayoutInput } from "@/lib/commerce/payouts";
import { pageOfActor } from "@/lib/content/creators";
import { route } from "@/lib/platform/http";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "Your payouts, newest first",
  auth: signedIn,
  limit: "read",
  query: pageQuery,
  output: pageOf(payoutOutput),
  handler: ({ ctx, query }) => payoutsOfCreator(ctx.db, pageOfActor(ctx.actor), query),
});

export const POST = route({
  summary: "Have what is ready sent now",
  auth: signedIn,
  limit: "checkout",
  idempotent: true,
  body: requestPayoutInput,
  output: payoutOutput,
  status: 201,
  handler: async ({ ctx, body }) => (await explainPayout(ctx, await requestPayout({ ctx, input: body }))).payout,
});
