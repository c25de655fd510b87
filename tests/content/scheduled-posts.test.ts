import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DELETE as takeBack, POST as publication } from "@/app/api/v1/posts/[postId]/publication/route";
import { DELETE as remove, GET as readPostRoute, PATCH as patchPost } from "@/app/api/v1/posts/[postId]/route";
import { POST as posts } from "@/app/api/v1/posts/route";
import { clearPost } from "@/lib/content/posts";
import { showPost } from "@/lib/content/posts/show-post";
import { hours, later, now, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import type { Creator } from "../support/people";
import { call, closeWorld, creator, database, drain, events, openWorld } from "../support/world";

let maker: Creator;
beforeAll(() => openWorld());
beforeEach(async () => {
  maker = await creator();
});
afterEach(() => shiftClock(0));
afterAll(() => closeWorld());

const counted = async (): Promise<number> => (await database().creatorProfile.findUniqueOrThrow({ where: { id: maker.creatorId } })).postCount;
const statusOf = async (postId: string): Promise<string> => (await call(readPostRoute, { as: maker, params: { postId } })).body.status as string;
const publishes = (postId: string, publishAt?: Date) => call(publication, { as: maker, params: { postId }, body: publishAt ? { publishAt: publishAt.toISOString() } : {} });
const told = async (postId: string): Promise<number> => (await events("post.published")).filter((event) => (event as { postId: string }).postId === postId).length;
const waiting = async (postId: string): Promise<Date[]> => (await database().$queryRaw<{ startAfter: Date }[]>`SELECT start_after AS "startAfter" FROM pgboss.job WHERE data->>'job' = 'show-post' AND data->'data'->>'postId' = ${postId} AND state = 'created'`).map((row) => row.startAfter);

async function schedules(at = later(now(), hours(2))): Promise<string> {
  const { id } = (await call(posts, { as: maker, body: { body: "Tour dates" } })).body as { id: string };
  expect((await publishes(id, at)).status).toBe(200);
  return id;
}

/** What the queue does when an hour has come: the job, with that hour as its now. */
async function comes(postId: string, ms: number): Promise<void> {
  shiftClock(ms);
  await showPost({ ctx: systemContext("test"), input: { postId } });
}

describe("a scheduled post", () => {
  it("is called scheduled from the moment it is saved, before and after it is cleared", async () => {
    const postId = await schedules();
    expect(await statusOf(postId)).toBe("scheduled");
    await drain();
    expect(await statusOf(postId)).toBe("scheduled");
    shiftClock(hours(3));
    expect(await statusOf(postId)).toBe("published");
  });

  it("counts when it is shown, once, and followers are told then", async () => {
    const at = later(now(), hours(2));
    const postId = await schedules(at);
    await drain();
    expect([await counted(), await told(postId)]).toEqual([0, 0]);
    expect((await waiting(postId)).map((when) => when.toISOString())).toEqual([at.toISOString()]);
    await comes(postId, hours(1));
    expect(await counted()).toBe(0);
    await comes(postId, hours(2.1));
    await comes(postId, hours(2.2));
    expect([await counted(), await told(postId)]).toEqual([1, 1]);
  });

  it("is counted by its job when the queue is worked after its hour", async () => {
    const postId = await schedules();
    await drain();
    await database().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE data->'data'->>'postId' = ${postId}`;
    await database().publication.update({ where: { postId }, data: { dueAt: later(now(), -1_000) } });
    await drain();
    expect([await counted(), await told(postId)]).toEqual([1, 1]);
  });

  it("that is cleared after its hour counts when it is cleared", async () => {
    const postId = await schedules();
    shiftClock(hours(3));
    await clearPost({ ctx: systemContext("test"), input: { postId, clearedBy: "test" } });
    expect(await counted()).toBe(1);
  });

  it("miscounts nothing when it is taken back, moved or deleted before its hour", async () => {
    const [back, moved, gone] = [await schedules(), await schedules(), await schedules()];
    await drain();
    await call(takeBack, { method: "DELETE", as: maker, params: { postId: back } });
    await call(takeBack, { method: "DELETE", as: maker, params: { postId: moved } });
    expect((await publishes(moved, later(now(), hours(5)))).status).toBe(200);
    await drain();
    expect((await call(remove, { method: "DELETE", as: maker, params: { postId: gone } })).status).toBe(204);
    for (const postId of [back, moved, gone]) await comes(postId, hours(2.1));
    expect(await counted()).toBe(0);
    await comes(moved, hours(5.1));
    expect(await counted()).toBe(1);
    await call(takeBack, { method: "DELETE", as: maker, params: { postId: moved } });
    expect(await counted()).toBe(0);
  });
});

describe("changing a post that is up", () => {
  it("hides it for new files only, not for words, order or a file less", async () => {
    const media = async (): Promise<string> => {
      const id = `med_${crypto.randomUUID().replaceAll("-", "").slice(0, 26).toUpperCase()}`;
      await database().media.create({ data: { id, ownerUserId: maker.userId, kind: "picture", state: "ready", fileName: "a", declaredType: "image/jpeg", declaredBytes: 1, incomingKey: id } });
      return id;
    };
    const [one, two, three] = [await media(), await media(), await media()];
    const postId = await maker.publishes({ mediaIds: [one, two] as never });
    const changes = (body: object) => call(patchPost, { method: "PATCH", as: maker, params: { postId }, body });
    for (const body of [{ body: "Other words" }, { mediaIds: [two, one] }, { mediaIds: [two] }]) {
      expect((await changes(body)).status).toBe(200);
      expect([await statusOf(postId), await counted()]).toEqual(["published", 1]);
    }
    expect((await changes({ mediaIds: [two, three] })).status).toBe(200);
    expect([await statusOf(postId), await counted()]).toEqual(["in_review", 0]);
    await drain();
    expect([await statusOf(postId), await counted()]).toEqual(["published", 1]);
  });
});
