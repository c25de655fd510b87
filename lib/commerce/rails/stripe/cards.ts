import Stripe from "stripe";
import { ProviderFailed } from "@/lib/platform/errors";
import type { CardsRail, RailCardPage } from "../port";
import { ask, demand, stripe } from "./client";
import { idOf } from "./values";

const living: Stripe.Subscription.Status[] = ["active", "trialing", "past_due", "unpaid", "paused"];

function toPage(session: Stripe.Checkout.Session): RailCardPage {
  const state = session.status === "complete" ? "completed" : session.status === "expired" ? "expired" : "open";
  const setup = session.setup_intent;
  return { providerId: session.id, state, url: session.url ?? undefined, cardId: setup === null || typeof setup === "string" ? undefined : idOf(setup.payment_method) };
}

const createCardPage: CardsRail["createCardPage"] = async ({ cardUpdateId, subscriptionId, successUrl, cancelUrl, expiresAt }) => {
  const subscription = await demand(() => stripe().subscriptions.retrieve(subscriptionId));
  const customer = idOf(subscription.customer);
  if (!customer) throw new ProviderFailed("Stripe", "Our payment provider does not know this membership.");
  const metadata = { cardUpdateId };
  const session = await demand(() =>
    stripe().checkout.sessions.create(
      { mode: "setup", currency: subscription.currency, customer, client_reference_id: cardUpdateId, metadata, setup_intent_data: { metadata }, success_url: successUrl, cancel_url: cancelUrl, expires_at: Math.floor(expiresAt.getTime() / 1_000) },
      { idempotencyKey: `card:${cardUpdateId}` },
    ),
  );
  return toPage(session);
};

async function readCardPage(providerId: string): Promise<RailCardPage | undefined> {
  const session = await ask(() => stripe().checkout.sessions.retrieve(providerId, { expand: ["setup_intent"] }));
  return session && toPage(session);
}

const useCard: CardsRail["useCard"] = async (cardId) => {
  const method = await demand(() => stripe().paymentMethods.retrieve(cardId));
  const customer = idOf(method.customer);
  if (!customer) throw new ProviderFailed("Stripe", "Our payment provider has not kept this card.");
  await demand(() => stripe().customers.update(customer, { invoice_settings: { default_payment_method: cardId } }));
  const all = await demand(() => stripe().subscriptions.list({ customer, limit: 100 }));
  const theirs = all.data.filter(({ status }) => living.includes(status));
  for (const { id, default_payment_method, schedule } of theirs) {
    if (idOf(default_payment_method) !== cardId) await demand(() => stripe().subscriptions.update(id, { default_payment_method: cardId }));
    // A schedule has a card of its own, which it would bring back.
    const steered = idOf(schedule);
    if (steered !== undefined) await demand(() => stripe().subscriptionSchedules.update(steered, { default_settings: { default_payment_method: cardId } }));
  }
  return { subscriptionIds: theirs.map(({ id }) => id), refusal: await payOverdue(customer, cardId, theirs.filter(({ status }) => status === "past_due" || status === "unpaid")) };
};

/** Tries each open bill once with this card: the key makes a second look not a second try. */
async function payOverdue(customer: string, cardId: string, late: Stripe.Subscription[]): Promise<string | undefined> {
  if (late.length === 0) return undefined;
  const ids = new Set(late.map(({ id }) => id));
  const open = await demand(() => stripe().invoices.list({ customer, status: "open", limit: 100 }));
  let refusal: string | undefined;
  for (const { id, parent } of open.data) if (id && ids.has(idOf(parent?.subscription_details?.subscription) ?? "")) refusal = (await pay(id, cardId)) ?? refusal;
  return refusal;
}

async function pay(invoiceId: string, cardId: string): Promise<string | undefined> {
  try {
    await demand(() => stripe().invoices.pay(invoiceId, { payment_method: cardId, off_session: true }, { idempotencyKey: `pay:${invoiceId}:${cardId}` }));
    return undefined;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) return error.decline_code || "declined";
    // Paid or dropped in between, or the bank wants to ask its owner: the next look at the membership says which.
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return error.code === "invoice_payment_intent_requires_action" ? "authentication_required" : undefined;
    throw error;
  }
}

export const cards: CardsRail = { createCardPage, readCardPage, useCard };
