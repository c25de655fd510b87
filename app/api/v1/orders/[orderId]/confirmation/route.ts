import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { confirmOrder, orderOutput } from "@/lib/commerce/orders";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Ask the payment provider what became of your order",
  auth: signedIn,
  limit: "checkout",
  params: z.object({ orderId: id("order") }),
  output: orderOutput,
  handler: ({ ctx, params }) => confirmOrder({ ctx, input: params }),
});
