import Stripe from "stripe";
import { plainCopy } from "../state/json";
import { newId } from "../state/ids";
import type { Context, EventObject, EventType } from "../state/context";
import { platform, type Store } from "../state/store";
import type { Queue } from "./queue";

export interface ContextOptions {
  store: Store;
  queue: Queue;
  account: string;
  /** Unix seconds on the double's clock. */
  now: number;
  /** A test clock's id, with its time. */
  clock?: { id: string; now: number } | undefined;
  baseUrl: string;
  /** Whether the issuer refuses the next payment out of the blue. */
  declines: () => boolean;
  /** The API request behind the events, or null when time or a hosted page caused them. */
  cause: Stripe.Event.Request | null;
}

/** Makes the context of one action. Its events share a batch, so that they leave in their order. */
export function contextFor(options: ContextOptions, batch = newId("batch")): Context {
  const { store, account, now, baseUrl } = options;
  return {
    account,
    db: store.tables(account),
    store,
    now: options.clock?.now ?? now,
    clock: options.clock?.id ?? "",
    worldNow: now,
    baseUrl,
    declines: options.declines,
    as: (other) => contextFor({ ...options, account: other }, batch),
    at: (clock) => contextFor({ ...options, clock }, batch),
    emit: (type, object, previous) => record(options, batch, type, object, previous),
  };
}

function record<T extends EventType>(options: ContextOptions, batch: string, type: T, object: EventObject<T>, previous?: object): void {
  const { store, queue, account, now, cause } = options;
  const id = newId("evt");
  const event: Stripe.EventBase = {
    id,
    object: "event",
    ...(account === platform ? {} : { account }),
    api_version: Stripe.API_VERSION,
    created: now,
    data: { object: plainCopy(object), ...(previous === undefined ? {} : { previous_attributes: plainCopy(previous) }) },
    livemode: false,
    pending_webhooks: queue.enqueue({ account, event: id, type, batch }),
    request: cause ?? { id: null, idempotency_key: null },
    type,
  };
  store.tables(account).events.put(event);
}
