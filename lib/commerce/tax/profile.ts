import type { Context } from "@/lib/platform/db";
import { unseal } from "@/lib/platform/sealing";
import { sealed } from "./columns";
import { withholdingRuleAt } from "./rules";
import type { TaxProfile } from "./schema";
import { filer, type TaxIdentity } from "./submit-form";
import { maskTin } from "./tin";
import { type WithholdingReason, withholdingReason } from "./withholding";

const statusOf = { no_form: "missing", form_expired: "expired", payee_said_so: "payee_said_so", tin_mismatch: "tin_mismatch" } as const satisfies Record<WithholdingReason, TaxProfile["status"]>;
const newest = [{ signedAt: "desc" as const }, { id: "desc" as const }];

/** What a creator sees of their tax papers: numbers masked, whether all is in order, and what follows if not. Four statements. */
export async function readTaxProfile(ctx: Context): Promise<TaxProfile> {
  const { userId } = filer(ctx);
  const creatorId = ctx.actor.kind === "user" ? (ctx.actor.creatorId ?? "") : "";
  const [form, consent, seller] = await Promise.all([
    ctx.db.taxForm.findFirst({ where: { userId }, orderBy: newest, include: { matches: { orderBy: [{ checkedAt: "desc" }, { id: "desc" }], take: 1 } } }),
    ctx.db.taxConsent.findFirst({ where: { userId }, orderBy: [{ at: "desc" }, { id: "desc" }] }),
    ctx.db.sellerDetails.findFirst({ where: { userId }, orderBy: [{ givenAt: "desc" }, { id: "desc" }] }),
  ]);
  const match = form?.matches[0];
  const exempt = form?.exemptPayeeCode != null && form.exemptPayeeCode !== "5";
  const state = { creatorId, year: { gross: 0, payments: 0 }, form: form && { id: form.id, kind: form.kind, validUntil: form.validUntil, backupNotice: form.backupNotice, exempt, mismatchSince: match?.matched === false ? match.checkedAt : null } };
  const reason = withholdingReason(state, ctx.now);
  return {
    form: form && {
      id: form.id,
      kind: form.kind,
      name: (JSON.parse(await unseal(sealed.identity, form.id, form.identitySealed)) as TaxIdentity).name,
      country: form.country,
      state: form.state,
      tin: maskTin(form.tinKind, form.tinLast4),
      foreignTin: maskTin(null, form.foreignTinLast4),
      tinMatch: match ? (match.matched ? "matched" : "mismatched") : "not_checked",
      signedAt: form.signedAt.toISOString(),
      validUntil: form.validUntil?.toISOString() ?? null,
    },
    status: reason ? statusOf[reason] : "in_order",
    withholdingPercent: reason ? withholdingRuleAt(ctx.now).rateBps / 100 : 0,
    eDelivery: consent?.given ?? false,
    seller: seller && { country: seller.country, tin: maskTin(null, seller.tinLast4), vatId: maskTin(null, seller.vatLast4), givenAt: seller.givenAt.toISOString() },
  };
}
