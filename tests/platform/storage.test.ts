import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { POST as announce } from "@/app/api/v1/media/route";
import { readUrlSeconds, uploadUrlSeconds } from "@/lib/content/media/rules";
import { config } from "@/lib/platform/config";
import { deleteObject, getObject, headObject, presignGet, presignPut, putObject } from "@/lib/platform/storage";
import type { Person } from "../support/people";
import { call, closeWorld, creator, openWorld } from "../support/world";

let maker: Person;
beforeAll(async () => {
  await openWorld();
  maker = await creator();
});
afterEach(() => void vi.useRealTimers());
afterAll(() => closeWorld());

const png = { contentType: "image/png", bytes: 10, seconds: 60 };
const put = async (url: string, contentType: string, bytes: number): Promise<number> => (await fetch(url, { method: "PUT", headers: { "content-type": contentType }, body: Buffer.alloc(bytes) })).status;
const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

/** What was signed this many seconds ago. */
async function ago<T>(seconds: number, sign: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - seconds * 1_000 });
  const signed = await sign();
  vi.useRealTimers();
  return signed;
}

describe("an address to upload to", () => {
  it("takes what was announced and nothing else: not another type, not a byte more or less", async () => {
    const url = await presignPut("incoming/a", png);
    expect(await put(url, "image/svg+xml", 10)).toBe(403);
    expect(await put(url, "text/html", 10)).toBe(403);
    expect(await put(url, "image/png", 11)).toBe(403);
    expect(await put(url, "image/png", 9)).toBe(403);
    expect(await headObject("incoming/a")).toBeUndefined();
    expect(await put(url, "image/png", 10)).toBe(200);
    expect(await headObject("incoming/a")).toBe(10);
  });

  it("is for one object and for writing alone", async () => {
    const url = await presignPut("incoming/b", png);
    expect(await put(url.replace("incoming/b", "incoming/c"), "image/png", 10)).toBe(403);
    expect(await statusOf(url)).toBe(403);
    expect((await fetch(url, { method: "DELETE" })).status).toBe(403);
  });

  it("ends when it says it ends, and saying otherwise ends it too", async () => {
    expect(await put(await ago(59, () => presignPut("incoming/d", png)), "image/png", 10)).toBe(200);
    const ended = await ago(61, () => presignPut("incoming/e", png));
    expect(await put(ended, "image/png", 10)).toBe(403);
    expect(await put(ended.replace("X-Amz-Expires=60", "X-Amz-Expires=6000"), "image/png", 10)).toBe(403);
  });

  it("is given by the API for a quarter of an hour, under a name the caller does not choose", async () => {
    const before = Date.now();
    const answer = await call(announce, { as: maker, body: { kind: "picture", fileName: "../../../etc/passwd.png", contentType: "image/png", bytes: 10 } });
    const url = new URL(answer.body.upload.url as string);
    expect(url.searchParams.get("X-Amz-Expires")).toBe(String(uploadUrlSeconds));
    expect(url.searchParams.get("X-Amz-SignedHeaders")?.split(";")).toEqual(expect.arrayContaining(["content-length", "content-type", "host"]));
    expect(url.pathname).toMatch(new RegExp(`^/${config().S3_BUCKET ?? ""}/[\\w/.-]+$`, "u"));
    expect(decodeURIComponent(url.pathname)).not.toMatch(/passwd|\.\./u);
    const ends = Date.parse(answer.body.upload.expiresAt as string) - before;
    expect(ends).toBeLessThanOrEqual((uploadUrlSeconds + 5) * 1_000);
    expect(uploadUrlSeconds).toBe(900);
  });

  it.each([["text/html"], ["image/svg+xml"], ["application/octet-stream"], ["application/zip"], [""]])("is not given for %s", async (contentType) => {
    const answer = await call(announce, { as: maker, body: { kind: "picture", fileName: "a.png", contentType, bytes: 10 } });
    expect(answer.body.invalidParams[0].name).toBe("body.contentType");
  });
});

describe("a private object", () => {
  const address = (key: string): string => `${config().S3_ENDPOINT ?? ""}/${config().S3_BUCKET ?? ""}/${key}`;

  it("cannot be reached without a signature, and neither can the list of what there is", async () => {
    await putObject("media/secret", Buffer.from("the second side"), "audio/mp4");
    expect(await statusOf(address("media/secret"))).toBe(403);
    expect((await fetch(address("media/secret"), { method: "HEAD" })).status).toBe(403);
    expect(await statusOf(address(""))).toBe(403);
    expect(await statusOf(`${address("")}?list-type=2&prefix=media/`)).toBe(403);
    expect((await fetch(address("media/secret"), { method: "PUT", body: "mine" })).status).toBe(403);
    expect((await fetch(address("media/secret"), { method: "DELETE" })).status).toBe(403);
  });

  it("is read through an address of its own, as the type we say, until that ends", async () => {
    await putObject("media/song", Buffer.from("the second side"), "application/octet-stream");
    await putObject("media/other", Buffer.from("another"), "audio/mp4");
    const url = await presignGet("media/song", { contentType: "audio/mp4", seconds: readUrlSeconds });
    const answer = await fetch(url);
    expect([answer.status, await answer.text(), answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "the second side", "audio/mp4", `private, max-age=${readUrlSeconds}`]);
    expect(await statusOf(url.replace("media/song", "media/other"))).toBe(403);
    expect(await statusOf(url.replace("audio%2Fmp4", "text%2Fhtml"))).toBe(403);
    expect(await statusOf(url.replace(/X-Amz-Signature=\w{4}/u, "X-Amz-Signature=0000"))).toBe(403);
    expect(await statusOf(await ago(readUrlSeconds + 1, () => presignGet("media/song", { contentType: "audio/mp4", seconds: readUrlSeconds })))).toBe(403);
    expect(readUrlSeconds).toBe(300);
  });

  it("that is gone, or never was, is told apart from storage that is away", async () => {
    await putObject("media/short", Buffer.from("x"), "audio/mp4");
    await deleteObject("media/short");
    expect([await getObject("media/short"), await headObject("media/never")]).toEqual([undefined, undefined]);
    await openWorld({ S3_ENDPOINT: "http://127.0.0.1:9" });
    await expect(getObject("media/short")).rejects.toThrow();
    await expect(headObject("media/never")).rejects.toThrow();
    await openWorld();
  });
});
