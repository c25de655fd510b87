import { audit } from "@/lib/platform/audit";
import type { Context, Verb } from "@/lib/platform/db";
import { Unauthenticated } from "@/lib/platform/errors";
import { newId, type UserId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { seal } from "@/lib/platform/sealing";
import { currentCertification } from "./certifications";
import { sealed } from "./columns";
import { w8ValidUntil } from "./dates";
import { canFileTaxForm } from "./policy";
import type { TaxFormInput } from "./schema";
import { lastFour, plainTin, type TinKind } from "./tin";

/** What a form says beside its numbers, as it lies sealed. */
export interface TaxIdentity {
  name: string;
  businessName: string;
  line1: string;
  line2: string;
  city: string;
  /** ZIP code of a US address. */
  zip: string;
  /** Of any other. */
  region: string;
  postalCode: string;
  birthDate: string;
  signature: string;
  /** The rest of a W-8: citizenship, kind of entity, treaty. */
  more: Record<string, string | number>;
}

/** The person at work, once the policy has said yes. */
export function filer(ctx: Context): { userId: UserId } {
  authorize(canFileTaxForm(ctx.actor));
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  return { userId: ctx.actor.userId };
}

/**
 * Takes a signed W-9, W-8BEN or W-8BEN-E as the newest of its person's history; what was signed before stays.
 * Names, addresses and numbers go to the database sealed; nothing of them goes to the trail, the log or an event.
 * @throws Forbidden for who has no page; NotConfigured without FIELD_KEYS
 */
export async function submitTaxForm({ ctx, input }: Verb<TaxFormInput>): Promise<{ id: string }> {
  const { userId } = filer(ctx);
  const id = newId("taxForm");
  const { tin, tinKind, foreignTin } = numbersOf(input);
  const us = input.kind === "w9";
  // Sealed before the transaction: a first key is made on a connection of its own.
  const row = {
    id,
    userId,
    kind: input.kind,
    country: us ? "US" : input.country,
    state: us ? input.state : null,
    taxClass: input.kind === "w9" ? input.taxClass : input.kind === "w8ben" ? "individual" : input.entityType,
    tinKind,
    tinLast4: tin ? lastFour(tin) : null,
    tinSealed: tin ? await seal(sealed.tin, id, tin) : null,
    foreignTinLast4: foreignTin ? lastFour(foreignTin) : null,
    foreignTinSealed: foreignTin ? await seal(sealed.foreignTin, id, foreignTin) : null,
    identitySealed: await seal(sealed.identity, id, JSON.stringify(identityOf(input))),
    backupNotice: us && input.backupNotice,
    exemptPayeeCode: us && input.exemptPayeeCode ? input.exemptPayeeCode : null,
    certificationVersion: currentCertification[input.kind],
    signedAt: ctx.now,
    signedFrom: ctx.address,
    validUntil: us ? null : w8ValidUntil(ctx.now),
  };
  await ctx.transaction(async (tx) => {
    await tx.taxForm.create({ data: row });
    audit(tx, ctx, "tax-form.submitted", { subject: userId, formId: id, kind: input.kind, certification: row.certificationVersion });
  });
  return { id };
}

function numbersOf(input: TaxFormInput): { tin: string; tinKind: TinKind | null; foreignTin: string } {
  if (input.kind === "w9") return { tin: plainTin(input.tin), tinKind: input.tinKind, foreignTin: "" };
  const tin = plainTin(input.usTin);
  const tinKind = tin === "" ? null : input.kind === "w8ben_e" ? "ein" : tin.startsWith("9") ? "itin" : "ssn";
  return { tin, tinKind, foreignTin: input.foreignTin };
}

function identityOf(input: TaxFormInput): TaxIdentity {
  const { name, line1, line2, city, signature } = input;
  const common = { name, line1, line2, city, signature, businessName: "", zip: "", region: "", postalCode: "", birthDate: "", more: {} };
  if (input.kind === "w9") return { ...common, businessName: input.businessName, zip: input.zip };
  const treaty: Record<string, string | number> = input.treatyCountry ? { treatyCountry: input.treatyCountry, treatyArticle: input.treatyArticle, treatyRate: input.treatyRate ?? 0 } : {};
  const abroad = { ...common, region: input.region, postalCode: input.postalCode };
  if (input.kind === "w8ben") return { ...abroad, birthDate: input.birthDate, more: { citizenship: input.citizenship, ...treaty } };
  return { ...abroad, more: { incorporatedIn: input.incorporatedIn, fatcaStatus: input.fatcaStatus, giin: input.giin, ...treaty } };
}
