import { NextRequest } from "next/server";
import pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { guardAuthRequest } from "@/lib/identity/sessions/guard-auth-request";
import { breakerOpen, guarded, resetBreaker } from "@/lib/platform/cache";
import { config } from "@/lib/platform/config";
import { log } from "@/lib/platform/log";
import { flushSentry, startSentry } from "@/lib/platform/sentry";
import { testUrls } from "../support/cloud";
import { closeWorld, database, openWorld } from "../support/world";

interface Line {
  level: number;
  msg: string;
  error?: string;
  requestId?: string;
}
const lines: string[] = [];
const written = (): Line[] => lines.map((line) => JSON.parse(line) as Line);
const warning = 40;

beforeAll(async () => {
  await openWorld({ LOG_LEVEL: "info" });
  startSentry();
});
beforeEach(() => {
  lines.length = 0;
  // What would have gone to stdout.
  const { [pino.symbols.streamSym]: stream } = log() as unknown as Record<symbol, { write: (line: string) => boolean }>;
  vi.spyOn(stream as { write: (line: string) => boolean }, "write").mockImplementation((line) => lines.push(line) > 0);
});
afterAll(() => closeWorld());

describe("what goes on without us stopping", () => {
  it("is a Redis that fails: said once for each time it is left alone, without its address", async () => {
    const fail = () => guarded(() => Promise.reject(new Error("no answer from 203.0.113.77")));
    await Promise.all([fail(), fail(), fail(), fail(), fail()]);
    await fail();
    expect(breakerOpen()).toBe(true);
    expect(written()).toMatchObject([{ level: warning, msg: "Redis is left alone for a while", error: "no answer from [address]" }]);
    resetBreaker();
  });

  it("is a database connection that breaks while idle: said, and the next question is answered", async () => {
    await database().$queryRaw`SELECT 1`;
    const other = new pg.Client({ connectionString: config().DATABASE_URL });
    await other.connect();
    await other.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'directfanz' AND state = 'idle'");
    await other.end();
    await vi.waitFor(() => expect(written()).toContainEqual(expect.objectContaining({ level: warning, msg: "an idle connection to the database was lost" })), { timeout: 5_000 });
    expect(await database().$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });
});

describe("an error nobody foresaw before next-auth has its turn", () => {
  it("is answered as our mistake, logged and reported under one id", async () => {
    const body = new ReadableStream({ start: (line) => line.error(new Error("the wire burned")) });
    const init = { method: "POST", headers: { origin: new URL(config().APP_URL).origin }, body, duplex: "half" as const };
    const answer = (await guardAuthRequest(new NextRequest("http://localhost:3000/api/auth/callback/password", init), "callback")) as Response;
    const requestId = answer.headers.get("x-request-id");
    expect([answer.status, requestId]).toEqual([500, expect.stringMatching(/^req_/u)]);
    expect(written()).toMatchObject([{ level: 50, requestId, error: "Error: the wire burned" }]);
    await flushSentry();
    expect(await (await fetch(`${testUrls().sentry}/envelopes`)).text()).toContain(requestId);
  });
});
