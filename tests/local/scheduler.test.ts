import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readCrons, startScheduler, type Scheduler } from "@/local/scheduler";
import { serve, type Service } from "@/local/support/http";

const job = { path: "/api/cron/tidy", schedule: "0 0 1 1 *" };
let service: Service | undefined;
let scheduler: Scheduler | undefined;

afterEach(async () => {
  scheduler?.stop();
  await service?.stop();
});

describe("the scheduler", () => {
  it("calls a job as Vercel does, and never while it is still running", async () => {
    const calls: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    service = await serve(async (request, response) => {
      calls.push(`${request.method ?? ""} ${request.url ?? ""} ${request.headers.authorization ?? ""}`);
      await held;
      response.end("{}");
    });
    scheduler = startScheduler({ appUrl: service.url, secret: "cron-secret", jobs: [job] });
    const first = scheduler.run(job.path);
    expect(await scheduler.run(job.path)).toBe(false);
    release();
    expect(await first).toBe(true);
    expect(await scheduler.run(job.path)).toBe(true);
    expect(calls).toEqual(Array(2).fill("GET /api/cron/tidy Bearer cron-secret"));
  });

  it("says what failed and goes on", async () => {
    const failures: string[] = [];
    service = await serve((_request, response) => void response.writeHead(500).end("out of order"));
    scheduler = startScheduler({ appUrl: service.url, secret: "s", jobs: [job], onFailure: ({ path: name }, reason) => failures.push(`${name}: ${reason}`) });
    await scheduler.run(job.path);
    await service.stop();
    await scheduler.run(job.path);
    expect(failures[0]).toBe("/api/cron/tidy: 500 out of order");
    expect(failures).toHaveLength(2);
  });

  it("calls a job when its minute comes", async () => {
    const called = new Promise<void>((resolve) => {
      void serve((_request, response) => {
        response.end();
        resolve();
      }).then((started) => {
        service = started;
        scheduler = startScheduler({ appUrl: started.url, secret: "s", jobs: [{ path: "/api/cron/now", schedule: "* * * * * *" }] });
      });
    });
    await called;
  });

  it("refuses a schedule that no clock can follow", async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "crons-")), "vercel.json");
    expect(await readCrons(file)).toEqual([]);
    await writeFile(file, JSON.stringify({ crons: [{ path: "/x", schedule: "61 * * * *" }] }));
    await expect(readCrons(file)).rejects.toThrow();
  });
});
