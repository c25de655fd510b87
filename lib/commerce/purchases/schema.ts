import { z } from "zod";
import { id } from "@/lib/platform/ids";

const cents = z.number().int();
export const saleOutput = z.object({
  id: id("sale"),
  kind: z.enum(["subscription", "tip", "gift", "post", "bundle"]),
  occurredAt: z.iso.datetime(),
  fanName: z.string(),
  tierName: z.string().nullable(),
  title: z.string().nullable().describe("What the post or bundle was called when it was sold."),
  message: z.string().describe("What the fan wrote with a tip."),
  first: z.boolean().describe("The first payment of this membership."),
  gross: cents,
  platformFee: cents,
  processingFee: cents,
  net: cents,
  yours: cents.describe("What of the net is yours: less than all where you share it."),
  currency: z.string(),
});
export type SaleView = z.infer<typeof saleOutput>;

export const saleExplanationOutput = z.object({
  sale: saleOutput,
  platformBps: z.number().int(),
  feeNote: z.string(),
  provider: z.object({ rail: z.string(), charge: z.string(), invoice: z.string().nullable(), balanceTransaction: z.string() }),
  shares: z.array(z.object({ creatorId: id("creator"), handle: z.string(), name: z.string(), net: cents })).describe("Who has which part of the net, you among them; empty: it is all yours."),
  lines: z.array(z.object({ account: z.string(), amount: cents, line: z.string() })).describe("The booked lines; they sum to zero."),
});
export type SaleExplanation = z.infer<typeof saleExplanationOutput>;

export const earningsOutput = z.object({
  currency: z.string(),
  balance: cents.describe("What we owe you now."),
  lastThirtyDays: z.object({ gross: cents, net: cents, sales: z.number().int() }),
  days: z.array(z.object({ day: z.iso.date(), net: cents })).describe("Thirty days, today last, UTC."),
  members: z.number().int(),
});
export type Earnings = z.infer<typeof earningsOutput>;
