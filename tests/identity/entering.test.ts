import { Browser, type AuthAnswer } from "../support/browser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as me } from "@/app/api/v1/me/route";
import { POST as askReset } from "@/app/api/v1/password-resets/route";
import { GET as sessions } from "@/app/api/v1/sessions/route";
import { DELETE as revoke } from "@/app/api/v1/sessions/[sessionId]/route";
import { POST as signUp } from "@/app/api/v1/users/route";
import { checkPassword, hashPassword } from "@/lib/identity/passwords";
import { reasonToShow } from "@/lib/identity/sessions";
import { ownPath } from "@/lib/identity/users";
import { config } from "@/lib/platform/config";
import type { Person } from "../support/people";
import { mailsTo } from "../support/cloud";
import { auditTrail, call, closeWorld, database, drain, openWorld, person } from "../support/world";

const password = "four quiet words here";
let passwordHash: string;
let place = 0;
/** Each from somewhere else, so that no limit stands in the way. */
const from = (): Record<string, string> => ({ "x-forwarded-for": `198.51.${Math.floor((place += 1) / 250)}.${place % 250}` });

beforeAll(async () => {
  const { NEXTAUTH_URL } = await openWorld({ TRUSTED_HOPS: "1" });
  process.env.NEXTAUTH_URL = NEXTAUTH_URL;
  passwordHash = await hashPassword(password);
});
afterAll(() => closeWorld());

const enter = (browser: Browser, email: string, given = password, callbackUrl = "/"): Promise<AuthAnswer> => browser.submit("/api/auth/callback/password", { email, password: given, callbackUrl }, from());
/** What the page says that somebody is sent back to. */
const shownAt = (to: string): string => {
  const url = new URL(to, config().APP_URL);
  expect(url.pathname).toBe("/sign-in");
  return reasonToShow(url.searchParams.get("error") ?? "");
};
/** Calls a route with the cookies this browser was given. */
const withCookies = (browser: Browser, handler: Parameters<typeof call>[0], more: object = {}): ReturnType<typeof call> => call(handler, { ...more, headers: { cookie: [...browser.cookies].map((pair) => pair.join("=")).join("; "), ...from() } });

describe("a browser that signed in", () => {
  it("is known until its session is revoked from another device, and out at its next request", async () => {
    const { email } = await person({ passwordHash });
    const [phone, laptop] = [new Browser(), new Browser()];
    await enter(phone, email);
    await enter(laptop, email);
    expect((await withCookies(phone, me)).body).toMatchObject({ email });
    const list = (await withCookies(laptop, sessions)).body.data as { id: string; current: boolean }[];
    const { decode } = await import("next-auth/jwt");
    const token = await decode({ token: phone.cookies.get("directfanz.session") ?? "", secret: config().NEXTAUTH_SECRET });
    const phones = list.find(({ id }) => id === token?.sid);
    expect((await withCookies(laptop, revoke, { method: "DELETE", params: { sessionId: phones?.id ?? "" } })).status).toBe(204);
    expect((await withCookies(phone, me)).status).toBe(401);
    expect((await withCookies(laptop, me)).status).toBe(200);
    expect((await phone.auth("/api/auth/session", { headers: from() })).body).not.toContain("expires");
  });

  it("is out when it signs out, and its old cookie opens nothing", async () => {
    const { email } = await person({ passwordHash });
    const browser = new Browser();
    await enter(browser, email);
    const kept = new Map(browser.cookies);
    await browser.submit("/api/auth/signout", { callbackUrl: "/" }, from());
    expect(browser.cookies.has("directfanz.session")).toBe(false);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await withCookies(browser, me)).status).toBe(401);
  });

  it("cannot make up a session: a cookie sealed by anyone else is nobody's", async () => {
    const someone = await person();
    const { encode } = await import("next-auth/jwt");
    const browser = new Browser();
    browser.cookies.set("directfanz.session", await encode({ token: { sub: someone.userId, sid: someone.sessionId }, secret: "a secret of somebody else, long enough" }));
    expect((await withCookies(browser, me)).status).toBe(401);
  });

  it("needs its own token for the form: another site's page cannot sign anybody in or out", async () => {
    const { email } = await person({ passwordHash });
    const fields = { email, password, callbackUrl: "/", json: "true", csrfToken: "made-up" };
    const forged = new Browser();
    await forged.auth("/api/auth/callback/password", { fields, headers: from() });
    expect(forged.cookies.has("directfanz.session")).toBe(false);
    expect((await new Browser().auth("/api/auth/callback/password", { fields, headers: { ...from(), origin: "https://evil.example" } })).status).toBe(403);
  });
});

