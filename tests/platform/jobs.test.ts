import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { furnish } from "@/lib/house";
import { config } from "@/lib/platform/config";
import { anonymous, createContext, systemContext } from "@/lib/platform/db";
import { emit, type EventMap, type EventType, on } from "@/lib/platform/events";
import { newId } from "@/lib/platform/ids";
import { boss, deadLetterCount, deadLetters, defineJob, drain, enqueue, house, installHouse, type Job, lanes, runCron } from "@/lib/platform/jobs";
import { mailsTo } from "../support/cloud";
import { runScript } from "../support/processes";
import { openValve } from "../support/valve";
import { closeWorld, creator, database, events, openWorld, person } from "../support/world";

interface Row {
  id: string;
  state: string;
  retryCount: number;
  waits: number;
}

const heard: string[] = [];
let runs = 0;
let broken = false;
const fragile: Job<{ n: number }> = defineJob({
  name: "fragile",
  lane: "default",
  run: async () => {
    runs += 1;
    if (broken) await Promise.reject(new Error("the provider is away"));
  },
});
const listener = on("creator.opened", "test-listener", ({ payload }) => {
  heard.push(payload.creatorId);
  return Promise.resolve();
});

beforeAll(async () => {
  await openWorld();
  installHouse({ jobs: [fragile], subscribers: [listener], crons: [...house().crons.values()] });
});
beforeEach(() => {
  heard.length = 0;
  runs = 0;
  broken = false;
});
afterAll(() => closeWorld());

const jobRows = (lane: string): Promise<Row[]> => database().$queryRaw<Row[]>`SELECT id::text, state::text, retry_count AS "retryCount", extract(epoch FROM start_after - now())::float AS waits FROM pgboss.job WHERE name = ${lane} AND state <> 'completed' ORDER BY created_on`;
const visitor = () => createContext({ actor: anonymous });
const tell = <T extends EventType>(type: T, payload: EventMap[T]): Promise<void> =>
  visitor().transaction((tx) => {
    emit(tx, type, payload);
    return Promise.resolve();
  });
const put = (creatorId: string): Promise<void> => tell("creator.opened", { creatorId });

