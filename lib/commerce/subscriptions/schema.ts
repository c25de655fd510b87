import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { currency, priceAmount } from "@/lib/platform/money";
import { leavingReasons, type LeavingReason, longestPause } from "./rules";

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
  change: z.object({ id: id("subscriptionChange"), state: z.enum(["paying", "scheduled"]), tierName: z.string(), amount: z.number().int(), interval, takesEffectAt: moment }).nullable().describe("A change that is asked for and does not hold yet."),
  discount: z.object({ code: z.string(), words: z.string(), nextAmount: z.number().int().describe("What the next payment comes to.") }).nullable().describe("The code it came with, while it takes something off the next payment."),
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

export const changeInput = z.object({
  tierId: id("tier").describe("The tier to be in; the one they are in, when only the amount changes."),
  amount: priceAmount.describe("What to pay each time from then on, in minor units."),
  currency: currency.default("usd"),
  interval: interval.optional().describe("Another rhythm; absent: the one they have. To the year at once, to the month from the end of the year."),
});
type SaidChange = z.infer<typeof changeInput>;
export type ChangeInput = Omit<SaidChange, "currency"> & { currency: string };

export const changePreviewOutput = z.object({
  when: z.enum(["now", "later"]).describe("now: the rest of the period is paid first. later: from the end of what is paid."),
  lines: z.array(z.object({ label: z.string(), amount: z.number().int() })).describe("What is charged and credited today, line by line."),
  dueToday: z.number().int(),
  nextAmount: z.number().int(),
  nextAt: moment,
  interval: interval.describe("How often it is paid from then on."),
  currency: z.string(),
  countedAt: moment.describe("The moment it was counted from; send it back with the confirmation."),
  tooLittle: z.boolean().describe("What would be due today is less than a card can pay: nothing is charged, and the change waits for the next payment."),
});
export type ChangePreview = z.infer<typeof changePreviewOutput>;

export const confirmChangeInput = changeInput.extend({
  dueToday: z.number().int().min(0).describe("What the preview said is due today: it is charged as shown, or not at all."),
  countedAt: moment.describe("The moment the preview was counted from."),
});
export type ConfirmChangeInput = ChangeInput & { dueToday: number; countedAt: string };

export const changeOutput = z.object({
  id: id("subscriptionChange"),
  state: z.enum(["paying", "scheduled", "applied", "taken_back", "failed"]),
  payUrl: z.string().nullable().describe("The card was refused or its bank has a question: the provider's page where it can be paid. Until then nothing changes."),
});
export type ChangeView = z.infer<typeof changeOutput>;

export const pauseInput = z.object({ months: z.number().int("Whole months.").min(1, "A month at least.").max(longestPause, `${longestPause} months at most.`) });

export const withdrawalOutput = z.object({
  right: z.enum(["open", "used", "none", "withdrawn"]).describe("used: they agreed that access begins at once, and have opened what is for members."),
  until: moment.nullable(),
  withdrawnAt: moment.nullable(),
  goesBack: z.number().int().describe("What of the payment has not gone back before, in minor units."),
  currency: z.string(),
});
export type WithdrawalView = z.infer<typeof withdrawalOutput>;
