import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundlesOf, bundlesWith } from "@/lib/commerce/bundles";
import { creatorBalance } from "@/lib/commerce/ledger";
import { promotionsOf, readOffer } from "@/lib/commerce/promotions";
import { explainSale, readEarnings, salesOfCreator } from "@/lib/commerce/purchases";
import { splitsOf } from "@/lib/commerce/splits";
import { catchUpSubscriptions, membersByTier, mySubscriptions } from "@/lib/commerce/subscriptions";
import { readWaiting } from "@/lib/commerce/waiting";
import { listFollowing, relationTo } from "@/lib/community/follows";
import { discoverCreators, listGenres, search } from "@/lib/content/discovery";
import { boughtPosts, freshSounds, openingPosts, ownPosts, ownPostsOnSale, postsOfCreator, readFeed, readPost } from "@/lib/content/posts";
import { listSessions } from "@/lib/identity/sessions";
import { auditActions, cronsWithLastRun, monthOfSales } from "@/lib/operations/overview";
import { listAudit } from "@/lib/platform/audit";
import { type Context, countQueries, createContext, type UserActor } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { encodeCursor } from "@/lib/platform/lists";
import { closeWorld, database, openWorld } from "../support/world";
import { fill, follows, idOf, rows } from "./fill";
import { type Reading, readPlan } from "./plans";

/*
 * A hundred thousand rows of everything. Each statement is the one the app sends, with its values, taken on its way to the
 * database and explained there with ANALYZE: what is asserted are rows that were read, not what a planner hoped for.
 */
const limit = 20;
/** A row of a list brings its creator, tier, release and file; nothing more may be read for it. */
const rowsForOne = 8;

const busiest = asId("creator", idOf("crt", 1));
const smallest = asId("creator", idOf("crt", 777));
/** Sells nothing, and has a part of what others sell. */
const partner = asId("creator", idOf("crt", 90_000));
const fan: UserActor = { kind: "user", userId: asId("user", idOf("usr", 1)), sessionId: asId("session", idOf("ses", 100)), role: "member", creatorId: undefined, page: undefined, displayName: "Fan", capabilities: new Set() };
const now = new Date("2026-06-01T00:00:00Z");
/** Nine tenths down the busiest lists. */
const deep = (prefix: string): string => encodeCursor({ at: new Date("2025-07-20T00:00:00Z"), id: idOf(prefix, 1) });
/** Among the many pages that nobody has joined. */
const deepMembers = Buffer.from(`0 ${idOf("crt", 50_000)}`).toString("base64url");

let ctx: Context;
beforeAll(async () => {
  await openWorld();
  await fill();
  ctx = createContext({ actor: fan, now });
}, 120_000);
afterAll(() => closeWorld());

async function readingsOf(work: () => Promise<unknown>): Promise<Reading[]> {
  const { statements } = await countQueries(work);
  const readings: Reading[] = [];
  for (const statement of statements) readings.push(await readPlan(statement));
  expect(readings.length).toBeGreaterThan(0);
  return readings;
}

/** No statement walks a table; none reads or sorts more than it may. */
async function expectBounded(work: () => Promise<unknown>, most: number): Promise<void> {
  for (const { text, plan, walked, rowsRead, sorted } of await readingsOf(work)) {
    const why = `${text}\n${plan}`;
    expect(walked, why).toEqual([]);
    expect(rowsRead, why).toBeLessThanOrEqual(most);
    expect(sorted, why).toBeLessThanOrEqual(most);
  }
}

const page = (cursor?: string) => ({ limit, cursor });
type Case = [string, () => Promise<unknown>];

