import type * as React from "react";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import FanLayout from "@/app/(fan)/layout";
import FeedPage from "@/app/(fan)/feed/page";
import StageLayout from "@/app/(site)/(stage)/layout";
import CreatorPage, { generateMetadata } from "@/app/(site)/(stage)/c/[handle]/page";
import { GET as getPost } from "@/app/api/v1/posts/[postId]/route";
import LibraryPage from "@/app/(fan)/library/page";
import PurchasesPage from "@/app/(fan)/library/purchases/page";
import BundlePage, { generateMetadata as bundleHead } from "@/app/(site)/(door)/c/[handle]/bundles/[bundleId]/page";
import BundlesPage from "@/app/(site)/(door)/c/[handle]/bundles/page";
import UnlockPage from "@/app/(site)/(door)/p/[postId]/unlock/page";
import PostPage, { generateMetadata as postHead } from "@/app/(site)/(wall)/p/[postId]/page";
import { createBundle } from "@/lib/commerce/bundles";
import { followCreator } from "@/lib/community/follows";
import { grantPosts, writeGrant } from "@/lib/content/access";
import { days, later, now } from "@/lib/platform/clock";
import { countQueries } from "@/lib/platform/db";
import type { PostId } from "@/lib/platform/ids";
import { forgetSettings } from "@/lib/platform/ratelimit";
import { visitPage } from "../support/page";
import type { Creator, Person } from "../support/people";
import { call, closeWorld, creator, database, openWorld, person } from "../support/world";

/*
 * What is counted: every statement that leaves through the pool between the request and its answer, each a round trip, BEGIN and
 * COMMIT as well. The session's look-up is among them, and its worst case: the first request in five minutes also writes down
 * that the session was used, and the first in ten seconds reads the rate limits' settings. Counting in Redis is not SQL.
 * The pages are rendered: head, layout, page and every component in it, as one request. The root layout asks nothing.
 */
vi.mock("react", async (original) => ({ ...(await original<typeof React>()), cache: (await import("../support/page")).rememberedInAVisit }));
vi.mock("next/headers", async () => (await import("../support/page")).requestOfAVisit);

const atTheirMost = { creatorPage: 6, postApi: 4, feed: 6 };

let few: Creator;
let many: Creator;
let stranger: Person;
let member: Person;
let lockedPost: PostId;

beforeAll(async () => {
  await openWorld();
  [few, many] = await Promise.all([creator({ tiers: [{ name: "Inside", minAmount: 500 }] }), creator({ tiers: [{ name: "Inside", minAmount: 500 }, { name: "Closer", minAmount: 900 }] })]);
  for (let i = 0; i < 2; i += 1) await few.publishes({ title: `Few ${i}` });
  lockedPost = await many.publishes({ title: "Many 0", body: "For those inside", audience: "tier", tierId: many.tiers[0]?.id ?? null });
  for (let i = 1; i < 60; i += 1) await many.publishes({ title: `Many ${i}` });
  [stranger, member] = await Promise.all([person(), person()]);
  for (const page of [few, many]) await joins(member, page);
});
afterAll(() => closeWorld());

/** What commerce writes when a membership begins. */
async function joins(fan: Person, page: Creator): Promise<void> {
  await database().$transaction((tx) => writeGrant(tx, { userId: fan.userId, creatorId: page.creatorId, tierId: page.tiers[0]?.id ?? null, source: "subscription", sourceId: `${fan.userId}:${page.creatorId}`, startsAt: later(now(), -1_000), endsAt: null }));
}

/** Counts on a request that finds nothing fresh: the session unused for a day, the limits' settings unread. */
async function countOf<T>(work: () => Promise<T>): Promise<{ result: T; count: number; texts: string }> {
  await database().session.updateMany({ data: { lastSeenAt: later(now(), -days(1)) } });
  forgetSettings();
  const { result, statements } = await countQueries(work);
  return { result, count: statements.length, texts: statements.map(({ text }) => text.trim()).join("\n———\n") };
}

function creatorPageOf({ handle }: Creator, as: Person | undefined, tab?: "about") {
  const props = { params: Promise.resolve({ handle }), searchParams: Promise.resolve(tab ? { tab } : {}) };
  return countOf(() => visitPage({ layout: StageLayout, page: () => CreatorPage(props), metadata: () => generateMetadata(props) }, as));
}

const viewers: [string, () => Person | undefined][] = [
  ["a visitor", () => undefined],
  ["a stranger who is signed in", () => stranger],
  ["a member", () => member],
  ["its owner", () => many],
  ["another creator", () => few],
];

describe("the creator page asks the database at most six times", () => {
  it.each(viewers)("for %s, and as often for sixty posts as for two", async (_, who) => {
    const [ofMany, ofFew] = [await creatorPageOf(many, who()), await creatorPageOf(few, who() === many ? few : who() === few ? many : who())];
    expect(ofMany.count, ofMany.texts).toBeLessThanOrEqual(atTheirMost.creatorPage);
    expect(ofFew.count, ofFew.texts).toBe(ofMany.count);
    expect(ofMany.result).toContain("Many 59");
    expect(ofMany.result).not.toContain("Many 49");
  });

  it("on its other tab too", async () => {
    const { count, texts } = await creatorPageOf(many, few, "about");
    expect(count, texts).toBeLessThanOrEqual(atTheirMost.creatorPage);
  });
});

