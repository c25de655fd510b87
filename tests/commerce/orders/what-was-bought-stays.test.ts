import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DELETE as deleteRoute, PATCH as changeRoute } from "@/app/api/v1/posts/[postId]/route";
import { DELETE as unpublishRoute } from "@/app/api/v1/posts/[postId]/publication/route";
import { type MediaId, newId } from "@/lib/platform/ids";
import { payAt } from "../../support/payments";
import type { Creator, Person } from "../../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { bought, buy, confirm, elsewhere, open, sees, sells } from "./selling";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

const change = (as: Person, postId: string, body: object) => call(changeRoute, { method: "PATCH", params: { postId }, body, as, headers: elsewhere() });
const takeBack = (as: Person, postId: string) => call(unpublishRoute, { method: "DELETE", params: { postId }, as, headers: elsewhere() });
const remove = (as: Person, postId: string) => call(deleteRoute, { method: "DELETE", params: { postId }, as, headers: elsewhere() });
const salesOf = (page: Creator) => database().sale.count({ where: { creatorId: page.creatorId } });

describe("what was bought stays", () => {
  it("when it is taken back, and when it is removed; its creator does not see a removed one any more", async () => {
    const [page, fan, stranger] = [await creator(), await person(), await person()];
    const postId = await sells(page);
    await bought(fan, postId);
    expect((await takeBack(page, postId)).status).toBe(200);
    expect([await sees(fan, postId), (await open(stranger, postId)).status]).toEqual([true, 404]);
    expect((await remove(page, postId)).status).toBe(204);
    expect([await sees(fan, postId), (await open(page, postId)).status, (await change(page, postId, { title: "x" })).status]).toEqual([true, 404, 404]);
  });

  it("whole: its words cannot be emptied, whomever it is for by then", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    await bought(fan, postId);
    expect((await change(page, postId, { body: "" })).status).toBe(409);
    expect((await change(page, postId, { audience: "followers" })).status).toBe(200);
    expect([await sees(fan, postId), await sees(await person(), postId)]).toEqual([true, false]);
  });

  it("with the files that were paid for; one that was added since, or could not be used, can be taken out", async () => {
    const [page, fan] = [await creator(), await person()];
    const file = async (createdAt: Date, state: "ready" | "refused" = "ready"): Promise<MediaId> => {
      const id = newId("media");
      await database().media.create({ data: { id, ownerUserId: page.userId, kind: "picture", state, fileName: "a.png", declaredType: "image/png", declaredBytes: 1, incomingKey: id, createdAt } });
      return id;
    };
    const first = await file(new Date(0));
    const postId = await sells(page, { mediaIds: [first] });
    await bought(fan, postId);
    const late = await file(new Date(Date.now() + 60_000));
    expect((await change(page, postId, { mediaIds: [] })).status).toBe(409);
    expect((await change(page, postId, { mediaIds: [late, first] })).status).toBe(200);
    await drain();
    expect(await sees(fan, postId)).toBe(true);
    expect((await change(page, postId, { mediaIds: [late] })).status).toBe(409);
    await database().media.update({ where: { id: late }, data: { state: "refused" } });
    expect((await change(page, postId, { mediaIds: [first] })).status).toBe(200);
    // While it is looked at it is as nobody may see it: not the moment to keep it so.
    await drain();
    await database().publication.update({ where: { postId }, data: { clearedAt: null } });
    expect([(await takeBack(page, postId)).status, (await remove(page, postId)).status]).toEqual([409, 409]);
    await database().publication.update({ where: { postId }, data: { clearedAt: new Date() } });
    expect((await takeBack(page, postId)).status).toBe(200);
    expect((await change(page, postId, { mediaIds: [first, await file(new Date())] })).status).toBe(409);
    await change(page, postId, { title: "Row 212, again" });
    expect([await sees(fan, postId), (await open(fan, postId)).body.title]).toEqual([true, "Row 212, again"]);
  });

  it("and nobody pays for what was taken back while they were paying: the page closes, and a payment that came in between goes back", async () => {
    const [page, slow, quick] = [await creator(), await person(), await person()];
    const postId = await sells(page);
    const [waiting, paying] = [await buy(slow, postId), await buy(quick, postId)];
    await payAt(paying.body.url);
    await takeBack(page, postId);
    await drain();
    await payAt(waiting.body.url);
    expect((await confirm(slow, waiting.body.id)).body.state).toBe("expired");
    expect((await confirm(quick, paying.body.id)).body.state).toBe("returned");
    await drain();
    expect([await salesOf(page), await database().undoneCharge.count({ where: { checkoutId: paying.body.id } })]).toEqual([0, 1]);
  });
});
