import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { PDFDocument } from "pdf-lib";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeConsent, correctTaxDocument, issueTaxYear, listTaxDocuments, markPosted, paperList, readTaxDocument, reconcileYear, submitTaxForm } from "@/lib/commerce/tax";
import { postTransaction } from "@/lib/commerce/ledger";
import { openDocument } from "@/lib/commerce/tax/draft";
import { newId } from "@/lib/platform/ids";
import { mailsTo } from "../../support/cloud";
import { closeWorld, database, drain, openWorld } from "../../support/world";
import { maker, sells, w9 } from "./papers";
import { documents, emptyYear, january, run } from "./year";

beforeAll(() => openWorld());
afterAll(closeWorld);
beforeEach(emptyYear);

describe("issuing", () => {
  it("mails a link to who agreed, and lists the others for the post", async () => {
    const [agreed, paper] = [await maker(w9()), await maker(w9())];
    await changeConsent({ ctx: await agreed.ctx(), input: { given: true } });
    for (const one of [agreed, paper]) await sells(one.creatorId, 2026, 2_500_000, 250);
    await run();
    expect(await issueTaxYear({ ctx: january(), input: { year: 2026 } }, { batch: 1 })).toEqual({ issued: 2, done: true });
    await drain();
    await drain();
    const mails = await mailsTo(agreed.email);
    expect(mails.map((mail) => mail.subject)).toEqual(["Important tax return document available"]);
    expect(JSON.stringify(mails)).not.toMatch(/9998|Quillfeather|25,000/u);
    expect(await mailsTo(paper.email)).toEqual([]);
    expect((await documents(agreed))[0]).toMatchObject({ state: "delivered", delivery: "mail" });
    const list = await paperList(january(), 2026);
    expect(list.map((row) => row.creatorId)).toEqual([paper.creatorId]);
    await markPosted({ ctx: january(), input: { documentId: list[0]?.id ?? "" } });
    expect(await paperList(january(), 2026)).toEqual([]);
    expect((await documents(paper))[0]).toMatchObject({ state: "delivered", delivery: "paper" });
  });
});

describe("a correction", () => {
  it("is a row of its own beside the first; a void too; and nothing is corrected that is right", async () => {
    const one = await maker(w9());
    await sells(one.creatorId, 2026, 2_500_000, 250);
    await run();
    const [first] = await documents(one);
    const correct = (voided: boolean, ctx = january()) => correctTaxDocument({ ctx, input: { documentId: first?.id ?? "", voided, reason: "a test" } });
    await expect(correct(false)).rejects.toThrow("draft");
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    await expect(correct(false)).rejects.toThrow("nothing to correct");
    await submitTaxForm({ ctx: { ...(await one.ctx()), now: new Date("2027-02-02T00:00:00Z") }, input: w9({ tin: "220-11-2345" }) });
    expect((await run()).needCorrection).toBe(1);
    expect(await correct(false)).toMatchObject({ correction: 1 });
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    expect(await correct(true)).toMatchObject({ correction: 2 });
    await expect(correct(true)).rejects.toThrow("draft");
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    await expect(correct(true)).rejects.toThrow("nothing to correct");
    const rows = await documents(one);
    expect(rows.map((row) => [row.correction, row.voided, row.state])).toEqual([[0, false, "issued"], [1, false, "issued"], [2, true, "issued"]]);
    expect((await Promise.all(rows.map(openDocument))).map((payload) => payload.recipient.tin)).toEqual(["219099998", "220112345", "220112345"]);
    await expect(correctTaxDocument({ ctx: await one.ctx(), input: { documentId: first?.id ?? "", voided: false, reason: "x" } })).rejects.toMatchObject({ status: 404 });
  });
});

describe("a person's copy", () => {
  it("opens as a tagged PDF with every box, the number masked, and is theirs alone", async () => {
    const [one, other] = [await maker(w9({ name: "Zdzisława Жар Ψηφίδα" })), await maker(w9())];
    await sells(one.creatorId, 2026, 2_500_012, 250);
    await run();
    expect(await listTaxDocuments(await one.ctx())).toEqual([]);
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    const [view] = await listTaxDocuments(await one.ctx());
    expect(view).toMatchObject({ form: "1099-K", year: 2026, gross: 2_500_012 });
    const { bytes, name } = await readTaxDocument(await one.ctx(), view?.id ?? "");
    expect(name).toBe("1099-K-2026.pdf");
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([1, "Form 1099-K, 2026"]);
    expect(pdf.catalog.toString()).toMatch(/\/MarkInfo[\s\S]*\/StructTreeRoot|\/StructTreeRoot[\s\S]*\/MarkInfo/u);
    const text = await textOf(bytes);
    if (text === undefined) return;
    for (const part of ["$25,000.12", "Zdzisława Жар Ψηφίδα", "***-**-9998", "5a", "5l", "1b", "5815", "VOID", "CORRECTED"]) expect(text).toContain(part);
    expect(text).not.toMatch(/219-?09/u);
    await expect(readTaxDocument(await other.ctx(), view?.id ?? "")).rejects.toMatchObject({ status: 404 });
  });
});

