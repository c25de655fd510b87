import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as readRoute } from "@/app/api/v1/disputes/[disputeId]/route";
import { POST as decisionRoute } from "@/app/api/v1/disputes/[disputeId]/decision/route";
import { POST as textRoute } from "@/app/api/v1/disputes/[disputeId]/evidence/route";
import { POST as fileRoute } from "@/app/api/v1/disputes/[disputeId]/evidence-files/route";
import { POST as doneRoute } from "@/app/api/v1/disputes/[disputeId]/evidence-files/[disputeAdditionId]/completion/route";
import { GET as paperRoute } from "@/app/api/v1/disputes/[disputeId]/paper/route";
import { GET as listRoute } from "@/app/api/v1/disputes/route";
import { refusalForBuyer } from "@/lib/commerce/buyers";
import { disputeFigures, liftBlock, listBlocks, listDisputes, watchRatio } from "@/lib/commerce/disputes";
import { applyDispute } from "@/lib/commerce/disputes/sync-dispute";
import { disputesRailNamed, stripe } from "@/lib/commerce/rails";
import { systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { deliver, providerEvents, setDouble } from "../../support/payments";
import { auditTrail, call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { balances, booksAreWhole, daysPass, decided, disputed, disputeOf, hear, sold, tend } from "./world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());
const pdf = Buffer.from("%PDF-1.4 a letter");

describe("what providers do to their messages", () => {
  it("told thrice, backwards and shuffled, a dispute is held once and lost once", async () => {
    const it = await sold();
    await setDouble("dispute", { charge: it.charge, reason: "product_not_received" });
    const [there] = (await stripe().disputes.list({ charge: it.charge })).data;
    await setDouble("decide", { dispute: there?.id, outcome: "lost" });
    await hear(it, (told) => [...told].reverse().concat(told, told.slice(1)));
    expect((await disputeOf(it)).stage).toBe("lost");
    expect(await balances(it)).toEqual({ available: 0, held: 0, inPayout: 0 });
    expect(await database().ledgerTransaction.groupBy({ by: ["kind"], where: { causeId: (await disputeOf(it)).id }, _count: true, orderBy: { kind: "asc" }, take: 9 })).toMatchObject([{ kind: "dispute", _count: 2 }, { kind: "hold", _count: 1 }]);
    await booksAreWhole();
  });

  it("an old look never undoes a newer one", async () => {
    const it = await sold();
    await disputed(it);
    const rail = disputesRailNamed("stripe");
    const old = await rail.readDispute((await disputeOf(it)).providerId);
    const lookedAt = new Date();
    await decided(it, "won");
    if (old) await applyDispute(systemContext("test"), "stripe", old, lookedAt);
    expect((await disputeOf(it)).stage).toBe("withdrawn");
    await booksAreWhole();
  });

  it("lost by all webhooks, the hourly look finds it, and later its end", async () => {
    const it = await sold();
    await setDouble("dispute", { charge: it.charge, reason: "fraudulent", dueInDays: 20 });
    await tend();
    expect((await disputeOf(it)).stage).toBe("open");
    expect((await balances(it)).available).toBe(0);
    await daysPass(3);
    await tend();
    expect((await disputeOf(it)).stage).toBe("submitted");
    await daysPass(12);
    await tend();
    expect((await disputeOf(it)).stage).toBe("lost");
    await booksAreWhole();
  });

  it("the provider away: nothing is said to be sent, and it is sent when it is back", async () => {
    const it = await sold();
    const opened = await disputed(it);
    await daysPass(3);
    await database().dispute.updateMany({ where: { id: { not: opened.id } }, data: { answerBy: new Date("2030-01-01") } });
    const admin = await person({ role: "admin" });
    await setDouble("outage", { seconds: 3 });
    expect((await call(decisionRoute, { params: { disputeId: opened.id }, as: admin, body: { decision: "submit", reason: "A clear case" } })).status).toBe(204);
    await drain();
    expect(await disputeOf(it)).toMatchObject({ decision: "submit", sentAt: null, stage: "open" });
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    await daysPass(1);
    await tend();
    expect(await disputeOf(it)).toMatchObject({ stage: "submitted" });
    expect((await call(decisionRoute, { params: { disputeId: opened.id }, as: admin, body: { decision: "accept", reason: "Again" } })).status).toBe(409);
    await booksAreWhole();
  });
});

describe("the provider's cards for trying it out", () => {
  it.each([
    ["4000000000000259", "fraudulent", "open"],
    ["4000000000002685", "product_not_received", "open"],
    ["4000000000001976", undefined, "warned"],
  ])("%s", async (card, reason, stage) => {
    const it = await sold({ card });
    await hear(it);
    expect(await disputeOf(it)).toMatchObject({ stage, ...(reason ? { reason } : {}) });
    await booksAreWhole();
  });

  it("4000000000005423 is warned of, and returned", async () => {
    const it = await sold({ card: "4000000000005423" });
    await hear(it);
    expect(await database().refund.findMany({ where: { saleId: it.saleId } })).toMatchObject([{ rule: "early-fraud-warning", state: "succeeded" }]);
  });
});

describe("what is not ours or not theirs", () => {
  it("a dispute of a payment we do not know leaves no row", async () => {
    const rows = await database().dispute.count();
    const it = await sold();
    await setDouble("dispute", { charge: it.charge });
    const [event] = (await providerEvents([it.charge])).filter(({ type }) => type === "charge.dispute.created");
    expect((await deliver({ ...event, id: "evt_unknown_dispute", data: { object: { id: "du_nobody_knows" } } })).status).toBe(200);
    await drain();
    expect(await database().dispute.count()).toBe(rows);
  });

  it("another creator, a fan and a stranger see no dispute and add nothing; a list shows one's own", async () => {
    const it = await sold();
    const opened = await disputed(it);
    const params = { disputeId: opened.id };
    for (const who of [await creator(), it.fan, await person()]) {
      expect((await call(readRoute, { params, as: who })).status).toBe(404);
      expect((await call(textRoute, { params, as: who, body: { text: "No" } })).status).toBe(404);
      expect((await call(paperRoute, { params, as: who })).status).toBe(404);
      expect((await call(listRoute, { as: who })).body.data).toEqual([]);
    }
    expect((await call(readRoute, { params })).status).toBe(401);
    const own = await call(readRoute, { params, as: it.seller });
    expect([own.status, own.body.canAdd, own.body.held > 0, own.body.timeline[0].what]).toEqual([200, true, true, "The fan's bank took $30.00 back."]);
    expect(JSON.stringify(own.body)).not.toMatch(/203\.0\.113\.7|@directfanz\.test/u);
    expect((await call(listRoute, { as: it.seller })).body.data).toHaveLength(1);
  });

  it("words and files are taken until 72 hours have passed, files only when they are what they say", async () => {
    const it = await sold();
    const opened = await disputed(it);
    const params = { disputeId: opened.id };
    for (const body of [{}, { text: "" }, { text: "   " }, { text: 5 }, { text: "x".repeat(3_001) }]) expect((await call(textRoute, { params, as: it.seller, body })).status, JSON.stringify(body).slice(0, 40)).toBe(400);
    expect((await call(textRoute, { params, as: it.seller, body: { text: "They wrote to me\nabout the song." } })).status).toBe(201);
    for (const body of [{ fileName: "a.pdf", contentType: "text/html", bytes: 5 }, { fileName: "a.pdf", contentType: "application/pdf", bytes: 0 }, { fileName: "a.pdf", contentType: "application/pdf", bytes: 2_000_001 }, { fileName: "", contentType: "application/pdf", bytes: 5 }]) expect((await call(fileRoute, { params, as: it.seller, body })).status).toBe(400);

    const good = await announce(it, opened.id, pdf);
    expect((await call(doneRoute, { params: { ...params, disputeAdditionId: good.id }, as: it.seller, method: "POST" })).body).toMatchObject({ ready: true });
    const liar = await announce(it, opened.id, Buffer.from("<html></html>"));
    expect((await call(doneRoute, { params: { ...params, disputeAdditionId: liar.id }, as: it.seller, method: "POST" })).status).toBe(400);
    expect((await call(fileRoute, { params, as: it.seller, body: { fileName: "third.pdf", contentType: "application/pdf", bytes: 5 } })).status).toBe(409);

    await daysPass(3);
    const late = await call(textRoute, { params, as: it.seller, body: { text: "One more thing" } });
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining("passed")]);
    await tend();
    const there = await stripe().disputes.retrieve(opened.providerId);
    expect([there.evidence.customer_communication, there.evidence.service_documentation]).toEqual([expect.stringMatching(/^file_/u), null]);
    expect(there.evidence.uncategorized_text).toContain("about the song");
  });

  async function announce(it: Awaited<ReturnType<typeof sold>>, disputeId: string, bytes: Buffer): Promise<{ id: string }> {
    const answer = await call(fileRoute, { params: { disputeId }, as: it.seller, body: { fileName: "letter.pdf", contentType: "application/pdf", bytes: bytes.length } });
    expect(answer.status).toBe(201);
    const put = await fetch(answer.body.upload.url, { method: "PUT", headers: answer.body.upload.headers, body: new Uint8Array(bytes) });
    expect(put.status).toBe(200);
    return answer.body.addition as { id: string };
  }
});

