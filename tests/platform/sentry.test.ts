import { Browser } from "../support/browser";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { onRequestError } from "@/instrumentation";
import { signedIn } from "@/lib/identity/auth";
import { config } from "@/lib/platform/config";
import { Forbidden } from "@/lib/platform/errors";
import { route } from "@/lib/platform/http";
import { flushSentry, startSentry } from "@/lib/platform/sentry";
import { scrubText } from "@/lib/platform/sentry/scrub";
import type { SentryEnvelope } from "@/local/sentry";
import { testUrls } from "../support/cloud";
import { call, closeWorld, cookieOf, database, openWorld, person } from "../support/world";

interface Event {
  release?: string;
  environment?: string;
  user?: object;
  tags?: Record<string, string>;
  request?: object;
  server_name?: string;
  contexts?: { request_line?: object };
  exception: { values: { type: string; value: string; stacktrace?: { frames: { filename: string }[] } }[] };
}

const secrets = { mail: "marisol.vega@example.com", ip: "203.0.113.77", ip6: "2001:db8:85a3::8a2e:370:7334", token: "tok-abc-very-secret", key: "sk_test_abcdefghijklmnop", jwt: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl" };
const breaks = route({
  summary: "Breaks",
  auth: signedIn,
  limit: "write",
  body: z.object({ text: z.string() }),
  handler: () => Promise.reject(new Error(`could not reach https://hooks.example.com/a?token=${secrets.token}&to=${secrets.mail} from ${secrets.ip} and ${secrets.ip6} with ${secrets.key} and Bearer ${secrets.jwt}`, { cause: new Error(`cause: ${secrets.mail}`) })),
});
const foreseen = route({ summary: "Refuses", auth: signedIn, limit: "write", handler: () => Promise.reject(new Forbidden("Not you.")) });

beforeAll(async () => {
  const { NEXTAUTH_URL } = await openWorld({ RELEASE: "test-release-1", TRUSTED_HOPS: "1" });
  process.env.NEXTAUTH_URL = NEXTAUTH_URL;
  startSentry();
});
afterAll(() => closeWorld());

/** The events that reached the sink with this tag, each as it was sent. */
async function eventsWith(tag: string, value: string): Promise<{ event: Event; text: string }[]> {
  await flushSentry();
  const { envelopes } = (await (await fetch(`${testUrls().sentry}/envelopes`)).json()) as { envelopes: SentryEnvelope[] };
  return envelopes.flatMap((envelope) => envelope.items.filter(({ type, payload }) => type === "event" && (payload as Event).tags?.[tag] === value).map(({ payload }) => ({ event: payload as Event, text: JSON.stringify(envelope) })));
}

/** An envelope without the lines of source around each frame: those are ours, and here they name what is looked for. */
const withoutSource = (envelope: string): string => JSON.stringify(JSON.parse(envelope, (key, value: unknown) => (/^(pre|post)_context$|^context_line$/u.test(key) ? undefined : value)));

describe("an error nobody foresaw", () => {
  it("reaches Sentry with its release, route, request and account, and with nothing of the person", async () => {
    const someone = await person({ name: "Marisol Vega", email: secrets.mail });
    const answer = await call(breaks, { as: someone, query: { token: secrets.token }, body: { text: "a private message" }, headers: { authorization: `Basic ${secrets.token}`, "x-forwarded-for": secrets.ip, "user-agent": "Marisol's phone" } });
    expect(answer.status).toBe(500);
    const requestId = answer.headers.get("x-request-id") ?? "";
    expect(answer.body).toMatchObject({ requestId, detail: "Something went wrong on our side. Nothing was lost; try again in a moment." });

    const [reported, ...more] = await eventsWith("requestId", requestId);
    expect(more).toEqual([]);
    expect(reported?.event).toMatchObject({ release: "test-release-1", environment: "test", user: { id: someone.userId }, tags: { requestId, route: "POST Breaks" }, contexts: { request_line: { method: "POST", requestId } } });
    expect(reported?.event.exception.values.map(({ type }) => type)).toEqual(["Error", "Error"]);
    expect(reported?.event.exception.values.at(-1)?.stacktrace?.frames.at(-1)?.filename).toContain("sentry.test.ts");
    expect(reported?.event.user).toEqual({ id: someone.userId });
    expect(reported?.event).not.toHaveProperty("request");
    expect(reported?.event).not.toHaveProperty("server_name");
    const cookie = (await cookieOf(someone)).split("=")[1] ?? "?";
    const sent = withoutSource(reported?.text ?? "");
    for (const secret of [...Object.values(secrets), someone.sessionId, cookie, "Marisol", "a private message"]) expect(sent).not.toContain(secret);
  });

  it("during sign-in is reported too, and the person hears that it was our fault", async () => {
    const someone = await person();
    await database().$executeRaw`ALTER TABLE "User" RENAME COLUMN "passwordHash" TO "passwordHashAway"`;
    const answer = await new Browser().submit("/api/auth/callback/password", { email: someone.email, password: "four quiet words here", callbackUrl: "/" });
    await database().$executeRaw`ALTER TABLE "User" RENAME COLUMN "passwordHashAway" TO "passwordHash"`;
    expect(answer.status).toBe(500);
    const [reported] = await eventsWith("requestId", answer.headers.get("x-request-id") ?? "");
    expect(reported?.event.tags).toMatchObject({ route: "/api/auth" });
    expect(reported?.text).not.toContain(someone.email);
  });

  it("of a page is reported with its route, without the visitor's headers", async () => {
    process.env.NEXT_RUNTIME = "nodejs";
    const marker = `page-${crypto.randomUUID()}`;
    await onRequestError(new Error("a page broke"), { path: `/c/x?token=${secrets.token}`, method: "GET", headers: { cookie: `a=${secrets.token}`, "x-forwarded-for": secrets.ip } }, { routerKind: "App Router", routePath: `/${marker}`, routeType: "render", renderSource: "react-server-components", revalidateReason: undefined });
    delete process.env.NEXT_RUNTIME;
    const [reported] = await eventsWith("route", `/${marker}`);
    expect(reported?.event.tags).toMatchObject({ route: `/${marker}` });
    expect(reported?.event).not.toHaveProperty("request");
  });

  it("that was foreseen is nobody's alarm", async () => {
    const answer = await call(foreseen, { method: "POST", body: {}, as: await person() });
    expect(answer.status).toBe(403);
    expect(await eventsWith("requestId", answer.headers.get("x-request-id") ?? "")).toEqual([]);
  });
});

describe("what is said of an error", () => {
  it("holds no email address, network address, key, or query, whatever stands around it", () => {
    const around = fc.constantFrom(" ", "(", ")", "\n", '"', ", ", ": ");
    const harmful = fc.oneof(fc.emailAddress().filter((mail) => /^[\w.+-]+@[\w.-]+$/u.test(mail)), fc.ipV4(), fc.constantFrom(...Object.values(secrets).filter((one) => one !== secrets.token)));
    fc.assert(fc.property(fc.array(fc.tuple(around, harmful), { minLength: 1 }), (parts) => parts.every(([, secret]) => !scrubText(parts.flat().join("") + " ").includes(secret))));
  });

  it("keeps what helps to find the fault", () => {
    const text = "Release 1.24.0: duplicate key in usr_01J9ZK3V8Q7N5M2X4W6Y8A0B1C at 12:30:45, Prisma::Error, https://api.example.com/v1/things, is this 16:9?";
    expect(scrubText(text)).toBe(text);
    expect(scrubText(`postgres://app:hunter22@db.example.com/app?sslmode=verify-full ${config().APP_URL}`)).toBe(`postgres://[secret]@db.example.com/app?[query] ${config().APP_URL}`);
  });
});
