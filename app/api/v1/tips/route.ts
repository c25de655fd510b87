import { signedIn } from "@/lib/identity/auth";
import { giveTip, orderOutput, tipInput } from "@/lib/commerce/orders";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Open the payment page of a tip; the same tip again is the same page",
  auth: signedIn,
  limit: "checkout",
  idempotent: true,
  body: tipInput,
  output: orderOutput,
  status: 201,
  handler: ({ ctx, body }) => giveTip({ ctx, input: body }),
});
