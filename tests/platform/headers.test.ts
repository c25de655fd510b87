import { Browser } from "../support/browser";
import { unstable_doesMiddlewareMatch as middlewareMatches } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { POST as report } from "@/app/api/csp-reports/route";
import { PATCH as updateMe } from "@/app/api/v1/me/route";
import { hashPassword } from "@/lib/identity/passwords";
import { readCspReports } from "@/lib/platform/http/csp-reports";
import { config as matcher, middleware } from "@/middleware";
import nextConfig from "@/next.config";
import { directivesOf, gradeOf } from "../support/observatory";
import { call, closeWorld, openWorld, person } from "../support/world";

const site = "https://directfanz.test";
const storage = "https://media.directfanz.test";
const password = "four quiet words here";

beforeAll(async () => {
  await openWorld({ APP_URL: site, NEXTAUTH_URL: site });
  vi.stubEnv("NEXTAUTH_URL", site);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await closeWorld();
});

/** What a browser gets for a page or an API answer in production: the static headers, then the middleware's. */
async function headersOf(path: string, asked: Record<string, string> = {}): Promise<Headers> {
  const rules = (await nextConfig.headers?.()) ?? [];
  const headers = new Headers();
  for (const { source, headers: list } of rules) if (new RegExp(`^${source.replace("/:path*", "(/.*)?")}$`, "u").test(path)) for (const { key, value } of list) headers.set(key, value);
  if (middlewareMatches({ config: matcher, nextConfig, url: site + path })) {
    const answer = page(path, asked);
    for (const [key, value] of answer.headers) if (!key.startsWith("x-middleware-")) headers.append(key, value);
  }
  return headers;
}

/** The middleware's own answer, as the deployed edge gives it. */
function page(path: string, asked: Record<string, string> = {}): Response {
  const deployed = { APP_URL: site, STORAGE_ORIGIN: storage, TRUSTED_HOPS: "1", NODE_ENV: "production" };
  for (const [key, value] of Object.entries(deployed)) vi.stubEnv(key, value);
  return middleware(new NextRequest(site + path, { headers: { "x-forwarded-for": "198.51.100.1", ...asked } }));
}
const policyOf = (headers: Headers): Map<string, string[]> => directivesOf(headers.get("content-security-policy") ?? "");

