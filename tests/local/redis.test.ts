import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRedis, type RedisService } from "@/local/redis";
import { redisVersion } from "@/local/redis/server";

const token = "a-token-for-tests";
const installed = (await redisVersion()) !== undefined;

describe.each(["server", "memory"] as const)("the REST interface over the %s engine", (engine) => {
  const skip = engine === "server" && !installed;
  let service: RedisService;
  let redis: Redis;

  beforeAll(async () => {
    if (skip) return;
    service = await startRedis({ dataDir: await mkdtemp(path.join(tmpdir(), "redis-")), token, engine });
    redis = new Redis({ url: service.url, token, retry: false, enableTelemetry: false });
  });
  afterAll(async () => {
    if (!skip) await service.stop();
  });

  it.skipIf(skip)("keeps JSON and every letter", async () => {
    await redis.set("json", { x: 1, ü: "✓日本" });
    expect(await redis.get("json")).toEqual({ x: 1, ü: "✓日本" });
    expect(await redis.get("nothing")).toBeNull();
    expect(await redis.ping()).toBe("PONG");
  });

  it.skipIf(skip)("gives a lock to one, and lets only its holder release it", async () => {
    const release = 'if redis.call("get",KEYS[1])==ARGV[1] then return redis.call("del",KEYS[1]) else return 0 end';
    expect(await redis.set("lock", "me", { nx: true, ex: 10 })).toBe("OK");
    expect(await redis.set("lock", "you", { nx: true, ex: 10 })).toBeNull();
    expect(await redis.ttl("lock")).toBeGreaterThan(0);
    expect(await redis.eval(release, ["lock"], ["you"])).toBe(0);
    expect(await redis.eval(release, ["lock"], ["me"])).toBe(1);
  });

  it.skipIf(skip)("counts, expires, hashes, lists, sets and sorted sets", async () => {
    expect([await redis.incr("n"), await redis.incrby("n", 5), await redis.expire("n", 100)]).toEqual([1, 6, 1]);
    await redis.hset("h", { a: 1, b: { c: 2 } });
    expect([await redis.hincrby("h", "n", 3), await redis.hgetall("h")]).toEqual([3, { a: 1, b: { c: 2 }, n: 3 }]);
    expect([await redis.rpush("q", "a", "b"), await redis.lpop("q"), await redis.lrange("q", 0, -1)]).toEqual([2, "a", ["b"]]);
    expect([await redis.sadd("s", "a", "b"), await redis.sismember("s", "a"), (await redis.smembers("s")).sort()]).toEqual([2, 1, ["a", "b"]]);
    await redis.zadd("z", { score: 3, member: "c" }, { score: 1, member: "a" });
    expect(await redis.zrange("z", 0, -1, { withScores: true })).toEqual(["a", 1, "c", 3]);
    expect([await redis.del("n", "h"), await redis.exists("n")]).toEqual([2, 0]);
    const [, keys] = await redis.scan(0, { match: "z*", count: 100 });
    expect(keys).toEqual(["z"]);
  });

  it.skipIf(skip)("answers a pipeline in order and keeps an error in its place", async () => {
    await redis.set("text", "no number");
    const pipeline = redis.pipeline();
    pipeline.set("p", 1);
    pipeline.incr("text");
    pipeline.incr("p");
    const results: { result?: unknown; error?: string | undefined }[] = await pipeline.exec({ keepErrors: true });
    expect([results[0]?.result, results[2]?.result]).toEqual(["OK", 2]);
    expect(results[1]?.error).toMatch(/not an integer/);
    await expect(redis.incr("text")).rejects.toThrow(/not an integer/);
  });

  it.skipIf(skip)("runs a transaction", async () => {
    expect(await redis.multi().set("m", 1).incr("m").get("m").exec()).toEqual(["OK", 2, 2]);
  });

  it.skipIf(skip)("runs scripts by their digest, also those with Upstash's first line", async () => {
    expect(await redis.createScript("return ARGV[1]").exec([], ["hi"])).toBe("hi");
    const sha = await redis.scriptLoad("#!lua flags=allow-key-locking\nreturn 42");
    expect(await redis.evalsha(sha, [], [])).toBe(42);
  });

  it.skipIf(skip).each([["fixed", Ratelimit.fixedWindow(3, "60 s")], ["sliding", Ratelimit.slidingWindow(3, "60 s")]] as const)("limits by a %s window, exactly, also when all come at once", async (name, limiter) => {
    const make = (prefix: string): Ratelimit => new Ratelimit({ redis, limiter, prefix, ephemeralCache: false });
    const calm = make(`calm-${name}`);
    const answers: boolean[] = [];
    for (let n = 0; n < 5; n++) answers.push((await calm.limit("someone")).success);
    expect(answers).toEqual([true, true, true, false, false]);
    const rushed = await Promise.all(Array.from({ length: 20 }, () => make(`rush-${name}`).limit("someone")));
    expect(rushed.filter(({ success }) => success)).toHaveLength(3);
  });

  it.skipIf(skip)("gives each token's number a database of its own, and a wrong token nothing", async () => {
    const other = new Redis({ url: service.url, token: `${token}.5`, retry: false });
    await redis.set("whose", "mine");
    expect(await other.get("whose")).toBeNull();
    for (const wrong of ["x", `${token}.64`, `${token}.`.repeat(2)]) {
      expect((await fetch(service.url, { method: "POST", headers: { authorization: `Bearer ${wrong}` }, body: '["PING"]' })).status).toBe(401);
    }
  });

  it.skipIf(skip)("carries messages to subscribers", async () => {
    const subscriber = redis.subscribe<{ hello: number }>(["news"]);
    const heard = new Promise((resolve) => subscriber.on("message", ({ message }) => resolve(message)));
    await new Promise((resolve) => subscriber.on("subscribe", resolve));
    await redis.publish("news", { hello: 1 });
    expect(await heard).toEqual({ hello: 1 });
    await subscriber.unsubscribe();
  });
});
