import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashPassword } from "@/lib/identity/passwords";
import { signIn } from "@/lib/identity/sessions";
import { anonymous, createContext } from "@/lib/platform/db";
import { takeGuess } from "@/lib/platform/ratelimit";
import type { Person } from "../support/people";
import { closeWorld, database, openWorld, person } from "../support/world";

const password = "four quiet words here";
let passwordHash: string;
beforeAll(async () => {
  await openWorld({ TRUSTED_HOPS: "1" });
  passwordHash = await hashPassword(password);
});
// In the middle of an hour, so that no test stands across two windows.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - (Date.now() % 3_600_000) + 1_800_000 }));
afterEach(() => void vi.useRealTimers());
afterAll(() => closeWorld());

const enter = ({ email }: { email: string }, address: string, given = password) => signIn({ ctx: createContext({ actor: anonymous, address, userAgent: "A phone" }), input: { email, password: given } });
/** What a hundred guesses from a hundred places leave; three of them in earnest, the others only counted. */
async function besieged(someone: Person): Promise<void> {
  for (const place of [1, 2, 3]) await expect(enter(someone, `203.0.113.${place}`, "not the right words")).rejects.toMatchObject({ code: "unauthenticated" });
  await Promise.allSettled(Array.from({ length: 97 }, () => takeGuess(`${someone.email}:${passwordHash}`)));
}

describe("guesses at one account from a great many addresses", () => {
  it("come to an end at a hundred an hour, the right password among them", async () => {
    const someone = await person({ passwordHash });
    await besieged(someone);
    await expect(enter(someone, "203.0.113.50", "not the right words")).rejects.toMatchObject({ code: "rate_limited" });
    await expect(enter(someone, "203.0.113.51")).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("lock nobody out where they were signed in before, on any address of that network", async () => {
    const someone = await person({ passwordHash });
    await enter(someone, "198.51.100.7");
    await enter(someone, "2001:db8:1:2::7");
    await besieged(someone);
    await expect(enter(someone, "203.0.113.60")).rejects.toMatchObject({ code: "rate_limited" });
    await expect(enter(someone, "198.51.100.7")).resolves.toMatchObject({ userId: someone.userId });
    await expect(enter(someone, "2001:db8:1:2:aaaa::1")).resolves.toMatchObject({ userId: someone.userId });
    await expect(enter(someone, "2001:db8:1:3::7")).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("are at home nowhere by a session that was taken away", async () => {
    const someone = await person({ passwordHash });
    await enter(someone, "198.51.100.9");
    await database().session.updateMany({ where: { userId: someone.userId }, data: { revokedAt: new Date(), revokedReason: "password reset" } });
    await besieged(someone);
    await expect(enter(someone, "198.51.100.9")).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("are forgotten with the password they were for", async () => {
    const someone = await person({ passwordHash });
    await besieged(someone);
    const anew = "seven other words in a row";
    await database().user.update({ where: { id: someone.userId }, data: { passwordHash: await hashPassword(anew) } });
    await expect(enter(someone, "203.0.113.70", anew)).resolves.toMatchObject({ userId: someone.userId });
  });

  it("are slowed by the pair of account and /64, so that a household's many IPv6 addresses are one", async () => {
    const someone = await person({ passwordHash });
    for (let n = 1; n <= 10; n += 1) await expect(enter(someone, `2001:db8:9:9::${n}`, "not the right words")).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(enter(someone, "2001:db8:9:9:ffff::1")).rejects.toMatchObject({ code: "rate_limited" });
    await expect(enter(someone, "2001:db8:9:a::1")).resolves.toMatchObject({ userId: someone.userId });
  });
});
