import type * as React from "react";
import type { ReactNode } from "react";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import AdminLayout from "@/app/(admin)/admin/layout";
import DisputePage from "@/app/(admin)/admin/finance/disputes/[disputeId]/page";
import Blocks from "@/app/(admin)/admin/finance/disputes/blocks/page";
import Disputes from "@/app/(admin)/admin/finance/disputes/page";
import Fees from "@/app/(admin)/admin/finance/fees/page";
import LinePage from "@/app/(admin)/admin/finance/ledger/[entryId]/page";
import Ledger from "@/app/(admin)/admin/finance/ledger/page";
import Finance from "@/app/(admin)/admin/finance/page";
import PayoutPage from "@/app/(admin)/admin/finance/payouts/[payoutId]/page";
import Holds from "@/app/(admin)/admin/finance/payouts/holds/page";
import Payouts from "@/app/(admin)/admin/finance/payouts/page";
import Skips from "@/app/(admin)/admin/finance/payouts/skips/page";
import ComparisonPage from "@/app/(admin)/admin/finance/reconciliation/[reconciliationId]/page";
import Reconciliation from "@/app/(admin)/admin/finance/reconciliation/page";
import Tax from "@/app/(admin)/admin/finance/tax/page";
import StudioLayout from "@/app/(studio)/studio/(desk)/layout";
import StudioHome from "@/app/(studio)/studio/(desk)/page";
import { reconcile } from "@/lib/commerce/reconciliation";
import { shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { visitPage } from "../../support/page";
import type { Person } from "../../support/people";
import { closeWorld, creator, database, openWorld, person } from "../../support/world";
import { disputed, sold } from "../disputes/world";
import { daysPass, payable, payoutOf, run, sells } from "../payouts/world";

vi.mock("react", async (original) => ({ ...(await original<typeof React>()), cache: (await import("../../support/page")).rememberedInAVisit }));
vi.mock("next/headers", async () => (await import("../../support/page")).requestOfAVisit);

let admin: Person;
const ids = { payout: "", dispute: "", line: "", comparison: "" };
let studio = "";

beforeAll(async () => {
  await openWorld();
  admin = await person({ role: "admin", name: "Ada" });
  const it = await sold({ price: 5_000 });
  ids.dispute = (await disputed(it)).id;
  studio = await visitPage({ layout: StudioLayout, page: () => StudioHome() }, it.seller);
  const [large, unpaid] = [await payable(), await payable({ schedule: "manual" })];
  await sells(large, 1);
  await sells(unpaid);
  await daysPass(8);
  await run();
  ids.payout = (await payoutOf(large))?.id ?? "";
  ids.line = (await database().ledgerEntry.findFirstOrThrow()).id;
  const { id } = await reconcile(systemContext("test"));
  // A comparison that found something, as it is kept.
  const last = await database().reconciliation.findUniqueOrThrow({ where: { id } });
  ids.comparison = newId("reconciliation");
  await database().reconciliation.create({ data: { ...last, id: ids.comparison, startedAt: new Date(last.startedAt.getTime() + 1_000), difference: 1_234n, lines: { create: [{ number: 1, causeId: it.saleId, type: "charge", currency: "usd", providerAmount: 1_234n, ledgerAmount: 0n }] } } });
}, 60_000);
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const q = <T extends object>(query: T = {} as T) => ({ searchParams: Promise.resolve(query) });
type Page = () => ReactNode | Promise<ReactNode>;
const pages: Record<string, { page: Page; says: string[] }> = {
  "the overview": { page: () => Finance(), says: ["Held for creators", "One payout of", "One dispute not decided", "Our books differ"] },
  "the ledger": { page: () => Ledger(q()), says: ["Owed to creators", "paid by the fan", "Debit"] },
  "the ledger, searched": { page: () => Ledger(q({ account: "rail", kind: "sale", amount: "50.00", from: "2026-01-01", to: "2030-01-01" })), says: ["paid by the fan"] },
  "the ledger, asked for what is not there": { page: () => Ledger(q({ amount: "nine", kind: "none", account: "mine", from: "yesterday", id: "ch_none" })), says: ["is no amount", "Nothing matches"] },
  "a line": { page: () => LinePage({ params: Promise.resolve({ entryId: ids.line }) }), says: ["The whole booking", "Together", "Charge"] },
  payouts: { page: () => Payouts(q()), says: ["Waits for approval", "0 of 2"] },
  "payouts of a state": { page: () => Payouts(q({ state: "paid" })), says: ["None: paid"] },
  "a payout": { page: () => PayoutPage({ params: Promise.resolve({ payoutId: ids.payout }) }), says: ["Wants the yes of two people", "Nobody has agreed yet", "payout.begun", "Taken from the balance"] },
  holds: { page: () => Holds(q({ show: "all" })), says: ["Nothing is held"] },
  skips: { page: () => Skips(q()), says: ["ask for your payouts yourself", "Another day"] },
  disputes: { page: () => Disputes(q()), says: ["Disputed this month", "Shield, left", "Fenn Okafor"] },
  "disputes of a stage": { page: () => Disputes(q({ show: "lost" })), says: ["No dispute stands there"] },
  "a dispute": { page: () => DisputePage({ params: Promise.resolve({ disputeId: ids.dispute }) }), says: ["Not decided yet", "Send the evidence", "blocked from", "The fan was signed in"] },
  "blocked buyers": { page: () => Blocks(q()), says: ["dispute-open"] },
  reconciliation: { page: () => Reconciliation(), says: ["one line differs", "Compare now", "books-differ-from-stripe"] },
  "a comparison": { page: () => ComparisonPage({ params: Promise.resolve({ reconciliationId: ids.comparison }) }), says: ["Lines that differ", "$12.34"] },
  "the tax year": { page: () => Tax(q({ year: "2026" })), says: ["Dry run", "Under backup withholding", "1099-K"] },
  "a tax year without its rows": { page: () => Tax(q({ year: "2027" })), says: ["cannot be run", "thresholds: form 1099-K in 2027"] },
  fees: { page: () => Fees(), says: ["in force", "$8.41", "Propose fees"] },
};
const cases = Object.entries(pages).map(([name, { page, says }]) => [name, page, says] as const);
/** Parts that Suspense brings later come as HTML too; React writes a comment between words and numbers. */
const open = async (page: Page, as?: Person): Promise<string> => (await visitPage({ layout: AdminLayout, page: async () => page() }, as)).replaceAll("<!-- -->", "");

describe("a page of the finance desk", () => {
  it.each(cases)("%s shows what is there", async (_, page, says) => {
    const html = await open(page, admin);
    expect(says.filter((text) => !html.includes(text))).toEqual([]);
    expect(html.match(/<h1/gu)).toHaveLength(1);
  });

  it.each(cases)("%s does not exist for a moderator, a creator, a fan or a stranger", async (_, page) => {
    for (const as of [await person({ role: "moderator" }), await creator(), await person(), undefined]) await expect(open(page, as)).rejects.toMatchObject({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
  });

  it("that tells of a fan is noted with who read it", async () => {
    expect(await database().auditEntry.count({ where: { action: "dispute.read", subject: ids.dispute, actorId: admin.userId } })).toBeGreaterThan(0);
  });
});

it("a creator reads on their first page that a dispute waits for them", () => {
  expect(studio).toContain("A payment is disputed");
  expect(studio).toContain('href="/studio/disputes"');
});