describe("a page of a list is read through an index, without walking or sorting the table", () => {
  it.each<Case>([
    ["a creator's stream", () => postsOfCreator(ctx, busiest, page())],
    ["a creator's stream, far down", () => postsOfCreator(ctx, busiest, page(deep("pst")))],
    ["the stream of one who writes little", () => postsOfCreator(ctx, smallest, page())],
    ["what a creator's page opens with, the pinned post among fifty thousand", () => openingPosts(ctx, busiest, limit, { kind: "stranger" })],
    ["what a page opens with that has nothing pinned", () => openingPosts(ctx, smallest, limit, { kind: "stranger" })],
    ["the studio's posts", () => ownPosts(ctx, busiest, page())],
    ["the studio's posts, far down", () => ownPosts(ctx, busiest, page(deep("pst")))],
    ["one post", () => readPost(ctx, asId("post", idOf("pst", 101)))],
    ["a creator's sales", () => salesOfCreator(database(), busiest, page())],
    ["a creator's sales, far down", () => salesOfCreator(database(), busiest, page(deep("sal")))],
    ["one sale with its booked lines", () => explainSale({ ...ctx, actor: { ...fan, creatorId: busiest } }, asId("sale", idOf("sal", 40)))],
    ["what one bought", () => boughtPosts(ctx, page())],
    ["what one bought, far down", () => boughtPosts(ctx, page(deep("pgr")))],
    ["a page's codes", () => promotionsOf(ctx, busiest, page())],
    ["a page's codes, far down", () => promotionsOf(ctx, busiest, page(deep("prm")))],
    ["one code that somebody typed", () => readOffer(ctx, { creatorId: busiest, code: "CODE40" })],
    ["what a page shares", () => splitsOf(ctx, busiest, { side: "given", ...page() })],
    ["what others share with a page", () => splitsOf(ctx, asId("creator", idOf("crt", 1500)), { side: "taken", ...page() })],
    ["one's memberships", () => mySubscriptions(ctx, page())],
    ["one's memberships, far down", () => mySubscriptions(ctx, page(deep("sbn")))],
    ["what one is to a creator", () => relationTo(ctx, busiest)],
    ["creators, newest first", () => discoverCreators(database(), { sort: "new", ...page() })],
    ["creators, newest first, far down", () => discoverCreators(database(), { sort: "new", ...page(deep("crt")) })],
    ["creators, most joined first", () => discoverCreators(database(), { sort: "members", ...page() })],
    ["creators, most joined first, far down", () => discoverCreators(database(), { sort: "members", ...page(deepMembers) })],
    ["creators of a genre that many have", () => discoverCreators(database(), { sort: "new", genre: "folk", ...page() })],
    ["creators of a genre that few have", () => discoverCreators(database(), { sort: "members", genre: "carillon", ...page() })],
    ["creators of a genre that nobody has", () => discoverCreators(database(), { sort: "new", genre: "silence", ...page() })],
    ["the audit trail", () => listAudit(database(), { limit })],
    ["the audit trail, far down", () => listAudit(database(), { limit, before: 9_000 })],
    ["the audit trail of a row", () => listAudit(database(), { limit, subject: idOf("pst", 7) })],
    ["the audit trail of the busiest person", () => listAudit(database(), { limit, actorId: fan.userId, before: 9_000 })],
    ["the audit trail of a kind", () => listAudit(database(), { limit, action: "tier.created" })],
    ["the audit trail of a kind that never was", () => listAudit(database(), { limit, action: "nothing.done" })],
    ["where one is signed in, among fifty thousand sessions that ended", () => listSessions(database(), fan.userId, now)],
  ])("%s", (_, work) => expectBounded(work, limit * rowsForOne));

  it("the bundles a page sells, among the many it sold, each with its posts", () => expectBounded(() => bundlesOf(ctx, busiest), 20 * 5 * rowsForOne));
  it("the bundles a post is in", () => expectBounded(() => bundlesWith(ctx, asId("post", idOf("pst", 34))), 40 * 5 * rowsForOne));
  it("what can be put into a bundle: the newest hundred with a price, among fifty thousand", () => expectBounded(() => ownPostsOnSale(ctx, busiest), 100 * 4));

  it.each([
    ["among fifty thousand sales", busiest],
    ["who has a part of five hundred sales of others", partner],
  ])("what waits for a creator %s: the newest sale, a few shares, the newest form", async (_, creatorId) => {
    for (const { text, plan, walked, rowsRead, sorted } of await readingsOf(() => readWaiting(ctx, creatorId))) {
      const why = `${text}\n${plan}`;
      // Of disputes there are none here: they are walked in no time.
      expect(walked.filter((table) => table !== "Dispute"), why).toEqual([]);
      expect(rowsRead, why).toBeLessThanOrEqual(limit * rowsForOne);
      expect(sorted, why).toBeLessThanOrEqual(limit);
    }
  });

  it("the feed: the newest few of each creator one follows, however much they wrote", async () => {
    const most = follows * (limit + 3) + limit * rowsForOne;
    await expectBounded(() => readFeed(ctx, page()), most);
    await expectBounded(() => readFeed(ctx, page(deep("pst"))), most);
  });

  it("whom one follows: one's own follows, nobody else's", () => expectBounded(() => listFollowing(ctx, limit), follows * 3 + limit));
});

