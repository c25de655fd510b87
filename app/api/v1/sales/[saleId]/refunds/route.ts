import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { refundInput, refundOutput, refundsOfSale, requestRefund } from "@/lib/commerce/refunds";
import { NotFound } from "@/lib/platform/errors";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Return a payment to the fan who made it, whole or in part",
  auth: signedIn,
  limit: "write",
  idempotent: true,
  params: z.object({ saleId: id("sale") }),
  body: refundInput,
  output: refundOutput,
  status: 201,
  handler: async ({ ctx, params: { saleId }, body }) => {
    const asAdmin = ctx.actor.kind === "user" && ctx.actor.capabilities.has("administer");
    const refundId = await requestRefund({ ctx, input: { saleId, initiator: asAdmin ? "admin" : "creator", ...body } });
    const refund = (await refundsOfSale(ctx.db, saleId)).find((one) => one.id === refundId);
    if (!refund) throw new NotFound("refund");
    return refund;
  },
});
