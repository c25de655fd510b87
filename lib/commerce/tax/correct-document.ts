import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { type Draft, draftBatch, openDocument, toRow } from "./draft";
import { NothingToCorrect, NotIssuedYet } from "./errors";
import type { DocumentPayload } from "./payload";
import { canRunTaxes } from "./policy";

/**
 * Corrects an issued document by a new one with the next number: CORRECTED with what books and papers say now, or VOID. The old
 * row stays as it was issued. The new one is a draft until the year is issued again. @throws NotFound, NotIssuedYet, NothingToCorrect
 */
export async function correctTaxDocument({ ctx, input }: Verb<{ documentId: string; voided: boolean; reason: string }>): Promise<{ id: string; correction: number }> {
  authorize(canRunTaxes(ctx.actor), "document");
  const named = await ctx.db.taxDocument.findUnique({ where: { id: input.documentId } });
  if (!named) throw new NotFound("document");
  const last = await ctx.db.taxDocument.findFirstOrThrow({ where: { year: named.year, creatorId: named.creatorId, form: named.form }, orderBy: { correction: "desc" } });
  if (last.state === "draft") throw new NotIssuedYet();
  const { drafts } = await draftBatch(ctx.db, [{ id: named.creatorId, userId: named.userId }], named.year);
  const before = await openDocument(last);
  const now = drafts.find((draft) => draft.decided.form === named.form);
  // Nothing to report any more is a correction to nothing; for a void the figures stay, so that both copies can be laid side by side.
  const draft: Draft = input.voided || !now ? emptied(named.creatorId, named.userId, before, input.voided) : now;
  if (input.voided ? last.voided : JSON.stringify(draft.payload) === JSON.stringify(before)) throw new NothingToCorrect();
  const id = newId("taxDocument");
  const correction = last.correction + 1;
  const row = await toRow(draft, { year: named.year, correction, voided: input.voided, id });
  await ctx.transaction(async (tx) => {
    // Two that correct at once: the second meets the unique number and comes out as a conflict.
    await tx.taxDocument.create({ data: row });
    await tx.taxReview.updateMany({ where: { year: named.year, creatorId: named.creatorId, reason: "needs_correction", settledAt: null }, data: { settledAt: ctx.now } });
    audit(tx, ctx, input.voided ? "tax-document.voided" : "tax-document.corrected", { subject: named.id, correctionId: id, correction, reason: input.reason });
  });
  return { id, correction };
}

function emptied(id: string, userId: string, before: DocumentPayload, voided: boolean): Draft {
  const payload = voided ? before : { ...before, gross: 0, payments: 0, withheld: 0, months: before.months.map(() => 0) };
  const { form, gross, payments, withheld, federal, stateFiled } = payload;
  return { creator: { id, userId }, decided: { form, gross, payments, withheld, federal, stateFiled }, payload };
}