describe("the desk", () => {
  it("shows all disputes and the paper to administrators, notes who looked, and is not there for others", async () => {
    const it = await sold();
    const opened = await disputed(it);
    const admin = await person({ role: "admin" });
    const paper = await call(paperRoute, { params: { disputeId: opened.id }, as: admin });
    expect([paper.status, paper.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(await auditTrail(opened.id)).toContainEqual({ action: "dispute.evidence-read", actorId: admin.userId });
    expect((await listDisputes(await admin.ctx(), { limit: 100, stages: ["open"] })).data.map((one) => one.id)).toContain(opened.id);
    await expect(listDisputes(await it.seller.ctx(), { limit: 5 })).rejects.toMatchObject({ status: 404 });
  });

  it("lifts a block once, with a reason, and the buyer can buy again", async () => {
    const it = await sold();
    await setDouble("warn", { charge: it.charge });
    await hear(it);
    const admin = await person({ role: "admin" });
    const block = (await listBlocks(await admin.ctx(), { limit: 100 })).data.find(({ userId }) => userId === it.fan.userId);
    const input = { blockId: asId("buyerBlock", block?.id ?? ""), reason: "The bank was mistaken" };
    expect(await refusalForBuyer(database(), it.fan.userId, it.seller.creatorId)).toContain("cannot pay here");
    await expect(liftBlock({ ctx: await it.seller.ctx(), input })).rejects.toMatchObject({ status: 404 });
    await liftBlock({ ctx: await admin.ctx(), input });
    await expect(liftBlock({ ctx: await admin.ctx(), input })).rejects.toMatchObject({ status: 409 });
    expect(await refusalForBuyer(database(), it.fan.userId, it.seller.creatorId)).toBeUndefined();
    expect(await auditTrail(block?.id ?? "")).toContainEqual({ action: "buyer.unblocked", actorId: admin.userId });
  });

  it("is told once for each line and month that disputes are many", async () => {
    const first = await watchRatio(systemContext("watch"));
    expect([first.ratioBps > 100, first.raised]).toEqual([true, 3]);
    expect((await watchRatio(systemContext("watch"))).raised).toBe(0);
    const admin = await person({ role: "admin" });
    expect((await disputeFigures(await admin.ctx())).alerts).toHaveLength(3);
  });
});

// Last: the double knows no appeals, so from here on our books hold a movement that it does not.
describe("an appeal", () => {
  it("that is won gives everything back", async () => {
    const it = await sold();
    const before = await balances(it);
    await disputed(it, { reason: "duplicate" });
    await decided(it, "lost");
    const seen = await disputesRailNamed("stripe").readDispute((await disputeOf(it)).providerId);
    if (!seen) throw new Error("gone");
    const appeal = { ...seen, status: "won" as const, movements: [...seen.movements, { providerId: `txn_appeal_${it.saleId}`, amount: seen.amount, fee: 0, at: new Date() }] };
    await applyDispute(systemContext("test"), "stripe", appeal, new Date(Date.now() + 400 * 86_400_000));
    expect(await balances(it)).toEqual(before);
  });
});
