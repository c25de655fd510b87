import { audit } from "@/lib/platform/audit";
import { config, need } from "@/lib/platform/config";
import { type Context, Prisma, type Tx, type Verb } from "@/lib/platform/db";
import { asId, newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import type { TaxDocumentModel } from "@/lib/platform/db/generated/models";
import { yearBounds } from "./dates";
import { type Batch, type CreatorRow, differs, draftBatch, toRow } from "./draft";
import { YearNotOver } from "./errors";
import type { RewardSource } from "./figures";
import { canRunTaxes } from "./policy";
import { thresholdFor } from "./rules";

export interface TaxRunReport {
  year: number;
  dryRun: boolean;
  creators: number;
  /** Documents that are new, that were drafts and became other drafts, and that stand as they are. */
  made: number;
  updated: number;
  unchanged: number;
  /** Issued ones that say other than the books now: each needs a correction, which a person orders. */
  needCorrection: number;
  missingTin: number;
  reviews: number;
  /** How many creators get which form: over the federal threshold, or only over their state's. */
  forms: Record<string, { federal: number; stateOnly: number }>;
  done: boolean;
}
interface RunInput {
  year: number;
  dryRun: boolean;
  /** Of the person who runs it; the cron has none. */
  reason?: string | undefined;
}
interface Options {
  rewards?: RewardSource;
  /** Creators of one batch. */
  batch?: number;
  until?: Date;
  onBatch?: (report: TaxRunReport) => void;
}

/**
 * Makes the tax documents of a year as drafts: one per creator, year and form. Run again it makes none twice, brings drafts up to
 * date, and lists issued ones that no longer agree with the books. It works in batches and goes on after a crash. A dry run
 * computes all of it and writes nothing. @throws RuleMissing, YearNotOver, NotConfigured, NotFound for all but administrators
 */
export async function runTaxYear({ ctx, input: { year, dryRun, reason } }: Verb<RunInput>, { rewards, batch = 200, until, onBatch }: Options = {}): Promise<TaxRunReport> {
  authorize(canRunTaxes(ctx.actor));
  // Asked before anything else: which row or setting is missing is said at once.
  for (const form of [config().TAX_FORM_FOR_SALES, "1099-MISC"] as const) thresholdFor(form, year);
  need("Tax documents", "TAX_FILER");
  if (!dryRun && ctx.now < yearBounds(year).to) throw new YearNotOver(year);
  const report: TaxRunReport = { year, dryRun, creators: 0, made: 0, updated: 0, unchanged: 0, needCorrection: 0, missingTin: 0, reviews: 0, forms: {}, done: false };
  let cursor = dryRun ? "" : await begin(ctx, year, reason);
  for (;;) {
    if (until && new Date() >= until) return report;
    const creators = await ctx.db.creatorProfile.findMany({ where: { id: { gt: cursor } }, orderBy: { id: "asc" }, take: batch, select: { id: true, userId: true } });
    const drafts = await draftBatch(ctx.db, creators, year, rewards);
    await settle(ctx, report, creators, drafts);
    cursor = creators.at(-1)?.id ?? cursor;
    report.done = creators.length < batch;
    if (!dryRun) await ctx.db.taxRun.update({ where: { year }, data: { cursor, finishedAt: report.done ? ctx.now : null } });
    onBatch?.(report);
    if (report.done) return report;
  }
}

/** Where to go on: where a run that did not finish stood, or at the beginning. */
async function begin(ctx: Context, year: number, reason: string | undefined): Promise<string> {
  return ctx.transaction(async (tx) => {
    const last = await tx.taxRun.findUnique({ where: { year } });
    if (last && !last.finishedAt) return last.cursor;
    const fresh = { startedAt: ctx.now, finishedAt: null, cursor: "" };
    await tx.taxRun.upsert({ where: { year }, create: { year, ...fresh }, update: fresh });
    audit(tx, ctx, "tax-year.run", { subject: String(year), formForSales: config().TAX_FORM_FOR_SALES, ...(reason ? { reason } : {}) });
    return "";
  });
}

type Row = Awaited<ReturnType<typeof toRow>>;
type Standing = Pick<TaxDocumentModel, "id" | "creatorId" | "form" | "state" | "payloadSealed" | "voided">;

/** Compares a batch with what stands, writes what is new, and counts. What is sealed is sealed before the transaction. */
async function settle(ctx: Context, report: TaxRunReport, creators: CreatorRow[], { drafts, reviews }: Batch): Promise<void> {
  const ids = creators.map((creator) => creator.id);
  const standing = await latest(ctx, report.year, ids);
  const [fresh, stale, wrong]: [Row[], Row[], string[]] = [[], [], []];
  for (const draft of drafts) {
    const row = standing.find((one) => one.creatorId === draft.creator.id && one.form === draft.decided.form);
    const form = (report.forms[draft.decided.form] ??= { federal: 0, stateOnly: 0 });
    form[draft.decided.federal ? "federal" : "stateOnly"] += 1;
    if (draft.payload.recipient.tin === "") report.missingTin += 1;
    if (!row) fresh.push(await toRow(draft, { year: report.year }));
    else if (row.voided || !(await differs(row, draft.payload))) report.unchanged += 1;
    else if (row.state === "draft") stale.push(await toRow(draft, { year: report.year, id: asId("taxDocument", row.id) }));
    else wrong.push(draft.creator.id);
  }
  // A draft that the books no longer ask for, and an issued document that they no longer ask for.
  const gone = standing.filter((row) => !row.voided && !drafts.some((draft) => draft.creator.id === row.creatorId && draft.decided.form === row.form));
  wrong.push(...gone.filter((row) => row.state !== "draft").map((row) => row.creatorId));
  const found = [...reviews, ...wrong.map((creatorId) => ({ creatorId, reason: "needs_correction" as const }))];
  Object.assign(report, { creators: report.creators + ids.length, made: report.made + fresh.length, updated: report.updated + stale.length, needCorrection: report.needCorrection + wrong.length, reviews: report.reviews + found.length });
  if (report.dryRun) return;
  await ctx.transaction(async (tx) => {
    for (const { id, correction: _kept, ...data } of stale) await tx.taxDocument.updateMany({ where: { id, state: "draft" }, data });
    // First: a draft of the other form for sales would keep the new one out.
    await tx.taxDocument.deleteMany({ where: { id: { in: gone.map((row) => row.id) }, state: "draft" } });
    await tx.taxDocument.createMany({ data: fresh, skipDuplicates: true });
    await note(tx, ctx, report.year, found);
  });
}

/** The newest row of each document: the original or its last correction. */
function latest(ctx: Context, year: number, creatorIds: string[]): Promise<Standing[]> {
  if (creatorIds.length === 0) return Promise.resolve([]);
  return ctx.db.$queryRaw<Standing[]>`
    SELECT DISTINCT ON ("creatorId", form) id, "creatorId", form, state, "payloadSealed", voided FROM "TaxDocument"
    WHERE year = ${year} AND "creatorId" IN (${Prisma.join(creatorIds)}) ORDER BY "creatorId", form, correction DESC`;
}

/** What somebody must look at, once. */
async function note(tx: Tx, ctx: Context, year: number, found: { creatorId: string; reason: string }[]): Promise<void> {
  await tx.taxReview.createMany({ data: found.map((one) => ({ id: newId("taxReview"), year, foundAt: ctx.now, ...one })), skipDuplicates: true });
}
