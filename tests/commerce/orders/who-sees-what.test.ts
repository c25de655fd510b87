import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { giveWhatWasBought, settleAccess } from "@/lib/commerce/orders/give-posts";
import { recordSale } from "@/lib/commerce/purchases";
import { writeGrant } from "@/lib/content/access";
import { deletePost, publishPost, readPost, unpublishPost, updatePost } from "@/lib/content/posts";
import { createContext, systemContext } from "@/lib/platform/db";
import { asId, newId, type PostId } from "@/lib/platform/ids";
import type { Creator, Person } from "../../support/people";
import { closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { words } from "./selling";

/*
 * The law of who sees a post: whatever it is for, whoever looks, and whatever became of the payments for it, told in any order and more
 * than once. Payments, refunds and disputes are rows here; that the provider leads to these rows is proven elsewhere.
 */
beforeAll(() => openWorld());
afterAll(() => closeWorld());

type For = { audience: "public" } | { audience: "followers" } | { audience: "tier"; tier: 0 | 1 } | { audience: "paid"; included: 0 | 1 | null };
interface Purchase {
  /** In full, in part, not at all. */
  returned: "all" | "some" | "none";
  dispute: "open" | "submitted" | "lost" | "won" | "withdrawn" | "warned" | "none";
}
type Fate = "shown" | "taken back" | "removed";

const forWhom: fc.Arbitrary<For> = fc.oneof(fc.constantFrom<For>({ audience: "public" }, { audience: "followers" }), fc.constantFrom<For>({ audience: "tier", tier: 0 }, { audience: "tier", tier: 1 }), fc.constantFrom<For>({ audience: "paid", included: null }, { audience: "paid", included: 0 }, { audience: "paid", included: 1 }));
const purchase: fc.Arbitrary<Purchase> = fc.record({ returned: fc.constantFrom("all" as const, "some" as const, "none" as const), dispute: fc.constantFrom("open" as const, "submitted" as const, "lost" as const, "won" as const, "withdrawn" as const, "warned" as const, "none" as const) });

let page: Creator;
let people: Record<"stranger" | "follower" | "low" | "high", Person>;
beforeAll(async () => {
  page = await creator({ tiers: [{ name: "Inside", minAmount: 500 }, { name: "Closer", minAmount: 900 }] });
  const joins = async (tier: number | undefined): Promise<Person> => {
    const who = await person();
    await database().$transaction((tx) => writeGrant(tx, { userId: who.userId, creatorId: page.creatorId, tierId: tier === undefined ? null : (page.tiers[tier]?.id ?? null), source: "follow", sourceId: who.userId, startsAt: new Date(0), endsAt: null }));
    return who;
  };
  people = { stranger: await person(), follower: await joins(undefined), low: await joins(0), high: await joins(1) };
});

const rank = { stranger: undefined, follower: 0, low: 1, high: 2 } as const;
function mayByStanding(what: For, who: keyof typeof rank): boolean {
  if (what.audience === "public") return true;
  const mine = rank[who];
  if (mine === undefined) return false;
  if (what.audience === "followers") return true;
  const tier = what.audience === "tier" ? what.tier : what.included;
  return tier !== null && mine >= tier + 1;
}
const holds = ({ returned, dispute }: Purchase): boolean => returned !== "all" && !["open", "submitted", "lost"].includes(dispute);

/** A paid order with its sale and what it opens, as the transaction that books a payment leaves it. */
async function buys(who: Person, postId: PostId): Promise<string> {
  const ctx = systemContext("test");
  const now = new Date();
  const [orderId, chargeId] = [newId("order"), newId("request")];
  const order = await database().order.create({ data: { id: orderId, kind: "post", postId, fanUserId: who.userId, creatorId: page.creatorId, amount: 500, currency: "usd", rail: "stripe", state: "paid", createdAt: now, expiresAt: now, posts: { create: { postId, price: 500 } } } });
  await ctx.transaction(async (tx) => {
    expect(await giveWhatWasBought(tx, ctx, order, now)).toBe(true);
    await recordSale(tx, ctx, { rail: "stripe", kind: "post", orderId, creatorId: page.creatorId, fanUserId: who.userId, tierId: null, payment: { chargeId, invoiceId: undefined, balanceTransactionId: "txn", gross: 500, fee: 45, currency: "usd", paidAt: now } });
  });
  return (await database().sale.findUniqueOrThrow({ where: { orderId } })).id;
}

async function undergoes(saleId: string, who: Person, { returned, dispute }: Purchase): Promise<void> {
  const at = new Date();
  if (returned !== "none") await database().refund.create({ data: { id: newId("refund"), saleId, amount: returned === "all" ? 500 : 200, currency: "usd", initiator: "admin", reason: "x", state: "succeeded", requestedAt: at, succeededAt: at } });
  if (dispute === "none") return;
  const id = newId("dispute");
  await database().dispute.create({ data: { id, saleId, creatorId: page.creatorId, fanUserId: who.userId, rail: "stripe", providerId: id, reason: "fraudulent", amount: 500, currency: "usd", stage: dispute, inquiry: false, openedAt: at, answerBy: at, syncedAt: at } });
}

async function meets(postId: PostId, what: For, fate: Fate): Promise<void> {
  const ctx = await page.ctx();
  const tierOf = (tier: number | null) => (tier === null ? null : (page.tiers[tier]?.id ?? null));
  await updatePost({ ctx, input: { postId, audience: what.audience, ...(what.audience === "tier" ? { tierId: tierOf(what.tier) } : {}), ...(what.audience === "paid" ? { price: 500, includedFromTierId: tierOf(what.included) } : {}) } });
  if (fate === "taken back") await unpublishPost({ ctx, input: { postId } });
  if (fate === "removed") await deletePost({ ctx, input: { postId } });
}

const sees = async (who: Person | undefined, postId: PostId): Promise<boolean> => {
  const ctx = who ? await who.ctx() : createContext({ actor: { kind: "anonymous" } });
  return readPost(ctx, postId).then((post) => post.body === words, () => false);
};

it("a post is seen by whom it is for while it is shown, and by whoever holds a payment for it always; by nobody else", async () => {
  await fc.assert(
    fc.asyncProperty(forWhom, fc.constantFrom<Fate>("shown", "taken back", "removed"), fc.constantFrom("stranger" as const, "follower" as const, "low" as const, "high" as const), fc.array(purchase, { maxLength: 2 }), fc.boolean(), async (what, fate, buyer, purchases, settledFirst) => {
      const postId = await page.publishes({ title: "Row 212", body: words, audience: "paid", price: 500 });
      const who = people[buyer];
      const sales: { saleId: string; purchase: Purchase }[] = [];
      for (const one of purchases) {
        // A second one is sold only to who has lost the first.
        if (sales.some((earlier) => holds(earlier.purchase))) break;
        const saleId = await buys(who, postId);
        await undergoes(saleId, who, one);
        await settleAccess(systemContext("test"), saleId);
        sales.push({ saleId, purchase: one });
      }
      await meets(postId, what, fate);
      if (settledFirst) sales.reverse();
      for (const { saleId } of [...sales, ...sales]) await settleAccess(systemContext("test"), saleId);
      const held = sales.some((sale) => holds(sale.purchase));
      for (const name of ["stranger", "follower", "low", "high"] as const) {
        const expected = (fate === "shown" && mayByStanding(what, name)) || (name === buyer && held);
        expect([name, await sees(people[name], postId)]).toEqual([name, expected]);
      }
      expect(await sees(undefined, postId)).toBe(fate === "shown" && what.audience === "public");
      expect(await sees(page, postId)).toBe(fate !== "removed");
    }),
    { numRuns: 60 },
  );
}, 120_000);

it("a post that was taken back and is published again is whole for its buyers all the time", async () => {
  const [fan, postId] = [await person(), await page.publishes({ title: "Row 212", body: words, audience: "paid", price: 500 })];
  await buys(fan, postId);
  await unpublishPost({ ctx: await page.ctx(), input: { postId } });
  expect(await sees(fan, postId)).toBe(true);
  await publishPost({ ctx: await page.ctx(), input: { postId } });
  expect(await sees(fan, postId)).toBe(true);
  await drain();
  expect(await sees(fan, postId)).toBe(true);
  expect((await database().post.findUniqueOrThrow({ where: { id: asId("post", postId) } })).keptAt).toBeNull();
});
