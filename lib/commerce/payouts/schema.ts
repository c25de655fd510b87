import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { oneLine } from "@/lib/platform/text";
import { holdRules } from "./rules";

const cents = z.number().int();
export const scheduleInput = z.discriminatedUnion("schedule", [
  z.object({ schedule: z.enum(["daily", "manual"]) }),
  z.object({ schedule: z.literal("weekly"), day: z.number().int().min(1, "Monday is 1.").max(7, "Sunday is 7.") }),
  z.object({ schedule: z.literal("monthly"), day: z.number().int().min(1).max(31) }),
]);
export type ScheduleInput = z.infer<typeof scheduleInput>;

export const requestPayoutInput = z.object({ method: z.enum(["standard", "instant"]).default("standard") });
export const reasonInput = z.object({ reason: oneLine({ most: 300, empty: "Say why; it is kept in the audit trail." }) });
export const holdInput = z.object({
  rule: z.enum(Object.keys(holdRules) as [keyof typeof holdRules, ...(keyof typeof holdRules)[]], "Choose the rule it is by.").default("admin"),
  reason: oneLine({ most: 300, empty: "Say why; the creator reads it." }),
  whatToDo: oneLine({ most: 300, empty: "Say what ends it; the creator reads it." }),
  endsAt: z.iso.datetime("Give a moment, like 2027-01-31T00:00:00Z."),
});

export const payoutOutput = z.object({
  id: id("payout"),
  gross: cents.describe("What left your balance."),
  withheld: cents.describe("Withheld for the tax office."),
  fee: cents.describe("The price of having it at once."),
  amount: cents.describe("What arrives."),
  currency: z.string(),
  method: z.string(),
  state: z.enum(["awaiting_approval", "pending", "transferred", "in_transit", "paid", "failed", "returned", "cancelled"]),
  bankLast4: z.string().nullable(),
  failureMessage: z.string().nullable(),
  createdAt: z.iso.datetime(),
  arrivesAt: z.iso.datetime().nullable(),
  paidAt: z.iso.datetime().nullable(),
});
export type PayoutView = z.infer<typeof payoutOutput>;

export const payoutStatusOutput = z.object({
  currency: z.string(),
  available: cents.describe("Owed to you and free, whatever its age."),
  ready: cents.describe("The part that is old enough to be sent."),
  held: cents,
  inPayout: cents,
  minimum: cents,
  account: z
    .object({ complete: z.boolean(), needs: z.array(z.string()), disabledReason: z.string().nullable(), bankName: z.string().nullable(), bankLast4: z.string().nullable(), instantAvailable: z.boolean(), schedule: z.string(), scheduleDay: z.number().int() })
    .nullable(),
  next: z.object({ pays: cents.nullable().describe("What would be sent today."), reason: z.string().nullable().describe("Why nothing would be."), payday: z.iso.date().nullable().describe("The next day your schedule pays.") }),
  holds: z.array(z.object({ id: id("payoutHold"), rule: z.string(), reason: z.string(), whatToDo: z.string(), byUs: z.boolean().describe("A person decided it, not a rule."), startsAt: z.iso.datetime(), endsAt: z.iso.datetime().nullable() })),
  notes: z.array(z.object({ day: z.iso.date(), code: z.string(), text: z.string(), amount: cents })),
});
export type PayoutStatus = z.infer<typeof payoutStatusOutput>;
