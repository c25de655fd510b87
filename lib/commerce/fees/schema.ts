import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { oneLine } from "@/lib/platform/text";
import { bounds } from "./rules";

const within = (label: string, { least, most }: { least: number; most: number }, say: (value: number) => string) =>
  z.number().int(`${label} is given in whole units.`).min(least, `${label} is at least ${say(least)}.`).max(most, `${label} is at most ${say(most)}.`);
const percent = (bps: number): string => `${bps / 100} %`;
const cents = (amount: number): string => `${amount} cents`;

export const proposeFeesInput = z.object({
  effectiveFrom: z.iso.date("Give a day, like 2027-03-01.").describe("Begins at midnight UTC, so that a day has one schedule."),
  platformBps: within("Our share", bounds.platformBps, percent).describe("Hundredths of a per cent."),
  estimateProcessingBps: within("The estimate for cards", bounds.estimateProcessingBps, percent),
  estimateProcessingFixed: within("The fixed part of the estimate", bounds.estimateProcessingFixed, cents),
  note: oneLine({ most: 200, empty: "Say what it is in a sentence; creators read it." }),
  reason: oneLine({ most: 300, empty: "Say why; it is kept in the audit trail." }),
});
export type ProposeFees = z.infer<typeof proposeFeesInput>;
export const feeReasonInput = z.object({ reason: oneLine({ most: 300, empty: "Say why; it is kept in the audit trail." }) });

const amount = z.number().int();
const split = z.object({ gross: amount, platformFee: amount, processingFee: amount, net: amount });
const numbers = { id: id("feeSchedule"), effectiveFrom: z.iso.datetime(), platformBps: amount, estimateProcessingBps: amount, estimateProcessingFixed: amount, note: z.string() };
const done = z.object({ by: z.string(), byUserId: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable();

export const feeProposalOutput = z.object({
  ...numbers,
  raises: z.boolean().describe("More than the schedule before it."),
  state: z.enum(["waiting", "agreed", "withdrawn"]),
  proposed: done,
  approved: done,
  withdrawn: done,
  toldAt: z.iso.datetime().nullable().describe("Every creator has had the mail."),
  example: split,
});
export type FeeProposalView = z.infer<typeof feeProposalOutput>;

export const feeSchedulesOutput = z.object({
  schedules: z.array(z.object({ ...numbers, state: z.enum(["past", "in_force", "to_come"]), until: z.iso.datetime().nullable(), sales: z.number().int().describe("How many sales were split by it, 1,000 at most."), example: split.describe("What $10.00 gives, by the estimate for cards."), proposal: feeProposalOutput.nullable() })),
  waiting: feeProposalOutput.nullable(),
  withdrawn: z.array(feeProposalOutput),
});
export type FeeSchedules = z.infer<typeof feeSchedulesOutput>;
