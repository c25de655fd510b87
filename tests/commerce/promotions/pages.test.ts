import type * as React from "react";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
// First, as it asks for React before the headers: the mocks below wait for each other else.
import DeskLayout from "@/app/(studio)/studio/(desk)/layout";
import JoinPage, { generateMetadata } from "@/app/(site)/(door)/c/[handle]/join/page";
import PromotionsPage from "@/app/(studio)/studio/(desk)/promotions/page";
import { GET as offerRoute } from "@/app/api/v1/creators/[creatorId]/promotion/route";
import { makePromotion } from "@/lib/commerce/promotions";
import { days, later, now } from "@/lib/platform/clock";
import { countQueries } from "@/lib/platform/db";
import { forgetSettings } from "@/lib/platform/ratelimit";
import { visitPage } from "../../support/page";
import type { Creator, Person } from "../../support/people";
import { call, closeWorld, creator, database, openWorld, person } from "../../support/world";
import { tiers } from "../subscriptions/support";

vi.mock("react", async (original) => ({ ...(await original<typeof React>()), cache: (await import("../../support/page")).rememberedInAVisit }));
vi.mock("next/headers", async () => (await import("../../support/page")).requestOfAVisit);

let maker: Creator;
let fan: Person;
beforeAll(async () => {
  await openWorld();
  maker = await creator({ name: "Marisol", tiers });
  fan = await person();
  await database().tier.updateMany({ where: { creatorId: maker.creatorId }, data: { trialDays: 14, annualAmount: 5000 } });
  for (let i = 0; i < 30; i += 1) await makePromotion({ ctx: await maker.ctx(), input: { code: `SPRING${i}`, percentOff: 50, amountOff: null, currency: "usd", duration: "months", months: 2, tierIds: [], mostRedemptions: 9, lastDay: null } });
});
afterAll(() => closeWorld());

async function countOf<T>(work: () => Promise<T>): Promise<{ result: T; count: number; texts: string }> {
  await database().session.updateMany({ data: { lastSeenAt: later(now(), -days(1)) } });
  forgetSettings();
  const { result, statements } = await countQueries(work);
  return { result, count: statements.length, texts: statements.map(({ text }) => text.trim()).join("\n———\n") };
}
const sheet = (query: Record<string, string>, as?: Person) => {
  const props = { params: Promise.resolve({ handle: maker.handle }), searchParams: Promise.resolve(query) };
  return countOf(() => visitPage({ layout: ({ children }) => children as never, page: () => JoinPage(props), metadata: () => generateMetadata(props) }, as));
};

describe("the join sheet", () => {
  it("shows what a code in its address makes of the price, before anything is pressed, in six statements at most", async () => {
    for (const as of [undefined, fan]) {
      const { result, count, texts } = await sheet({ code: "spring1" }, as);
      expect(count, texts).toBeLessThanOrEqual(6);
      for (const part of ["SPRING1", "50 % off for 2 months", "instead of", "$2.50", "Pay $2.50 with card", "until you cancel"]) expect([part, result.includes(part)]).toEqual([part, true]);
      expect(result).not.toContain("days first");
      expect((await sheet({}, as)).count).toBeLessThanOrEqual(6);
    }
  });

  it("says why a code does nothing, and keeps it and all else in the form", async () => {
    for (const code of ["nothing", "a b c", "<script>"]) {
      const { result } = await sheet({ code, amount: "900" }, fan);
      expect(result).toMatch(/There is no such code here|A code is 3 to 30/u);
      expect(result).toContain(`value="${code.replace("<", "&lt;").replace(">", "&gt;")}"`);
      expect(result).toContain('value="9"');
      expect(result).toContain("Try it, with card");
    }
  });

  it("asks the database four times at most about a code that is typed", async () => {
    const { count, texts, result } = await countOf(() => call(offerRoute, { method: "GET", as: fan, params: { creatorId: maker.creatorId }, query: { code: "SPRING2" } }));
    expect(result.status).toBe(200);
    expect(count, texts).toBeLessThanOrEqual(4);
  });
});

describe("the studio's codes", () => {
  it("are read in six statements at most, twenty a page", async () => {
    const { result, count, texts } = await countOf(() => visitPage({ layout: DeskLayout, page: () => PromotionsPage({ searchParams: Promise.resolve({}) }) }, maker));
    expect(count, texts).toBeLessThanOrEqual(6);
    expect(result).toContain("SPRING29");
    expect(result).not.toContain("SPRING9<");
    expect(result).toContain("cursor=");
  });
});