describe("an event", () => {
  it("of a change that was rolled back is never told", async () => {
    const change = visitor().transaction(async (tx) => {
      emit(tx, "creator.opened", { creatorId: "cre_rolled_back" });
      await enqueue(tx, fragile, { n: 1 });
      throw new Error("the change failed");
    });
    await expect(change).rejects.toThrow("the change failed");
    await drain();
    expect(heard).toEqual([]);
    expect(runs).toBe(0);
    expect(await events("creator.opened")).toEqual([]);
  });

  it("that cannot be written takes its change with it", async () => {
    const { userId } = await person({ name: "Before" });
    const change = visitor().transaction(async (tx) => {
      await tx.user.update({ where: { id: userId }, data: { displayName: "After" } });
      emit(tx, "creator.opened", { creatorId: "\u0000" });
    });
    await expect(change).rejects.toThrow();
    expect((await database().user.findUniqueOrThrow({ where: { id: userId } })).displayName).toBe("Before");
  });

  it("left in the outbox by a crash after the commit is told by the next minute's cron, once", async () => {
    await put("cre_left_behind");
    expect(heard).toEqual([]);
    await runCron("work-queues");
    await runCron("work-queues");
    expect(heard).toEqual(["cre_left_behind"]);
  });

  it("is told once when several processes look into the outbox at the same moment", async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `cre_${at}`);
    for (const id of ids) await put(id);
    const { deliverEvents } = await import("@/lib/platform/jobs/deliver-events");
    const taken = await Promise.all([deliverEvents(25), deliverEvents(25), deliverEvents(25)]);
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(40);
    await drain();
    expect([...heard].sort()).toEqual([...ids].sort());
  });

  it("outlives a listener that fails: told again after a pause, until it is heard", async () => {
    let away = true;
    const shaky = on("media.ready", "shaky", async ({ payload }) => {
      if (away) await Promise.reject(new Error("not now"));
      heard.push(payload.mediaId);
    });
    installHouse({ jobs: [fragile], subscribers: [listener, shaky], crons: [...house().crons.values()] });
    await tell("media.ready", { mediaId: "med_1" });
    await drain();
    expect(heard).toEqual([]);
    away = false;
    await database().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'events' AND state = 'retry'`;
    await drain();
    expect(heard).toEqual(["med_1"]);
  });
});

describe("a job that fails", () => {
  it("waits longer each time, ends with the dead letters, and is done once when it is sent back", { timeout: 60_000 }, async () => {
    broken = true;
    await visitor().transaction((tx) => enqueue(tx, fragile, { n: 1 }));
    const pauses: number[] = [];
    for (let tries = 1; tries <= 10; tries += 1) {
      await drain();
      const [row] = await jobRows("default");
      expect(row).toMatchObject({ state: "retry", retryCount: tries - 1 });
      pauses.push(row?.waits ?? 0);
      await database().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE id = ${row?.id}::uuid`;
    }
    expect(runs).toBe(10);
    pauses.slice(1).forEach((pause, at) => expect(pause).toBeGreaterThan((pauses[at] ?? 0) - 0.5));
    expect(pauses[0]).toBeGreaterThan(3);
    expect(pauses.at(-1)).toBeGreaterThan(1_000);

    await drain();
    expect(await deadLetterCount(database())).toBe(1);
    await drain();
    expect(runs).toBe(11);

    broken = false;
    const { code, output } = await runScript("scripts/redrive.ts");
    expect({ code, output }).toEqual({ code: 0, output: "1 job goes back to its lane.\n" });
    expect(await deadLetterCount(database())).toBe(0);
    await drain();
    await drain();
    expect(runs).toBe(12);
    expect((await jobRows("default")).filter((row) => row.state !== "failed")).toEqual([]);
    expect((await runScript("scripts/redrive.ts")).output).toBe("0 jobs go back to their lanes.\n");
  });

  it("keeps nobody else waiting", async () => {
    broken = true;
    await visitor().transaction((tx) => enqueue(tx, fragile, { n: 1 }));
    await put("cre_behind_it");
    await drain();
    expect(heard).toEqual(["cre_behind_it"]);
    await boss().deleteAllJobs("default");
  });

  it("is retried in every lane, with a place where what fails for good is kept", async () => {
    const queues = await boss().getQueues([...lanes]);
    expect(queues.map(({ name }) => name).sort()).toEqual([...lanes].sort());
    for (const queue of queues) expect(queue).toMatchObject({ retryBackoff: true, deadLetter: deadLetters });
    expect(queues.every((queue) => (queue.retryLimit ?? 0) >= 3)).toBe(true);
  });
});

describe("a mail provider that hangs", () => {
  it("does not hold the queue: the mail waits its turn, and goes out when it is back, once", { timeout: 40_000 }, async () => {
    const valve = await openValve(config().SENDGRID_API_BASE);
    await openWorld({ SENDGRID_API_BASE: valve.url });
    const { userId, email } = await person();
    valve.stall();
    await tell("user.password-changed", { userId });
    const started = performance.now();
    await drain();
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(await mailsTo(email)).toEqual([]);
    valve.open();
    await database().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'events' AND state = 'retry'`;
    await drain();
    await drain();
    expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual(["Your password was changed"]);
    await valve.close();
    await openWorld();
  });
});

describe("a handler that is run twice", () => {
  it("does its work once: a post is cleared, audited and told of one time", async () => {
    furnish();
    const maker = await creator();
    const postId = await maker.publishes({ body: "Words" });
    const review = house().subscribers.get("post.submitted/review-post");
    await review?.handle({ ctx: systemContext("test"), payload: { postId } as never, eventId: newId("event") });
    await review?.handle({ ctx: systemContext("test"), payload: { postId } as never, eventId: newId("event") });
    const cleared = await database().auditEntry.findMany({ where: { subject: postId, action: "post.cleared" } });
    expect(cleared).toHaveLength(1);
    expect((await events("post.published")).filter((event) => (event as { postId: string }).postId === postId)).toHaveLength(1);
  });
});
