import { z } from "zod";
import { buyBundle } from "@/lib/commerce/bundles";
import { orderOutput, purchaseInput } from "@/lib/commerce/orders";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Open the payment page of a bundle; the same wish again is the same page",
  auth: signedIn,
  limit: "checkout",
  idempotent: true,
  params: z.object({ bundleId: id("bundle") }),
  body: purchaseInput,
  output: orderOutput,
  status: 201,
  handler: ({ ctx, params, body }) => buyBundle({ ctx, input: { ...params, ...body } }),
});
