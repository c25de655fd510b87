import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { POST as refundRoute } from "@/app/api/v1/sales/[saleId]/refunds/route";
import { shareOut } from "@/lib/commerce/purchases/share-out";
import { shiftClock } from "@/lib/platform/clock";
import { deliverOfAccount } from "../support/payments";
import type { Creator } from "../support/people";
import { call, closeWorld, database, drain, openWorld } from "../support/world";
import { account, daysPass, payable, payoutOf, run, sells } from "./payouts/world";

/** The worked examples of docs/ledger.md are what the code books: line by line, to the cent. */
beforeAll(() => openWorld());
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const chapters = readFileSync("docs/ledger.md", "utf8").split(/^##+ /mu);
const chapter = (title: string): string => chapters.find((text) => text.startsWith(title)) ?? "";

/** The table of a chapter: line, account, amount in cents. */
function written(title: string): [string, string, number][] {
  const rows = chapter(title).split("\n").filter((row) => /\| [+−]\d+ \|/u.test(row)).map((row) => row.split("|").map((cell) => cell.trim()));
  expect(rows.length).toBeGreaterThanOrEqual(4);
  return rows.map((cells) => {
    const at = cells.findIndex((cell) => /^[+−]\d+$/u.test(cell));
    return [cells[at - 2] ?? "", (cells[at - 1] ?? "").replaceAll("`", ""), Number((cells[at] ?? "").replace("−", "-"))];
  });
}

async function booked(creator: Creator, kinds: string[]): Promise<[string, string, number][]> {
  const entries = await database().ledgerEntry.findMany({ where: { transaction: { kind: { in: kinds } }, OR: [{ account: { creatorId: creator.creatorId } }, { account: { creatorId: null } }] }, include: { account: true, transaction: true }, orderBy: { id: "asc" } });
  return entries.map(({ line, account: { code }, amount }) => [line, code.replace(creator.creatorId, "<id>"), Number(amount)]);
}

const sorted = (lines: [string, string, number][]): string[] => lines.map((line) => line.join(" | ")).sort();

it("a sale of $10.00, returned in full", async () => {
  const seller = await payable({ price: 1_000 });
  const saleId = await sells(seller);
  expect(sorted(written("A sale of $10.00"))).toEqual(sorted(await booked(seller, ["sale"])));
  expect((await call(refundRoute, { params: { saleId }, body: { reason: "Sorry" }, as: seller })).status).toBe(201);
  await drain();
  expect(sorted(written("A refund"))).toEqual(sorted(await booked(seller, ["refund"])));
});

it("shared with a collaborator", () => {
  const said = /of ([\d /]+) the collaborator has ([\d /]+), the owner ([\d /]+)\./u.exec(chapter("Shared with a collaborator"))?.slice(1).map((parts) => parts.trim());
  const parts = shareOut({ gross: 1_000, platformFee: 100, processingFee: 59, net: 841 }, "owner", [{ collaboratorId: "other", shareBps: 3_333 }]);
  const of = (id: string) => parts.filter(({ creatorId }) => creatorId === id).map(({ platformFee, processingFee, net }) => `${platformFee} / ${processingFee} / ${net}`)[0];
  expect(said).toEqual(["100 / 59 / 841", of("other"), of("owner")]);
});

it("a payout that comes back", async () => {
  const seller = await payable({ bank: "000111111113" });
  await sells(seller);
  await daysPass(8);
  await run();
  await drain();
  await daysPass(3);
  await deliverOfAccount(await account(seller), "payout.");
  await drain();
  expect((await payoutOf(seller))?.state).toBe("returned");
  expect(sorted(written("A payout"))).toEqual(sorted(await booked(seller, ["payout", "payout-sent", "payout-returned"])));
});
