import { z } from "zod";
import { id } from "@/lib/platform/ids";

/** Where a payment stands for the fan who made it. */
export const paymentStates = ["paid", "returned in part", "returned", "disputed", "taken back"] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentOutput = z.object({
  id: id("sale"),
  kind: z.enum(["subscription", "tip", "gift"]),
  paidAt: z.iso.datetime(),
  creator: z.object({ handle: z.string(), name: z.string() }),
  tierName: z.string().nullable(),
  amount: z.number().int(),
  returned: z.number().int().describe("What came back of it, in minor units."),
  currency: z.string(),
  state: z.enum(paymentStates),
});
export type PaymentView = z.infer<typeof paymentOutput>;
