import { Ratelimit } from "@upstash/ratelimit";
import { guarded, redis } from "@/lib/platform/cache";
import { sha256 } from "@/lib/platform/crypto";
import { AppError } from "@/lib/platform/errors";
import { networkOf } from "@/lib/platform/http/address";
import { everywhere, type Limit, type LimitClass } from "./rules";
import { limitFor } from "./settings";
import { countShared } from "./shared-counter";

export { type LimitClass, limitClasses, limits } from "./rules";
export { forgetSettings, limitFor } from "./settings";
export { forgetCounts } from "./shared-counter";

function inWords(seconds: number): string {
  if (seconds === 1) return "a second";
  return seconds <= 300 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

class TooManyRequests extends AppError {
  constructor(retryAfterSeconds: number) {
    super("rate_limited", `That was a lot at once. Try again in ${inWords(retryAfterSeconds)}.`, { retryAfterSeconds, headers: { "retry-after": String(retryAfterSeconds) } });
  }
}

interface Who {
  /** An account, a session, or whatever else is being guarded (an email address in a sign-in); undefined: by address alone. */
  actor: string | undefined;
  address: string;
}

/**
 * Counts this request against its class, for the actor and the address apart; of an IPv6 address, for its /64.
 * @throws TooManyRequests with the seconds until the window turns; AppError unavailable when Redis is away and the class must fail closed
 */
export async function takeLimit(limitClass: LimitClass, who: Who): Promise<void> {
  const limit = await limitFor(limitClass);
  const checks = [
    ...(who.actor === undefined ? [] : [{ key: `${limitClass}:u:${sha256(who.actor).slice(0, 24)}`, most: limit.perActor }]),
    ...(who.address ? [{ key: `${limitClass}:a:${networkOf(who.address)}`, most: limit.perAddress }] : []),
  ];
  for (const check of checks) {
    if (limit.exact) await takeExact(check.key, check.most, limit);
    else if (countShared(check.key, limit.windowSeconds) > check.most) throw new TooManyRequests(secondsLeft(limit.windowSeconds));
  }
}

/** Counts one more guess at what `guarded` names, whoever makes it. @throws TooManyRequests; AppError unavailable when Redis is away */
export async function takeGuess(guarded: string): Promise<void> {
  await takeExact(`everywhere:${sha256(guarded).slice(0, 24)}`, everywhere.perActor, everywhere);
}

const secondsLeft = (windowSeconds: number): number => Math.max(1, windowSeconds - (Math.floor(Date.now() / 1_000) % windowSeconds));

const limiters = new Map<string, Ratelimit>();

async function takeExact(key: string, most: number, limit: Limit): Promise<void> {
  const store = redis();
  const name = `${most}/${limit.windowSeconds}`;
  if (store && !limiters.has(name)) limiters.set(name, new Ratelimit({ redis: store, limiter: Ratelimit.slidingWindow(most, `${limit.windowSeconds} s`), prefix: `rx:${name}`, timeout: 0, ephemeralCache: false, analytics: false }));
  const limiter = limiters.get(name);
  const answer = store && limiter ? await guarded(() => limiter.limit(key)) : undefined;
  if (answer === undefined) {
    if (limit.whenAway === "refuse") throw new AppError("unavailable", "We cannot check this safely right now. Try again in a minute.", { retryAfterSeconds: 60, headers: { "retry-after": "60" }, internal: "rate limits: redis is away" });
    return;
  }
  if (!answer.success) throw new TooManyRequests(Math.max(1, Math.ceil((answer.reset - Date.now()) / 1_000)));
}

/** For tests that change their Redis. */
export function forgetLimiters(): void {
  limiters.clear();
}
