import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { weaknessOf } from "@/lib/identity/passwords";
import { openValve } from "../support/valve";
import { closeWorld, openWorld } from "../support/world";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

describe("the service of breached passwords", () => {
  const breached = "purple monkey dishwasher forty";
  const digestOf = (text: string): string => createHash("sha1").update(text).digest("hex").toUpperCase();
  afterEach(() => openWorld({ TRUSTED_HOPS: "1" }).then(() => undefined));

  it("is told five characters of a digest and no more, and what it knows is refused", async () => {
    const asked: string[] = [];
    const service = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end(`${digestOf(breached).slice(5)}:12\r\n${"0".repeat(35)}:3\r\n${digestOf("padding in a quiet row").slice(5)}:0\r\n`);
    });
    await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
    const address = service.address();
    await openWorld({ TRUSTED_HOPS: "1", BREACHED_PASSWORDS_URL: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/range` });
    expect(await weaknessOf(breached, [])).toContain("known from a breach");
    expect(asked).toEqual([`/range/${digestOf(breached).slice(0, 5)}`]);
    expect(await weaknessOf("another quiet set of words", [])).toBeUndefined();
    // What is there only to hide how much was found counts as nothing.
    expect(await weaknessOf("padding in a quiet row", [])).toBeUndefined();
    await new Promise((resolve) => service.close(resolve));
  });

  it("that hangs keeps nobody waiting, and the list we carry goes on", async () => {
    const valve = await openValve();
    valve.stall();
    await openWorld({ TRUSTED_HOPS: "1", BREACHED_PASSWORDS_URL: valve.url });
    const started = performance.now();
    expect(await weaknessOf(breached, [])).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_500);
    expect(await weaknessOf("correct horse battery staple", [])).toContain("known from a breach");
    await valve.close();
  });
});
