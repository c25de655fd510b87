import type Stripe from "stripe";
import type { Store } from "./store";
import type { Tables } from "./tables";

export type EventType = Stripe.Event["type"];
export type EventObject<T extends EventType> = Extract<Stripe.Event, { type: T }>["data"]["object"];

/** What one action (a request, a page submitted, a tick of the clock) works with. */
export interface Context {
  /** The platform's, or a connected account's id. */
  readonly account: string;
  /** The objects of that account. */
  readonly db: Tables;
  readonly store: Store;
  /** Unix seconds on the clock that this action lives by. */
  readonly now: number;
  /** The double's own clock (""), or the id of the test clock that the customer concerned is bound to. */
  readonly clock: string;
  /** Unix seconds on the double's own clock. */
  readonly worldNow: number;
  /** The double's own address, without a slash at the end. */
  readonly baseUrl: string;
  /** Whether the issuer refuses the next payment out of the blue; see the switch `faults`. */
  readonly declines: () => boolean;
  /** The same action, with the objects of another account; its events are that account's. */
  as(account: string): Context;
  /** The same action, at the time of a test clock. */
  at(clock: { id: string; now: number }): Context;
  /** Records an event and queues it for the webhook endpoint. `previous` holds the old values of an update. */
  emit<T extends EventType>(type: T, object: EventObject<T>, previous?: object): void;
}

/** The same action, seen from another account: a transfer arrives there. */
export function contextOf(ctx: Context, account: string): Context {
  return ctx.as(account);
}
