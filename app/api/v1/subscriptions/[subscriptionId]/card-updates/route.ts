import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { cardUpdateOutput, startCardUpdate } from "@/lib/commerce/subscriptions";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Open the payment provider's page for another card",
  auth: signedIn,
  limit: "checkout",
  idempotent: true,
  params: z.object({ subscriptionId: id("subscription") }),
  output: cardUpdateOutput,
  status: 201,
  handler: ({ ctx, params: input }) => startCardUpdate({ ctx, input }),
});
