import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { sendMail } from "@/lib/platform/mail";

/** With consent: a mail with a link, never the document itself. Without: nothing, and it stays on the list of papers. */
async function deliver(ctx: Context, documentId: string, reference: string): Promise<void> {
  const document = await ctx.db.taxDocument.findUnique({ where: { id: documentId } });
  if (document?.state !== "issued") return;
  const [consent, user] = await Promise.all([
    ctx.db.taxConsent.findFirst({ where: { userId: document.userId }, orderBy: [{ at: "desc" }, { id: "desc" }], select: { given: true } }),
    ctx.db.user.findUnique({ where: { id: document.userId }, select: { email: true } }),
  ]);
  if (!consent?.given || !user) return;
  const again = document.voided ? " The earlier one is void." : document.correction > 0 ? " It corrects the earlier one." : "";
  await sendMail(ctx.db, { to: user.email, category: "tax-document", reference }, () => ({
    // The subject says what the law asks it to say (26 CFR 1.6050W-2(a)(5)) †.
    subject: "Important tax return document available",
    paragraphs: [`Your ${document.form} for ${document.year} is ready.${again}`, "Sign in to read and keep it. It stays there for at least seven years. If you would rather have it on paper, say so on the same page."],
    action: { label: "Open your tax documents", url: `${config().APP_URL}/studio/tax` },
    reason: `You get this because you agreed to tax documents by mail with a link. Document ${document.id}.`,
  }));
  await ctx.db.taxDocument.updateMany({ where: { id: documentId, state: "issued" }, data: { state: "delivered", delivery: "mail", deliveredAt: ctx.now } });
}

export const subscribers = [on("tax-document.issued", "deliver-tax-document", ({ ctx, payload, eventId }) => deliver(ctx, payload.documentId, eventId))];
