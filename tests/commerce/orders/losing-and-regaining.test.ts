import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as contentRoute } from "@/app/api/v1/media/[mediaId]/content/route";
import { GET as paymentsRoute } from "@/app/api/v1/receipts/route";
import { gatherFacts } from "@/lib/commerce/disputes/evidence/gather-facts";
import { requestRefund } from "@/lib/commerce/refunds";
import { shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { asId, newId } from "@/lib/platform/ids";
import { booksAreWhole, daysPass, decided, disputed, hear, type Sold } from "../disputes/world";
import { setDouble } from "../../support/payments";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { bought, bundles, buyBundle, elsewhere, open, paid, sees, sells } from "./selling";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const price = 3_000;
async function sold(card?: string): Promise<Sold & { postId: string; orderId: string }> {
  const [seller, fan] = [await creator({ name: "Marisol Vane" }), await person({ name: "Fenn Okafor" })];
  const postId = await sells(seller, { price });
  const { saleId, charge, orderId } = await bought(fan, postId, { amount: price }, card);
  await drain();
  return { seller, fan, saleId, charge, postId, orderId };
}
const returns = async ({ saleId }: Sold, amount?: number): Promise<void> => {
  await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", saleId), ...(amount ? { amount } : {}), reason: "Sorry", initiator: "admin" } });
  await drain();
  await drain();
};

describe("a bought post whose payment is returned", () => {
  it("is shut when all of it is back, is open while a part is left, and the books are whole", async () => {
    const it = await sold();
    await returns(it, 1_000);
    expect(await sees(it.fan, it.postId)).toBe(true);
    await returns(it);
    expect(await sees(it.fan, it.postId)).toBe(false);
    await booksAreWhole();
    expect((await call(paymentsRoute, { as: it.fan, headers: elsewhere() })).body.data[0]).toMatchObject({ kind: "post", title: "Row 212", postId: it.postId, state: "returned" });
  });

  it("can be bought again, and is open again then", async () => {
    const it = await sold();
    await returns(it);
    await bought(it.fan, it.postId, { amount: price });
    expect(await sees(it.fan, it.postId)).toBe(true);
  });

  it("stays open where it was bought a second way, and the rest of a returned bundle is shut", async () => {
    const [seller, fan] = [await creator(), await person()];
    const [one, two] = [await sells(seller), await sells(seller)];
    await bought(fan, one);
    const bundle = await bundles(seller, [one, two]);
    const { saleId, charge } = await paid(fan, await buyBundle(fan, bundle.body.id));
    await returns({ seller, fan, saleId, charge });
    expect([await sees(fan, one), await sees(fan, two)]).toEqual([true, false]);
  });
});

describe("a bought post whose payment is disputed", () => {
  it("is shut while the bank has the money, opens when it is won, and is shut for good when it is lost", async () => {
    const it = await sold();
    await disputed(it);
    expect(await sees(it.fan, it.postId)).toBe(false);
    await decided(it, "won");
    expect(await sees(it.fan, it.postId)).toBe(true);
    const other = await sold();
    await disputed(other);
    await decided(other, "lost");
    expect(await sees(other.fan, other.postId)).toBe(false);
    await booksAreWhole();
  });

  it("whose webhooks come backwards and twice ends up the same", async () => {
    const it = await sold();
    await disputed(it);
    await setDouble("decide", { dispute: (await database().dispute.findFirstOrThrow({ where: { saleId: it.saleId } })).providerId, outcome: "won" });
    await hear(it, (events) => [...events].reverse());
    await hear(it);
    expect(await sees(it.fan, it.postId)).toBe(true);
  });

  it("is shown to the bank with each opening of it, and of nothing else", async () => {
    const it = await sold();
    const other = await it.seller.publishes({ audience: "followers" });
    await open(it.fan, it.postId);
    await open(it.fan, it.postId);
    await database().contentDelivery.create({ data: { userId: it.fan.userId, postId: other, creatorId: it.seller.creatorId, kind: "view", hour: new Date(0), at: new Date(), address: "" } });
    shiftClock(2 * 3_600_000);
    await open(it.fan, it.postId);
    shiftClock(0);
    const facts = await gatherFacts(database(), { id: newId("dispute"), saleId: it.saleId }, new Date(Date.now() + 3 * 3_600_000));
    expect(facts.product.what).toBe("post “Row 212” of Marisol Vane, bought for good");
    expect(facts.deliveries.map(({ kind, title }) => [kind, title])).toEqual([["view", "Row 212"], ["view", "Row 212"]]);
    expect(facts.access?.firstUsedAt).toBeInstanceOf(Date);
  });
});

describe("the files of a post with a price", () => {
  it("are for those who bought it, noted when they are fetched, and nobody's cache keeps them; those who did not get the blur", async () => {
    const it = await sold();
    const stranger = await person();
    const mediaId = newId("media");
    await database().media.create({ data: { id: mediaId, ownerUserId: it.seller.userId, kind: "audio", state: "ready", fileName: "a.wav", declaredType: "audio/wav", declaredBytes: 1, incomingKey: mediaId, renditions: { stream: { key: `m/${mediaId}`, contentType: "audio/mp4", bytes: 1 }, blur: { key: `b/${mediaId}`, contentType: "image/webp", bytes: 1 } } } });
    await database().postMedia.create({ data: { postId: it.postId, mediaId, position: 0 } });
    const fetchAs = (as: typeof stranger | undefined, rendition: string) => call(contentRoute, { params: { mediaId }, query: { rendition }, ...(as ? { as } : {}), headers: elsewhere() });
    expect([(await fetchAs(it.fan, "stream")).status, (await fetchAs(stranger, "stream")).status, (await fetchAs(undefined, "stream")).status]).toEqual([302, 404, 404]);
    expect((await fetchAs(it.fan, "stream")).headers.get("cache-control")).toMatch(/private|no-store/u);
    const played = await database().contentDelivery.findMany({ where: { userId: it.fan.userId, postId: it.postId } });
    expect(played.map(({ kind, mediaId: of }) => [kind, of])).toEqual([["play", mediaId]]);
    expect((await database().postGrant.findFirstOrThrow({ where: { userId: it.fan.userId, postId: it.postId } })).firstUsedAt).not.toBeNull();
  });
});

// The last one: it moves the clocks.
describe("a refund that comes back", () => {
  it("opens the post again", async () => {
    const it = await sold("4000000000005126");
    await returns(it);
    expect(await sees(it.fan, it.postId)).toBe(false);
    await daysPass(8);
    await hear(it);
    expect((await database().refund.findFirstOrThrow({ where: { saleId: it.saleId } })).state).toBe("failed");
    expect(await sees(it.fan, it.postId)).toBe(true);
    await booksAreWhole();
  });
});
