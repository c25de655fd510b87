import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as listRoute } from "@/app/api/v1/statements/route";
import { GET as keyRoute } from "@/app/api/v1/statements/key/route";
import { GET as statementRoute } from "@/app/api/v1/statements/[month]/route";
import { accounts, accountSum, type Line, postTransaction, type PostingKind } from "@/lib/commerce/ledger";
import { drawStatement, verifyCsv } from "@/lib/commerce/papers";
import { textOf } from "@/lib/commerce/papers/statements/figures";
import { readFigures } from "@/lib/commerce/papers/statements/read-figures";
import { sha256 } from "@/lib/commerce/papers/statements/sign";
import { config, setConfig } from "@/lib/platform/config";
import { newId } from "@/lib/platform/ids";
import type { Creator } from "../../support/people";
import { call, closeWorld, creator, database, openWorld, person } from "../../support/world";
import { bytesOf, readPaper } from "./read-paper";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const months = ["2026-08", "2026-09", "2026-10"];

interface Posted {
  kind: PostingKind;
  at: Date;
  causeId?: string;
  lines: Line[];
}
const book = ({ kind, at, causeId, lines }: Posted) => database().$transaction((tx) => postTransaction(tx, { idempotencyKey: newId("request"), kind, causeId: causeId ?? newId("sale"), description: "A test", currency: "usd", occurredAt: at, lines }));

async function payoutOf(creatorId: string): Promise<string> {
  const id = newId("payout");
  const now = new Date("2026-08-01T00:00:00Z");
  await database().payout.create({ data: { id, creatorId, currency: "usd", gross: 1, amount: 1, day: now, state: "paid", rail: "stripe", destination: "acct", createdAt: now } });
  return id;
}

/** One movement of each sort, on a day of one of the months, the first and last moments among them. */
const movement = fc.record({ sort: fc.constantFrom("sale", "refund", "hold", "release", "payout", "sent"), amount: fc.integer({ min: 1, max: 500_000 }), month: fc.constantFrom(...months), moment: fc.constantFrom("-01T00:00:00.000Z", "-11T12:00:00.000Z", "-30T23:59:59.999Z") });
function linesFor(creatorId: string, sort: string, amount: number): { kind: PostingKind; lines: Line[] } {
  const [own, held, payout, rail] = [accounts.creator(creatorId), accounts.held(creatorId), accounts.payout(creatorId), accounts.rail("stripe")];
  const fee = Math.floor(amount / 10);
  switch (sort) {
    case "sale": return { kind: "sale", lines: [{ account: rail, amount, line: "paid" }, { account: own, amount: -amount, line: "sale" }, { account: own, amount: fee, line: "platform fee" }, { account: accounts.platformFees, amount: -fee, line: "platform fee" }] };
    case "refund": return { kind: "refund", lines: [{ account: rail, amount: -amount, line: "returned" }, { account: own, amount, line: "refund" }] };
    case "hold": return { kind: "hold", lines: [{ account: own, amount, line: "held" }, { account: held, amount: -amount, line: "held for a dispute" }] };
    case "release": return { kind: "release", lines: [{ account: own, amount: -amount, line: "released" }, { account: held, amount, line: "no longer held" }] };
    case "payout": return { kind: "payout", lines: [{ account: own, amount, line: "payout" }, { account: payout, amount: fee - amount, line: "on its way to your bank" }, { account: accounts.withheldTax, amount: -fee, line: "backup withholding" }] };
    default: return { kind: "payout-sent", lines: [{ account: payout, amount, line: "sent" }, { account: rail, amount: -amount, line: "sent to a creator" }] };
  }
}

async function earns(one: Creator, amount: number, at: string, line = "sale"): Promise<void> {
  await book({ kind: "sale", at: new Date(at), lines: [{ account: accounts.rail("stripe"), amount, line: "paid" }, { account: accounts.creator(one.creatorId), amount: -amount, line }] });
}
const csvOf = async (one: Creator, month: string): Promise<string> => Buffer.from(await bytesOf((await drawStatement(await one.ctx(), { month, format: "csv" })).bytes)).toString("utf8");
const figures = (one: Creator, month: string) => readFigures(database(), one.creatorId, month, "usd");
const sectionsOf = async (one: Creator, month: string) => new Map((await figures(one, month)).sections.map((section) => [section.section, section]));

