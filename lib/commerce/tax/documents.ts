import { z } from "zod";
import type { Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { authorize } from "@/lib/platform/policy";
import { openDocument } from "./draft";
import { maskedPayload } from "./payload";
import { drawDocument } from "./pdf/draw-document";
import { canFileTaxForm, canReadTaxDocument } from "./policy";

export const taxDocumentOutput = z.object({
  id: z.string(),
  year: z.number().int(),
  form: z.string(),
  correction: z.number().int(),
  voided: z.boolean(),
  gross: z.number().int().describe("Minor units."),
  currency: z.string(),
  issuedAt: z.iso.datetime(),
  delivery: z.string().nullable(),
});
export type TaxDocumentView = z.infer<typeof taxDocumentOutput>;
export const taxDocumentsOutput = z.object({ data: z.array(taxDocumentOutput) });

const asPerson = (ctx: Context): string => (ctx.actor.kind === "user" ? (ctx.actor.creatorId ?? "") : "");

/** A creator's issued documents, newest year first; drafts are nobody's yet. One statement. */
export async function listTaxDocuments(ctx: Context): Promise<TaxDocumentView[]> {
  authorize(canFileTaxForm(ctx.actor));
  const rows = await ctx.db.taxDocument.findMany({ where: { creatorId: asPerson(ctx), state: { not: "draft" } }, orderBy: [{ year: "desc" }, { form: "asc" }, { correction: "desc" }], take: 100 });
  return rows.map(({ gross, issuedAt, ...row }) => ({ ...row, gross: Number(gross), issuedAt: (issuedAt ?? row.createdAt).toISOString() }));
}

/** The person's copy as a PDF, its number masked. @throws NotFound for everyone it is not about, and while it is a draft */
export async function readTaxDocument(ctx: Context, documentId: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const row = await ctx.db.taxDocument.findUnique({ where: { id: documentId } });
  if (!row) throw new NotFound("document");
  authorize(canReadTaxDocument(ctx.actor, row.creatorId), "document");
  if (row.state === "draft") throw new NotFound("document");
  const bytes = await drawDocument(maskedPayload(await openDocument(row)), { corrected: row.correction > 0 && !row.voided, voided: row.voided, madeAt: row.issuedAt ?? row.createdAt });
  return { name: `${row.form}-${row.year}${row.correction > 0 ? `-${row.correction}` : ""}.pdf`, bytes };
}