/** The words of a PDF, by poppler where it is there; undefined where it is not: the rest is told without it. */
async function textOf(bytes: Uint8Array): Promise<string | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), "tax-pdf-"));
  await writeFile(path.join(folder, "a.pdf"), bytes);
  const asked = await promisify(execFile)("pdftotext", ["-layout", path.join(folder, "a.pdf"), path.join(folder, "a.txt")]).catch((error: unknown) => error as { code?: string });
  if ("code" in asked && asked.code === "ENOENT") return undefined;
  return readFile(path.join(folder, "a.txt"), "utf8");
}

describe("from box 1a to the bank", () => {
  it("explains every cent of a year out of the books, with what was carried in and out", async () => {
    const one = await maker(undefined);
    const id = one.creatorId;
    const post = (kind: string, at: string, lines: [string, number, string][]) =>
      database().$transaction((tx) => postTransaction(tx, { idempotencyKey: newId("request"), kind: kind as "sale", causeId: newId("request"), description: kind, currency: "usd", occurredAt: new Date(at), lines: lines.map(([code, amount, line]) => ({ account: code.startsWith(":") ? { code: `creator:${id}${code.slice(1)}`, kind: "liability", creatorId: id } : { code, kind: "asset" }, amount, line })) }));
    const sale = (at: string, gross: number) => post("sale", at, [["rail:stripe", gross, "paid by the fan"], ["rail:stripe", -59, "kept by the payment provider"], [":", -gross, "sale"], [":", gross / 10, "platform fee"], [":", 59, "card processing, at cost"], ["platform:fees", -gross / 10, "platform fee"]]);
    await sale("2025-12-30T00:00:00Z", 1_000);
    await sale("2026-01-05T00:00:00Z", 10_000);
    await sale("2026-02-05T00:00:00Z", 20_000);
    await sells(id, 2026, 30_000, 2);
    await post("refund", "2026-02-06T00:00:00Z", [[":", 1_000, "refund"], ["rail:stripe", -1_000, "refund"]]);
    await post("dispute", "2026-02-07T00:00:00Z", [[":", 2_000, "dispute"], [":" + ":held", -2_000, "held"]]);
    await post("dispute", "2026-03-07T00:00:00Z", [[":" + ":held", 2_000, "dispute lost"], ["rail:stripe", -2_000, "dispute lost"]]);
    await post("payout", "2026-03-10T00:00:00Z", [[":", 10_000, "payout"], [":" + ":payout", -7_550, "payout"], ["tax:withheld", -2_400, "backup withholding"], ["platform:fees", -50, "instant payout"]]);
    await post("payout-sent", "2026-03-11T00:00:00Z", [[":" + ":payout", 7_550, "payout"], ["rail:stripe", -7_550, "payout"]]);
    await post("hold", "2026-04-01T00:00:00Z", [[":", 500, "hold"], [":" + ":held", -500, "hold"]]);
    const year = await reconcileYear(await one.ctx(), 2026);
    expect(year.total).toEqual({ gross: 30_000, platformFee: -3_000, processing: -118, refunds: -1_000, disputes: -2_000, rewards: 0, other: 0, withheld: -2_400, payoutFees: -50, paidOut: -7_550 });
    expect(year).toMatchObject({ box1a: 30_000, carriedIn: 841, held: 500, agrees: true });
    expect(year.carriedOut).toBe(841 + Object.values(year.total).reduce((sum, amount) => sum + amount, 0));
    expect(year.months[2]).toMatchObject({ month: 3, withheld: -2_400, payoutFees: -50, paidOut: -7_550, disputes: -2_000 });
    await sells(id, 2026, 77, 1);
    expect((await reconcileYear(await one.ctx(), 2026)).agrees).toBe(false);
  });
});
