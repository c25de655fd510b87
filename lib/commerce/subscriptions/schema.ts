import { z } from "zod";
import { id } from "@/lib/platform/ids";

export const cancelInput = z.object({ reason: z.string().trim().max(500, "Use at most 500 characters.").optional().describe("Why, if they want to say; only the platform's own figures use it.") });

export const subscriptionOutput = z.object({
  id: id("subscription"),
  creator: z.object({ id: id("creator"), handle: z.string(), name: z.string(), artMediaId: id("media").nullable(), accent: z.string().nullable() }),
  tier: z.object({ id: id("tier"), name: z.string() }),
  amount: z.number().int(),
  currency: z.string(),
  status: z.enum(["active", "past_due", "ended"]),
  startedAt: z.iso.datetime(),
  currentPeriodEnd: z.iso.datetime().describe("When it renews, or ends if it was cancelled."),
  cancelled: z.boolean(),
});
export type SubscriptionView = z.infer<typeof subscriptionOutput>;
