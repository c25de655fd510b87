import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as tiersOf } from "@/app/api/v1/creators/[creatorId]/tiers/route";
import { newId } from "@/lib/platform/ids";
import { call, closeWorld, creator, database, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const tiers = [{ name: "Backstage", minAmount: 800 }];

describe("the tiers of a page", () => {
  it("are told to all once it is open", async () => {
    const { creatorId } = await creator({ tiers });
    await database().creatorProfile.update({ where: { id: creatorId }, data: { openedAt: new Date() } });
    for (const as of [undefined, await person()]) {
      const answer = await call(tiersOf, { params: { creatorId }, as });
      expect([answer.status, answer.body.data.map(({ name }: { name: string }) => name)]).toEqual([200, ["Backstage"]]);
    }
  });

  it("do not exist for anybody while it is closed, is adult, or is nobody's", async () => {
    const closed = await creator({ tiers });
    await database().creatorProfile.update({ where: { id: closed.creatorId }, data: { openedAt: null } });
    const adult = await creator({ tiers });
    await database().creatorProfile.update({ where: { id: adult.creatorId }, data: { openedAt: new Date(), rating: "adult" } });
    for (const creatorId of [closed.creatorId, adult.creatorId, newId("creator")]) {
      expect((await call(tiersOf, { params: { creatorId } })).status).toBe(404);
      expect((await call(tiersOf, { params: { creatorId }, as: await person() })).status).toBe(404);
    }
  });
});
