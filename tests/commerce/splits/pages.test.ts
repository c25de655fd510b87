import type * as React from "react";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
// First, as it asks for React before the headers: the mocks below wait for each other else.
import DeskLayout from "@/app/(studio)/studio/(desk)/layout";
import SplitsPage from "@/app/(studio)/studio/(desk)/splits/page";
import { acceptSplit, proposeSplit } from "@/lib/commerce/splits";
import { days, later, now } from "@/lib/platform/clock";
import { countQueries } from "@/lib/platform/db";
import { visitPage } from "../../support/page";
import { closeWorld, creator, database, openWorld } from "../../support/world";

vi.mock("react", async (original) => ({ ...(await original<typeof React>()), cache: (await import("../../support/page")).rememberedInAVisit }));
vi.mock("next/headers", async () => (await import("../../support/page")).requestOfAVisit);

beforeAll(() => openWorld());
afterAll(() => closeWorld());

describe("the studio's splits", () => {
  it("are read in six statements at most, with what waits for an answer first", async () => {
    const [owner, friend, other] = [await creator({ name: "Marisol" }), await creator({ name: "Wild Hart" }), await creator({ name: "Oskar" })];
    const offer = await proposeSplit({ ctx: await owner.ctx(), input: { handle: friend.handle, shareBps: 2_550, startsOn: null } });
    await acceptSplit({ ctx: await friend.ctx(), input: { splitId: offer.id } });
    await proposeSplit({ ctx: await other.ctx(), input: { handle: friend.handle, shareBps: 500, startsOn: null } });
    await proposeSplit({ ctx: await friend.ctx(), input: { handle: owner.handle, shareBps: 100, startsOn: null } });
    await database().session.updateMany({ data: { lastSeenAt: later(now(), -days(1)) } });
    const { result, statements } = await countQueries(() => visitPage({ layout: DeskLayout, page: () => SplitsPage({ searchParams: Promise.resolve({}) }) }, friend));
    expect(statements.length, statements.map(({ text }) => text).join("\n———\n")).toBeLessThanOrEqual(6);
    for (const part of ["25.5 %", "Accept 5 % from Oskar", "one offer waits", "Shared by you", "Take the offer back"]) expect([part, result.includes(part)]).toEqual([part, true]);
  });
});
