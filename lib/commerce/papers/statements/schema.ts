import { z } from "zod";
import { AppError } from "@/lib/platform/errors";

/** A calendar month, UTC: "2026-11". */
export const month = z.string().regex(/^2[01]\d\d-(0[1-9]|1[0-2])$/u, "A month is written like 2026-11.").meta({ example: "2026-11" });
export const statementQuery = z.object({ format: z.enum(["pdf", "csv"]).default("pdf") });

const cents = z.number().int();
export const statementMonthOutput = z.object({
  month,
  currency: z.string(),
  opening: cents.describe("What was yours and free when the month began."),
  in: cents.describe("What the kinds of movement that added to it brought together."),
  out: cents.describe("What the kinds that took from it took; zero or less."),
  closing: cents,
  lines: z.number().int(),
});
export type StatementMonth = z.infer<typeof statementMonthOutput>;
export const statementMonthsOutput = z.object({ data: z.array(statementMonthOutput) });

export const statementKeyOutput = z.object({ algorithm: z.literal("Ed25519"), publicKey: z.string().describe("32 bytes in hex."), signs: z.string() });

/** Whose money a line moves: free, held, on its way, or kept out of a payout for tax or an instant one's price. */
export const sections = ["balance", "held", "payout", "kept"] as const;
export type Section = (typeof sections)[number];

export interface Span {
  from: Date;
  to: Date;
}

/** @throws AppError bad_request */
export function spanOf(text: string): Span {
  if (!month.safeParse(text).success) throw new AppError("bad_request", "A month is written like 2026-11.");
  const from = new Date(`${text}-01T00:00:00.000Z`);
  return { from, to: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1)) };
}
