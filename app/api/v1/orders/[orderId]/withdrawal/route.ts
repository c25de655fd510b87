import { z } from "zod";
import { orderWithdrawalOutput, readOrderWithdrawal, withdrawOrder } from "@/lib/commerce/orders";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

const params = z.object({ orderId: id("order") });

export const GET = route({
  summary: "Whether you may withdraw from this purchase, and until when",
  auth: signedIn,
  limit: "read",
  params,
  output: orderWithdrawalOutput,
  handler: ({ ctx, params: { orderId } }) => readOrderWithdrawal(ctx, orderId),
});

export const POST = route({
  summary: "Withdraw from the purchase of posts: they are shut now and what was paid goes back",
  auth: signedIn,
  limit: "write",
  params,
  output: orderWithdrawalOutput,
  handler: ({ ctx, params: input }) => withdrawOrder({ ctx, input }),
});
