import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { orderOutput, readOrder } from "@/lib/commerce/orders";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const GET = route({
  summary: "One of your orders",
  auth: signedIn,
  limit: "read",
  params: z.object({ orderId: id("order") }),
  output: orderOutput,
  handler: ({ ctx, params }) => readOrder(ctx, params.orderId),
});
