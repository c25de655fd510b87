import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATCH as changeMe, GET as me } from "@/app/api/v1/me/route";
import { POST as posts } from "@/app/api/v1/posts/route";
import { GET as auditRoute } from "@/app/api/v1/audit-entries/route";
import { appoint, liftRestriction, restrictUser } from "@/lib/identity/standing";
import { systemContext } from "@/lib/platform/db";
import { auditTrail, call, closeWorld, creator, database, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const draft = { title: "Tour dates", body: "Words", audience: "public" };

describe("a restriction", () => {
  it("takes one capability with its reason said, and gives it back when lifted", async () => {
    const [maker, admin] = [await creator(), await person({ role: "admin" })];
    const { id } = await restrictUser({ ctx: await admin.ctx(), input: { userId: maker.userId, capability: "publish", reason: "three takedowns" } });
    const refused = await call(posts, { as: maker, body: draft });
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining("cannot publish")]);
    expect((await call(me, { as: maker })).status).toBe(200);

    await liftRestriction({ ctx: await admin.ctx(), input: { restrictionId: id } });
    await liftRestriction({ ctx: await admin.ctx(), input: { restrictionId: id } });
    expect((await call(posts, { as: maker, body: draft })).status).toBe(201);
    expect((await auditTrail(maker.userId)).map(({ action }) => action).filter((action) => action.includes("restrict"))).toEqual(["user.restricted", "user.restriction-lifted"]);
  });

  it("ends by itself at its time", async () => {
    const maker = await creator();
    await restrictUser({ ctx: systemContext("test"), input: { userId: maker.userId, capability: "publish", reason: "a day off", endsAt: new Date(Date.now() - 1) } });
    expect((await call(posts, { as: maker, body: draft })).status).toBe(201);
  });

  it("on signing in puts every device out at once", async () => {
    const someone = await person();
    await restrictUser({ ctx: systemContext("test"), input: { userId: someone.userId, capability: "sign_in", reason: "somebody else's card" } });
    expect((await call(changeMe, { method: "PATCH", as: someone, body: { displayName: "Still here" } })).status).toBe(401);
  });

  it("is no member's to give or lift, and tells them nothing", async () => {
    const [one, other] = [await person(), await person()];
    await expect(restrictUser({ ctx: await one.ctx(), input: { userId: other.userId, capability: "publish", reason: "envy" } })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("appointing", () => {
  it("makes an administrator of a confirmed account, who signs in anew, and writes down why", async () => {
    const someone = await person();
    const first = await appoint({ ctx: systemContext("appoint"), input: { email: someone.email, role: "admin", reason: "first administrator" } });
    expect([first, await appoint({ ctx: systemContext("appoint"), input: { email: someone.email, role: "admin", reason: "again" } })]).toEqual([{ changed: true }, { changed: false }]);
    expect((await call(auditRoute, { as: someone })).status).toBe(401);
    const written = await database().auditEntry.findMany({ where: { subject: someone.userId, action: "user.appointed" }, select: { data: true } });
    expect(written).toEqual([{ data: { from: "member", to: "admin", reason: "first administrator" } }]);
  });

  it("is refused for an unconfirmed address and from inside the app, by an administrator too", async () => {
    const [fresh, admin] = [await person({ verified: false }), await person({ role: "admin" })];
    await expect(appoint({ ctx: systemContext("appoint"), input: { email: fresh.email, role: "admin", reason: "hasty" } })).rejects.toMatchObject({ code: "not_found" });
    await expect(appoint({ ctx: await admin.ctx(), input: { email: admin.email, role: "member", reason: "from within" } })).rejects.toMatchObject({ code: "not_found" });
  });
});
