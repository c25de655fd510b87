import { z } from "zod";
import { id } from "@/lib/platform/ids";

/** Where a payment stands for the fan who made it. */
export const paymentStates = ["paid", "returned in part", "returned", "disputed", "taken back"] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentOutput = z.object({
  id: id("sale"),
  kind: z.enum(["subscription", "tip", "gift", "post", "bundle"]),
  paidAt: z.iso.datetime(),
  creator: z.object({ handle: z.string(), name: z.string() }),
  tierName: z.string().nullable(),
  title: z.string().nullable().describe("What the post or bundle was called when it was bought."),
  postId: id("post").nullable().describe("The post it bought."),
  orderId: id("order").nullable().describe("The order it was paid for, where it may be withdrawn from by the country and the days; whether it still may, the order says."),
  amount: z.number().int(),
  returned: z.number().int().describe("What came back of it, in minor units."),
  currency: z.string(),
  state: z.enum(paymentStates),
});
export type PaymentView = z.infer<typeof paymentOutput>;
