import { Browser } from "../support/browser";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guardAuthRequest } from "@/lib/identity/sessions/guard-auth-request";
import { knownCode } from "@/lib/identity/sessions/codes";
import { closeWorld, openWorld } from "../support/world";

beforeAll(async () => {
  const { NEXTAUTH_URL } = await openWorld();
  process.env.NEXTAUTH_URL = NEXTAUTH_URL;
});
afterAll(() => closeWorld());

const written = (init: object): NextRequest => new NextRequest("http://localhost:3000/api/auth/callback/password", { method: "POST", headers: { origin: "http://localhost:3000", "content-type": "application/x-www-form-urlencoded" }, ...init });

describe("next-auth's addresses", () => {
  it("have no place where anybody may write into our log", async () => {
    for (const path of ["/api/auth/_log", "/api/auth/_log/more"]) expect((await new Browser().auth(path, { fields: { code: "x".repeat(1_000), level: "error" } })).status).toBe(404);
  });

  it("take no more than 64 kB, whether or not the caller says how much it is", async () => {
    const much = "a".repeat(64 * 1024 + 1);
    const unsaid = new ReadableStream({ start: (line) => { line.enqueue(new TextEncoder().encode(much)); line.close(); } });
    for (const init of [{ body: much }, { body: unsaid, duplex: "half" }]) expect((await guardAuthRequest(written(init), "callback")) as Response).toMatchObject({ status: 413 });
  });

  it("hand on what they take as it came", async () => {
    const handed = (await guardAuthRequest(written({ body: "email=a%40b&json=true" }), "callback")) as NextRequest;
    expect([handed.method, await handed.text(), handed.headers.get("content-type")]).toEqual(["POST", "email=a%40b&json=true", "application/x-www-form-urlencoded"]);
  });

  it("have our log say only names that we know", () => {
    expect(knownCode("JWT_SESSION_ERROR")).toBe("JWT_SESSION_ERROR");
    for (const code of ["client_" + "x".repeat(100), "a\nb", ""]) expect(knownCode(code)).toBe("UNKNOWN");
  });
});
