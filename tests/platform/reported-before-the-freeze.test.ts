import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContext, anonymous } from "@/lib/platform/db";
import { ProviderFailed } from "@/lib/platform/errors";
import { defineJob, drain, enqueue, house, installHouse, runCron } from "@/lib/platform/jobs";
import { startSentry } from "@/lib/platform/sentry";
import { closeWorld, openWorld } from "../support/world";

/** An error service that takes its time: what nobody waits for has not arrived. */
const arrived: string[] = [];
let slow: Server;
const fragile = defineJob<{ n: number }>({ name: "fragile", lane: "default", run: () => Promise.reject(new Error("the job broke")) });
const failing = { name: "failing", schedule: "* * * * *", what: "Fails in a way that was foreseen.", run: () => Promise.reject(new ProviderFailed("Stripe", "Away.")) };

beforeAll(async () => {
  slow = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      setTimeout(() => {
        arrived.push(Buffer.concat(chunks).toString());
        response.end("{}");
      }, 300);
    });
  });
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
  await openWorld({ SENTRY_DSN: `http://key@127.0.0.1:${(slow.address() as AddressInfo).port}/1` });
  installHouse({ jobs: [fragile], subscribers: [], crons: [...house().crons.values(), failing] });
  startSentry();
});
afterAll(async () => {
  slow.close();
  await closeWorld();
});

describe("before a serverless process may freeze", () => {
  it("the failure of a job has reached the error service", async () => {
    await createContext({ actor: anonymous }).transaction((tx) => enqueue(tx, fragile, { n: 1 }));
    await drain();
    expect(arrived.filter((one) => one.includes("job:fragile"))).toHaveLength(1);
  });

  it("the failure of a scheduled job has reached it too, even one that was foreseen", async () => {
    await expect(runCron("failing")).rejects.toThrow("Away.");
    expect(arrived.filter((one) => one.includes("cron:failing"))).toHaveLength(1);
  });
});
