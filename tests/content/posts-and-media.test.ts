import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as content } from "@/app/api/v1/media/[mediaId]/content/route";
import { GET as mediaState } from "@/app/api/v1/media/[mediaId]/route";
import { POST as announce } from "@/app/api/v1/media/route";
import { POST as complete } from "@/app/api/v1/media/[mediaId]/completion/route";
import { GET as readPostRoute, PATCH as patchPost } from "@/app/api/v1/posts/[postId]/route";
import { POST as publication } from "@/app/api/v1/posts/[postId]/publication/route";
import { POST as posts } from "@/app/api/v1/posts/route";
import { GET as creatorPosts } from "@/app/api/v1/creators/[creatorId]/posts/route";
import { GET as feed } from "@/app/api/v1/feed/route";
import { GET as search } from "@/app/api/v1/search/route";
import { writeGrant } from "@/lib/content/access";
import { asId } from "@/lib/platform/ids";
import { synthesise } from "@/prisma/seed/songs/synthesise";
import type { Creator, Person } from "../support/people";
import { auditTrail, call, closeWorld, creator, database, drain, events, openWorld, person } from "../support/world";

let maker: Creator;
let member: Person;
let stranger: Person;
beforeAll(async () => {
  await openWorld();
  maker = await creator({ name: "Marisol", tiers: [{ name: "Front row", minAmount: 500 }, { name: "Backstage", minAmount: 800 }] });
  [member, stranger] = [await person(), await person()];
  const tier = maker.tiers[1];
  await database().$transaction((tx) => writeGrant(tx, { userId: member.userId, creatorId: maker.creatorId, tierId: tier?.id ?? null, source: "subscription", sourceId: "test", startsAt: new Date(0), endsAt: null }));
});
afterAll(() => closeWorld());

async function uploads(who: Person, kind: "picture" | "audio", contentType: string, body: Buffer): Promise<{ id: string; state: string; reason: string | null }> {
  const announced = await call(announce, { as: who, body: { kind, fileName: "a file", contentType, bytes: body.length } });
  expect(announced.status).toBe(201);
  const sent = await fetch(announced.body.upload.url, { method: "PUT", headers: announced.body.upload.headers, body: new Uint8Array(body) });
  expect(sent.status).toBe(200);
  const params = { mediaId: announced.body.media.id as string };
  expect((await call(complete, { method: "POST", as: who, params })).status).toBe(202);
  await drain();
  const state = await call(mediaState, { as: who, params });
  return { id: params.mediaId, state: state.body.state, reason: state.body.refusedReason };
}

const picture = (): Promise<Buffer> => sharp({ create: { width: 900, height: 600, channels: 3, background: "#e2603a" } }).withMetadata({ exif: { IFD0: { Copyright: "SECRET PLACE 52.5N 13.4E" } } }).jpeg().toBuffer();
const song = (): Buffer => synthesise({ seed: 7, tempo: 92, key: "G major", mood: "warm", seconds: 4 });

async function publishes(mediaIds: string[], audience: object): Promise<string> {
  const made = await call(posts, { as: maker, body: { title: "Night Ferry", body: "First line\nsecond line\nthe third line", mediaIds, ...audience } });
  const postId = made.body.id as string;
  expect((await call(publication, { as: maker, params: { postId }, body: {} })).status).toBe(200);
  await drain();
  return postId;
}

