import { Redis } from "@upstash/redis";
import { config } from "@/lib/platform/config";

const holder = globalThis as typeof globalThis & { directfanzRedis?: Redis | null };

/** The Redis of this deployment, or undefined when none is configured. A call may take 1 s and is tried twice. */
export function redis(): Redis | undefined {
  if (holder.directfanzRedis === undefined) {
    const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = config();
    holder.directfanzRedis = url && token ? new Redis({ url, token, enableTelemetry: false, retry: { retries: 1, backoff: () => 100 }, signal: () => AbortSignal.timeout(1_000) }) : null;
  }
  return holder.directfanzRedis ?? undefined;
}

/** For tests that change their configuration. */
export function forgetRedis(): void {
  delete holder.directfanzRedis;
}
