import { z } from "zod";
import { id } from "@/lib/platform/ids";

const cents = z.number().int();
const fact = z.object({ name: z.string(), value: z.string() });
export type Fact = z.infer<typeof fact>;

export const entryExplanationOutput = z.object({
  id: id("ledgerEntry"),
  amount: cents.describe("Minor units; above zero, the account has more."),
  currency: z.string(),
  line: z.string(),
  occurredAt: z.iso.datetime(),
  bookedAt: z.iso.datetime(),
  transaction: z.object({ id: z.string(), kind: z.string(), description: z.string() }),
  lines: z.array(z.object({ id: z.string(), account: z.string(), amount: cents.describe("As booked: positive is a debit. They sum to zero."), line: z.string(), this: z.boolean() })),
  cause: z.object({ id: z.string(), what: z.string(), facts: z.array(fact) }),
  provider: z.array(fact).describe("The payment provider's own ids of it."),
  rule: z.string().nullable().describe("By which rule it came to this amount."),
  trail: z.array(z.object({ at: z.iso.datetime(), action: z.string(), by: z.string() })).describe("What was noted of the cause, oldest first."),
});
export type EntryExplanation = z.infer<typeof entryExplanationOutput>;
