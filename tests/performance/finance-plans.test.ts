import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disputesByDeadline, listBlocks, listDisputes } from "@/lib/commerce/disputes";
import { listFees } from "@/lib/commerce/fees";
import { bookBalances, findBookings, moneyByDay, searchLedger } from "@/lib/commerce/papers";
import { listHolds, listPayouts, notesOfDay, payoutFigures } from "@/lib/commerce/payouts";
import { documentsOfYear, missingForms, openReviews, taxYearDesk } from "@/lib/commerce/tax";
import { type Context, countQueries, createContext, type UserActor } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { encodeCursor } from "@/lib/platform/lists";
import { closeWorld, database, openWorld } from "../support/world";
import { fill, idOf } from "./fill";
import { fillDesk } from "./fill-desk";
import { readPlan } from "./plans";

/* The lists of the finance desk over a hundred thousand rows of each: what is asserted are rows that were read. */
const limit = 40;
const admin: UserActor = { kind: "user", userId: asId("user", idOf("usr", 2)), sessionId: asId("session", idOf("ses", 100)), role: "admin", creatorId: undefined, page: undefined, displayName: "Ada", capabilities: new Set(["administer"]) };
const busiest = asId("creator", idOf("crt", 1));
const deep = (prefix: string): string => encodeCursor({ at: new Date("2025-09-01T00:00:00Z"), id: idOf(prefix, 1) });

let ctx: Context;
beforeAll(async () => {
  await openWorld();
  await fill();
  await fillDesk(database());
  ctx = createContext({ actor: admin, now: new Date("2026-06-01T00:00:00Z") });
}, 180_000);
afterAll(() => closeWorld());

/** No statement walks a table of a hundred thousand; none reads or sorts more than it may. */
async function expectBounded(work: () => Promise<unknown>, most: number): Promise<void> {
  const { statements } = await countQueries(work);
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements) {
    const { plan, walked, rowsRead, sorted } = await readPlan(statement);
    const why = `${statement.text}\n${plan}`;
    // A handful of rows is walked faster than found.
    expect(walked.filter((table) => !["FeeProposal", "TaxRun"].includes(table)), why).toEqual([]);
    expect(rowsRead, why).toBeLessThanOrEqual(most);
    expect(sorted, why).toBeLessThanOrEqual(most);
  }
}

const few = limit * 12;
/** A search looks through so many rows of one index at most; each may lead to a booking, its lines and their accounts. */
const searched = 2_000 * 8 + few;
type Case = [string, () => Promise<unknown>, number];

describe("a page of the finance desk is read through an index", () => {
  it.each<Case>([
    ["all bookings", () => searchLedger(ctx, { limit }), few],
    ["all bookings, far down", () => searchLedger(ctx, { limit, cursor: deep("ltx") }), few],
    ["bookings of a kind", () => searchLedger(ctx, { limit, kind: "sale" }), few],
    ["bookings of a kind that never was", () => searchLedger(ctx, { limit, kind: "reward" }), few],
    ["bookings of a day", () => searchLedger(ctx, { limit, from: "2026-03-01", to: "2026-03-01" }), few],
    ["the busiest creator's", () => searchLedger(ctx, { limit, creatorId: busiest }), few],
    ["the busiest creator's, far down", () => searchLedger(ctx, { limit, creatorId: busiest, cursor: deep("len") }), few],
    ["the busiest creator's, of an amount that is not there", () => searchLedger(ctx, { limit, creatorId: busiest, amount: 77 }), searched],
    ["an amount that is nowhere", () => searchLedger(ctx, { limit, amount: 77 }), searched],
    ["what is held, of which there is nothing", () => searchLedger(ctx, { limit, account: "held" }), searched],
    ["by an id", () => findBookings(ctx, idOf("ltx", 50_000)), few],
    ["by the provider's id", () => findBookings(ctx, "ch_50000"), few],
    ["payouts", () => listPayouts(ctx, { limit }), few],
    ["payouts, far down", () => listPayouts(ctx, { limit, cursor: deep("pyt") }), few],
    ["payouts of a common state", () => listPayouts(ctx, { limit, state: "paid" }), few],
    ["payouts of a state that none is in", () => listPayouts(ctx, { limit, state: "failed" }), few],
    ["payouts of the busiest creator", () => listPayouts(ctx, { limit, creatorId: busiest }), few],
    ["what is on its way", () => payoutFigures(ctx), 10_000 * 2],
    ["holds in force, of which there are few", () => listHolds(ctx, { limit, inForce: true }), few],
    ["all holds, far down", () => listHolds(ctx, { limit, cursor: deep("phd") }), few],
    ["who was not paid on a day, by a rare reason", () => notesOfDay(ctx, { day: "2026-05-01", code: "held" }), 3_000],
    ["disputes by their deadline", () => disputesByDeadline(ctx, { limit }), few],
    ["disputes, far down", () => listDisputes(ctx, { limit, cursor: deep("dsp") }), few],
    ["disputes of stages, one of them empty", () => listDisputes(ctx, { limit, stages: ["withdrawn", "open"] }), few],
    ["disputes of a stage that is empty", () => listDisputes(ctx, { limit, stages: ["withdrawn"] }), few],
    ["blocks", () => listBlocks(ctx, { limit }), few],
    ["fees, with how many sales each split", () => listFees(ctx), 2_500],
    ["documents of a year to be posted", () => documentsOfYear(ctx, { year: 2025, state: "issued", limit }), few],
    ["what is to be looked at in a year", () => openReviews(ctx, 2025), 3_000],
    ["where a year stands: its documents and reviews, once", () => taxYearDesk(ctx, 2025), 30_000],
    ["who sold something and has no form: a stretch of creators, a sale of each", () => missingForms(ctx, { year: 2026 }), 2_000 * 4],
    ["what our own accounts hold", () => bookBalances(ctx), 100],
    ["thirty days of earnings and payouts: the rows of those days", () => moneyByDay(ctx), 60_000],
  ])("%s", (_, work, most) => expectBounded(work, most));
});
