import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as readPostRoute, PATCH as patchPost } from "@/app/api/v1/posts/[postId]/route";
import { POST as posts } from "@/app/api/v1/posts/route";
import { processMedia } from "@/lib/content/media/process-media";
import { clearPost } from "@/lib/content/posts";
import { systemContext } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { putObject } from "@/lib/platform/storage";
import type { Creator } from "../support/people";
import { auditTrail, call, closeWorld, creator, database, drain, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const picture = (): Promise<Buffer> => sharp({ create: { width: 40, height: 40, channels: 3, background: "#e2603a" } }).png().toBuffer();

/** A file that was uploaded and that nothing has looked at yet: its check is run by the test, when the test says. */
async function uploaded(maker: Creator, bytes: Buffer): Promise<string> {
  const id = newId("media");
  const incomingKey = `incoming/${id}`;
  await putObject(incomingKey, bytes, "image/png");
  await database().media.create({ data: { id, ownerUserId: maker.userId, kind: "picture", state: "processing", fileName: "a.png", declaredType: "image/png", declaredBytes: bytes.length, incomingKey } });
  return id;
}

async function checked(mediaId: string): Promise<void> {
  await processMedia({ ctx: systemContext("test"), input: { mediaId } });
  await drain();
}

const holds = (maker: Creator, postId: string, mediaIds: string[]) => call(patchPost, { method: "PATCH", as: maker, params: { postId }, body: { mediaIds } });
const statusOf = async (maker: Creator, postId: string): Promise<string> => String((await call(readPostRoute, { as: maker, params: { postId } })).body.status);

describe("a published post with a file that is still being looked at", () => {
  it("is hidden, and shown again once the file has passed", async () => {
    const [maker, stranger] = [await creator(), await person()];
    const postId = await maker.publishes({ body: "With a picture soon" });
    const mediaId = await uploaded(maker, await picture());
    expect((await holds(maker, postId, [mediaId])).status).toBe(200);
    await drain();
    expect(await statusOf(maker, postId)).toBe("in_review");
    expect((await call(readPostRoute, { as: stranger, params: { postId } })).status).toBe(404);

    await checked(mediaId);
    expect((await call(readPostRoute, { as: stranger, params: { postId } })).body.status).toBe("published");
    expect((await auditTrail(postId)).filter(({ action }) => action === "post.cleared")).toHaveLength(2);
  });

  it("waits for all of its files, and leaves drafts and other posts alone", async () => {
    const maker = await creator();
    const [first, second] = [await uploaded(maker, await picture()), await uploaded(maker, await picture())];
    const postId = await maker.publishes({ body: "Two pictures" });
    await holds(maker, postId, [first, second]);
    const draft = (await call(posts, { as: maker, body: { body: "A draft", mediaIds: [first] } })).body.id as string;
    await drain();
    await checked(first);
    expect(await statusOf(maker, postId)).toBe("in_review");
    await checked(second);
    expect(await statusOf(maker, postId)).toBe("published");
    expect(await statusOf(maker, draft)).toBe("draft");
  });

  it("is not cleared by a review that looked before the file came", async () => {
    const maker = await creator();
    const postId = await maker.publishes({ body: "Swapped in" });
    await holds(maker, postId, [await uploaded(maker, await picture())]);
    await clearPost({ ctx: systemContext("test"), input: { postId, clearedBy: "a review of what was there before" } });
    expect(await statusOf(maker, postId)).toBe("in_review");
  });

  it("is shown again when the file was refused and its maker takes it out", async () => {
    const maker = await creator();
    const postId = await maker.publishes({ body: "The words are fine" });
    const mediaId = await uploaded(maker, Buffer.from("<script>alert(1)</script>"));
    await holds(maker, postId, [mediaId]);
    await checked(mediaId);
    expect(await statusOf(maker, postId)).toBe("in_review");
    await holds(maker, postId, []);
    await drain();
    expect(await statusOf(maker, postId)).toBe("published");
  });
});

describe("a refused file", () => {
  it("is put into no post, new or old, and the field says so", async () => {
    const maker = await creator();
    const postId = await maker.publishes({ body: "As it was" });
    const mediaId = await uploaded(maker, Buffer.from("not a picture"));
    await checked(mediaId);
    for (const answer of [await call(posts, { as: maker, body: { body: "x", mediaIds: [mediaId] } }), await holds(maker, postId, [mediaId])]) {
      expect([answer.status, answer.body.invalidParams[0]]).toEqual([400, { name: "body.mediaIds", reason: expect.stringContaining("could not be used") as string }]);
    }
    expect(await statusOf(maker, postId)).toBe("published");
    expect(await database().postMedia.count({ where: { mediaId } })).toBe(0);
  });
});
