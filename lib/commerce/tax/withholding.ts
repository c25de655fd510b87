import { type Database, Prisma, type Tx } from "@/lib/platform/db";
import { share } from "@/lib/platform/money";
import { businessDaysAfter, yearBounds } from "./dates";
import { isReportable, mismatchGraceBusinessDays, withholdingRuleAt } from "./rules";

export type WithholdingReason = "no_form" | "form_expired" | "payee_said_so" | "tin_mismatch";

/** What decides whether tax is withheld from a creator's payouts; the newest form of theirs, and what the year has brought, where that counts. */
export interface WithholdingState {
  creatorId: string;
  form: { id: string; kind: "w9" | "w8ben" | "w8ben_e"; validUntil: Date | null; backupNotice: boolean; exempt: boolean; mismatchSince: Date | null } | null;
  /** Of the calendar year asked for, in minor units; null: not added up, as the rule of that moment does not ask for it. */
  year: { gross: number; payments: number } | null;
}

export interface Withholding {
  /** Minor units to keep back from this payout for the tax office. */
  withheld: number;
  rateBps: number;
  reason: WithholdingReason | null;
}

/** Why tax must be withheld at a moment; null: it need not. Pure. */
export function withholdingReason({ form }: WithholdingState, at: Date): WithholdingReason | null {
  if (!form) return "no_form";
  if (form.validUntil && form.validUntil < at) return "form_expired";
  if (form.kind !== "w9" || form.exempt) return null;
  if (form.backupNotice) return "payee_said_so";
  return form.mismatchSince && businessDaysAfter(form.mismatchSince, mismatchGraceBusinessDays) <= at ? "tin_mismatch" : null;
}

const notAddedUp = (): never => {
  throw new Error("whether tax is withheld hangs on the year's sales, and they were not added up");
};

/**
 * How much of a payout of `amount` is withheld at `at`: the rule's rate of it, half a cent rounded up, or nothing. Pure: the payout
 * asks `withholdingState` first. Book it from the creator's account to `accounts.withheldTax`. @throws RuleMissing
 */
export function withholdingFor(state: WithholdingState, amount: number, at: Date): Withholding {
  const reason = withholdingReason(state, at);
  const rule = withholdingRuleAt(at);
  const begun = rule.from === "first payout" || isReportable("1099-K", at.getUTCFullYear(), state.year ?? notAddedUp());
  if (!reason || !begun || amount <= 0) return { withheld: 0, rateBps: 0, reason: null };
  return { withheld: share(amount, rule.rateBps), rateBps: rule.rateBps, reason };
}

interface Row {
  creatorId: string;
  formId: string | null;
  kind: "w9" | "w8ben" | "w8ben_e";
  validUntil: Date | null;
  backupNotice: boolean;
  exemptPayeeCode: string | null;
  mismatchSince: Date | null;
  gross: bigint | null;
  payments: bigint | null;
}

/** The states of some creators at a moment, by creator. One statement through the newest form of each, and the year's sales where the rule asks for them. @throws RuleMissing */
export async function withholdingStates(db: Database | Tx, creatorIds: string[], at: Date): Promise<Map<string, WithholdingState>> {
  if (creatorIds.length === 0) return new Map();
  const { from, to } = yearBounds(at.getUTCFullYear());
  const year =
    withholdingRuleAt(at).from === "reportable"
      ? Prisma.sql`(SELECT sum(b.gross) AS gross, count(*) AS payments FROM "Sale" b WHERE b."creatorId" = c.id AND b.currency = 'usd' AND b."occurredAt" >= ${from} AND b."occurredAt" < ${to})`
      : Prisma.sql`(SELECT NULL::bigint AS gross, NULL::bigint AS payments)`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id AS "creatorId", f.id AS "formId", f.kind, f."validUntil", f."backupNotice", f."exemptPayeeCode", CASE WHEN m.matched = false THEN m."checkedAt" END AS "mismatchSince", s.gross, s.payments
    FROM "CreatorProfile" c
    LEFT JOIN LATERAL (SELECT * FROM "TaxForm" t WHERE t."userId" = c."userId" AND t."signedAt" <= ${at} ORDER BY t."signedAt" DESC, t.id DESC LIMIT 1) f ON true
    LEFT JOIN LATERAL (SELECT x.matched, x."checkedAt" FROM "TinMatch" x WHERE x."formId" = f.id AND x."checkedAt" <= ${at} ORDER BY x."checkedAt" DESC, x.id DESC LIMIT 1) m ON true
    CROSS JOIN LATERAL ${year} s
    WHERE c.id IN (${Prisma.join(creatorIds)})`;
  return new Map(rows.map((row) => [row.creatorId, toState(row)]));
}

function toState(row: Row): WithholdingState {
  // Corporations (code 5) are exempt from backup withholding on some payments, not on these (instructions for Form W-9); the others are.
  const exempt = row.exemptPayeeCode !== null && row.exemptPayeeCode !== "5";
  const form = row.formId === null ? null : { id: row.formId, kind: row.kind, validUntil: row.validUntil, backupNotice: row.backupNotice, exempt, mismatchSince: row.mismatchSince };
  return { creatorId: row.creatorId, form, year: row.payments === null ? null : { gross: Number(row.gross ?? 0), payments: Number(row.payments) } };
}

/** The state of one creator at a moment. A creator that is not there has no form. */
export async function withholdingState(db: Database | Tx, creatorId: string, at: Date): Promise<WithholdingState> {
  return (await withholdingStates(db, [creatorId], at)).get(creatorId) ?? { creatorId, form: null, year: { gross: 0, payments: 0 } };
}
