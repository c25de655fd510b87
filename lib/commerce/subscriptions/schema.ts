import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { leavingReasons, type LeavingReason } from "./rules";

export const cancelInput = z.object({
  because: z.enum(Object.keys(leavingReasons) as [LeavingReason, ...LeavingReason[]]).optional().describe("Why, of a short list. A creator sees sums of at least five."),
  reason: z.string().trim().max(500, "Use at most 500 characters.").optional().describe("In their own words, if they want to; only the platform's own figures use it."),
});
export type CancelInput = z.infer<typeof cancelInput>;

export const interval = z.enum(["month", "year"]);
const moment = z.iso.datetime();

export const subscriptionOutput = z.object({
  id: id("subscription"),
  creator: z.object({ id: id("creator"), handle: z.string(), name: z.string(), artMediaId: id("media").nullable(), accent: z.string().nullable() }),
  tier: z.object({ id: id("tier"), name: z.string() }),
  amount: z.number().int(),
  currency: z.string(),
  interval,
  status: z.enum(["active", "past_due", "ended"]),
  startedAt: moment,
  currentPeriodEnd: moment.describe("Until when it is paid: when it renews, or ends if it was cancelled."),
  trialEndsAt: moment.nullable().describe("While it is tried for nothing: when the first payment comes."),
  cancelled: z.boolean(),
  overdue: z.object({ amount: z.number().int(), why: z.string(), nextTryAt: moment.nullable(), accessEndsAt: moment }).nullable().describe("The bill that was refused."),
  pause: z.object({ months: z.number().int(), startsAt: moment, resumesAt: moment }).nullable(),
  change: z.object({ id: id("subscriptionChange"), state: z.enum(["paying", "scheduled"]), tierName: z.string(), amount: z.number().int(), takesEffectAt: moment }).nullable().describe("A change that is asked for and does not hold yet."),
});
export type SubscriptionView = z.infer<typeof subscriptionOutput>;

export const cardUpdateOutput = z.object({
  id: id("cardUpdate"),
  subscriptionId: id("subscription"),
  state: z.enum(["open", "completed", "expired"]),
  url: z.string().nullable().describe("The payment provider's page, while it is open."),
  refusal: z.string().nullable().describe("The card was kept, and what was overdue was refused again: why."),
  overdue: z.boolean().describe("Something is still to be paid."),
});
export type CardUpdateView = z.infer<typeof cardUpdateOutput>;
