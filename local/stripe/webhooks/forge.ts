import Stripe from "stripe";
import { newId } from "../state/ids";
import type { World } from "../world";
import { post, type Answer } from "./post";

export const forgeries = ["other-mode", "other-account", "old-timestamp", "future-timestamp"] as const;
export type Forgery = (typeof forgeries)[number];

/** Sends a well-signed event that a careful receiver still refuses: of live mode, of a stranger's account, or at another time. */
export async function forge(world: World, kind: Forgery, type: string): Promise<Answer> {
  const stranger = kind === "other-account" ? newId("acct") : undefined;
  const endpoint = world.queue.endpointFor(stranger ?? "platform");
  if (!endpoint) return { ok: false, status: null, error: "no endpoint" };
  const now = Math.floor(Date.now() / 1000);
  const event: Stripe.EventBase = {
    id: newId("evt"),
    object: "event",
    ...(stranger === undefined ? {} : { account: stranger }),
    api_version: Stripe.API_VERSION,
    created: now,
    data: { object: { id: newId("pi"), object: "payment_intent", amount: 100_000, currency: "usd", status: "succeeded", livemode: kind === "other-mode" } },
    livemode: kind === "other-mode",
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: type as Stripe.EventBase["type"], // whatever a tester asks for
  };
  const skew = kind === "old-timestamp" ? -3600 : kind === "future-timestamp" ? 3600 : 0;
  return post(endpoint, event, now + skew);
}
