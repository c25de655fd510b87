import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { checkoutOutput, confirmCheckout } from "@/lib/commerce/checkout";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Ask the payment provider what became of it",
  auth: signedIn,
  limit: "write",
  params: z.object({ checkoutId: id("checkout") }),
  output: checkoutOutput,
  handler: ({ ctx, params }) => confirmCheckout({ ctx, input: params }),
});
