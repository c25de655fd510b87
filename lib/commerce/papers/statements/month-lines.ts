import { z } from "zod";
import type { Context } from "@/lib/platform/db";
import { id } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import { linesOfMonth } from "./lines";
import { sections } from "./schema";
import { begunMonth, ownBooks } from "./whose";

export const statementLineOutput = z.object({
  id: id("ledgerEntry"),
  section: z.enum(sections),
  occurredAt: z.iso.datetime(),
  amount: z.number().int().describe("Minor units; above zero, you have more."),
  currency: z.string(),
  kind: z.string(),
  line: z.string(),
  description: z.string(),
});
export type StatementLine = z.infer<typeof statementLineOutput>;

/** The lines of one's month, newest first. One statement. @throws NotFound */
export async function statementLines(ctx: Context, month: string, { limit, cursor }: PageQuery, currency = "usd"): Promise<Page<StatementLine>> {
  const rows = await linesOfMonth(ctx.db, { creatorId: ownBooks(ctx), currency, span: begunMonth(ctx, month), limit: limit + 1, after: decodeCursor(cursor), order: "newest first" });
  return toPage(rows, limit, (row) => ({ at: row.occurredAt, id: row.id }), (row) => statementLineOutput.parse({ ...row, occurredAt: row.occurredAt.toISOString() }));
}