describe("every answer", () => {
  it.each(["/", "/discover", "/c/somebody", "/admin", "/api/v1/me", "/api/health", "/_next/static/x.js", "/favicon.ico"])("of %s says the headers that never change", async (path) => {
    const headers = await headersOf(path);
    expect(headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains; preload");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    for (const power of ["camera", "microphone", "geolocation", "payment", "usb"]) expect(headers.get("permissions-policy")).toContain(`${power}=()`);
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("does not say what it is made with", () => {
    expect(nextConfig.poweredByHeader).toBe(false);
  });

  it.each(["/api/v1/me", "/api/health", "/api/auth/session", "/api/cron/tidy"])("of %s may load, run and be framed by nothing", async (path) => {
    expect(Object.fromEntries(policyOf(await headersOf(path)))).toEqual({ "default-src": ["'none'"], "frame-ancestors": ["'none'"] });
  });
});

describe("a page's content security policy", () => {
  it.each(["/", "/c/somebody", "/sign-in", "/studio", "/favicon.icons", "/icon.svgx", "/apis", "/_nextdoor"])("is there on %s", (path) => {
    expect(middlewareMatches({ config: matcher, nextConfig, url: site + path })).toBe(true);
  });

  it("runs no script without this page's nonce, and no eval", async () => {
    const policy = policyOf(await headersOf("/discover"));
    const [nonce, ...rest] = policy.get("script-src") ?? [];
    expect(nonce).toMatch(/^'nonce-[\w+/]{22}=='$/u);
    expect(rest).toEqual(["'strict-dynamic'", "'report-sample'"]);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("style-src-elem")?.join(" ")).not.toContain("unsafe-inline");
  });

  it("lets nobody frame it, change its base, send its forms away or embed objects", async () => {
    const policy = policyOf(await headersOf("/discover"));
    expect(Object.fromEntries(["frame-ancestors", "base-uri", "form-action", "object-src"].map((name) => [name, policy.get(name)]))).toEqual({ "frame-ancestors": ["'none'"], "base-uri": ["'none'"], "form-action": ["'self'"], "object-src": ["'none'"] });
    expect(policy.has("upgrade-insecure-requests")).toBe(true);
  });

  it("reaches no other host than our storage", async () => {
    const sources = [...policyOf(await headersOf("/discover")).values()].flat();
    expect(new Set(sources.filter((one) => /[.:]/u.test(one) && !one.startsWith("'")))).toEqual(new Set(["data:", "blob:", storage]));
  });

  it("has another nonce each time, which the page hears and no visitor can choose", () => {
    const asked = { "x-nonce": "mine", "content-security-policy": "script-src *", "x-pathname": "/admin" };
    const answers = Array.from({ length: 50 }, () => page("/discover", asked));
    const nonces = answers.map((answer) => answer.headers.get("x-middleware-request-x-nonce") ?? "");
    expect(new Set(nonces).size).toBe(50);
    answers.forEach((answer, at) => expect(answer.headers.get("content-security-policy")).toContain(`'nonce-${nonces[at] ?? ""}'`));
    expect(answers[0]?.headers.get("x-middleware-request-content-security-policy")).toBe(answers[0]?.headers.get("content-security-policy"));
    expect(answers[0]?.headers.get("x-middleware-request-x-pathname")).toBe("/discover");
  });
});

describe("cookies over https", () => {
  const attributesOf = (cookie: string): string[] => cookie.split(";").slice(1).map((part) => part.trim().toLowerCase());

  it("are all kept to this host, away from scripts and from other sites", async () => {
    const someone = await person({ passwordHash: await hashPassword(password) });
    const browser = new Browser();
    const csrf = await browser.auth("/api/auth/csrf");
    const entered = await browser.submit("/api/auth/callback/password", { email: someone.email, password, callbackUrl: "/" });
    const google = await new Browser().submit("/api/auth/signin/google", { callbackUrl: "/" });
    expect([entered.status, google.status]).toEqual([200, 200]);
    const set = [csrf, entered, google].flatMap(({ headers }) => headers.getSetCookie());
    expect(set.map((cookie) => cookie.split("=")[0])).toEqual(expect.arrayContaining(["__Host-directfanz.session", "__Host-next-auth.csrf-token", "__Secure-next-auth.pkce.code_verifier", "__Secure-next-auth.state", "__Secure-next-auth.nonce"]));
    for (const cookie of set) {
      expect(cookie).toMatch(/^__(Host|Secure)-/u);
      expect(attributesOf(cookie)).toEqual(expect.arrayContaining(["secure", "httponly", "path=/", "samesite=lax"]));
      expect(attributesOf(cookie).some((one) => one.startsWith("domain"))).toBe(false);
    }
  });

  it("say nothing of the person: the session's holds ids alone, sealed", async () => {
    const someone = await person({ name: "Marisol", passwordHash: await hashPassword(password) });
    const browser = new Browser();
    await browser.submit("/api/auth/callback/password", { email: someone.email, password, callbackUrl: "/" });
    const { decode } = await import("next-auth/jwt");
    const { config } = await import("@/lib/platform/config");
    const sealed = browser.cookies.get("__Host-directfanz.session") ?? "";
    const token = await decode({ token: sealed, secret: config().NEXTAUTH_SECRET });
    expect(Object.keys(token ?? {}).sort()).toEqual(["exp", "iat", "jti", "sid", "sub"]);
    await expect(decode({ token: sealed, secret: "another secret of thirty-two characters" })).rejects.toThrow();
  });
});

describe("Mozilla's HTTP Observatory", () => {
  it.each(["/", "/sign-in", "/c/somebody", "/api/health", "/api/v1/me"])("gives %s an A+", async (path) => {
    const { score, grade, tests } = gradeOf(await headersOf(path));
    expect(Object.entries(tests).filter(([, points]) => points < 0)).toEqual([]);
    expect({ score, grade }).toEqual({ score: 120, grade: "A+" });
  });

  it("gives the answer that signs somebody in an A+, cookies and all", async () => {
    const someone = await person({ passwordHash: await hashPassword(password) });
    const answer = await new Browser().submit("/api/auth/callback/password", { email: someone.email, password, callbackUrl: "/" });
    const headers = await headersOf("/api/auth/callback/password");
    for (const cookie of answer.headers.getSetCookie()) headers.append("set-cookie", cookie);
    expect(gradeOf(headers)).toMatchObject({ grade: "A+", score: 125, tests: { "cookies-secure-with-httponly-sessions-and-samesite": 5 } });
  });

  it("as we reckon it takes points for what is missing, so that an A+ means something", () => {
    expect(gradeOf(new Headers())).toMatchObject({ score: 30, grade: "below A" });
    const careless = new Headers({ "content-security-policy": "script-src 'unsafe-inline'", "strict-transport-security": "max-age=60", "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
    careless.append("set-cookie", "session=1; SameSite=None");
    expect(gradeOf(careless).score).toBe(60);
  });
});

describe("reports of what the policy stopped", () => {
  const old = { "csp-report": { "document-uri": `${site}/search?q=what+i+looked+for`, "violated-directive": "script-src-elem", "blocked-uri": "https://evil.example/x.js?user=marisol", "script-sample": "alert(1)", referrer: `${site}/c/somebody?token=1` } };
  const modern = [{ type: "csp-violation", url: `${site}/search?q=mine`, user_agent: "A phone", body: { documentURL: `${site}/search?q=mine#part`, effectiveDirective: "img-src", blockedURL: "data", sample: "secret" } }, { type: "deprecation", body: {} }];

  it("are taken in both forms, each with the type browsers give it", async () => {
    const origin = { origin: site };
    expect((await call(report, { body: old, headers: { ...origin, "content-type": "application/csp-report" } })).status).toBe(204);
    expect((await call(report, { body: modern, headers: { ...origin, "content-type": "application/reports+json" } })).status).toBe(204);
  });

  it("are taken from who is signed in, though the browser says nothing of where they come from; other writes are not", async () => {
    const someone = await person();
    const silent = (content: string): Request => new Request(`${site}/api/csp-reports`, { method: "POST", body: JSON.stringify(modern), headers: { "content-type": content, cookie: "__Host-directfanz.session=x" } });
    const status = async (request: Request): Promise<number> => (await report(request, { params: Promise.resolve({}) })).status;
    expect(await status(silent("application/reports+json"))).toBe(204);
    for (const simple of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/json"]) expect(await status(silent(simple))).toBe(403);
    expect((await call(updateMe, { method: "PATCH", as: someone, body: { displayName: "Other" }, headers: { origin: "https://evil.example", "content-type": "application/reports+json" } })).status).toBe(403);
    expect((await call(updateMe, { method: "PATCH", as: someone, body: { displayName: "Other" }, headers: { origin: "null" } })).status).toBe(403);
    const elsewhere = new Request(`${site}/api/v1/me`, { method: "PATCH", body: "{}", headers: { "content-type": "application/reports+json", cookie: "__Host-directfanz.session=x" } });
    expect((await updateMe(elsewhere, { params: Promise.resolve({}) })).status).toBe(403);
  });

  it("keep the page, the rule and what was blocked, without what anybody searched for or who they are", () => {
    expect(readCspReports(Buffer.from(JSON.stringify(old)))).toEqual([{ page: `${site}/search`, directive: "script-src-elem", blocked: "https://evil.example/x.js" }]);
    expect(readCspReports(Buffer.from(JSON.stringify(modern)))).toEqual([{ page: `${site}/search`, directive: "img-src", blocked: "data" }]);
  });

  it("are taken from nobody in large, and in nonsense without harm", async () => {
    expect((await call(report, { body: "x".repeat(16 * 1024 + 1), headers: { origin: site } })).status).toBe(413);
    for (const body of ["not json", "[]", "{}", "null", '{"csp-report":7}', JSON.stringify([{ type: "csp-violation" }])]) expect((await call(report, { method: "POST", body, headers: { origin: site } })).status).toBe(204);
    expect(readCspReports(Buffer.from(JSON.stringify(Array.from({ length: 500 }, () => modern[0]))))).toHaveLength(20);
    const [long] = readCspReports(Buffer.from(JSON.stringify({ "csp-report": { "document-uri": `${site}/${"a".repeat(5_000)}`, "violated-directive": "d".repeat(5_000), "blocked-uri": "b".repeat(5_000) } })));
    expect(JSON.stringify(long).length).toBeLessThan(1_000);
  });
});

describe("consent", () => {
  afterEach(() => vi.unstubAllEnvs());
  const heard = (asked: Record<string, string>): string | null => page("/", asked).headers.get("x-middleware-request-x-consent");

  it("is none before a choice, and nothing is set to remember that", () => {
    const answer = page("/");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(heard({})).toBe("");
    expect(heard({ cookie: "consent=" })).toBe("");
    expect(heard({ cookie: "consent=everything.true.1" })).toBe("");
  });

  it("is what was chosen, and no more", () => {
    expect(heard({ cookie: "consent=statistics" })).toBe("statistics");
    expect(heard({ cookie: "consent=statistics.marketing" })).toBe("statistics;marketing");
  });

  it("is taken back for marketing by a browser that says so (Global Privacy Control), whatever the cookie says", () => {
    expect(heard({ cookie: "consent=statistics.marketing", "sec-gpc": "1" })).toBe("statistics;gpc");
    expect(heard({ "sec-gpc": "1" })).toBe("gpc");
    expect(heard({ cookie: "consent=marketing", "sec-gpc": "0" })).toBe("marketing");
  });

  it("cannot be claimed by a header of the visitor's own", () => {
    expect(heard({ "x-consent": "statistics;marketing" })).toBe("");
  });
});
