import { z } from "zod";
import { makePromotion, promotionInput, promotionOutput, promotionsOf } from "@/lib/commerce/promotions";
import { pageOfActor } from "@/lib/content/creators";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { pageOf, pageQuery } from "@/lib/platform/lists";

export const GET = route({
  summary: "Your codes, newest first, with what each has brought",
  auth: signedIn,
  limit: "read",
  query: z.object(pageQuery.shape),
  output: pageOf(promotionOutput),
  handler: ({ ctx, query }) => promotionsOf(ctx, pageOfActor(ctx.actor), query),
});

export const POST = route({
  summary: "Make a code that takes something off your tiers",
  auth: signedIn,
  limit: "write",
  idempotent: "sealed",
  body: promotionInput,
  output: promotionOutput,
  status: 201,
  handler: ({ ctx, body }) => makePromotion({ ctx, input: body }),
});
