import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { oneLine } from "@/lib/platform/text";
import { files, mostText } from "./rules";
import { stages } from "./stages";

const cents = z.number().int();
const moment = z.iso.datetime();

export const disputeOutput = z.object({
  id: id("dispute"),
  saleId: id("sale"),
  fanName: z.string(),
  tierName: z.string().nullable(),
  reason: z.string().describe("As the bank's network names it."),
  amount: cents,
  currency: z.string(),
  stage: z.enum(stages),
  openedAt: moment,
  answerBy: moment.describe("Until then you can add to the evidence."),
  canAdd: z.boolean(),
  held: cents.describe("Of yours, kept back until the bank has decided."),
  decision: z.enum(["submit", "accept"]).nullable(),
  endedAt: moment.nullable(),
});
export type DisputeView = z.infer<typeof disputeOutput>;

export const additionOutput = z.object({ id: id("disputeAddition"), text: z.string().nullable(), fileName: z.string().nullable(), ready: z.boolean(), createdAt: moment });
export type AdditionView = z.infer<typeof additionOutput>;

export const disputeDetailOutput = disputeOutput.extend({
  timeline: z.array(z.object({ at: moment, what: z.string(), more: z.string().nullable() })).describe("What happened, oldest first, in whole sentences."),
  dueBy: moment.nullable(),
  paidAt: moment,
  gross: cents,
  yours: cents.describe("What was yours of the disputed amount."),
  strength: z.number().int().nullable().describe("0 to 100: how much there is to show. Not a probability."),
  because: z.array(z.object({ words: z.string(), points: z.number().int() })),
  decisionReason: z.string().nullable(),
  additions: z.array(additionOutput),
  shield: z.object({ code: z.string(), text: z.string(), paid: cents, loss: cents }).nullable(),
});
export type DisputeDetail = z.infer<typeof disputeDetailOutput>;

/** Words for a bank: lines are kept, what cannot be seen is not. */
export const evidenceTextInput = z.object({
  text: z
    .string("Write what happened.")
    .transform((text) => text.normalize("NFC").replace(/\r\n?/gu, "\n").replace(/[^\P{C}\n]/gu, "").trim())
    .pipe(z.string().min(1, "Write what happened.").max(mostText, `Use at most ${mostText.toLocaleString("en-US")} characters.`)),
});
export type EvidenceTextInput = z.infer<typeof evidenceTextInput>;

export const evidenceFileInput = z.object({
  fileName: oneLine({ most: 120, empty: "The file has no name." }),
  contentType: z.enum(files.types, "Send a PDF, a JPEG or a PNG: banks open nothing else."),
  bytes: z.number().int("Bytes are whole numbers.").positive("The file is empty.").max(files.mostBytes, "At most 2 MB for each file: banks take no more."),
});
export type EvidenceFileInput = z.infer<typeof evidenceFileInput>;

export const evidenceFileOutput = z.object({ addition: additionOutput, upload: z.object({ url: z.string(), method: z.literal("PUT"), headers: z.record(z.string(), z.string()), expiresAt: moment }) });

export const decisionInput = z.object({
  decision: z.enum(["submit", "accept"], "Send the evidence, or accept the loss."),
  reason: oneLine({ most: 400, empty: "Say why; the creator reads it." }),
});

export const blockLiftingInput = z.object({ reason: oneLine({ most: 300, empty: "Say why; it is kept in the audit trail." }) });
