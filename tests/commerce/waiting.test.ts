import type * as React from "react";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
// First, as it asks for React before the headers: the mocks below wait for each other else.
import DeskLayout from "@/app/(studio)/studio/(desk)/layout";
import StudioHome from "@/app/(studio)/studio/(desk)/page";
import { formatDate } from "@/app/_ui/date-format";
import { acceptSplit, endSplit, proposeSplit } from "@/lib/commerce/splits";
import { readWaiting } from "@/lib/commerce/waiting";
import { days, later, now } from "@/lib/platform/clock";
import { countQueries } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { forgetSettings } from "@/lib/platform/ratelimit";
import { visitPage } from "../support/page";
import type { Creator } from "../support/people";
import { closeWorld, creator, database, openWorld } from "../support/world";
import { sold } from "./disputes/world";
import { payable, sells } from "./payouts/world";

vi.mock("react", async (original) => ({ ...(await original<typeof React>()), cache: (await import("../support/page")).rememberedInAVisit }));
vi.mock("next/headers", async () => (await import("../support/page")).requestOfAVisit);

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const home = async (as: Creator): Promise<string> => (await visitPage({ layout: DeskLayout, page: () => StudioHome() }, as)).replaceAll("<!-- -->", "");
const offers = async (owner: Creator, to: Creator, shareBps: number, startsOn: string | null = null) => proposeSplit({ ctx: await owner.ctx(), input: { handle: to.handle, shareBps, startsOn } });
const ofMoney = ["Say where your money goes", "Finish your payout account", "Sign your tax form", "Sign a new", "offers you a share", "shares are offered"];
const needsIn = (html: string): string[] => ofMoney.filter((title) => html.includes(title));

describe("what waits for a creator", () => {
  it("is nothing about money before anybody has paid", async () => {
    expect(needsIn(await home(await creator({ tiers: [{ name: "Inside", minAmount: 500 }] })))).toEqual([]);
  });

  it("is a payout account and a tax form while money waits, each with the way to it", async () => {
    const { seller } = await sold({ price: 5_000 });
    const html = await home(seller);
    expect(needsIn(html)).toEqual(["Say where your money goes", "Sign your tax form"]);
    for (const part of ["$43.25 waits for you", 'href="/studio/payouts"', "24 % of each payout", 'href="/studio/tax/sign"']) expect([part, html.includes(part)]).toEqual([part, true]);
  });

  it("is what the provider still needs, or what is wrong with the form; nothing once all is in order", async () => {
    const seller = await payable();
    await sells(seller);
    expect(needsIn(await home(seller))).toEqual([]);
    await database().payoutAccount.update({ where: { creatorId: seller.creatorId }, data: { payoutsEnabled: false } });
    const { id } = await database().taxForm.findFirstOrThrow({ where: { userId: seller.userId } });
    await database().tinMatch.create({ data: { id: newId("tinMatch"), formId: id, matched: false, checkedAt: later(now(), -days(60)), reference: "test" } });
    const html = await home(seller);
    expect(needsIn(html)).toEqual(["Finish your payout account", "Sign a new"]);
    expect(html).toContain("Name and number do not match");
  });

  it("is a share that somebody offers, until it is accepted or over", async () => {
    const [marisol, oskar, friend] = [await creator({ name: "Marisol" }), await creator({ name: "Oskar" }), await creator()];
    const first = await offers(marisol, friend, 2_550);
    const one = await home(friend);
    for (const part of ["Marisol offers you a share", "25.5 % of what their page earns, once you accept.", 'href="/studio/splits"']) expect([part, one.includes(part)]).toEqual([part, true]);
    expect(needsIn(await home(marisol))).toEqual([]);
    const second = await offers(oskar, friend, 100);
    const two = await home(friend);
    expect([two.includes("2 shares are offered to you"), two.includes("The newest is by Oskar")]).toEqual([true, true]);
    await acceptSplit({ ctx: await friend.ctx(), input: { splitId: first.id } });
    await endSplit({ ctx: await friend.ctx(), input: { splitId: second.id } });
    expect(needsIn(await home(friend))).toEqual([]);
  });

  it("is a share from a day on: a day to come is named, today is at once", async () => {
    const [friend, other] = [await creator(), await creator()];
    const [today, ahead] = [now(), later(now(), days(40))].map((moment) => moment.toISOString().slice(0, 10));
    await offers(await creator(), friend, 2_500, ahead);
    await offers(await creator(), other, 2_500, today);
    expect(await home(friend)).toContain(`25 % of what their page earns from ${formatDate(later(now(), days(40)))} on, if you accept.`);
    expect(await home(other)).toContain("25 % of what their page earns, once you accept.");
  });

  it("is a tax form for one who only has a part of what others sell, too, in the year it is sold", async () => {
    const [owner, friend, stranger] = [await payable(), await creator(), await creator()];
    const { id } = await offers(owner, friend, 2_500);
    await acceptSplit({ ctx: await friend.ctx(), input: { splitId: id } });
    const seen = async (as: Creator, at = now()) => {
      const { tax, sold: paid } = await readWaiting({ db: database(), now: at }, as.creatorId);
      return [tax?.reason, paid];
    };
    expect(await seen(friend)).toEqual(["no_form", false]);
    await sells(owner);
    const nextYear = new Date(Date.UTC(now().getUTCFullYear() + 1, 0, 1));
    expect([await seen(owner), await seen(friend), await seen(stranger), await seen(friend, nextYear), await seen(owner, nextYear)]).toEqual([[undefined, true], ["no_form", true], ["no_form", false], ["no_form", false], [undefined, false]]);
    expect(needsIn(await home(friend))).toContain("Sign your tax form");
  });

  it("does not ask the database oftener the more it is: twelve statements for the whole page", async () => {
    const countOf = async (as: Creator) => {
      await database().session.updateMany({ data: { lastSeenAt: later(now(), -days(1)) } });
      forgetSettings();
      return (await countQueries(() => home(as))).statements.length;
    };
    const [{ seller }, quiet] = [await sold({ price: 5_000 }), await creator()];
    for (let i = 0; i < 3; i += 1) await offers(await creator(), seller, 100);
    expect([await countOf(seller), await countOf(quiet)]).toEqual([12, 12]);
  });
});
