import { proposeSplit, splitInput, splitOutput, splitsOf, splitsQuery } from "@/lib/commerce/splits";
import { pageOfActor } from "@/lib/content/creators";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { pageOf } from "@/lib/platform/lists";

export const GET = route({
  summary: "With whom you share, or who shares with you, newest first",
  auth: signedIn,
  limit: "read",
  query: splitsQuery,
  output: pageOf(splitOutput),
  handler: ({ ctx, query }) => splitsOf(ctx, pageOfActor(ctx.actor), query),
});

export const POST = route({
  summary: "Offer another page a part of what yours earns",
  auth: signedIn,
  limit: "checkout",
  idempotent: "sealed",
  body: splitInput,
  output: splitOutput,
  status: 201,
  handler: ({ ctx, body }) => proposeSplit({ ctx, input: body }),
});
