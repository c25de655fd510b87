import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { consentText } from "./certifications";
import { filer } from "./submit-form";

/** Gives or withdraws consent to tax documents by mail with a link; each is a row of its own. Saying the same again changes nothing. */
export async function changeConsent({ ctx, input }: Verb<{ given: boolean }>): Promise<void> {
  const { userId } = filer(ctx);
  await ctx.transaction(async (tx) => {
    const last = await tx.taxConsent.findFirst({ where: { userId }, orderBy: [{ at: "desc" }, { id: "desc" }], select: { given: true, textVersion: true } });
    if ((last?.given ?? false) === input.given && (!input.given || last?.textVersion === consentText.version)) return;
    const id = newId("taxConsent");
    await tx.taxConsent.create({ data: { id, userId, given: input.given, textVersion: consentText.version, at: ctx.now, fromAddress: ctx.address } });
    audit(tx, ctx, input.given ? "tax-consent.given" : "tax-consent.withdrawn", { subject: userId, consentId: id });
  });
}
