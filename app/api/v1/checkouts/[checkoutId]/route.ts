import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { checkoutOutput, readCheckout } from "@/lib/commerce/checkout";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "One of your payments on its way",
  auth: signedIn,
  limit: "read",
  params: z.object({ checkoutId: id("checkout") }),
  output: checkoutOutput,
  handler: ({ ctx, params }) => readCheckout(ctx, params.checkoutId),
});
