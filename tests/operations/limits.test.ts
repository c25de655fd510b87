import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayCron } from "@/app/(admin)/_parts/say-cron";
import { factsOf } from "@/app/(admin)/admin/audit/say-facts";
import { DELETE as reset, PUT as set } from "@/app/api/v1/rate-limits/[limitClass]/route";
import { GET as list } from "@/app/api/v1/rate-limits/route";
import { crons } from "@/lib/operations/housekeeping";
import { limits } from "@/lib/platform/ratelimit";
import type { Person } from "../support/people";
import { auditTrail, call, closeWorld, database, openWorld, person } from "../support/world";

let admin: Person;
beforeAll(async () => {
  await openWorld();
  admin = await person({ role: "admin" });
});
afterAll(() => closeWorld());

const params = { limitClass: "read" };
const other = { perActor: 500, perAddress: 1_000, windowSeconds: 30 };
const { perActor, perAddress, windowSeconds } = limits.read;

describe("a limit set by an administrator", () => {
  it("goes back to its default, and the trail says from what to what", async () => {
    expect((await call(set, { method: "PUT", as: admin, params, body: other })).body).toEqual({ limitClass: "read", ...other, changed: true });
    const back = { limitClass: "read", perActor, perAddress, windowSeconds, changed: false };
    expect((await call(reset, { method: "DELETE", as: admin, params })).body).toEqual(back);
    expect((await call(reset, { method: "DELETE", as: admin, params })).status).toBe(200);
    expect((await call(list, { as: admin })).body.data).toContainEqual(back);
    expect((await auditTrail("read")).map(({ action }) => action)).toEqual(["rate-limit.set", "rate-limit.reset"]);
    const [first] = await database().auditEntry.findMany({ where: { subject: "read" }, orderBy: { seq: "asc" } });
    expect(first?.data).toEqual({ from: `${perActor} and ${perAddress} in ${windowSeconds} s`, to: "500 and 1000 in 30 s" });
  });

  it("is reset by administrators only, and only when there is such a limit", async () => {
    expect((await call(reset, { method: "DELETE", as: await person(), params })).status).toBe(404);
    expect((await call(reset, { method: "DELETE", as: admin, params: { limitClass: "nothing" } })).status).toBe(404);
  });

  it("is refused in words when it is too large, too small or no number", async () => {
    const reasonOf = async (body: object): Promise<string> => (await call(set, { method: "PUT", as: admin, params, body: { ...other, ...body } })).body.invalidParams[0].reason as string;
    expect(await reasonOf({ perActor: 1_000_001 })).toBe("At most 1,000,000.");
    expect(await reasonOf({ windowSeconds: 86_401 })).toBe("At most 86,400: a day.");
    expect(await reasonOf({ perAddress: 0 })).toBe("At least 1.");
    expect(await reasonOf({ perAddress: 1.5 })).toBe("Type a whole number.");
    expect(await reasonOf({ perAddress: null })).toBe("Type a whole number.");
  });
});

describe("the admin's words", () => {
  it("name the time of every scheduled job of ours", () => {
    for (const { schedule } of crons) expect(sayCron(schedule)).toMatch(/^(every minute|each hour at :\d\d|at \d\d:\d\d UTC( in \w+)?)$/u);
    expect(["* * * * *", "17 * * * *", "41 3 * * *", "37 5 * 1 *"].map(sayCron)).toEqual(["every minute", "each hour at :17", "at 03:41 UTC", "at 05:37 UTC in January"]);
    expect(["0 0 1 * *", "*/5 * * * *", "1,2 * * * *"].map(sayCron)).toEqual(["0 0 1 * *", "*/5 * * * *", "1,2 * * * *"]);
  });

  it("say what stands beside an entry: money as money, moments as moments, lists as lists", () => {
    expect(factsOf({ gross: 1_250, currency: "usd", dueAt: "2027-01-01T10:00:00.000Z", fields: ["title", "body"], sessionId: "ses_1" })).toEqual([
      { label: "paid", value: "$12.50" },
      { label: "due", value: "Jan 1, 2027, 10:00 UTC" },
      { label: "changed", value: "title, body" },
      { label: "session", value: "ses_1" },
    ]);
    expect(factsOf(null)).toEqual([]);
  });
});
