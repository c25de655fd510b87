import { z } from "zod";
import { buyPost, orderOutput, purchaseInput } from "@/lib/commerce/orders";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Open the payment page of a post that is for those who buy it; the same wish again is the same page",
  auth: signedIn,
  limit: "checkout",
  idempotent: true,
  params: z.object({ postId: id("post") }),
  body: purchaseInput,
  output: orderOutput,
  status: 201,
  handler: ({ ctx, params, body }) => buyPost({ ctx, input: { ...params, ...body } }),
});
