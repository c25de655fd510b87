import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as feed } from "@/app/api/v1/feed/route";
import { GET as me, PATCH as updateMe } from "@/app/api/v1/me/route";
import { GET as search } from "@/app/api/v1/search/route";
import { GET as creatorsList, POST as openPage } from "@/app/api/v1/creators/route";
import { GET as readPost } from "@/app/api/v1/posts/[postId]/route";
import { POST as createPost } from "@/app/api/v1/posts/route";
import { POST as signUp } from "@/app/api/v1/users/route";
import { isOwnPath } from "@/lib/identity/users";
import { AppError } from "@/lib/platform/errors";
import { readBytes } from "@/lib/platform/http";
import { decodeCursor, encodeCursor } from "@/lib/platform/lists";
import { newId } from "@/lib/platform/ids";
import { middleware } from "@/middleware";
import type { Person } from "../support/people";
import { call, closeWorld, openWorld, person } from "../support/world";

let someone: Person;
beforeAll(async () => {
  await openWorld();
  someone = await person();
});
afterAll(() => closeWorld());

describe("a NUL character, or half of one", () => {
  const fieldsOf = (answer: { status: number; body: { invalidParams?: { name: string }[] } }): unknown => [answer.status, answer.body.invalidParams?.map(({ name }) => name)];

  it("is refused at its field, wherever in a request it stands", async () => {
    expect(fieldsOf(await call(search, { query: { q: "a\0b" } }))).toEqual([400, ["query.q"]]);
    expect(fieldsOf(await call(creatorsList, { query: { genre: "\0" } }))).toEqual([400, ["query.genre"]]);
    expect(fieldsOf(await call(readPost, { params: { postId: "pst_\0" } }))).toEqual([400, ["params.postId"]]);
    expect(fieldsOf(await call(updateMe, { method: "PATCH", as: someone, body: { displayName: "a\0b" } }))).toEqual([400, ["body.displayName"]]);
    expect(fieldsOf(await call(signUp, { body: { email: "a\0b@directfanz.test", password: "four quiet\0words here", displayName: "Noor" } }))).toEqual([400, ["body.email", "body.password"]]);
    expect(fieldsOf(await call(createPost, { as: someone, body: { body: "half\ud800" } }))).toEqual([400, ["body.body"]]);
    expect(fieldsOf(await call(openPage, { as: someone, body: { handle: "noor", name: "Noor", tagline: "one\0two" } }))).toEqual([400, ["body.tagline"]]);
  });

  it.each(["/search?q=a%00b", "/c/%00", "/discover?genre=%00", "/p/pst_%00?x=1"])("in the address of a page is refused before the page: %s", (path) => {
    expect(middleware(new NextRequest(new URL(path, "http://localhost:3000"))).status).toBe(400);
    expect(middleware(new NextRequest(new URL(path.replace("%00", "%2500"), "http://localhost:3000"))).status).toBe(200);
  });
});

describe("a cookie that cannot be decoded", () => {
  it("is nobody's session", async () => {
    for (const value of ["%", "%E0%A4%A", "%zz"]) expect((await call(me, { headers: { cookie: `directfanz.session=${value}` } })).status).toBe(401);
  });
});

describe("a cursor", () => {
  const made = (text: string): string => Buffer.from(text).toString("base64url");
  const dates = ["-271821-04-20T00:00:00.000Z", "+275760-09-13T00:00:00.000Z", "0000-01-01T00:00:00.000Z", "1", "2026-02-30T00:00:00.000Z", "2026-01-01"];

  it.each(dates)("with the date %s is refused, and does not reach the database", async (date) => {
    const answer = await call(feed, { as: someone, query: { cursor: made(`${date} ${newId("post")}`) } });
    expect([answer.status, answer.body.invalidParams?.[0]?.name]).toEqual([400, "query.cursor"]);
  });

  it("that we gave is taken", () => {
    const position = { at: new Date("2026-11-24T08:00:00.123Z"), id: newId("post") };
    expect(decodeCursor(encodeCursor(position))).toEqual(position);
  });
});

describe("a path of our own", () => {
  it("is ASCII, so that a header can carry it", () => {
    for (const path of ["/caf\u00e9", "/\u0131", "/a\u2028b", "/a b", "/\t/evil.example", "/a\r\nset-cookie:x"]) expect([path, isOwnPath(path)]).toEqual([path, false]);
    expect(isOwnPath("/c/caf%C3%A9/join?tier=tir_1&amount=1200#top")).toBe(true);
  });
});

describe("a body that does not come", () => {
  afterEach(() => void vi.useRealTimers());
  const stalling = (): Request => new Request("http://localhost:3000/api/test", { method: "POST", body: new ReadableStream({ start: (line) => line.enqueue(new TextEncoder().encode("{")) }), duplex: "half" } as RequestInit);

  it("is given up after ten seconds, with 408", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const heard: unknown[] = [];
    const reading = readBytes(stalling(), 1_000).catch((error: unknown) => heard.push(error));
    await vi.advanceTimersByTimeAsync(9_900);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    await reading;
    expect(heard[0]).toBeInstanceOf(AppError);
    expect(heard[0]).toMatchObject({ status: 408 });
  });

  it("that comes in pieces is read whole", async () => {
    const pieces = new ReadableStream<Uint8Array>({ start: (line) => { for (const part of ["one ", "two"]) line.enqueue(new TextEncoder().encode(part)); line.close(); } });
    expect((await readBytes(new Request("http://localhost:3000/", { method: "POST", body: pieces, duplex: "half" } as RequestInit), 7)).toString()).toBe("one two");
  });
});
