import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as cron } from "@/app/api/cron/[job]/route";
import { config } from "@/lib/platform/config";
import { sameText } from "@/lib/platform/crypto";
import { house, installHouse } from "@/lib/platform/jobs";
import { type Answer, call, closeWorld, database, openWorld, person } from "../support/world";

let runs = 0;
let started: () => void = () => undefined;
let finish: () => void = () => undefined;
const slow = {
  name: "slow",
  schedule: "* * * * *",
  what: "Waits until it is told to end.",
  run: async () => {
    runs += 1;
    const ended = new Promise<void>((resolve) => (finish = resolve));
    started();
    await ended;
    return { runs };
  },
};
const failing = { name: "failing", schedule: "* * * * *", what: "Fails.", run: () => Promise.reject(new Error("the disk is full")) };

beforeAll(async () => {
  await openWorld();
  installHouse({ jobs: [], subscribers: [], crons: [...house().crons.values(), slow, failing] });
});
afterAll(() => closeWorld());

const run = (job: string, authorization = `Bearer ${config().CRON_SECRET}`): Promise<Answer> => call(cron, { params: { job }, headers: { authorization } });
const rowsOf = (job: string) => database().cronRun.findMany({ where: { job }, orderBy: { startedAt: "asc" } });

describe("the scheduler's door", () => {
  it("opens to the secret alone, and nothing runs for anyone else", async () => {
    const secret = config().CRON_SECRET;
    expect((await call(cron, { params: { job: "tidy" } })).status).toBe(401);
    expect((await call(cron, { params: { job: "tidy" }, as: await person({ role: "admin" }) })).status).toBe(401);
    for (const wrong of ["Bearer x", `Bearer ${secret}x`, `Bearer ${secret.slice(0, -1)}`, `Bearer ${secret.toUpperCase()}`, `Bearer  ${secret}`, `Basic ${secret}`]) expect((await run("tidy", wrong)).status).toBe(403);
    expect((await call(cron, { params: { job: "tidy" }, query: { secret }, headers: { authorization: "Bearer undefined" } })).status).toBe(403);
    expect(await rowsOf("tidy")).toEqual([]);
  });

  it("knows no job but those of the house", async () => {
    expect((await run("no-such-job")).status).toBe(404);
    expect((await run("constructor")).status).toBe(404);
    expect((await run("x".repeat(61))).status).toBe(400);
  });

  it.each(["work-queues", "catch-up-subscriptions", "verify-ledger", "verify-audit-chain", "tidy"])("runs %s and keeps a row of it", async (job) => {
    const answer = await run(job);
    expect([answer.status, answer.body.job, answer.body.ran]).toEqual([200, job, true]);
    expect(await rowsOf(job)).toMatchObject([{ error: null, finishedAt: expect.any(Date) as Date, detail: answer.body.detail as object }]);
  });

  it("compares secrets whole, whatever their length", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (left, right) => sameText(left, right) === (left === right) && sameText(left, left)));
  });
});

describe("a scheduled job", () => {
  it("that is still running is not begun again, and can run when it has ended", async () => {
    const begun = new Promise<void>((resolve) => (started = resolve));
    const first = run("slow");
    await begun;
    const beside = await Promise.all([run("slow"), run("slow"), run("slow")]);
    for (const answer of beside) expect(answer.body).toEqual({ job: "slow", ran: false, detail: { reason: "already running" } });
    expect((await run("tidy")).body.ran).toBe(true);
    finish();
    expect((await first).body).toEqual({ job: "slow", ran: true, detail: { runs: 1 } });

    const begunAgain = new Promise<void>((resolve) => (started = resolve));
    const second = run("slow");
    await begunAgain;
    finish();
    expect((await second).body.ran).toBe(true);
    expect(runs).toBe(2);
    expect(await rowsOf("slow")).toHaveLength(2);
  });

  it("that fails is written down with its reason, answers 500 without it, and does not lock itself out", async () => {
    for (let tries = 0; tries < 2; tries += 1) {
      const answer = await run("failing");
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer.body)).not.toContain("disk");
    }
    expect(await rowsOf("failing")).toMatchObject([{ error: "the disk is full" }, { error: "the disk is full" }]);
  });
});
