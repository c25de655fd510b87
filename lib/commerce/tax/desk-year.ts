import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { asId, type Id } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { dueDate, yearBounds } from "./dates";
import { canRunTaxes } from "./policy";
import { dueDates, thresholds, withholdingRules } from "./rules";

export interface TaxYearDesk {
  year: number;
  formForSales: string;
  /** The year has ended: its documents can be made. */
  over: boolean;
  /** Rows of lib/commerce/tax/rules.ts that this year lacks; with one missing it is not run. */
  missingRules: string[];
  rules: { form: string; says: string; source: string }[];
  due: { what: keyof typeof dueDates; at: string; source: string }[];
  documents: { form: string; drafts: number; issued: number; delivered: number; corrections: number; federal: number; stateOnly: number; missingTin: number }[];
  reviews: { reason: string; creators: number }[];
  /** From whose payouts of the year tax was withheld, and how much, for now. */
  withheld: { creators: number; amount: number };
  run: { startedAt: string; finishedAt: string | null } | null;
}

const dollars = (amount: number): string => `$${(amount / 100).toLocaleString("en-US")}`;

/** Which rows a year needs and has not; empty: it can be run. */
function missingRules(year: number): string[] {
  const forms = [config().TAX_FORM_FOR_SALES, "1099-MISC"] as const;
  const missing = forms.filter((form) => !thresholds.some((row) => row.form === form && row.year === year)).map((form) => `thresholds: form ${form} in ${year}`);
  return withholdingRules.some((rule) => rule.effectiveFrom <= yearBounds(year).from) ? missing : [...missing, `withholdingRules: backup withholding on 1 January ${year}`];
}

/** Where a tax year stands: rules, days, documents, what is to be looked at, what was withheld. Four statements, each through an index by year. @throws NotFound for all but administrators */
export async function taxYearDesk(ctx: Context, year: number): Promise<TaxYearDesk> {
  authorize(canRunTaxes(ctx.actor));
  const { from, to } = yearBounds(year);
  const [documents, reviews, withheld, run] = await Promise.all([
    ctx.db.$queryRaw<TaxYearDesk["documents"]>`
      SELECT form, count(*) FILTER (WHERE state = 'draft')::int AS drafts, count(*) FILTER (WHERE state = 'issued')::int AS issued, count(*) FILTER (WHERE state = 'delivered')::int AS delivered, count(*) FILTER (WHERE correction > 0)::int AS corrections,
        count(*) FILTER (WHERE federal AND correction = 0)::int AS federal, count(*) FILTER (WHERE NOT federal AND correction = 0)::int AS "stateOnly", count(*) FILTER (WHERE "missingTin" AND correction = 0)::int AS "missingTin"
      FROM "TaxDocument" WHERE year = ${year} GROUP BY form ORDER BY form`,
    ctx.db.$queryRaw<TaxYearDesk["reviews"]>`SELECT reason, count(*)::int AS creators FROM "TaxReview" WHERE year = ${year} AND "settledAt" IS NULL GROUP BY reason ORDER BY 2 DESC`,
    ctx.db.$queryRaw<{ creators: number; amount: bigint }[]>`
      SELECT count(DISTINCT "creatorId")::int AS creators, coalesce(sum(withheld), 0)::bigint AS amount FROM "Payout" WHERE withheld > 0 AND "createdAt" >= ${from} AND "createdAt" < ${to} AND state NOT IN ('cancelled', 'returned')`,
    ctx.db.taxRun.findUnique({ where: { year } }),
  ]);
  return {
    year, formForSales: config().TAX_FORM_FOR_SALES, over: ctx.now >= to, missingRules: missingRules(year), documents, reviews,
    rules: thresholds.filter((row) => row.year === year).map((row) => ({ form: row.form, says: `${row.counts === "over" ? "more than " : ""}${dollars(row.gross)}${row.counts === "from" ? " or more" : ""}${row.payments > 0 ? ` and more than ${row.payments} payments` : ""}`, source: row.source })),
    due: (Object.keys(dueDates) as (keyof typeof dueDates)[]).map((what) => ({ what, at: dueDate(what, year).toISOString(), source: dueDates[what].source })),
    withheld: { creators: withheld[0]?.creators ?? 0, amount: Number(withheld[0]?.amount ?? 0) }, run: run && { startedAt: run.startedAt.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null },
  };
}

export interface DeskDocument {
  id: Id<"taxDocument">;
  form: string;
  correction: number;
  voided: boolean;
  state: "draft" | "issued" | "delivered";
  delivery: string | null;
  gross: number;
  withheld: number;
  payments: number;
  federal: boolean;
  stateFiled: string | null;
  missingTin: boolean;
  payee: { creatorId: string; name: string; handle: string };
}

/** Documents of a year in one state, oldest first; figures and names, never a number of a person. Through TaxDocument(year, state, id). @throws NotFound for all but administrators */
export async function documentsOfYear(ctx: Context, { year, state, after = "", limit = 50 }: { year: number; state: DeskDocument["state"]; after?: string | undefined; limit?: number }): Promise<{ data: DeskDocument[]; next: string | undefined }> {
  authorize(canRunTaxes(ctx.actor));
  const rows = await ctx.db.taxDocument.findMany({ where: { year, state, id: { gt: after } }, orderBy: { id: "asc" }, take: limit + 1, omit: { payloadSealed: true } });
  const pages = await ctx.db.creatorProfile.findMany({ where: { id: { in: rows.map(({ creatorId }) => creatorId) } }, select: { id: true, name: true, handle: true }, take: limit + 1 });
  const kept = rows.slice(0, limit);
  const data = kept.map(({ id, creatorId, gross, withheldAmount, ...row }) => {
    const page = pages.find((one) => one.id === creatorId);
    return { id: asId("taxDocument", id), form: row.form, correction: row.correction, voided: row.voided, state: row.state, delivery: row.delivery, gross: Number(gross), withheld: Number(withheldAmount), payments: row.payments, federal: row.federal, stateFiled: row.stateFiled, missingTin: row.missingTin, payee: { creatorId, name: page?.name ?? "A page that is gone", handle: page?.handle ?? "" } };
  });
  return { data, next: rows.length > limit ? kept.at(-1)?.id : undefined };
}
