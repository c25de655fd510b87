import { audit } from "@/lib/platform/audit";
import type { Context, Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { authorize } from "@/lib/platform/policy";
import { canRunTaxes } from "./policy";

/**
 * Issues the drafts of a year, in batches: from now on they are what the person holds, and only a correction changes them. Those
 * who agreed get a mail with a link; the others stand on the list of papers to be posted. Repeating it issues what is new.
 * @throws NotFound for all but administrators
 */
export async function issueTaxYear({ ctx, input: { year, reason } }: Verb<{ year: number; reason?: string | undefined }>, { batch = 200, until }: { batch?: number; until?: Date } = {}): Promise<{ issued: number; done: boolean }> {
  authorize(canRunTaxes(ctx.actor));
  let issued = 0;
  for (;;) {
    if (until && new Date() >= until) return { issued, done: false };
    const taken = await issueSome(ctx, year, { batch, reason });
    issued += taken;
    if (taken < batch) return { issued, done: true };
  }
}

function issueSome(ctx: Context, year: number, { batch, reason }: { batch: number; reason: string | undefined }): Promise<number> {
  return ctx.transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; form: string }[]>`SELECT id, form FROM "TaxDocument" WHERE year = ${year} AND state = 'draft' ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
    await tx.taxDocument.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { state: "issued", issuedAt: ctx.now } });
    for (const row of rows) {
      audit(tx, ctx, "tax-document.issued", { subject: row.id, year, form: row.form, ...(reason ? { reason } : {}) });
      emit(tx, "tax-document.issued", { documentId: row.id });
    }
    return rows.length;
  });
}