describe("a picture", () => {
  it("is re-encoded without its metadata, in widths no larger than it came, with a blur", async () => {
    const uploaded = await uploads(maker, "picture", "image/jpeg", await picture());
    expect(uploaded.state).toBe("ready");
    const row = await database().media.findUniqueOrThrow({ where: { id: uploaded.id } });
    expect(Object.keys(row.renditions as object).sort()).toEqual(["blur", "w1280", "w320", "w640"]);
    expect(row).toMatchObject({ width: 900, height: 600 });
    const postId = await publishes([uploaded.id], { audience: "public" });
    const bytes = await call(content, { params: { mediaId: uploaded.id }, query: { rendition: "w640" } });
    expect(bytes.status).toBe(200);
    expect(bytes.headers.get("content-type")).toBe("image/webp");
    expect(bytes.headers.get("cache-control")).toContain("public");
    expect(bytes.body).not.toContain("SECRET PLACE");
    expect((await call(readPostRoute, { params: { postId } })).body.locked).toBeNull();
  });

  it.each([
    ["a script called a picture", "image/png", Buffer.from("<script>alert(1)</script>")],
    ["an SVG called a picture", "image/png", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["half a picture", "image/png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a zip called a picture", "image/jpeg", Buffer.from("504b0304140000000000", "hex")],
  ])("that is %s is refused with a reason, and never served", async (_what, contentType, body) => {
    const uploaded = await uploads(maker, "picture", contentType, body);
    expect(uploaded.state).toBe("refused");
    expect(uploaded.reason).toMatch(/We (cannot read|take)|This is not a file/u);
    expect((await call(content, { as: maker, params: { mediaId: uploaded.id } })).status).toBe(404);
  });

  it.each([
    ["empty", 0, "This file is empty."],
    ["of 50 MB", 50 * 1024 * 1024, "too large"],
  ])("that is %s is refused before it is sent", async (_what, bytes, words) => {
    const answer = await call(announce, { as: maker, body: { kind: "picture", fileName: "a.png", contentType: "image/png", bytes } });
    expect(answer.status).toBe(400);
    expect(answer.body.invalidParams[0]).toMatchObject({ name: "body.bytes", reason: expect.stringContaining(words) as string });
  });

  it("cannot be sent larger than was said", async () => {
    const announced = await call(announce, { as: maker, body: { kind: "picture", fileName: "a.png", contentType: "image/png", bytes: 10 } });
    const sent = await fetch(announced.body.upload.url, { method: "PUT", headers: announced.body.upload.headers, body: Buffer.alloc(5_000) });
    expect(sent.status).toBe(403);
  });
});

describe("the files of a page", () => {
  it.each([
    ["closed", { openedAt: null }],
    ["rated adult", { rating: "adult" as const }],
  ])("that is %s are served to nobody but their owner, not even as a blur or to members", async (_what, change) => {
    const [other, fan] = [await creator({ tiers: [{ name: "Front row", minAmount: 500 }] }), await person()];
    const tierId = other.tiers[0]?.id ?? null;
    await database().$transaction((tx) => writeGrant(tx, { userId: fan.userId, creatorId: other.creatorId, tierId, source: "subscription", sourceId: other.creatorId, startsAt: new Date(0), endsAt: null }));
    const [open, theirs] = [await uploads(other, "picture", "image/jpeg", await picture()), await uploads(other, "picture", "image/jpeg", await picture())];
    await other.publishes({ audience: "public", mediaIds: [asId("media", open.id)] });
    await other.publishes({ audience: "tier", tierId, mediaIds: [asId("media", theirs.id)] });
    const asked: { id: string; rendition: string; as?: Person }[] = [{ id: open.id, rendition: "w640" }, { id: theirs.id, rendition: "blur" }, { id: theirs.id, rendition: "w640", as: fan }];
    const serves = (everyoneAs?: Person) =>
      Promise.all(
        asked.map(async ({ id, rendition, as }) => {
          const viewer = everyoneAs ?? as;
          return (await call(content, { ...(viewer ? { as: viewer } : {}), params: { mediaId: id }, query: { rendition } })).status < 400;
        }),
      );

    expect(await serves()).toEqual([true, true, true]);
    await database().creatorProfile.update({ where: { id: other.creatorId }, data: change });
    expect(await serves()).toEqual([false, false, false]);
    expect(await serves(other)).toEqual([true, true, true]);
  });
});

describe("a song for a tier", () => {
  it("plays for its members, and does not exist for anyone else, whatever they ask", async () => {
    const uploaded = await uploads(maker, "audio", "audio/wav", song());
    expect(uploaded.state).toBe("ready");
    const row = await database().media.findUniqueOrThrow({ where: { id: uploaded.id } });
    expect(row.peaks).toHaveLength(120);
    expect(Math.abs((row.durationMs ?? 0) - 4_000)).toBeLessThan(100);
    const postId = await publishes([uploaded.id], { audience: "tier", tierId: maker.tiers[1]?.id, body: "First line\nsecond line\nthe secret third line" });

    const played = await call(content, { as: member, params: { mediaId: uploaded.id }, query: { rendition: "stream" } });
    expect(played.status).toBe(302);
    const sound = await fetch(played.headers.get("location") ?? "", { headers: { range: "bytes=0-99" } });
    expect([sound.status, sound.headers.get("content-type")]).toEqual([206, "audio/mp4"]);

    for (const who of [stranger, undefined]) {
      expect((await call(content, { ...(who ? { as: who } : {}), params: { mediaId: uploaded.id }, query: { rendition: "stream" } })).status).toBe(404);
      const seen = (await call(readPostRoute, { ...(who ? { as: who } : {}), params: { postId } })).body;
      expect(seen).toMatchObject({ body: null, locked: { reason: "tier", tier: { name: "Backstage", minAmount: 800 } } });
      const everything = JSON.stringify([seen, (await call(creatorPosts, { ...(who ? { as: who } : {}), params: { creatorId: maker.creatorId } })).body, (await call(search, { query: { q: "secret third" } })).body]);
      expect(everything).not.toContain("secret third line");
    }
    expect((await call(readPostRoute, { as: member, params: { postId } })).body.body).toContain("secret third line");
  });
});

describe("publishing", () => {
  it("hides the post until it is cleared, tells trust once, and changes nothing when repeated", async () => {
    const { id: postId } = (await call(posts, { as: maker, body: { body: "Tour dates" } })).body as { id: string };
    await call(publication, { as: maker, params: { postId }, body: {} });
    await call(publication, { as: maker, params: { postId }, body: {} });
    expect((await events("post.submitted")).filter((event) => (event as { postId: string }).postId === postId)).toHaveLength(1);
    expect((await call(readPostRoute, { as: stranger, params: { postId } })).status).toBe(404);
    expect((await call(readPostRoute, { as: maker, params: { postId } })).body.status).toBe("in_review");
    await drain();
    expect((await call(readPostRoute, { as: stranger, params: { postId } })).body.status).toBe("published");
    expect((await auditTrail(postId)).map((entry) => entry.action)).toEqual(["post.created", "post.published", "post.cleared"]);
  });

  it("refuses an empty post, a moment that has passed, another's tier and another's file", async () => {
    const empty = (await call(posts, { as: maker, body: {} })).body.id as string;
    expect((await call(publication, { as: maker, params: { postId: empty }, body: {} })).status).toBe(409);
    const draft = (await call(posts, { as: maker, body: { body: "x" } })).body.id as string;
    expect((await call(publication, { as: maker, params: { postId: draft }, body: { publishAt: "2020-01-01T00:00:00Z" } })).body.invalidParams[0].name).toBe("body.publishAt");
    const other = await creator({ tiers: [{ name: "Theirs", minAmount: 500 }] });
    expect((await call(posts, { as: maker, body: { body: "x", audience: "tier", tierId: other.tiers[0]?.id } })).body.invalidParams[0].name).toBe("body.tierId");
    const theirs = await uploads(other, "picture", "image/jpeg", await picture());
    expect((await call(posts, { as: maker, body: { mediaIds: [theirs.id] } })).body.invalidParams[0].name).toBe("body.mediaIds");
    expect((await call(patchPost, { method: "PATCH", as: other, params: { postId: draft }, body: { body: "mine now" } })).status).toBe(404);
  });

  it("keeps the feed to those one follows or pays, newest first, page by page", async () => {
    await maker.publishes({ body: "An older one" });
    await maker.publishes({ body: "A newer one" });
    const first = await call(feed, { as: member, query: { limit: "2" } });
    const second = await call(feed, { as: member, query: { limit: "2", cursor: first.body.nextCursor } });
    const seen = [...first.body.data, ...second.body.data] as { id: string; publishedAt: string }[];
    expect(new Set(seen.map((post) => post.id)).size).toBe(seen.length);
    expect(seen.map((post) => post.publishedAt)).toEqual(seen.map((post) => post.publishedAt).sort().reverse());
    expect((await call(feed, { as: stranger })).body.data).toEqual([]);
    expect((await call(feed, { as: member, query: { cursor: "not-ours" } })).body.invalidParams[0].name).toBe("query.cursor");
  });
});
