import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUT as acceptRoute } from "@/app/api/v1/splits/[splitId]/acceptance/route";
import { POST as proposeRoute } from "@/app/api/v1/splits/route";
import { DELETE as endRoute } from "@/app/api/v1/splits/[splitId]/route";
import { placeHold } from "@/lib/commerce/payouts";
import { endSplit, proposeSplit } from "@/lib/commerce/splits";
import { restrictUser } from "@/lib/identity/standing";
import { days, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { mailsTo } from "../../support/cloud";
import { call, closeWorld, creator, database, drain, openWorld } from "../../support/world";

beforeAll(() => openWorld());
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

describe("offers of a share", () => {
  it("are no way to fill a mailbox: asked and taken back again and again, one mail comes at most", async () => {
    const [owner, other] = [await creator({ name: "Loud" }), await creator({ name: "Quiet" })];
    const answers = [];
    for (let n = 0; n < 5; n += 1) {
      const asked = await call(proposeRoute, { as: owner, body: { handle: other.handle, shareBps: 100 } });
      answers.push(asked.status);
      if (asked.status === 201) await call(endRoute, { as: owner, method: "DELETE", params: { splitId: asked.body.id } });
      if (asked.status === 400) expect(asked.body.invalidParams[0].reason).toContain("Ask again tomorrow");
    }
    expect(answers).toEqual([201, 400, 400, 400, 400]);
    for (let n = 0; n < 3; n += 1) await drain();
    expect(await mailsTo(other.email)).toEqual([]);
  });

  it("can be made again the next day, and one that waits reaches them", async () => {
    const [owner, other] = [await creator({ name: "Loud" }), await creator({ name: "Quiet" })];
    const [asker, asked] = [await owner.ctx(), { handle: other.handle, shareBps: 100, startsOn: null }];
    const { id } = await proposeSplit({ ctx: asker, input: asked });
    await endSplit({ ctx: asker, input: { splitId: id } });
    shiftClock(days(1.01));
    await proposeSplit({ ctx: await owner.ctx(), input: asked });
    await drain();
    expect((await mailsTo(other.email)).map(({ subject }) => subject)).toEqual(["Loud wants to share 1 % with you"]);
  });
});

describe("a page whose payouts are held", () => {
  it("shares nothing new, so that what is held goes to nobody else; under review neither; and all is open again when the hold ends", async () => {
    const [owner, other, later] = [await creator(), await creator(), await creator()];
    const propose = (to: typeof other) => call(proposeRoute, { as: owner, body: { handle: to.handle, shareBps: 9_900 } });
    const offer = await propose(other);
    const accept = () => call(acceptRoute, { as: other, method: "PUT", params: { splitId: offer.body.id } });
    const hold = await systemContext("test").transaction((tx) => placeHold(tx, systemContext("test"), { creatorId: owner.creatorId, rule: "admin", reason: "We look at some payments.", whatToDo: "Nothing." }));
    const [accepted, proposed] = [await accept(), await propose(later)];
    expect([accepted.status, proposed.status]).toEqual([409, 409]);
    expect(proposed.body.detail).toContain("Your payouts are held");
    expect(accepted.body.detail).not.toContain("held");
    await database().payoutHold.update({ where: { id: hold ?? "" }, data: { endsAt: new Date(Date.now() - 1_000) } });
    await restrictUser({ ctx: systemContext("test"), input: { userId: owner.userId, capability: "sell", reason: "x" } });
    expect((await accept()).status).toBe(409);
    await database().restriction.updateMany({ where: { userId: owner.userId }, data: { liftedAt: new Date() } });
    expect((await accept()).status).toBe(200);
    expect((await propose(later)).body.invalidParams?.[0].name).toBe("body.shareBps"); // 99 % and 99 % are too much: asked again, and not for the hold
  });
});
