import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { canRunTaxes } from "./policy";

/**
 * Writes down what the IRS answered about a form's name and number. Nothing else ever says "matched": without a row nobody asked.
 * @throws NotFound for a form that is not there, and for all but administrators
 */
export async function recordTinMatch({ ctx, input }: Verb<{ formId: string; matched: boolean; reference: string }>): Promise<void> {
  authorize(canRunTaxes(ctx.actor), "form");
  await ctx.transaction(async (tx) => {
    const form = await tx.taxForm.findUnique({ where: { id: input.formId }, select: { id: true, userId: true } });
    if (!form) throw new NotFound("form");
    await tx.tinMatch.create({ data: { id: newId("tinMatch"), formId: form.id, matched: input.matched, reference: input.reference, checkedAt: ctx.now, byUserId: ctx.actor.kind === "user" ? ctx.actor.userId : null } });
    audit(tx, ctx, "tax-form.tin-match", { subject: form.userId, formId: form.id, matched: input.matched, reference: input.reference });
  });
}
