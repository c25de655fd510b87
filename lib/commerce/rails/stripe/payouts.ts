import Stripe from "stripe";
import { ask, demand, stripe } from "./client";
import { date } from "./values";

export interface RailPayout {
  providerId: string;
  state: "in_transit" | "paid" | "failed";
  arrivesAt: Date;
  failureCode: string | undefined;
  failureMessage: string | undefined;
}

export interface PayoutOrder {
  /** Our row's id: what every idempotency key is made of. */
  payoutId: string;
  account: string;
  amount: number;
  currency: string;
  method: "standard" | "instant";
}

/** Why the rail would not do it, in its own code and words. */
export interface Refusal {
  code: string;
  message: string;
}
type Outcome<T> = { done: T; refused?: undefined } | { done?: undefined; refused: Refusal };

/** How money leaves us: to the creator's account at the rail, and from there to their bank. Throws ProviderFailed when the rail is away. */
export interface PayoutsRail {
  /** Moves it to the creator's account; one that was moved before under this id is found, however long ago that was. */
  transfer: (order: PayoutOrder) => Promise<Outcome<string>>;
  /** Takes it back; returns the reversal's id. Repeating it changes nothing. */
  reverse: (transferId: string, order: PayoutOrder) => Promise<Outcome<string>>;
  /** Sends it to the bank. */
  payOut: (order: PayoutOrder) => Promise<Outcome<RailPayout>>;
  readPayout: (account: string, providerId: string) => Promise<RailPayout | undefined>;
}

function toPayout(payout: Stripe.Payout): RailPayout {
  const state = payout.status === "paid" ? "paid" : payout.status === "failed" || payout.status === "canceled" ? "failed" : "in_transit";
  return { providerId: payout.id, state, arrivesAt: date(payout.arrival_date), failureCode: payout.failure_code ?? undefined, failureMessage: payout.failure_message ?? undefined };
}

async function refusable<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: await demand(call) };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return { refused: { code: error.code ?? "refused", message: error.message } };
    throw error;
  }
}

export const stripePayouts: PayoutsRail = {
  transfer: async ({ payoutId, account, amount, currency }) => {
    // The provider forgets its idempotency keys after a day; the group does not.
    const known = await demand(() => stripe().transfers.list({ transfer_group: payoutId, limit: 1 }));
    if (known.data[0]) return { done: known.data[0].id };
    const made = await refusable(() => stripe().transfers.create({ amount, currency, destination: account, transfer_group: payoutId, metadata: { payoutId } }, { idempotencyKey: `payout:${payoutId}:transfer` }));
    return made.done ? { done: made.done.id } : made;
  },
  reverse: async (transferId, { payoutId, amount }) => {
    const transfer = await demand(() => stripe().transfers.retrieve(transferId));
    const known = transfer.reversals.data[0];
    if (known) return { done: known.id };
    const made = await refusable(() => stripe().transfers.createReversal(transferId, { amount, metadata: { payoutId } }, { idempotencyKey: `payout:${payoutId}:reversal` }));
    return made.done ? { done: made.done.id } : made;
  },
  payOut: async ({ payoutId, account, amount, currency, method }) => {
    const recent = await demand(() => stripe().payouts.list({ limit: 20 }, { stripeAccount: account }));
    const known = recent.data.find((one) => one.metadata?.payoutId === payoutId);
    if (known) return { done: toPayout(known) };
    const made = await refusable(() => stripe().payouts.create({ amount, currency, method, metadata: { payoutId } }, { stripeAccount: account, idempotencyKey: `payout:${payoutId}:payout` }));
    return made.done ? { done: toPayout(made.done) } : made;
  },
  readPayout: async (account, providerId) => {
    const payout = await ask(() => stripe().payouts.retrieve(providerId, {}, { stripeAccount: account }));
    return payout && toPayout(payout);
  },
};

