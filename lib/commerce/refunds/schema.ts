import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { priceAmount } from "@/lib/platform/money";
import { oneLine } from "@/lib/platform/text";

export const refundInput = z.object({
  amount: priceAmount.optional().describe("How much to return, in cents. Absent: all that is left of the payment."),
  reason: oneLine({ most: 200, empty: "Say why; the fan reads it.", tooLong: "Use at most 200 characters." }).describe("Why; the fan reads it."),
});
export type RefundInput = z.infer<typeof refundInput>;

const cents = z.number().int();
export const refundOutput = z.object({
  id: id("refund"),
  saleId: id("sale"),
  amount: cents,
  currency: z.string(),
  state: z.enum(["pending", "succeeded", "failed"]),
  initiator: z.string(),
  reason: z.string(),
  failureReason: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  succeededAt: z.iso.datetime().nullable(),
});
export type RefundView = z.infer<typeof refundOutput>;
