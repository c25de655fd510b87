import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { POST as reportPolicy } from "@/app/api/csp-reports/route";
import { GET as me } from "@/app/api/v1/me/route";
import { signedIn } from "@/lib/identity/auth";
import { anonymous, createContext } from "@/lib/platform/db";
import { route } from "@/lib/platform/http";
import { defineJob, drain, enqueue, house, installHouse } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { call, closeWorld, cookieOf, database, openWorld, person } from "../support/world";

const secrets = { mail: "marisol.vega@example.com", ip: "203.0.113.77", key: "sk_test_abcdefghijklmnop", token: "tok-abc-very-secret" };
const harm = `refused ${secrets.mail} from ${secrets.ip} with ${secrets.key} at https://a.example/x?token=${secrets.token}`;
const breaks = route({ summary: "Breaks", auth: signedIn, limit: "write", body: z.object({ text: z.string() }), handler: () => Promise.reject(new Error(harm)) });
const failing = defineJob({ name: "failing", lane: "media", run: () => Promise.reject(new Error(harm)) });

interface Line {
  level: number;
  time: string;
  msg: string;
  requestId?: string;
}
const lines: string[] = [];
const written = (): Line[] => lines.map((line) => JSON.parse(line) as Line);

beforeAll(async () => {
  await openWorld({ LOG_LEVEL: "info", TRUSTED_HOPS: "1", RELEASE: "test-release" });
  installHouse({ jobs: [failing], subscribers: [], crons: [...house().crons.values()] });
});
beforeEach(() => {
  lines.length = 0;
  // What would have gone to stdout.
  const { [pino.symbols.streamSym]: stream } = log() as unknown as Record<symbol, { write: (line: string) => boolean }>;
  vi.spyOn(stream as { write: (line: string) => boolean }, "write").mockImplementation((line) => lines.push(line) > 0);
});
afterAll(() => closeWorld());

describe("a log line", () => {
  it("is one of JSON for each request: what, how it went, how long, by which account, and nothing else of them", async () => {
    const someone = await person({ name: "Marisol Vega", email: secrets.mail });
    const answer = await call(me, { as: someone, query: { token: secrets.token }, headers: { "x-forwarded-for": secrets.ip, "user-agent": "Marisol's phone" } });
    expect(written()).toEqual([{ level: 30, time: expect.any(String) as string, release: "test-release", requestId: answer.headers.get("x-request-id"), method: "GET", path: "/api/test", status: 200, ms: expect.any(Number) as number, actor: someone.userId, msg: me.declaration.summary }]);
    for (const secret of [...Object.values(secrets), "Marisol", someone.sessionId, await cookieOf(someone)]) expect(lines.join("")).not.toContain(secret);
  });

  it("of an error is joined to its request, without what the error said of people and keys", async () => {
    const answer = await call(breaks, { as: await person(), body: { text: "a private message" } });
    expect(answer.status).toBe(500);
    const about = written().filter(({ requestId }) => requestId === answer.headers.get("x-request-id"));
    expect(about.map(({ level }) => level).sort()).toEqual([30, 50]);
    for (const secret of [...Object.values(secrets), "a private message"]) expect(lines.join("")).not.toContain(secret);
  });

  it("of a failed job too, and neither does the queue keep it", async () => {
    const ctx = createContext({ actor: anonymous });
    await ctx.transaction((tx) => enqueue(tx, failing, {}));
    await drain();
    expect(written().filter(({ msg }) => msg === "job failed")).toHaveLength(1);
    const [row] = await database().$queryRaw<{ output: unknown }[]>`SELECT output FROM pgboss.job WHERE data->>'job' = 'failing'`;
    for (const secret of Object.values(secrets)) expect(lines.join("") + JSON.stringify(row?.output)).not.toContain(secret);
  });

  it("of a stopped script has the page without what was asked of it", async () => {
    await call(reportPolicy, { body: { "csp-report": { "document-uri": `http://localhost:3000/search?q=${secrets.token}`, "effective-directive": "script-src-elem", "blocked-uri": "inline", referrer: secrets.mail } } });
    expect(written().find(({ msg }) => msg === "content security policy")).toMatchObject({ csp: { page: "http://localhost:3000/search", directive: "script-src-elem", blocked: "inline" } });
    for (const secret of Object.values(secrets)) expect(lines.join("")).not.toContain(secret);
  });

  it("that is handed a person by mistake does not show them", () => {
    log().info({ email: secrets.mail, user: { email: secrets.mail, name: "Marisol", token: secrets.token }, authorization: secrets.token, cookie: secrets.token, password: secrets.token }, "oops");
    for (const secret of [...Object.values(secrets), "Marisol"]) expect(lines.join("")).not.toContain(secret);
  });
});
