import { audit } from "@/lib/platform/audit";
import type { Context, Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { authorize } from "@/lib/platform/policy";
import { NotIssuedYet } from "./errors";
import { canRunTaxes } from "./policy";

/** Issued documents of a year that nobody has yet: to be printed and posted, oldest first. @throws NotFound for all but administrators */
export async function paperList(ctx: Context, year: number, { after = "", limit = 100 }: { after?: string; limit?: number } = {}): Promise<{ id: string; form: string; creatorId: string }[]> {
  authorize(canRunTaxes(ctx.actor));
  return ctx.db.taxDocument.findMany({ where: { year, state: "issued", id: { gt: after } }, orderBy: { id: "asc" }, take: limit, select: { id: true, form: true, creatorId: true } });
}

/** Says that a document was posted on paper. Repeating it changes nothing. @throws NotFound, NotIssuedYet */
export async function markPosted({ ctx, input }: Verb<{ documentId: string }>): Promise<void> {
  authorize(canRunTaxes(ctx.actor), "document");
  await ctx.transaction(async (tx) => {
    const document = await tx.taxDocument.findUnique({ where: { id: input.documentId }, select: { id: true, state: true } });
    if (!document) throw new NotFound("document");
    if (document.state === "draft") throw new NotIssuedYet();
    const { count } = await tx.taxDocument.updateMany({ where: { id: document.id, state: "issued" }, data: { state: "delivered", delivery: "paper", deliveredAt: ctx.now } });
    if (count > 0) audit(tx, ctx, "tax-document.posted", { subject: document.id });
  });
}

/** What is left to look at before a year is closed, oldest first. @throws NotFound for all but administrators */
export async function openReviews(ctx: Context, year: number, { after = "", limit = 100 }: { after?: string; limit?: number } = {}): Promise<{ id: string; creatorId: string; reason: string; foundAt: string }[]> {
  authorize(canRunTaxes(ctx.actor));
  const rows = await ctx.db.taxReview.findMany({ where: { year, settledAt: null, id: { gt: after } }, orderBy: { id: "asc" }, take: limit, select: { id: true, creatorId: true, reason: true, foundAt: true } });
  return rows.map((row) => ({ ...row, foundAt: row.foundAt.toISOString() }));
}
