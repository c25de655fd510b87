import { signedIn } from "@/lib/identity/auth";
import { giftInput, giveMembership, orderOutput } from "@/lib/commerce/orders";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Open the payment page of a membership for somebody else",
  auth: signedIn,
  limit: "checkout",
  idempotent: true,
  body: giftInput,
  output: orderOutput,
  status: 201,
  handler: ({ ctx, body }) => giveMembership({ ctx, input: body }),
});