describe("whether there is an account", () => {
  const shapeOf = ({ status, body, headers }: { status: number; body: unknown; headers: Headers }): object => ({ status, body, headers: [...headers.keys()].sort() });

  it("is not told by signing in: no account, another password and an account without one get the same answer", async () => {
    const known = await person({ passwordHash });
    const withoutPassword = await person();
    const restricted = await person({ passwordHash });
    await database().restriction.create({ data: { id: `rst_${crypto.randomUUID()}`, userId: restricted.userId, capability: "sign_in", reason: "test", startsAt: new Date(0) } });
    const answers = [await enter(new Browser(), "nobody@directfanz.test"), await enter(new Browser(), known.email, "not the right words"), await enter(new Browser(), withoutPassword.email), await enter(new Browser(), restricted.email, "not the right words")];
    for (const answer of answers) expect(shapeOf(answer)).toEqual(shapeOf(answers[0] as AuthAnswer));
    expect(answers[0]?.status).toBe(401);
  });

  it("is not told by signing up or by asking for a new password", async () => {
    const known = await person({ passwordHash });
    const newcomer = (email: string) => call(signUp, { body: { email, password: "seven other words in a row", displayName: "Noor" }, headers: from() });
    expect(shapeOf(await newcomer(known.email))).toEqual(shapeOf(await newcomer("free@directfanz.test")));
    const reset = (email: string) => call(askReset, { body: { email }, headers: from() });
    expect(shapeOf(await reset(known.email))).toEqual(shapeOf(await reset("free-too@directfanz.test")));
  });

  it("is not told by the work done: a password is hashed for an account that does not exist too", async () => {
    const taken = async (hash: string | undefined): Promise<number> => {
      const times: number[] = [];
      for (let n = 0; n < 9; n += 1) {
        const started = performance.now();
        expect(await checkPassword(hash, "not the right words")).toBe(false);
        times.push(performance.now() - started);
      }
      return times.sort((a, b) => a - b)[4] ?? 0;
    };
    await taken(undefined);
    expect(await taken(undefined)).toBeGreaterThan(0.3 * (await taken(passwordHash)));
  });
});

describe("signing up", () => {
  it("says all that is wrong at once, field by field", async () => {
    const answer = await call(signUp, { body: { email: "nobody", password: "short", displayName: " " }, headers: from() });
    expect(answer.status).toBe(400);
    expect(answer.body.invalidParams).toEqual(
      expect.arrayContaining([
        { name: "body.email", reason: "This does not look like an email address." },
        { name: "body.password", reason: "5 characters are too few: it takes 15." },
        { name: "body.displayName", reason: "Tell us what to call you." },
      ]),
    );
  });
});

describe("where one is sent after signing in", () => {
  const foreign = ["https://evil.example/", "//evil.example", "/\\evil.example", "http://localhost:3000.evil.example/", "http://localhost:3000@evil.example/", "javascript:alert(1)", "data:text/html,x", "http://[", "https:evil.example", "\thttps://evil.example"];

  it.each(foreign)("is never another site: %j", async (callbackUrl) => {
    const { email } = await person({ passwordHash });
    const answer = await enter(new Browser(), email, password, callbackUrl);
    if (answer.to) expect(new URL(answer.to, config().APP_URL).origin).toBe(new URL(config().APP_URL).origin);
    else expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(new URL(ownPath(callbackUrl, "/feed"), config().APP_URL).origin).toBe(new URL(config().APP_URL).origin);
  });

  it("is the page of ours they came from", async () => {
    const { email } = await person({ passwordHash });
    expect((await enter(new Browser(), email, password, "/c/somebody?tab=tiers")).to).toBe("http://localhost:3000/c/somebody?tab=tiers");
    expect(ownPath("/c/somebody", "/feed")).toBe("/c/somebody");
  });

  it("goes along through signing up and the mail, as far as it is a page of ours", async () => {
    const linkAfter = async (next: unknown): Promise<URL> => {
      const email = `n${crypto.randomUUID().slice(0, 8)}@directfanz.test`;
      expect((await call(signUp, { body: { email, password, displayName: "Noor", next }, headers: from() })).status).toBe(202);
      await drain();
      const [mail] = await mailsTo(email);
      return new URL(/https?:\/\/\S*verify-email\S*/u.exec(mail?.text ?? "")?.[0] ?? "");
    };
    const sheet = "/c/somebody/join?tier=tie_1&amount=1200";
    expect((await linkAfter(sheet)).searchParams.get("next")).toBe(sheet);
    for (const next of [...foreign, "feed", ""]) expect([next, (await linkAfter(next)).searchParams.get("next")]).toEqual([next, null]);
  });

  it("goes along for somebody who has an account already and signs up again", async () => {
    const unconfirmed = await person({ verified: false });
    const known = await person();
    for (const { email } of [unconfirmed, known]) await call(signUp, { body: { email, password, displayName: "Noor", next: "/c/somebody/join" }, headers: from() });
    await drain();
    const nextIn = async (email: string): Promise<string | undefined> => /next=([^&\s]+)/u.exec((await mailsTo(email))[0]?.text ?? "")?.[1];
    expect([await nextIn(unconfirmed.email), await nextIn(known.email)]).toEqual(["%2Fc%2Fsomebody%2Fjoin", "%2Fc%2Fsomebody%2Fjoin"]);
  });
});