describe("search weighs two hundred matches at most, and reads no more than it takes to find them", () => {
  const most = 200 * 20;
  it.each([
    ["a word that nearly everything has", "river"],
    ["two letters that nearly everything begins with", "ri"],
    ["a word that a third has", "lantern"],
    ["a word that few have", "carillon"],
    ["that word, misspelt", "carilon"],
    ["words that nothing has", "qqqq zzzz"],
  ])("for %s", (_, q) => expectBounded(() => search(ctx, { q, limit }), most));

  it("and finds what few have through the trigram index, misspelt or not", async () => {
    for (const q of ["carillon", "carilon"]) {
      // Both are asked at once, in whichever order.
      const used = (await readingsOf(async () => expect((await search(ctx, { q, limit })).creators).not.toEqual([]))).flatMap(({ indexes }) => indexes);
      expect(used).toEqual(expect.arrayContaining(["creator_search", "post_search"]));
    }
  });
});

describe("figures are read from an index of their own", () => {
  it.each<[string, () => Promise<unknown>, number]>([
    ["new sounds: the three hundred newest posts are looked through", () => freshSounds(ctx, 10), 300 * 4],
    ["genres: the thousand newest pages", () => listGenres(database()), 1_200],
    ["a creator's month and balance: their own sales of it, and their own lines", () => readEarnings({ ...ctx, actor: fan }, busiest), rows / 2 + 1],
    ["a creator's members by tier: their living memberships", () => membersByTier(database(), busiest), rows / 10],
    ["the house's month: its sales", () => monthOfSales(ctx), rows / 10],
    ["the last run of each job: one row a job", () => cronsWithLastRun(database()), 10],
    ["the kinds of audit entries: one hop a kind", () => auditActions(database()), 10],
    ["memberships nobody told us about: those that are due", () => catchUpSubscriptions({ ...ctx, now: new Date("2026-05-01T00:00:00Z") }), 10],
  ])("%s", (_, work, most) => expectBounded(work, most));

  it("a balance of fifty thousand lines is one row that is kept beside them", async () => {
    const [reading] = await readingsOf(() => creatorBalance(database(), busiest, "usd"));
    expect(reading?.indexes.some((index) => index.startsWith("LedgerEntry") || index === "ledger_entry_amounts")).toBe(false);
    expect(reading?.rowsRead).toBeLessThanOrEqual(20);
  });
});

describe("reading plans", () => {
  it("sees a table that is walked, and how many rows that reads", async () => {
    const { walked, rowsRead, sorted } = await readPlan({ text: 'SELECT id FROM "Post" ORDER BY title LIMIT $1', values: [limit] });
    expect(walked).toEqual(["Post"]);
    expect(rowsRead).toBe(rows);
    expect(sorted).toBe(rows);
  });
});
