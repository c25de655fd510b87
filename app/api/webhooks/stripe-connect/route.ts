import { z } from "zod";
import { receiveStripeEvent } from "@/lib/commerce/webhooks";
import { publicAccess } from "@/lib/identity/auth";
import { readBytes, route } from "@/lib/platform/http";

export const POST = route({
  summary: "Stripe tells us of creators' own accounts: their bank, their payouts; its signature is its only way in",
  auth: publicAccess,
  limit: "webhook",
  output: z.object({ received: z.literal(true), duplicate: z.boolean() }),
  handler: async ({ ctx, request }) => {
    const body = (await readBytes(request, 512 * 1024)).toString("utf8");
    return receiveStripeEvent({ ctx, input: { body, signature: request.headers.get("stripe-signature") ?? "", endpoint: "connect" } });
  },
});