describe("signing in with Google", () => {
  /** The whole way over the real protocol: to the provider, its form, and back. */
  async function comeBack(fields: Record<string, string>): Promise<{ browser: Browser; answer: AuthAnswer }> {
    const browser = new Browser();
    const { to } = await browser.submit("/api/auth/signin/google", { callbackUrl: "/feed" }, from());
    const form = (await browser.visit(to)).to;
    let next = (await browser.visit(form, fields)).to;
    while (next.startsWith(config().GOOGLE_ISSUER)) next = (await browser.visit(next)).to;
    return { browser, answer: await browser.auth(next, { headers: from() }) };
  }
  const fresh = (): string => `g${crypto.randomUUID().slice(0, 8)}@gmail.test`;

  it("opens an account with a confirmed address on the first visit, and finds it on the next", async () => {
    const email = fresh();
    const { browser, answer } = await comeBack({ email, name: "Ada L" });
    expect([answer.status, answer.to]).toEqual([302, "http://localhost:3000/feed"]);
    const first = await withCookies(browser, me);
    expect(first.body).toMatchObject({ email, displayName: "Ada L", emailVerified: true, role: "member" });
    const again = await comeBack({ email, name: "Ada L" });
    expect((await withCookies(again.browser, me)).body.id).toBe(first.body.id);
    expect(await database().user.count({ where: { email } })).toBe(1);
    expect((await auditTrail(first.body.id as string)).map(({ action }) => action)).toEqual(["user.signed-up", "user.identity-linked", "user.signed-in", "user.signed-in"]);
  });

  it("joins the account that has this address, when Google confirmed it", async () => {
    const known = await person({ email: fresh(), passwordHash });
    const { browser } = await comeBack({ email: known.email, name: "Another name" });
    expect((await withCookies(browser, me)).body).toMatchObject({ id: known.userId, displayName: "Someone" });
    expect((await enter(new Browser(), known.email)).status).toBe(200);
  });

  it("lets nobody in by an address that Google did not confirm, whether or not somebody has it here", async () => {
    const known = await person({ email: fresh(), passwordHash });
    for (const email of [known.email, fresh()]) {
      const { browser, answer } = await comeBack({ email, name: "Eve", unconfirmed: "on" });
      expect(shownAt(answer.to)).toContain("not confirmed there");
      expect(browser.cookies.has("directfanz.session")).toBe(false);
      expect(await database().externalIdentity.count({ where: { email } })).toBe(0);
    }
  });

  it("says no when the person said no, and when the answer was begun in another browser", async () => {
    const { browser, answer } = await comeBack({ cancel: "1" });
    let shown = new URL(answer.to);
    while (shown.pathname.startsWith("/api/auth/")) shown = new URL((await browser.auth(shown.href, { headers: from() })).to, shown);
    expect([shown.pathname, shown.searchParams.get("error")]).toEqual(["/sign-in", "Callback"]);
    expect(browser.cookies.has("directfanz.session")).toBe(false);

    const victim = new Browser();
    const attacker = new Browser();
    const { to } = await attacker.submit("/api/auth/signin/google", { callbackUrl: "/" }, from());
    let next = (await attacker.visit((await attacker.visit(to)).to, { email: fresh(), name: "Eve" })).to;
    while (next.startsWith(config().GOOGLE_ISSUER)) next = (await attacker.visit(next)).to;
    const planted = await victim.auth(next, { headers: from() });
    expect(planted.to).toContain("error=");
    expect(victim.cookies.has("directfanz.session")).toBe(false);
  });

  it("is barred to an account that may not sign in", async () => {
    const barred = await person({ email: fresh() });
    await database().restriction.create({ data: { id: `rst_${crypto.randomUUID()}`, userId: barred.userId, capability: "sign_in", reason: "test", startsAt: new Date(0) } });
    const { browser, answer } = await comeBack({ email: barred.email, name: "Barred" });
    expect(shownAt(answer.to)).toContain("cannot be used at the moment");
    expect(browser.cookies.has("directfanz.session")).toBe(false);
  });

  it("lets nobody write on our sign-in page: a sentence in its address that is not ours is not shown", () => {
    for (const error of ["Your account is locked. Call 555-0100 now.", "Callback", "<b>x</b>", ""]) expect(reasonToShow(error)).toBe("That did not work. Try again, or use your email address and password.");
  });
});

describe("a person's own data", () => {
  it("in a session's answer is none: it says no name and no address", async () => {
    const someone: Person = await person({ name: "Marisol", passwordHash });
    const browser = new Browser();
    await enter(browser, someone.email);
    const { body } = await browser.auth("/api/auth/session", { headers: from() });
    expect(Object.keys(JSON.parse(body) as object)).toEqual(["expires"]);
  });
});