describe("a statement", () => {
  it("opens where the month before closed, and ends at what the books say, whatever was posted; its file adds up to the same figures", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(movement, { minLength: 1, maxLength: 14 }), async (movements) => {
        const one = await creator();
        const payout = await payoutOf(one.creatorId);
        for (const { sort, amount, month, moment } of movements) await book({ ...linesFor(one.creatorId, sort, amount), at: new Date(`${month}${moment}`), ...(sort === "payout" ? { causeId: payout } : {}) });
        let before = await sectionsOf(one, "2026-07");
        for (const month of [...months, "2026-11"]) {
          const now = await sectionsOf(one, month);
          for (const [name, { opening }] of now) expect(opening).toBe(before.get(name)?.closing);
          const verdict = verifyCsv(await csvOf(one, month));
          expect(verdict).toMatchObject({ good: true, figures: sha256(textOf(await figures(one, month))) });
          before = now;
        }
        for (const [name, account] of [["balance", accounts.creator], ["held", accounts.held], ["payout", accounts.payout]] as const) expect(before.get(name)?.closing).toBe(0 - (await accountSum(database(), account(one.creatorId), "usd")));
        const paid = movements.filter(({ sort }) => sort === "payout").reduce((sum, { amount }) => sum + Math.floor(amount / 10), 0);
        expect(before.get("kept")?.closing).toBe(paid);
        const listed = await call(listRoute, { as: one });
        for (const { month, opening, in: came, out, closing } of listed.body.data) {
          const balance = (await sectionsOf(one, month)).get("balance");
          expect([opening, closing, Number(opening) + Number(came) + Number(out)]).toEqual([balance?.opening, balance?.closing, closing]);
        }
        expect(listed.body.data.map(({ month }: { month: string }) => month)).toEqual([...new Set(movements.map(({ month }) => month))].sort().reverse());
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it("is signed: a changed cent, a line less, another's key or a cut are noticed by whoever has the file and the key", async () => {
    const one = await creator();
    await earns(one, 1000, "2026-09-10T10:00:00Z");
    await earns(one, 550, "2026-09-11T10:00:00Z");
    const csv = await csvOf(one, "2026-09");
    const { publicKey } = (await call(keyRoute)).body;
    expect(verifyCsv(csv, publicKey)).toMatchObject({ good: true, publicKey });
    expect(csv).toContain("10.00");
    const changed = [csv.replace("10.00", "11.00"), csv.split("\r\n").filter((line) => !line.includes("5.50,usd,sale")).join("\r\n"), csv.slice(0, -200), csv.slice(0, csv.indexOf("\r\nsignature,")), ""];
    for (const text of changed) expect(verifyCsv(text, publicKey).good).toBe(false);
    expect(verifyCsv(csv, "ab".repeat(32)).good).toBe(false);
  });

  it("says plainly that it is unsigned where no key is set up, and then there is no key to ask for", async () => {
    const one = await creator();
    await earns(one, 1000, "2026-09-10T10:00:00Z");
    const before = config();
    setConfig({ ...before, STATEMENT_SIGNING_KEY: undefined });
    const csv = await csvOf(one, "2026-09");
    const text = await readPaper(await bytesOf((await drawStatement(await one.ctx(), { month: "2026-09", format: "pdf" })).bytes), "Statement, September 2026");
    const key = await call(keyRoute);
    setConfig(before);
    expect(verifyCsv(csv)).toMatchObject({ good: false, findings: expect.arrayContaining(["It is unsigned.", "Every byte is as it was written."]) });
    expect(key.status).toBe(503);
    if (text !== undefined) expect(text).toContain("This statement is unsigned");
  });

  it("runs no formula in a spreadsheet, and the sums still hold", async () => {
    const one = await creator();
    for (const line of ['=HYPERLINK("http://x","y")', "+1", "-2", "@SUM(A1)", 'a "quoted", line']) await earns(one, 100, "2026-09-10T10:00:00Z", line);
    const csv = await csvOf(one, "2026-09");
    for (const cell of csv.split("\r\n").flatMap((row) => row.match(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/gu) ?? [])) expect(cell.replace(/^,/u, "").replace(/^"/u, "")).toMatch(/^(?![=+@\t\r])(?!-\D)/u);
    expect(verifyCsv(csv).good).toBe(true);
  });

  it("as a PDF can be read aloud, names each sum, and bears the digest of its figures", async () => {
    const one = await creator({ name: "Zoë Łukasiewicz" });
    await earns(one, 123_456, "2026-09-10T10:00:00Z");
    const digest = sha256(textOf(await figures(one, "2026-09")));
    const { headers } = await call(statementRoute, { params: { month: "2026-09" }, as: one });
    expect([headers.get("content-type"), headers.get("content-disposition"), headers.get("cache-control")]).toEqual(["application/pdf", 'inline; filename="directfanz-statement-2026-09.pdf"', "private, no-store"]);
    const text = await readPaper(await bytesOf((await drawStatement(await one.ctx(), { month: "2026-09", format: "pdf" })).bytes), "Statement, September 2026");
    for (const words of ["Zoë Łukasiewicz", "paid by fans", "$1,234.56", "Ed25519"]) if (text !== undefined) expect(text).toContain(words);
    // A long number may go on in the next line.
    if (text !== undefined) expect(text.replace(/\s/gu, "")).toContain(digest);
  });

  it("is one's own: without a page there is none, nor one of a month to come; another month's form is refused", async () => {
    expect((await call(statementRoute, { params: { month: "2026-09" }, as: await person() })).status).toBe(404);
    expect((await call(listRoute, { as: await person() })).status).toBe(404);
    const one = await creator();
    expect((await call(statementRoute, { params: { month: "2199-01" }, as: one })).status).toBe(404);
    expect((await call(statementRoute, { params: { month: "2026-13" }, as: one })).status).toBe(400);
    const other = await creator();
    await earns(other, 777, "2026-09-10T10:00:00Z");
    expect(await csvOf(one, "2026-09")).not.toContain("7.77");
  });
});
