export interface Limit {
  /** Requests allowed to one account (or session) in a window; an anonymous caller counts by address alone. */
  perActor: number;
  perAddress: number;
  windowSeconds: number;
  /** Exact: counted in Redis before the answer. Otherwise counted here and shared every half second. */
  exact: boolean;
  /** Without Redis: refuse (what an attacker would want open) or let pass. */
  whenAway: "refuse" | "allow";
}

/** Defaults; an administrator's RateLimitSetting of the same name takes their place. */
export const limits = {
  read: { perActor: 600, perAddress: 1_200, windowSeconds: 60, exact: false, whenAway: "allow" },
  write: { perActor: 120, perAddress: 240, windowSeconds: 60, exact: false, whenAway: "allow" },
  webhook: { perActor: 6_000, perAddress: 6_000, windowSeconds: 60, exact: false, whenAway: "allow" },
  upload: { perActor: 60, perAddress: 120, windowSeconds: 60, exact: true, whenAway: "allow" },
  checkout: { perActor: 10, perAddress: 30, windowSeconds: 60, exact: true, whenAway: "allow" },
  "sign-in": { perActor: 10, perAddress: 60, windowSeconds: 300, exact: true, whenAway: "refuse" },
  "sign-up": { perActor: 5, perAddress: 30, windowSeconds: 300, exact: true, whenAway: "refuse" },
  reset: { perActor: 5, perAddress: 30, windowSeconds: 900, exact: true, whenAway: "refuse" },
} as const satisfies Record<string, Limit>;

/**
 * Tries at one account's password, right ones too (they are counted before they are compared), from wherever they come but a place the
 * account was at home at. Generous: it is for the patient who have many addresses, and
 * refuses no device the account was at home on (see docs/decisions/0016-guesses-from-everywhere.md).
 */
export const everywhere = { perActor: 100, perAddress: 100, windowSeconds: 3_600, exact: true, whenAway: "refuse" } as const satisfies Limit;

export type LimitClass = keyof typeof limits;
export const limitClasses = Object.keys(limits) as LimitClass[];