describe("GET /api/v1/posts/{id} asks the database at most four times", () => {
  it.each([
    ["a visitor", () => undefined, null],
    ["a stranger who is signed in", () => stranger, null],
    ["a member", () => member, "For those inside"],
    ["its owner", () => many, "For those inside"],
    ["another creator", () => few, null],
  ] satisfies [string, () => Person | undefined, string | null][])("for %s, who gets what is theirs to see", async (_, who, body) => {
    const as = who();
    // Once for each membership it is noted that it was used; that is not what reading costs.
    if (as) await call(getPost, { params: { postId: lockedPost }, as });
    const { result, count, texts } = await countOf(() => call(getPost, { params: { postId: lockedPost }, ...(as ? { as } : {}) }));
    expect(result.status).toBe(200);
    expect(result.body.body).toBe(body);
    expect(count, texts).toBeLessThanOrEqual(atTheirMost.postApi);
  });
});

describe("the feed page asks the database at most six times", () => {
  const feedOf = (as: Person) => countOf(() => visitPage({ layout: FanLayout, page: () => FeedPage() }, as));

  it("however many one follows: as often for thirty creators as for one", async () => {
    const [fanOfOne, fanOfThirty] = [await person(), await person()];
    await followCreator({ ctx: await fanOfOne.ctx(), input: { creatorId: many.creatorId } });
    for (let i = 0; i < 30; i += 1) {
      const one = await creator();
      await one.publishes({ title: `Of creator ${i}` });
      await followCreator({ ctx: await fanOfThirty.ctx(), input: { creatorId: one.creatorId } });
    }
    const [one, thirty] = [await feedOf(fanOfOne), await feedOf(fanOfThirty)];
    expect(thirty.count, thirty.texts).toBeLessThanOrEqual(atTheirMost.feed);
    expect(one.count, one.texts).toBe(thirty.count);
    expect(one.result).toContain("Many 59");
    expect(thirty.result).toContain("Of creator 29");
  });

  it("for somebody who follows nobody yet, with whom to follow", async () => {
    const { count, texts, result } = await feedOf(stranger);
    expect(count, texts).toBeLessThanOrEqual(atTheirMost.feed);
    expect(result).toContain("Many listen to these");
  });
});

describe("what is sold one by one asks the database as seldom", () => {
  let sold: PostId;
  let bundle: string;
  let buyer: Person;
  beforeAll(async () => {
    sold = await many.publishes({ title: "Sold", body: "For who buys it", audience: "paid", price: 500 });
    const other = await many.publishes({ title: "Sold too", audience: "paid", price: 500, includedFromTierId: many.tiers[1]?.id ?? null });
    bundle = (await createBundle({ ctx: await many.ctx(), input: { title: "Both", words: "", price: 900, currency: "usd", postIds: [sold, other] } })).id;
    buyer = await person();
    await database().$transaction((tx) => grantPosts(tx, { userId: buyer.userId, creatorId: many.creatorId, postIds: [sold, other], source: "purchase", sourceId: "a purchase", startsAt: later(now(), -days(1)) }));
  });
  const bare = ({ children }: { children: React.ReactNode }) => Promise.resolve(children);
  const none = Promise.resolve({});

  it("a post, through the API, once its opening is noted", async () => {
    await call(getPost, { params: { postId: sold }, as: buyer });
    const { result, count, texts } = await countOf(() => call(getPost, { params: { postId: sold }, as: buyer }));
    expect(result.body.body).toBe("For who buys it");
    expect(count, texts).toBeLessThanOrEqual(atTheirMost.postApi);
  });

  it.each([["a visitor", () => undefined], ["a stranger who is signed in", () => stranger], ["whoever bought it", () => buyer], ["its owner", () => many]] satisfies [string, () => Person | undefined][])("the pages of a post, of buying it, of its bundle and of all bundles, for %s", async (_, who) => {
    const params = Promise.resolve({ postId: sold });
    const inside = Promise.resolve({ handle: many.handle, bundleId: bundle });
    const pages: [string, Parameters<typeof visitPage>[0]][] = [
      ["post", { layout: bare, page: () => PostPage({ params }), metadata: () => postHead({ params }) }],
      ["unlock", { layout: bare, page: () => UnlockPage({ params, searchParams: none }) }],
      ["bundle", { layout: bare, page: () => BundlePage({ params: inside, searchParams: none }), metadata: () => bundleHead({ params: inside, searchParams: none }) }],
      ["bundles", { layout: bare, page: () => BundlesPage({ params: Promise.resolve({ handle: many.handle }) }) }],
    ];
    for (const [name, page] of pages) {
      const { count, texts } = await countOf(() => visitPage(page, who()));
      expect(count, `${name}\n${texts}`).toBeLessThanOrEqual(6);
    }
  });

  it("what one bought, and the library", async () => {
    for (const page of [() => PurchasesPage({ searchParams: none }), () => LibraryPage()]) {
      const { count, texts, result } = await countOf(() => visitPage({ layout: FanLayout, page }, buyer));
      expect(count, texts).toBeLessThanOrEqual(6);
      expect(result).toContain("Sold too");
    }
  });
});

describe("counting", () => {
  it("sees each statement, the brackets of a transaction among them", async () => {
    const { statements } = await countQueries(() => database().$transaction(async (tx) => [await tx.user.count(), await tx.session.count()]));
    expect(statements.map(({ text }) => text.split(" ")[0])).toEqual(["BEGIN", "SELECT", "SELECT", "COMMIT"]);
  });
});
