import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as me } from "@/app/api/v1/me/route";
import { PUT as changePassword } from "@/app/api/v1/me/password/route";
import { POST as askReset } from "@/app/api/v1/password-resets/route";
import { POST as finishReset } from "@/app/api/v1/password-resets/completion/route";
import { POST as signUpRoute } from "@/app/api/v1/users/route";
import { signIn, signInWithIdentity } from "@/lib/identity/sessions";
import { verifyEmail } from "@/lib/identity/users";
import { anonymous, createContext } from "@/lib/platform/db";
import { mailsTo } from "../support/cloud";
import type { Person } from "../support/people";
import { type Answer, call, closeWorld, database, drain, openWorld } from "../support/world";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

const visitor = () => createContext({ actor: anonymous, address: "198.51.100.7", userAgent: "A phone" });
const theirs = "the words of a stranger";
const mine = "four quiet words here";
let email: string;
let place = 0;
beforeEach(() => void (email = `v${crypto.randomUUID().slice(0, 8)}@directfanz.test`));

const from = (): Record<string, string> => ({ "x-forwarded-for": `203.0.113.${(place += 1)}` });
const signUp = (password: string, displayName: string): Promise<Answer> => call(signUpRoute, { body: { email, password, displayName }, headers: from() });
const enter = (password: string) => signIn({ ctx: visitor(), input: { email, password } });
const as = (entered: { userId: string; sessionId: string }): Person => ({ ...entered, email }) as unknown as Person;
/** The links mailed to the address, in the order of their sign-ups. */
async function links(): Promise<string[]> {
  await drain();
  return (await mailsTo(email)).reverse().flatMap(({ text }) => /verify-email\?token=([\w-]+)/u.exec(text ?? "")?.[1] ?? []);
}

/** A stranger signs up with somebody's address and goes in; then the owner signs up, and has the two links. */
async function squatted(): Promise<{ stranger: Person; links: string[] }> {
  expect((await signUp(theirs, "Eve")).status).toBe(202);
  const stranger = as(await enter(theirs));
  await links();
  expect((await signUp(mine, "Noor")).status).toBe(202);
  return { stranger, links: await links() };
}

describe("an account that a stranger opened with somebody's address", () => {
  it("is the owner's once they press their link: their password and name, and the stranger is out for good", async () => {
    const { stranger, links: sent } = await squatted();
    expect(sent).toHaveLength(2);
    await expect(enter(mine)).rejects.toMatchObject({ code: "unauthenticated" });
    const owner = as(await verifyEmail({ ctx: visitor(), input: { token: sent[1] ?? "" } }));
    expect((await call(me, { as: owner })).body).toMatchObject({ email, displayName: "Noor", emailVerified: true });
    expect((await call(me, { as: stranger })).status).toBe(401);
    await expect(enter(theirs)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(enter(mine)).resolves.toMatchObject({ userId: owner.userId });
    await expect(verifyEmail({ ctx: visitor(), input: { token: sent[0] ?? "" } })).rejects.toMatchObject({ code: "conflict" });
    expect(await database().oneTimeToken.count({ where: { passwordHash: { not: null } } })).toBe(0);
  });

  it("is the owner's too when the stranger signs up after them, whose link goes on", async () => {
    await signUp(mine, "Noor");
    const [own = ""] = await links();
    await signUp(theirs, "Eve");
    expect(await links()).toHaveLength(2);
    await verifyEmail({ ctx: visitor(), input: { token: own } });
    await expect(enter(mine)).resolves.toBeDefined();
    await expect(enter(theirs)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("cannot be given another password from the inside before the address is confirmed", async () => {
    const { stranger } = await squatted();
    const answer = await call(changePassword, { method: "PUT", as: stranger, body: { currentPassword: theirs, newPassword: "yet more words of a stranger" }, headers: from() });
    expect([answer.status, answer.body.detail]).toEqual([403, "Confirm your email address first. The link is in the mail we sent you."]);
  });

  it("is the owner's when they set a new password instead, and no link of a sign-up works any more", async () => {
    const { stranger, links: sent } = await squatted();
    await call(askReset, { body: { email }, headers: from() });
    await drain();
    const token = (await mailsTo(email)).flatMap(({ text }) => /new-password\?token=([\w-]+)/u.exec(text ?? "")?.[1] ?? [])[0];
    expect((await call(finishReset, { body: { token, password: "seven other words in a row" }, headers: from() })).status).toBe(204);
    expect((await call(me, { as: stranger })).status).toBe(401);
    for (const link of sent) await expect(verifyEmail({ ctx: visitor(), input: { token: link } })).rejects.toMatchObject({ code: "conflict" });
    await expect(enter("seven other words in a row")).resolves.toBeDefined();
  });

  it("is the owner's when they come with an identity that proves the address, and no link of a sign-up works any more", async () => {
    const { stranger, links: sent } = await squatted();
    const owner = as(await signInWithIdentity({ ctx: visitor(), input: { provider: "google", subject: email, email, emailVerified: true, displayName: "Noor H" } }));
    expect((await call(me, { as: owner })).body).toMatchObject({ displayName: "Noor H", emailVerified: true });
    expect((await call(me, { as: stranger })).status).toBe(401);
    for (const link of sent) await expect(verifyEmail({ ctx: visitor(), input: { token: link } })).rejects.toMatchObject({ code: "conflict" });
    for (const password of [theirs, mine]) await expect(enter(password)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("lets no session of the old password slip in while it is confirmed", async () => {
    const { links: sent } = await squatted();
    const [, ...entries] = await Promise.allSettled([verifyEmail({ ctx: visitor(), input: { token: sent[1] ?? "" } }), ...Array.from({ length: 5 }, () => enter(theirs))]);
    for (const entry of entries) if (entry.status === "fulfilled") expect((await call(me, { as: as(entry.value) })).status).toBe(401);
    expect(await database().session.count({ where: { user: { email }, revokedAt: null } })).toBe(1);
  });

  it("is confirmed by one of two links pressed at once", async () => {
    const { links: sent } = await squatted();
    const pressed = await Promise.allSettled(sent.map((token) => verifyEmail({ ctx: visitor(), input: { token } })));
    expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().session.count({ where: { user: { email }, revokedAt: null } })).toBe(1);
  });
});

describe("signing up with one address over and over", () => {
  it("fills nobody's mailbox, from however many places it comes", async () => {
    const answers: number[] = [];
    for (let n = 0; n < 6; n += 1) answers.push((await signUp(mine, "Noor")).status);
    expect(answers).toEqual([202, 202, 202, 202, 202, 429]);
    await drain();
    expect(await mailsTo(email)).toHaveLength(5);
  });

  it("leaves the link to a new password alone that its owner asked for", async () => {
    await signUp(mine, "Noor");
    await verifyEmail({ ctx: visitor(), input: { token: (await links())[0] ?? "" } });
    await call(askReset, { body: { email }, headers: from() });
    await drain();
    const token = (await mailsTo(email)).flatMap(({ text }) => /new-password\?token=([\w-]+)/u.exec(text ?? "")?.[1] ?? [])[0];
    await signUp(theirs, "Eve");
    await drain();
    const known = (await mailsTo(email)).find(({ subject }) => subject === "You already have an account");
    expect(known?.text).toMatch(/\/recover\s/u);
    expect(known?.text).not.toContain("token=");
    expect((await call(finishReset, { body: { token, password: "seven other words in a row" }, headers: from() })).status).toBe(204);
  });
});
