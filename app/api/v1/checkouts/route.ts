import { signedIn } from "@/lib/identity/auth";
import { checkoutOutput, startCheckout, startCheckoutInput } from "@/lib/commerce/checkout";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Open the payment page for a membership, at the amount you choose",
  auth: signedIn,
  limit: "checkout",
  idempotent: true,
  body: startCheckoutInput,
  output: checkoutOutput,
  status: 201,
  handler: ({ ctx, body }) => startCheckout({ ctx, input: body }),
});
