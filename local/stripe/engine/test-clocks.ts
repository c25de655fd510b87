import type Stripe from "stripe";
import type { Context } from "../state/context";
import { ref } from "./refs";

/** The same action at the time of the test clock that the customer is bound to, if there is one. */
export function timed<T extends Context>(ctx: T, customer: string | null): T {
  const row = ctx.db.customers.get(customer ?? "");
  const id = row && !row.deleted ? ref(row.test_clock) : null;
  const clock = ctx.db.testClocks.get(id ?? "");
  return clock ? { ...ctx, ...ctx.at({ id: clock.id, now: clock.frozen_time }) } : ctx;
}

/** The time that an object of this clock is made at. */
export function onClock<T extends Context>(ctx: T, clock: Stripe.TestHelpers.TestClock | undefined): T {
  return clock ? { ...ctx, ...ctx.at({ id: clock.id, now: clock.frozen_time }) } : ctx;
}
