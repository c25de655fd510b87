import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as signUpRoute } from "@/app/api/v1/users/route";
import { POST as askReset } from "@/app/api/v1/password-resets/route";
import { POST as finishReset } from "@/app/api/v1/password-resets/completion/route";
import { GET as me } from "@/app/api/v1/me/route";
import { DELETE as revoke } from "@/app/api/v1/sessions/[sessionId]/route";
import { hashPassword } from "@/lib/identity/passwords";
import { signIn, signInWithIdentity } from "@/lib/identity/sessions";
import { verifyEmail } from "@/lib/identity/users";
import { anonymous, createContext } from "@/lib/platform/db";
import { mailsTo } from "../support/cloud";
import { auditTrail, call, closeWorld, database, drain, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const visitor = () => createContext({ actor: anonymous, address: "198.51.100.7", userAgent: "A phone" });
const good = "four quiet words here";
const tokenIn = (text: string): string => /token=([\w-]+)/u.exec(text)?.[1] ?? "";
const newcomer = { email: "new@directfanz.test", password: good, displayName: "Noor 🌙" };

describe("signing up", () => {
  it("keeps no password in the clear, mails one link, and lets its owner in once", async () => {
    expect((await call(signUpRoute, { body: newcomer })).status).toBe(202);
    await drain();
    const user = await database().user.findUniqueOrThrow({ where: { email: newcomer.email } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/u);
    expect(user.emailVerifiedAt).toBeNull();
    const [mail] = await mailsTo(newcomer.email);
    const token = tokenIn(mail?.text ?? "");
    expect(await database().oneTimeToken.count({ where: { tokenHash: token } })).toBe(0);

    const entered = await verifyEmail({ ctx: visitor(), input: { token } });
    expect(entered.userId).toBe(user.id);
    await expect(verifyEmail({ ctx: visitor(), input: { token } })).rejects.toMatchObject({ code: "conflict" });
    expect((await auditTrail(user.id)).map((entry) => entry.action)).toEqual(["user.signed-up", "user.email-verified"]);
  });

  it("answers an address it knows as one it does not, and tells only its owner", async () => {
    const known = await person({ email: "known@directfanz.test" });
    const first = await call(signUpRoute, { body: { ...newcomer, email: "stranger@directfanz.test" } });
    const second = await call(signUpRoute, { body: { ...newcomer, email: known.email } });
    await drain();
    expect(second.status).toBe(first.status);
    expect(second.body).toEqual(first.body);
    expect((await mailsTo(known.email))[0]?.subject).toBe("You already have an account");
    expect(await database().user.count({ where: { email: known.email } })).toBe(1);
  });

  it("takes emoji and right-to-left names, and refuses characters that deceive", async () => {
    expect((await call(signUpRoute, { body: { ...newcomer, email: "rtl@directfanz.test", displayName: "ليلى 🎺" } })).status).toBe(202);
    const deceiving = await call(signUpRoute, { body: { ...newcomer, email: "x@directfanz.test", displayName: "admin\u202Egnp.exe" } });
    expect(deceiving.body.invalidParams[0].name).toBe("body.displayName");
  });

  it.each([
    ["too short", "short words"],
    ["one character over and over", "aaaaaaaaaaaaaaaaaaaa"],
    ["a unit repeated", "abcabcabcabcabcabc"],
    ["a run", "abcdefghijklmnopqrstu"],
    ["a famous phrase", "correct horse battery staple"],
    ["two favourites joined", "password-sunshine-123"],
    ["their own name", "noor-noor-and-noor"],
  ])("refuses a password that is %s, at its field", async (_why, password) => {
    const answer = await call(signUpRoute, { body: { ...newcomer, email: "weak@directfanz.test", password } });
    expect(answer.status).toBe(400);
    expect(answer.body.invalidParams[0].name).toBe("body.password");
    expect(await database().user.count({ where: { email: "weak@directfanz.test" } })).toBe(0);
  });

  it("is one account for a double tap", async () => {
    const body = { ...newcomer, email: "twice@directfanz.test" };
    const headers = { "idempotency-key": "the-same-attempt" };
    const [first, second] = await Promise.all([call(signUpRoute, { body, headers }), call(signUpRoute, { body, headers })]);
    expect([first.status, second.status].sort()).toEqual(expect.arrayContaining([202]));
    expect(await database().outboxEvent.count({ where: { type: { startsWith: "user.sign" }, payload: { path: ["userId"], equals: (await database().user.findUniqueOrThrow({ where: { email: body.email } })).id } } })).toBe(1);
  });
});

describe("signing in", () => {
  it("gives one answer for a wrong address and a wrong password", async () => {
    const someone = await person({ passwordHash: await hashPassword(good) });
    const wrong = await signIn({ ctx: visitor(), input: { email: someone.email, password: "not the right words" } }).catch((error: unknown) => error);
    const nobody = await signIn({ ctx: visitor(), input: { email: "nobody@directfanz.test", password: good } }).catch((error: unknown) => error);
    expect((wrong as Error).message).toBe((nobody as Error).message);
  });

  it("slows guesses from one place, and leaves the owner elsewhere alone", async () => {
    const someone = await person({ passwordHash: await hashPassword(good) });
    const guess = () => signIn({ ctx: createContext({ actor: anonymous, address: "203.0.113.9" }), input: { email: someone.email, password: "not the right words" } });
    for (let tries = 0; tries < 10; tries += 1) await expect(guess()).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(guess()).rejects.toMatchObject({ code: "rate_limited" });
    await expect(signIn({ ctx: visitor(), input: { email: someone.email, password: good } })).resolves.toMatchObject({ userId: someone.userId });
  });

  it("refuses when the limits cannot be counted, rather than let guesses through", async () => {
    await openWorld({ UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9", TRUSTED_HOPS: "0" });
    const someone = await person({ passwordHash: await hashPassword(good) });
    await expect(signIn({ ctx: visitor(), input: { email: someone.email, password: good } })).rejects.toMatchObject({ code: "unavailable" });
    await openWorld();
  });

  it("puts a revoked device out at its next request, and nobody else's", async () => {
    const someone = await person();
    const other = await person();
    expect((await call(me, { as: someone })).status).toBe(200);
    expect((await call(revoke, { method: "DELETE", params: { sessionId: someone.sessionId }, as: other })).status).toBe(404);
    expect((await call(revoke, { method: "DELETE", params: { sessionId: someone.sessionId }, as: someone })).status).toBe(204);
    expect((await call(me, { as: someone })).status).toBe(401);
    expect((await call(me, { as: other })).status).toBe(200);
  });

  it("joins an identity from elsewhere to a confirmed account, and takes an unconfirmed one from whoever opened it", async () => {
    const squatter = await person({ email: "victim@directfanz.test", verified: false, passwordHash: await hashPassword(good) });
    const identity = { provider: "google", subject: "g-1", email: squatter.email, emailVerified: true, displayName: "Victim" };
    const entered = await signInWithIdentity({ ctx: visitor(), input: identity });
    expect(entered.userId).toBe(squatter.userId);
    expect((await call(me, { as: squatter })).status).toBe(401);
    await expect(signIn({ ctx: visitor(), input: { email: squatter.email, password: good } })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(signInWithIdentity({ ctx: visitor(), input: { ...identity, subject: "g-2", email: "other@directfanz.test", emailVerified: false } })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a lost password", () => {
  it("is set anew through a link that works once, and signs every device out", async () => {
    const someone = await person({ passwordHash: await hashPassword(good) });
    expect((await call(askReset, { body: { email: someone.email } })).status).toBe(202);
    expect((await call(askReset, { body: { email: "nobody-at-all@directfanz.test" } })).status).toBe(202);
    await drain();
    const token = tokenIn((await mailsTo(someone.email))[0]?.text ?? "");
    expect((await call(finishReset, { body: { token, password: "short" } })).status).toBe(400);
    expect((await call(finishReset, { body: { token, password: "seven other words in a row" } })).status).toBe(204);
    expect((await call(finishReset, { body: { token, password: "eight other words in a row" } })).status).toBe(409);
    expect((await call(me, { as: someone })).status).toBe(401);
    expect(await mailsTo("nobody-at-all@directfanz.test")).toHaveLength(0);
  });
});
