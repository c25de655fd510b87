import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as contentRoute } from "@/app/api/v1/media/[mediaId]/content/route";
import { createPost, publishPost } from "@/lib/content/posts";
import { newId } from "@/lib/platform/ids";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

describe("what members are given", () => {
  it("is noted once a post and hour, with the address; not for strangers, nor what everybody may see", async () => {
    const maker = await creator({ tiers: [{ name: "Backstage", minAmount: 800 }] });
    const [song, other, fan] = [newId("media"), newId("media"), await person()];
    const renditions = { stream: { key: "media/x/m4a", contentType: "audio/mp4", bytes: 10 } };
    for (const id of [song, other]) await database().media.create({ data: { id, ownerUserId: maker.userId, kind: "audio", state: "ready", fileName: "a.mp3", declaredType: "audio/mpeg", declaredBytes: 10, incomingKey: `incoming/${id}`, renditions } });
    const tierId = maker.tiers[0]?.id ?? null;
    for (const [mediaId, audience] of [[song, "tier"], [other, "public"]] as const) {
      const post = await createPost({ ctx: await maker.ctx(), input: { title: "A song", body: "", audience, tierId: audience === "tier" ? tierId : null, mediaIds: [mediaId] } });
      await publishPost({ ctx: await maker.ctx(), input: { postId: post.id } });
    }
    await drain();
    await database().grant.create({ data: { id: newId("grant"), userId: fan.userId, creatorId: maker.creatorId, tierId, source: "subscription", sourceId: newId("subscription"), startsAt: new Date(0) } });
    const opens = (mediaId: string, as?: typeof fan) => call(contentRoute, { params: { mediaId }, query: { rendition: "stream" }, ...(as ? { as } : {}), headers: { "x-forwarded-for": "198.51.100.4" } });

    expect((await opens(song, await person())).status).toBe(404);
    for (const as of [fan, fan, maker]) expect((await opens(song, as)).status).toBe(302);
    expect((await opens(other, fan)).status).toBe(302);
    expect(await database().contentDelivery.findMany({ where: { creatorId: maker.creatorId } })).toMatchObject([{ userId: fan.userId, kind: "play", mediaId: song }]);
  });
});
