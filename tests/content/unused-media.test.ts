import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATCH as patchCreator } from "@/app/api/v1/creators/[creatorId]/route";
import { POST as announce } from "@/app/api/v1/media/route";
import { POST as complete } from "@/app/api/v1/media/[mediaId]/completion/route";
import { DELETE as removePost } from "@/app/api/v1/posts/[postId]/route";
import { POST as posts } from "@/app/api/v1/posts/route";
import { dropUnusedMedia } from "@/lib/content/media";
import type { Renditions } from "@/lib/content/media/rules";
import { days } from "@/lib/platform/clock";
import { createContext, system } from "@/lib/platform/db";
import { headObject } from "@/lib/platform/storage";
import type { Creator } from "../support/people";
import { call, closeWorld, creator, database, drain, openWorld } from "../support/world";

let maker: Creator;
beforeAll(async () => {
  await openWorld();
  maker = await creator();
});
afterAll(() => closeWorld());

const inDays = (count: number) => createContext({ actor: system("tidy"), now: new Date(Date.now() + days(count)) });

async function picture(): Promise<{ id: string; keys: string[] }> {
  const body = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#3f8a8c" } }).jpeg().toBuffer();
  const announced = await call(announce, { as: maker, body: { kind: "picture", fileName: "a.jpg", contentType: "image/jpeg", bytes: body.length } });
  await fetch(announced.body.upload.url, { method: "PUT", headers: announced.body.upload.headers, body: new Uint8Array(body) });
  const id = announced.body.media.id as string;
  await call(complete, { method: "POST", as: maker, params: { mediaId: id } });
  await drain();
  const { renditions } = await database().media.findUniqueOrThrow({ where: { id } });
  return { id, keys: Object.values(renditions as unknown as Renditions).map(({ key }) => key) };
}

const stored = async (keys: string[]): Promise<number> => (await Promise.all(keys.map((key) => headObject(key)))).filter((bytes) => bytes !== undefined).length;

describe("a file that nothing shows", () => {
  it("goes two days later with all its bytes; what a post or a page shows stays", async () => {
    const [posted, art, loose] = [await picture(), await picture(), await picture()];
    await call(posts, { as: maker, body: { title: "Ferry", body: "", audience: "public", mediaIds: [posted.id] } });
    expect((await call(patchCreator, { method: "PATCH", as: maker, params: { creatorId: maker.creatorId }, body: { artMediaId: art.id } })).status).toBe(204);

    expect(await dropUnusedMedia(inDays(1))).toBe(0);
    expect(await dropUnusedMedia(inDays(3))).toBe(1);
    expect(await stored(loose.keys)).toBe(loose.keys.length);
    await drain();
    expect(await stored(loose.keys)).toBe(0);
    expect(await stored([...posted.keys, ...art.keys])).toBe(posted.keys.length + art.keys.length);
    expect(await dropUnusedMedia(inDays(3))).toBe(0);
  });

  it("goes after the post that showed it was deleted", async () => {
    const { id, keys } = await picture();
    const post = await call(posts, { as: maker, body: { title: "Ferry", body: "", audience: "public", mediaIds: [id] } });
    expect((await call(removePost, { method: "DELETE", as: maker, params: { postId: post.body.id } })).status).toBe(204);
    await dropUnusedMedia(inDays(3));
    await drain();
    expect([await database().media.count({ where: { id } }), await stored(keys)]).toEqual([0, 0]);
  });
});
